import type { TaskReader } from '../../recorder/tasks/task-reader.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { COLUMN_VALUES, type ListOrder } from './column-values.ts'
import { RowTally } from './row-tally.ts'
import { HeldRow, type TaskRow } from './task-row.ts'

/** Unpacks the task of a row: for what the row does not hold. It costs a hundred times what reading the row does. */
export type UnpackTask = () => TaskSnapshot | undefined

/** Tells whether a row is shown. */
export type RowTest = (row: HeldRow, unpack: UnpackTask) => boolean

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
  readonly #tasks: Pick<TaskReader, 'glanceAt'>
  /** Of all tasks, shown or not, in the order of their calls. */
  readonly #rows = new Map<string, HeldRow>()
  #ids: string[] = []
  #shown = new Set<string>()
  #test: RowTest | undefined
  #order: ListOrder | undefined
  /** The rows in numbers. */
  readonly tally = new RowTally()

  constructor(tasks: Pick<TaskReader, 'glanceAt'>) {
    this.#tasks = tasks
  }

  /** Ids from the top of the list down. Changes in place. */
  get ids(): readonly string[] {
    return this.#ids
  }

  /** How many tasks there are, shown or not. */
  get size(): number {
    return this.#rows.size
  }

  /** Ids of all tasks, shown or not, in the order of their calls. */
  taskIds(): Iterable<string> {
    return this.#rows.keys()
  }

  /** The rows of all tasks, shown or not, in the order of their calls. */
  all(): Iterable<HeldRow> {
    return this.#rows.values()
  }

  row(taskId: string): TaskRow | undefined {
    return this.#rows.get(taskId)
  }

  /**
   * Takes another filter and order, and looks at every task once; at those shown alone where the filter `narrows` the one before. No test
   * lets everything pass. Tells whether the list changed.
   */
  arrange(test: RowTest | undefined, order: ListOrder | undefined, narrows = false): boolean {
    const reordered = order !== this.#order
    this.#test = test
    this.#order = order
    const ids: string[] = []
    for (const row of this.#rows.values()) {
      if ((!narrows || this.#shown.has(row.taskId)) && this.#passes(row)) ids.push(row.taskId)
    }
    if (!reordered && ids.length === this.#shown.size && ids.every((id) => this.#shown.has(id))) return false
    this.#shown = new Set(ids)
    this.tally.reset()
    for (const id of ids) this.tally.enter(this.#rows.get(id) as HeldRow)
    this.#ids = order ? this.#sorted(ids) : ids
    return true
  }

  /** Takes in what became of tasks, new ones and others. Tells whether the list of rows changed, not merely something in a row. */
  follow(tasks: readonly TaskSnapshot[]): boolean {
    const leaving = new Set<string>()
    const before: string[] = []
    const added: string[] = []
    for (const task of tasks) {
      const id = task.taskId
      const known = this.#rows.has(id)
      const row = new HeldRow(task)
      this.#rows.set(id, row)
      const passes = this.#passes(row)
      const shown = this.#shown.has(id)
      if (shown && passes) this.tally.move(row)
      if (shown && !passes) this.tally.leave(row)
      if (!shown && passes) this.tally.enter(row)
      if (shown && (!passes || this.#order)) leaving.add(id)
      if (passes && (!shown || this.#order)) (known ? before : added).push(id)
    }
    const coming = [...before, ...added]
    if (leaving.size === 0 && coming.length === 0) return false
    this.#takeOut(leaving)
    for (const id of coming) this.#shown.add(id)
    if (this.#order || before.length > 0) this.#merge(this.#sorted(coming))
    else for (const id of coming) this.#ids.push(id)
    return true
  }

  /** Takes tasks out for good. */
  drop(taskIds: ReadonlySet<string>): void {
    for (const id of taskIds) {
      const row = this.#rows.get(id)
      if (row && this.#shown.has(id)) this.tally.leave(row)
      this.#rows.delete(id)
    }
    this.#takeOut(taskIds)
  }

  #takeOut(taskIds: ReadonlySet<string>): void {
    if (taskIds.size === 0) return
    for (const id of taskIds) this.#shown.delete(id)
    this.#ids = this.#ids.filter((id) => !taskIds.has(id))
  }

  #passes(row: HeldRow): boolean {
    return this.#test?.(row, () => this.#tasks.glanceAt(row.taskId)) ?? true
  }

  #whole(row: HeldRow): TaskRow {
    return row.shortened ? (this.#tasks.glanceAt(row.taskId) ?? row) : row
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
    const row = this.#rows.get(id)
    return { id, number: row?.number ?? 0, value: row && this.#order ? COLUMN_VALUES[this.#order.column](this.#whole(row)) : undefined }
  }

  #compare(a: Placed, b: Placed): number {
    if (a.value === b.value) return a.number - b.number
    if (a.value === undefined) return 1
    if (b.value === undefined) return -1
    return a.value < b.value === (this.#order?.descending ?? false) ? 1 : -1
  }
}
