import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'

/** The options that a call was given, but for its data. */
export function withoutData(given: TaskSnapshot['given']): TaskSnapshot['given'] {
  const { data: _data, ...others } = given
  return others
}
