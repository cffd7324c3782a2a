import type { HeldTask } from './held-task.ts'

/** Stale entries are removed this many at a time. */
const SWEPT = 1024

/** A queue of tasks, oldest entry first. A task may have several entries; those of dropped tasks are skipped. */
export class TaskLine {
  #places: (HeldTask | undefined)[] = []
  #first = 0
  #gone = 0

  push(task: HeldTask): void {
    this.#places.push(task)
  }

  /** Moves the entries of another queue before those here. */
  putBefore(earlier: TaskLine): void {
    if (earlier.#places.length === 0) return
    this.#places = earlier.#places.concat(this.#places)
    this.#sweep()
    earlier.#places = []
    earlier.#sweep()
  }

  /** Takes the entries of some tasks out, as a queue of their own. */
  takeOut(tasks: ReadonlySet<HeldTask>): TaskLine {
    const taken = new TaskLine()
    taken.#places = this.#places.filter((task) => task && tasks.has(task))
    this.#places = this.#places.filter((task) => task && !tasks.has(task))
    this.#sweep()
    return taken
  }

  /** Puts the entries in the order in which their tasks began. */
  sort(): void {
    this.#sweep()
    this.#places.sort((one, other) => Number(one?.number) - Number(other?.number))
  }

  /** Removes the oldest entry. */
  shift(): HeldTask | undefined {
    while (this.#first < this.#places.length) {
      const task = this.#places[this.#first]
      this.#places[this.#first++] = undefined
      if (this.#first > SWEPT && this.#first * 2 > this.#places.length) this.#sweep()
      if (!task?.gone) return task
      this.#gone--
    }
    return undefined
  }

  /** Call it when a task with this many entries is dropped. */
  leave(places: number): void {
    this.#gone += places
    if (this.#gone > SWEPT && this.#gone * 2 > this.#places.length) this.#sweep()
  }

  /** Appends the entries of another queue. */
  takeOver(later: TaskLine): void {
    for (const task of later.#places) if (task) this.#places.push(task)
    this.#gone += later.#gone
  }

  #sweep(): void {
    this.#places = this.#places.filter((task) => task && !task.gone)
    this.#first = 0
    this.#gone = 0
  }
}
