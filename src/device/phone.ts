import type { Settings } from '../contract/settings.ts'

/** The simulated phone, as far as this folder needs it. */
export interface Phone {
  settings(): Settings
  appHidden(): boolean
  /** Calls `listener` after each change. Returns how to unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** The page, which is the phone's screen. CSS pixels. */
export interface Screen {
  readonly windowWidth: number
  readonly windowHeight: number
  readonly screenWidth: number
  readonly screenHeight: number
  readonly pixelRatio: number
  /** Such as `zh-CN`. */
  readonly language: string
}

/** The page this runs in; outside of a page, the default phone of WeChat's developer tools. */
export function readScreen(): Screen {
  const { devicePixelRatio, innerHeight, innerWidth, navigator, screen } = globalThis
  return {
    windowWidth: innerWidth ?? 375,
    windowHeight: innerHeight ?? 667,
    screenWidth: screen?.width ?? 375,
    screenHeight: screen?.height ?? 667,
    pixelRatio: devicePixelRatio ?? 2,
    language: navigator?.language ?? 'zh-CN',
  }
}
