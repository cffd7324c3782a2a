import type { HeldChange } from './event/hold-event.ts'
import type { Json } from './event/json.ts'
import type { HoldChoice } from './hold.ts'
import type { Issue } from './inspector-error.ts'
import type { MockRule } from './mock/mock-rule.ts'
import type { Scenario } from './mock/scenario.ts'
import type { SettingsPatch } from './settings-patch.ts'

/** A command of the panel to its inspector. Plain JSON, so that it can be sent to a device. */
export type Command =
  /** Aborts a call, or closes a socket. */
  | { readonly type: 'abort'; readonly taskId: string }
  /** Sends a message on a socket, either `text` or `base64`. Ignored if the socket is not open. */
  | { readonly type: 'send-message'; readonly taskId: string; readonly text: string }
  | { readonly type: 'send-message'; readonly taskId: string; readonly base64: string }
  | { readonly type: 'abort-all' }
  /** Makes a call of wx.request from the panel. */
  | { readonly type: 'request'; readonly options: { readonly [option: string]: Json } }
  /** Makes a recorded call of `wx` again; the options in `change` take the place of its own. The app's callbacks are not called. */
  | { readonly type: 'resend'; readonly taskId: string; readonly change?: { readonly [option: string]: Json } }
  /** What a person chooses. Stored for the appid; takes precedence over the host's settings. */
  | { readonly type: 'configure'; readonly patch: SettingsPatch }
  /** The rules as a person wants them. Stored in the same way, as changes to the host's rules. */
  | { readonly type: 'set-rules'; readonly rules: readonly MockRule[] }
  /** Resets the settings that a person chose: all of them, or those at `path`, such as `networkTimeout.request` or `domains`. Rules stay. */
  | { readonly type: 'reset-settings'; readonly path?: string }
  /** Resets the rules that a person changed, added or removed: all of them, or the one with this id. */
  | { readonly type: 'reset-rules'; readonly ruleId?: string }
  /** The scenarios as a person wants them. Stored in the same way. */
  | { readonly type: 'set-scenarios'; readonly scenarios: readonly Scenario[] }
  /**
   * Uses a scenario; without `scenarioId`, the rules as coded. What a person picked or switched by hand gives way; rules that they changed
   * otherwise or added stay.
   */
  | { readonly type: 'use-scenario'; readonly scenarioId?: string }
  /** Says that `shared` of the state was read; it is given to nobody else. */
  | { readonly type: 'take-shared' }
  /** What is held from now on. Not stored. */
  | { readonly type: 'hold'; readonly what: HoldChoice }
  /** Holds a running call at its next gate. */
  | { readonly type: 'hold-task'; readonly taskId: string }
  /** Lets a held call go on to its next gate, where it is held again. */
  | { readonly type: 'step'; readonly taskId: string }
  /** Lets a held call go on, changed where `change` says so. */
  | { readonly type: 'resume'; readonly taskId: string; readonly change?: HeldChange }
  /** How fast simulated waiting goes: above 0 to 1, or 0 for one event at a time. Not stored. */
  | { readonly type: 'set-speed'; readonly speed: number }
  /** At speed 0: goes on until the next event. */
  | { readonly type: 'next-event' }
  | { readonly type: 'set-recording'; readonly recording: boolean }
  | { readonly type: 'set-app-hidden'; readonly hidden: boolean }
  | { readonly type: 'clear' }
  /** Takes these tasks out of the record; what still comes of them is ignored. */
  | { readonly type: 'remove'; readonly taskIds: readonly string[] }
  /** The tasks that are pinned from now on: what is kept of them goes last when the record has to let something go. */
  | { readonly type: 'pin'; readonly taskIds: readonly string[] }
  /** Undoes the last clear or removal. */
  | { readonly type: 'restore' }
  | { readonly type: 'dismiss-notice'; readonly code: string }

/** The result of a command. An invalid one changes nothing. */
export type CommandOutcome =
  /** `taskId` is that of the call which the command made. */
  { readonly ok: true; readonly taskId?: string } | { readonly ok: false; readonly issues: readonly Issue[] }
