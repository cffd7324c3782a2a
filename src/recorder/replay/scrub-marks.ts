import { isEnd } from '../../contract/event/event-traits.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { Timeline } from './timeline.ts'

/** What happened in one of the equal parts of a timeline. */
export interface ScrubMark {
  /** Calls that ended. */
  readonly ends: number
  /** Calls that failed or were answered with 4xx or 5xx, and callbacks that threw. */
  readonly failures: number
}

/** Divides the events of a timeline into parts of equal count, and says where calls ended and where something went wrong. */
export function scrubMarks({ events }: Timeline, parts: number): readonly ScrubMark[] {
  const marks = Array.from({ length: parts }, () => ({ ends: 0, failures: 0 }))
  for (const [place, event] of events.entries()) {
    const mark = marks[Math.floor((place / events.length) * parts)] as (typeof marks)[number]
    if (isEnd(event)) mark.ends += 1
    if (wentWrong(event)) mark.failures += 1
  }
  return marks
}

function wentWrong(event: TaskEvent): boolean {
  if (event.type === 'failed') return event.error.kind !== 'aborted'
  if (event.type === 'headers-received') return event.statusCode >= 400
  if (event.type === 'delivered') return event.threw !== undefined
  return false
}
