/** The simulated network between the app and a mocked answer. A real network is measured, never slowed down. */
export interface NetworkConditions {
  /** Sets all numbers but `seed` at once; `custom` if one was changed. Default: `none`. */
  readonly preset: ConditionsPreset | 'custom'
  /** Default true. When false, every mocked call fails as it does without a network. */
  readonly online: boolean
  /** ms added before the first byte of every answer: one round trip. Default 0. */
  readonly latency: number
  /** ms. Each latency is drawn evenly from `latency ± jitter`. Default 0. */
  readonly jitter: number
  /** kilobits per second towards the app; `null` is no limit, the default. */
  readonly downKbps: number | null
  /** kilobits per second from the app; `null` is no limit, the default. */
  readonly upKbps: number | null
  /** 0 to 1: the share of calls whose connection breaks. Default 0. */
  readonly loss: number
  /** Same seed, same calls, same numbers. Default 1. */
  readonly seed: number
}

/** Kinds of networks that can be named. */
export type ConditionsPreset = 'none' | 'wifi' | '5g' | '4g' | '3g' | '2g' | 'offline'

type Numbers = Omit<NetworkConditions, 'preset' | 'seed'>

/** Round figures as in field reports; for practice, not measurements. */
export const CONDITIONS_PRESETS: Readonly<Record<ConditionsPreset, Numbers>> = {
  none: { online: true, latency: 0, jitter: 0, downKbps: null, upKbps: null, loss: 0 },
  wifi: { online: true, latency: 20, jitter: 6, downKbps: 50_000, upKbps: 20_000, loss: 0 },
  '5g': { online: true, latency: 28, jitter: 10, downKbps: 100_000, upKbps: 20_000, loss: 0 },
  '4g': { online: true, latency: 60, jitter: 20, downKbps: 12_000, upKbps: 5_000, loss: 0 },
  '3g': { online: true, latency: 180, jitter: 60, downKbps: 1_600, upKbps: 750, loss: 0.01 },
  '2g': { online: true, latency: 500, jitter: 200, downKbps: 250, upKbps: 50, loss: 0.03 },
  offline: { online: false, latency: 0, jitter: 0, downKbps: null, upKbps: null, loss: 0 },
}
