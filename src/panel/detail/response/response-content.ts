import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { type BodyContent, contentOf, contentOfPieces } from '../body/body-content.ts'

/** What is there of the body of an answer: the whole, or the pieces that have come. */
export function contentOfResponse(events: readonly TaskEvent[]): BodyContent | undefined {
  const whole = wholeBody(events)
  return whole ? contentOf(whole) : contentOfPieces(piecesOf(events))
}

export function wholeBody(events: readonly TaskEvent[]): BodySnapshot | undefined {
  const end = events.findLast((event) => event.type === 'succeeded')
  return end?.type === 'succeeded' ? end.body : undefined
}

/** Chunks carry their content only with enableChunked; of the oldest of very many, no more is known than how large they were. */
function piecesOf(events: readonly TaskEvent[]): readonly BodySnapshot[] {
  return events.flatMap((event): readonly BodySnapshot[] => {
    if (event.type === 'condensed') return [{ kind: 'omitted', size: event.received.bytes, why: 'released' }]
    return event.type === 'chunk-received' && event.body ? [event.body] : []
  })
}
