import type { MockRule } from './mock-rule.ts'
import type { SettingsPatch } from './settings-patch.ts'

/** What a panel may ask of the thing behind it. Plain JSON, so that it can travel to a device. */
export type Command =
  | { readonly type: 'abort'; readonly taskId: string }
  | { readonly type: 'abort-all' }
  | { readonly type: 'configure'; readonly patch: SettingsPatch }
  | { readonly type: 'set-rules'; readonly rules: readonly MockRule[] }
  | { readonly type: 'set-recording'; readonly recording: boolean }
  | { readonly type: 'set-app-hidden'; readonly hidden: boolean }
  | { readonly type: 'clear' }
  /** Undoes the last clear. */
  | { readonly type: 'restore' }
  | { readonly type: 'dismiss-notice'; readonly code: string }
