import type { TaskEvent } from '../../contract/event/task-event.ts'
import { reduceTask } from './reduce-task.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

/** Which tasks a batch of events touched, so that a view need not look at the others. */
export interface BookChange {
  /** Ids of new tasks, oldest first. */
  readonly added: readonly string[]
  /** Ids of tasks that were known before and moved. */
  readonly moved: ReadonlySet<string>
}

/** Snapshots of all tasks, kept up to date event by event. Changes in place; each snapshot in it is replaced, never changed. */
export class TaskStore {
  readonly #ids: string[] = []
  readonly #snapshots = new Map<string, TaskSnapshot>()
  #given: number

  /** `before` is how many tasks of the session were dropped before the first event comes: numbering goes on after them. */
  constructor(before = 0) {
    this.#given = before
  }

  /** Ids in the order of creation. The same array every time: copy it to keep it. */
  get ids(): readonly string[] {
    return this.#ids
  }

  get size(): number {
    return this.#ids.length
  }

  get(taskId: string): TaskSnapshot | undefined {
    return this.#snapshots.get(taskId)
  }

  /** Folds events in; those of a task whose beginning was never seen are ignored. */
  add(events: readonly TaskEvent[]): BookChange {
    const added: string[] = []
    const fresh = new Set<string>()
    const moved = new Set<string>()
    for (const event of events) {
      const before = this.#snapshots.get(event.taskId)
      const after = reduceTask(before, event, this.#given + 1)
      if (!after || after === before) continue
      this.#snapshots.set(event.taskId, after)
      if (!before) {
        this.#given += 1
        this.#ids.push(event.taskId)
        added.push(event.taskId)
        fresh.add(event.taskId)
      } else if (!fresh.has(event.taskId)) {
        moved.add(event.taskId)
      }
    }
    return { added, moved }
  }

  /** Forgets tasks that the log no longer holds. */
  drop(taskIds: ReadonlySet<string>): void {
    let kept = 0
    for (const id of this.#ids) {
      if (taskIds.has(id)) this.#snapshots.delete(id)
      else this.#ids[kept++] = id
    }
    this.#ids.length = kept
  }

  /** All snapshots, oldest first. */
  all(): readonly TaskSnapshot[] {
    return [...this.#snapshots.values()]
  }
}
