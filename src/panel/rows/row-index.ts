import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import type { BookChange, TaskStore } from '../../recorder/tasks/task-store.ts'
import { COLUMN_VALUES, type ListOrder } from './column-values.ts'
import { RowTally } from './row-tally.ts'

/** What a row is placed by. */
interface Placed {
  readonly id: string
  readonly value: number | string | undefined
  readonly number: number
}

/**
 * Which tasks the list shows, and in what order. Kept up to date by what changed alone:
 * a hundred new calls cost the same below fifty thousand old ones as below none.
 */
export class RowIndex {
  #ids: string[] = []
  #shown = new Set<string>()
  #test: ((task: TaskSnapshot) => boolean) | undefined
  #order: ListOrder | undefined
  readonly #book: TaskStore
  /** The rows in numbers. */
  readonly tally = new RowTally()

  constructor(book: TaskStore) {
    this.#book = book
    this.arrange(undefined, undefined)
  }

  /** Ids from the top of the list down. Changes in place. */
  get ids(): readonly string[] {
    return this.#ids
  }

  has(taskId: string): boolean {
    return this.#shown.has(taskId)
  }

  /** Takes another filter and order, and looks at every task once. No test lets everything pass. */
  arrange(test: ((task: TaskSnapshot) => boolean) | undefined, order: ListOrder | undefined): void {
    this.#test = test
    this.#order = order
    const ids = this.#book.ids.filter((id) => this.#passes(id))
    this.#shown = new Set(ids)
    this.tally.reset()
    for (const id of ids) this.tally.enter(this.#task(id))
    this.#ids = order ? this.#sorted(ids) : ids
  }

  /** Follows the book. Tells whether the list of rows changed, not merely something in a row. */
  follow({ added, moved }: BookChange): boolean {
    const leaving = new Set<string>()
    const coming: string[] = []
    for (const id of moved) {
      const passes = this.#passes(id)
      const shown = this.#shown.has(id)
      if (shown && passes) this.tally.move(this.#task(id))
      if (shown && !passes) this.tally.leave(this.#task(id))
      if (!shown && passes) this.tally.enter(this.#task(id))
      if (shown && (!passes || this.#order)) leaving.add(id)
      if (passes && (!shown || this.#order)) coming.push(id)
    }
    const fromBefore = coming.length
    for (const id of added) {
      if (!this.#passes(id)) continue
      coming.push(id)
      this.tally.enter(this.#task(id))
    }
    if (leaving.size === 0 && coming.length === 0) return false
    this.#takeOut(leaving)
    for (const id of coming) this.#shown.add(id)
    if (this.#order || fromBefore > 0) this.#merge(this.#sorted(coming))
    else for (const id of coming) this.#ids.push(id)
    return true
  }

  /** Takes rows out for good. To be told before the book forgets the tasks. */
  drop(taskIds: ReadonlySet<string>): void {
    for (const id of taskIds) if (this.#shown.has(id)) this.tally.leave(this.#task(id))
    this.#takeOut(taskIds)
  }

  #takeOut(taskIds: ReadonlySet<string>): void {
    if (taskIds.size === 0) return
    for (const id of taskIds) this.#shown.delete(id)
    this.#ids = this.#ids.filter((id) => !taskIds.has(id))
  }

  #task(id: string): TaskSnapshot {
    const task = this.#book.get(id)
    if (!task) throw new TypeError(`[wx-request-inspector] the list shows ${id}, of which the book knows nothing`)
    return task
  }

  #passes(id: string): boolean {
    const task = this.#book.get(id)
    return task !== undefined && (this.#test?.(task) ?? true)
  }

  /** Values are read once per row, not once per comparison. */
  #sorted(ids: readonly string[]): string[] {
    return ids
      .map((id) => this.#place(id))
      .sort((a, b) => this.#compare(a, b))
      .map((placed) => placed.id)
  }

  /** Puts sorted ids among the rows, each found by halving. */
  #merge(coming: readonly string[]): void {
    const rows = this.#ids
    const merged: string[] = []
    let from = 0
    for (const id of coming) {
      const to = this.#find(rows, this.#place(id), from)
      for (let row = from; row < to; row++) merged.push(rows[row] as string)
      merged.push(id)
      from = to
    }
    for (let row = from; row < rows.length; row++) merged.push(rows[row] as string)
    this.#ids = merged
  }

  #find(rows: readonly string[], placed: Placed, from: number): number {
    let low = from
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(this.#place(rows[middle] as string), placed) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #place(id: string): Placed {
    const task = this.#book.get(id)
    return { id, number: task?.number ?? 0, value: task && this.#order ? COLUMN_VALUES[this.#order.column](task) : undefined }
  }

  #compare(a: Placed, b: Placed): number {
    if (a.value === b.value) return a.number - b.number
    if (a.value === undefined) return 1
    if (b.value === undefined) return -1
    return a.value < b.value === (this.#order?.descending ?? false) ? 1 : -1
  }
}
