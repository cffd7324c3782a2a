/** Which client is imitated. Rules marked [P] in docs/wechat.md follow it. */
export type Platform = 'android' | 'android-remote-debug' | 'ios' | 'devtools' | 'pc'

/** What a call saw of the settings: enough to explain it later, when the settings have moved on. Shared between calls. */
export interface CallEnvironment {
  readonly platform: Platform
  /** Base library version, such as `3.17.0`. */
  readonly lib: string
}
