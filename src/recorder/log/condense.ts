import type { Condensed, Tally } from '../../contract/event/condensed.ts'
import { type Contribution, traitsOf } from '../../contract/event/event-traits.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'

const NOTHING: Tally = { count: 0, bytes: 0 }

/** Whether a task may have any number of events of this type. A log limits their number. */
export function isPiece(event: TaskEvent): boolean {
  return traitsOf(event).repeats !== false
}

/** Adds an event to the condensed events before it. Starts a new one if it does not follow them. */
export function condense(piece: TaskEvent, before?: TaskEvent): Condensed {
  const { at, seq, taskId } = piece
  const joined: Omit<Condensed, 'type' | 'until'> =
    before?.type === 'condensed' && before.seq + before.count === seq
      ? before
      : { taskId, seq, at, count: 0, sent: NOTHING, received: NOTHING, refused: 0 }
  const { repeats } = traitsOf(piece)
  const more: Contribution = repeats ? repeats(piece) : {}
  return {
    ...joined,
    type: 'condensed',
    count: joined.count + 1,
    until: at,
    sent: add(joined.sent, more.sent),
    received: add(joined.received, more.received),
    refused: joined.refused + (more.refused ?? 0),
    ...(more.progress && { progress: more.progress }),
    // The first value is kept; later events repeat it.
    ...(more.wholeSentAt !== undefined && joined.wholeSentAt === undefined && { wholeSentAt: more.wholeSentAt }),
  }
}

function add(tally: Tally, more: Tally | undefined): Tally {
  return more ? { count: tally.count + more.count, bytes: tally.bytes + more.bytes } : tally
}
