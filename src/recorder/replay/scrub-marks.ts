import { isEnd, isFailure } from '../../contract/event/event-traits.ts'
import type { Timeline } from './timeline.ts'

/** What happened in one of the equal parts of a timeline. */
export interface ScrubMark {
  /** Calls that ended. */
  readonly ends: number
  /** Calls that failed or were answered with 4xx or 5xx, and callbacks and listeners that threw. */
  readonly failures: number
}

/** Divides the events of a timeline into parts of equal count, and says where calls ended and where something went wrong. */
export function scrubMarks({ calls, events }: Timeline, parts: number): readonly ScrubMark[] {
  const marks = Array.from({ length: parts }, () => ({ ends: 0, failures: 0 }))
  const markAt = (place: number) => marks[Math.floor((place / events.length) * parts)] as (typeof marks)[number]
  for (const [place, event] of events.entries()) {
    if (isEnd(event)) markAt(place).ends += 1
    if (isFailure(event) || (event.type === 'headers-received' && event.statusCode >= 400)) markAt(place).failures += 1
  }
  for (const { place, threw } of calls) {
    if (threw !== undefined) markAt(place).failures += 1
  }
  return marks
}
