import { attempt } from '../describe.ts'

/** What the app gave to be called back, whatever it is. */
export interface Callbacks {
  readonly success?: unknown
  readonly fail?: unknown
  readonly complete?: unknown
}

/** As they are now: the caller may change its options later. One that cannot be read counts as none. */
export function callbacksOf(option: unknown): Callbacks {
  const given = Object(option) as Callbacks
  return { success: attempt(() => given.success), fail: attempt(() => given.fail), complete: attempt(() => given.complete) }
}
