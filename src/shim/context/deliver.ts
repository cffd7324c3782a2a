import type { Clock } from '../../contract/clock.ts'
import { describe } from '../../contract/describe.ts'
import type { ListenerCall } from '../../contract/event/event-stamp.ts'
import type { ThrowLater } from '../../contract/throw-later.ts'

/** Calls a function of the app. What it throws is recorded and rethrown later, and does not reach the caller. */
export function callApp<Result>(callback: (result: Result) => void, result: Result, clock: Clock, throwLater: ThrowLater): ListenerCall {
  const at = clock.now()
  try {
    callback(result)
    return { at, took: clock.now() - at }
  } catch (thrown) {
    throwLater(thrown)
    return { at, took: clock.now() - at, threw: describe(thrown) }
  }
}
