import type { TaskSnapshot } from './task-snapshot.ts'

/** Reads the current snapshots of the tasks in a log. */
export interface TaskReader {
  /** In the order in which they began. */
  taskIds(): readonly string[]
  has(taskId: string): boolean
  /** One task; `undefined` if the log does not hold it. The same object until something changes, as long as it was read recently. */
  task(taskId: string): TaskSnapshot | undefined
  /** The same for a reader that reads many tasks once. */
  glanceAt(taskId: string): TaskSnapshot | undefined
}

const readers = new WeakMap<object, TaskReader>()

/** Attaches a reader to an event source, so that a panel reads its tasks instead of reducing the events again. */
export function offerTasks(source: object, reader: TaskReader): void {
  readers.set(source, reader)
}

/** The reader attached to a source; `undefined` if there is none. */
export function tasksOf(source: object): TaskReader | undefined {
  return readers.get(source)
}
