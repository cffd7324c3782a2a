import type { TaskEvent } from '../../contract/event/task-event.ts'
import { reduceTask } from './reduce-task.ts'
import type { TaskReader } from './task-reader.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

/** The snapshots of the tasks in a stream of events that somebody else stores. Snapshots are replaced, never changed. */
export class TaskStore implements TaskReader {
  readonly #snapshots = new Map<string, TaskSnapshot>()
  #numbered: number

  /** `before` is how many tasks of the session were dropped before the first event: numbering continues after them. */
  constructor(before = 0) {
    this.#numbered = before
  }

  taskIds(): readonly string[] {
    return [...this.#snapshots.keys()]
  }

  has(taskId: string): boolean {
    return this.#snapshots.has(taskId)
  }

  task(taskId: string): TaskSnapshot | undefined {
    return this.#snapshots.get(taskId)
  }

  glanceAt(taskId: string): TaskSnapshot | undefined {
    return this.#snapshots.get(taskId)
  }

  /** Applies events; those of tasks whose beginning is unknown are ignored. Returns the ids of new and changed tasks. */
  add(events: readonly TaskEvent[]): ReadonlySet<string> {
    const changed = new Set<string>()
    for (const event of events) {
      const before = this.#snapshots.get(event.taskId)
      const after = reduceTask(before, event, this.#numbered + 1)
      if (!after || after === before) continue
      if (!before) this.#numbered += 1
      this.#snapshots.set(event.taskId, after)
      changed.add(event.taskId)
    }
    return changed
  }

  /** Removes tasks that the source no longer holds. */
  drop(taskIds: Iterable<string>): void {
    for (const id of taskIds) this.#snapshots.delete(id)
  }

  /** All snapshots, oldest first. */
  all(): readonly TaskSnapshot[] {
    return [...this.#snapshots.values()]
  }
}
