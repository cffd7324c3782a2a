import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import type { HeldTask } from './held-task.ts'

/** More than the rows of a tall screen, so that visible rows do not evict each other. */
const MOST_AT_HAND = 96

/** Returns snapshots and caches those used recently. All others are made again from their events. */
export class SnapshotCache {
  /** Used recently; the last one is at the end. */
  readonly #atHand = new Set<HeldTask>()
  /** The last array of all tasks. Weakly held: it lives as long as a reader holds it. */
  #all: WeakRef<readonly TaskSnapshot[]> | undefined
  /** Tasks that changed since. */
  readonly #moved = new Set<HeldTask>()
  /** Whether tasks were removed since. */
  #fewer = false

  /** For a reader that keeps reading this task: the same object until something changes. */
  lookAt(task: HeldTask): TaskSnapshot {
    this.#atHand.delete(task)
    this.#atHand.add(task)
    if (this.#atHand.size > MOST_AT_HAND) {
      const [longestAgo] = this.#atHand
      if (longestAgo) {
        this.#atHand.delete(longestAgo)
        if (longestAgo.packed) longestAgo.forgetSnapshot()
      }
    }
    return task.snapshot()
  }

  /** For a reader that reads this task once. */
  glanceAt(task: HeldTask): TaskSnapshot {
    const snapshot = task.snapshot()
    if (task.packed && !this.#atHand.has(task)) task.forgetSnapshot()
    return snapshot
  }

  /** All of these tasks, by number. The same array as before if nothing changed, and the same objects for tasks that did not. */
  all(tasks: Iterable<HeldTask>): readonly TaskSnapshot[] {
    const before = this.#all?.deref()
    if (before && this.#moved.size === 0 && !this.#fewer) return before
    const snapshots: TaskSnapshot[] = []
    let next = 0
    for (const task of tasks) {
      while (before && next < before.length && (before[next] as TaskSnapshot).number < task.number) next++
      const same = before?.[next]
      snapshots.push(same?.taskId === task.taskId && !this.#moved.has(task) ? same : this.glanceAt(task))
    }
    this.#all = new WeakRef(snapshots)
    this.#moved.clear()
    this.#fewer = false
    return snapshots
  }

  move(task: HeldTask): void {
    if (this.#all) this.#moved.add(task)
  }

  drop(task: HeldTask): void {
    this.#atHand.delete(task)
    this.#moved.delete(task)
    this.#fewer = true
  }

  /** Call it when tasks were replaced. */
  reset(): void {
    this.#atHand.clear()
    this.#all = undefined
    this.#moved.clear()
  }
}
