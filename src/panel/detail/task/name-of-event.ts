import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { eventWords } from '../../words/event-words.ts'

/** What an event is called: the end of a call by the callback that ran. */
export function nameOfEvent(event: TaskEvent, words: Pick<(typeof eventWords)['zh'], 'type'>): string {
  return event.type === 'delivered' ? `${event.callback}()` : words.type[event.type]
}
