import { type BodySnapshot, NO_BODY } from '../../../contract/event/body-snapshot.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'

/** The body that went out: what a person made of it while the call was held, else what the program gave. */
export function sentBody(events: readonly TaskEvent[]): BodySnapshot {
  const edited = events.findLast((event) => event.type === 'resumed' && event.gate === 'send' && event.body !== undefined)
  if (edited?.type === 'resumed' && edited.body) return edited.body
  const created = events.find((event) => event.type === 'created')
  return created?.sent?.body ?? NO_BODY
}
