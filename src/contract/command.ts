import type { Issue } from './inspector-error.ts'
import type { MockRule } from './mock-rule.ts'
import type { SettingsPatch } from './settings-patch.ts'

/** What a panel may ask of the thing behind it. Plain JSON, so that it can travel to a device. */
export type Command =
  /** Also closes a socket. */
  | { readonly type: 'abort'; readonly taskId: string }
  /** Sends a message by hand; one of the two. A socket that is not open lets it fall. */
  | { readonly type: 'send-message'; readonly taskId: string; readonly text: string }
  | { readonly type: 'send-message'; readonly taskId: string; readonly base64: string }
  | { readonly type: 'abort-all' }
  /** What a person chooses; it is kept for the project, and goes before what the host sets. */
  | { readonly type: 'configure'; readonly patch: SettingsPatch }
  /** The rules as a person wants them; kept in the same way, as changes to those of the host. */
  | { readonly type: 'set-rules'; readonly rules: readonly MockRule[] }
  /** Puts back what a person chose: all of it, or the setting at `path`, such as `networkTimeout.request`, `domains` or `rules`. */
  | { readonly type: 'reset-settings'; readonly path?: string }
  | { readonly type: 'set-recording'; readonly recording: boolean }
  | { readonly type: 'set-app-hidden'; readonly hidden: boolean }
  | { readonly type: 'clear' }
  /** Undoes the last clear. */
  | { readonly type: 'restore' }
  | { readonly type: 'dismiss-notice'; readonly code: string }

/** What came of a command. One that is wrong changes nothing. */
export type CommandOutcome = { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] }
