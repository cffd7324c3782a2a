import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { TimeSpan } from './time-axis.ts'

/** From the call to its end, callbacks included, or to now. */
export function spanOf(snapshot: TaskSnapshot, now: number): TimeSpan {
  const { marks, callbacks } = snapshot
  const last = callbacks.at(-1)
  const end = marks.ended === undefined ? Math.max(now, marks.created) : Math.max(marks.ended, last ? last.at + last.took : 0)
  return { start: marks.created, end }
}
