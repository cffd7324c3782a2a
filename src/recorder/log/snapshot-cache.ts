import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import type { HeldTask } from './held-task.ts'

/** More than the rows of a high screen: those in view must not be made anew for each other. */
const MOST_AT_HAND = 128

/** Hands out snapshots, and keeps at hand those that were asked for lately: of all others the events are enough. */
export class SnapshotCache {
  /** Looked at lately, the last one at the end. */
  readonly #atHand = new Set<HeldTask>()
  /** All tasks as they were last asked for. Held only as long as whoever asked holds them. */
  #all: WeakRef<readonly TaskSnapshot[]> | undefined
  /** Tasks that moved since. */
  readonly #moved = new Set<HeldTask>()
  /** Whether some have gone since. */
  #fewer = false

  /** For whoever goes on looking: the same object until something changes. */
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

  /** For whoever looks once. */
  glanceAt(task: HeldTask): TaskSnapshot {
    const snapshot = task.snapshot()
    if (task.packed && !this.#atHand.has(task)) task.forgetSnapshot()
    return snapshot
  }

  /** All of these tasks, in the order of their numbers. The same array as before when nothing moved, and the same objects of tasks that did not. */
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

  /** To be told when tasks were put in the place of others. */
  reset(): void {
    this.#atHand.clear()
    this.#all = undefined
    this.#moved.clear()
  }
}
