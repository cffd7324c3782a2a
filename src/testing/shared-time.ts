import type { SharedTime } from '../panel/requests/waterfall/time-scale.ts'
import { CallTimes } from '../panel/rows/call-times.ts'

/** A call, from its beginning to its end, or to now while it runs. ms. */
export interface ExampleSpan {
  readonly from: number
  readonly to: number
  readonly runs: boolean
}

/** When some calls ran. */
export function callTimesOf(calls: readonly ExampleSpan[]): CallTimes {
  const rows = calls.map(({ from, to, runs }, nth) => ({ taskId: `${nth}`, marks: { created: from, ...(!runs && { ended: to }) } }))
  const times = new CallTimes(() => rows)
  for (const row of rows) times.enter(row)
  return times
}

/** What the shared axis shows of some calls. Those that run have run until the last moment that is told. */
export function sharedTimeOf(calls: readonly ExampleSpan[]): SharedTime {
  const now = Math.max(0, ...calls.map(({ to }) => to))
  return { busy: callTimesOf(calls).busy(now), runs: calls.some(({ runs }) => runs) }
}
