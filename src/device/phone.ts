import type { Settings } from '../contract/settings.ts'

/** The simulated phone, as far as this folder asks it. */
export interface Phone {
  settings(): Settings
  appHidden(): boolean
  /** Hears of each change. Returns how to stop. */
  subscribe(listener: () => void): () => void
}

/** The page that stands for the phone's screen, in CSS pixels. */
export interface Screen {
  readonly windowWidth: number
  readonly windowHeight: number
  readonly screenWidth: number
  readonly screenHeight: number
  readonly pixelRatio: number
  /** Such as `zh-CN`. */
  readonly language: string
}

/** The page around us; where there is none, the phone that WeChat's tool begins with. */
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
