import type { TaskSnapshot } from './task-snapshot.ts'

/** Reads what is known at this moment of the tasks that a record holds. */
export interface TaskReader {
  /** In the order of their calls. */
  taskIds(): readonly string[]
  has(taskId: string): boolean
  /** One task, `undefined` when it is not held. The same object until something changes, as long as it is among those looked at lately. */
  task(taskId: string): TaskSnapshot | undefined
  /** The same for whoever reads many tasks and keeps none of them in sight. */
  glanceAt(taskId: string): TaskSnapshot | undefined
}

const readers = new WeakMap<object, TaskReader>()

/** Lets whoever draws a source read its tasks, and not make them of its events once more. */
export function offerTasks(source: object, reader: TaskReader): void {
  readers.set(source, reader)
}

/** The tasks that a source offers. */
export function tasksOf(source: object): TaskReader | undefined {
  return readers.get(source)
}
