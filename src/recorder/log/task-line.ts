import type { HeldTask } from './held-task.ts'

/** Places that are swept at once. */
const SWEPT = 1024

/** Tasks in line, the oldest place first; one may have several places. Those that are gone are passed over. */
export class TaskLine {
  #places: (HeldTask | undefined)[] = []
  #first = 0
  #gone = 0

  push(task: HeldTask): void {
    this.#places.push(task)
  }

  /** Takes out the oldest place. */
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

  /** To be told when a task is gone that has so many places. */
  leave(places: number): void {
    this.#gone += places
    if (this.#gone > SWEPT && this.#gone * 2 > this.#places.length) this.#sweep()
  }

  /** Takes over the places of another line, behind those here. */
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
