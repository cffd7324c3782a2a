import type { Clock } from '../../contract/clock.ts'
import type { ListenerCall } from '../../contract/event/event-stamp.ts'
import type { ThrowLater } from '../../contract/throw-later.ts'

/** What the app gave to be called back, whatever it is. */
export interface Callbacks {
  readonly success?: unknown
  readonly fail?: unknown
  readonly complete?: unknown
}

/** Calls a function of the app: what it throws is recorded and told to the page, and stops nothing here. */
export function callApp<Result>(callback: (result: Result) => void, result: Result, clock: Clock, tell: ThrowLater): ListenerCall {
  const at = clock.now()
  try {
    callback(result)
    return { at, took: clock.now() - at }
  } catch (thrown) {
    tell(thrown)
    return { at, took: clock.now() - at, threw: describe(thrown) }
  }
}

/** Whatever was thrown, in words; it may be an object that cannot even be turned into text. */
export function describe(thrown: unknown): string {
  try {
    return String(thrown)
  } catch {
    return Object.prototype.toString.call(thrown)
  }
}
