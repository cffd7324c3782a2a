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
  | { readonly type: 'configure'; readonly patch: SettingsPatch }
  | { readonly type: 'set-rules'; readonly rules: readonly MockRule[] }
  | { readonly type: 'set-recording'; readonly recording: boolean }
  | { readonly type: 'set-app-hidden'; readonly hidden: boolean }
  | { readonly type: 'clear' }
  /** Undoes the last clear. */
  | { readonly type: 'restore' }
  | { readonly type: 'dismiss-notice'; readonly code: string }
