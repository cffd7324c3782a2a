import { attempt } from '../describe.ts'

/** The callbacks that the app passed, unchecked. */
export interface Callbacks {
  readonly success?: unknown
  readonly fail?: unknown
  readonly complete?: unknown
}

/** Read now: the caller may change its options later. One that throws when it is read counts as absent. */
export function callbacksOf(option: unknown): Callbacks {
  const given = Object(option) as Callbacks
  return { success: attempt(() => given.success), fail: attempt(() => given.fail), complete: attempt(() => given.complete) }
}
