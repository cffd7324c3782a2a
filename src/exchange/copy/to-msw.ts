import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { toHandlers } from '../../mocks/export/to-handlers.ts'
import { answerOf, mockCall } from '../../mocks/rule-from-call.ts'
import { foldEvents } from '../../recorder/tasks/reduce-task.ts'

/** A handler for MSW that answers as the call was answered, as the source of a module. `undefined` for a socket, and while there is no end. */
export function toMswHandler(events: readonly TaskEvent[]): string | undefined {
  const task = foldEvents(undefined, events, 1)
  if (!task || task.socket || task.marks.ended === undefined || !/^https?:\/\//i.test(task.url)) return undefined
  const body: BodySnapshot | undefined = events.find((event) => event.type === 'succeeded')?.body
  const call = { task, ...(body && { body }) }
  const { error } = task
  const answer =
    task.statusCode !== undefined && !error
      ? answerOf('recorded', call)
      : error?.kind === 'timed-out'
        ? answerOf('timeout', call)
        : ({ kind: 'fail', error: error?.kind === 'network' ? error.name : 'ERR_FAILED' } as const)
  const { rules } = mockCall([], call, { ...answer, name: 'recorded' }, 'recorded', { coded: '' })
  return toHandlers(rules)
}
