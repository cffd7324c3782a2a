/** The simulated platform. Rules marked [P] in docs/wechat.md depend on it. */
export type Platform = 'android' | 'android-remote-debug' | 'ios' | 'devtools' | 'pc'

/** The settings that a call ran under, to explain it after they have changed. Shared between calls. */
export interface CallEnvironment {
  readonly platform: Platform
  /** Base library version, such as `3.17.0`. */
  readonly lib: string
}
