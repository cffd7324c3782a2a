import { headerValue } from '../../contract/event/header-value.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'
import type { TaskReader } from '../../recorder/tasks/task-reader.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { CallDensity } from './call-density.ts'
import { CallTimes } from './call-times.ts'
import { COLUMN_VALUES, headerOfColumn, type ListOrder, type OwnColumnId } from './column-values.ts'
import { CachingReader, type RowReader } from './row-reader.ts'
import { RowTally } from './row-tally.ts'
import { HeldRow, type TaskRow } from './task-row.ts'

/** Tells whether a row is shown. */
export type RowTest = (row: HeldRow, reader: RowReader) => boolean

/** How far a filter has come that asks for more than the rows hold. */
export interface ReadingProgress {
  /** Rows whose bodies were searched. */
  readonly searched: number
  /** Those among them of which something is not kept any more. */
  readonly gone: number
  /** Rows that are still to be read. */
  readonly waiting: number
}

/** What is read in one go, in tasks: some 5 ms of work. */
const MOST_READ = 120
/** Rows that are shown are read at once when they move, unless they are too many. */
const MOST_READ_AT_ONCE = 20

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
  readonly #markOf: (taskId: string) => TaskMark | undefined
  /** Of all tasks, shown or not, in the order of their calls. */
  readonly #rows = new Map<string, HeldRow>()
  #ids: string[] = []
  #shown = new Set<string>()
  #test: RowTest | undefined
  #order: ListOrder | undefined
  readonly #reader: CachingReader
  /** Ids of rows of which the filter asks what is not read yet. They are not shown before. */
  readonly #waiting = new Set<string>()
  readonly #searched = new Set<string>()
  readonly #gone = new Set<string>()
  /** The rows in numbers. */
  readonly tally = new RowTally()
  /** When their calls ran. */
  readonly times = new CallTimes(() => this.#shownRows())
  /** How many began when. */
  readonly density = new CallDensity()

  constructor(
    tasks: Pick<TaskReader, 'glanceAt'>,
    eventsOf: (taskId: string) => readonly TaskEvent[] = () => [],
    markOf: (taskId: string) => TaskMark | undefined = () => undefined,
  ) {
    this.#tasks = tasks
    this.#reader = new CachingReader(tasks, eventsOf)
    this.#markOf = markOf
  }

  get progress(): ReadingProgress {
    return { searched: this.#searched.size, gone: this.#gone.size, waiting: this.#waiting.size }
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

  /** Whether the filter lets it pass. */
  shows(taskId: string): boolean {
    return this.#shown.has(taskId)
  }

  row(taskId: string): TaskRow | undefined {
    return this.#rows.get(taskId)
  }

  /**
   * Takes another filter and order, and looks at every task once; at those shown alone where the filter `narrows` the one before. No test
   * lets everything pass. Tells whether the list or its progress changed.
   */
  arrange(test: RowTest | undefined, order: ListOrder | undefined, narrows = false): boolean {
    const reordered = order !== this.#order
    this.#test = test
    this.#order = order
    const progressed = this.#waiting.size + this.#searched.size > 0
    // What waits to be read is not in the list yet, and may belong to it.
    const narrower = narrows && this.#waiting.size === 0
    this.#waiting.clear()
    this.#searched.clear()
    this.#gone.clear()
    this.#reader.asked = false
    // What stays of a list that is only narrowed has its order.
    const narrowed = narrower && !reordered
    const ids = narrowed
      ? this.#ids.filter((id) => this.#passes(this.#rows.get(id) as HeldRow))
      : [...this.#rows.values()].flatMap((row) => ((!narrower || this.#shown.has(row.taskId)) && this.#passes(row) ? row.taskId : []))
    // What was read may be more than the rows themselves.
    if (!this.#reader.asked) this.#reader.forget()
    const asks = progressed || this.#reader.asked
    const same = ids.length === this.#shown.size && (narrowed || ids.every((id) => this.#shown.has(id)))
    if (!reordered && !asks && same) return false
    this.#shown = new Set(ids)
    this.tally.reset()
    this.times.reset()
    this.density.reset()
    for (const row of this.#shownRows()) this.#enter(row)
    this.#ids = order && !narrowed ? this.#sorted(ids) : ids
    return true
  }

  /**
   * Takes in what became of tasks, new ones and others. Tells whether the list of rows changed, not merely something in a row. A task
   * goes on from what is known of it, unless they are told `anew`: then it may also have gone back.
   */
  follow(tasks: readonly TaskSnapshot[], anew = false): boolean {
    const leaving = new Set<string>()
    const before: string[] = []
    const added: string[] = []
    for (const task of tasks) {
      const id = task.taskId
      const known = this.#rows.get(id)
      const row = new HeldRow(task, this.#markOf(id))
      this.#rows.set(id, row)
      const shown = this.#shown.has(id)
      const passes = this.#passes(row, shown && tasks.length <= MOST_READ_AT_ONCE)
      if (shown && passes && !anew) this.#move(row)
      if (shown && (!passes || anew)) this.#leave(anew && known ? known : row)
      if (shown && passes && anew) this.#enter(row)
      if (!shown && passes) this.#enter(row)
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

  /** Reads on in what the filter asks for, as much as a page does not feel. Tells whether rows came. */
  readOn(): boolean {
    this.#reader.cost = 0
    const coming: string[] = []
    for (const id of this.#waiting) {
      if (this.#reader.cost >= MOST_READ) break
      const row = this.#rows.get(id)
      this.#waiting.delete(id)
      if (!row || !this.#passes(row, true) || this.#shown.has(id)) continue
      coming.push(id)
      this.#shown.add(id)
      this.#enter(row)
    }
    if (coming.length > 0) this.#merge(this.#sorted(coming))
    return coming.length > 0
  }

  /** Takes tasks out for good. */
  drop(taskIds: ReadonlySet<string>): void {
    for (const id of taskIds) {
      const row = this.#rows.get(id)
      if (row && this.#shown.has(id)) this.#leave(row)
      this.#rows.delete(id)
      for (const ids of [this.#waiting, this.#searched, this.#gone]) ids.delete(id)
    }
    this.#takeOut(taskIds)
  }

  /**
   * Lets go of everything, once another list has taken its place: a removed element that the browser or React still remembers would hold the
   * rows of all tasks by it.
   */
  release(): void {
    this.#rows.clear()
    this.#ids = []
    this.#shown = new Set()
    for (const ids of [this.#waiting, this.#searched, this.#gone]) ids.clear()
    this.#reader.forget()
    this.tally.reset()
    this.times.reset()
    this.density.reset()
  }

  *#shownRows(): Iterable<HeldRow> {
    for (const id of this.#shown) yield this.#rows.get(id) as HeldRow
  }

  #enter(row: HeldRow): void {
    this.tally.enter(row)
    this.times.enter(row)
    this.density.enter(row)
  }

  #move(row: HeldRow): void {
    this.tally.move(row)
    this.times.move(row)
    this.density.move(row)
  }

  #leave(row: HeldRow): void {
    this.tally.leave(row)
    this.times.leave(row)
    this.density.leave(row)
  }

  #takeOut(taskIds: ReadonlySet<string>): void {
    if (taskIds.size === 0) return
    for (const id of taskIds) this.#shown.delete(id)
    this.#ids = this.#ids.filter((id) => !taskIds.has(id))
  }

  /** One that waits does not pass yet. */
  #passes(row: HeldRow, reads = false): boolean {
    const header = this.#orderHeader()
    if (!this.#test && header === undefined) return true
    const reader = this.#reader
    reader.aim(row, reads)
    // A row has no place before its header is read.
    const placed = header === undefined || reader.facts() !== undefined
    const passes = placed && (this.#test?.(row, reader) ?? true)
    if (reader.bodies !== 'not asked') this.#searched.add(row.taskId)
    if (reader.bodies === 'gone') this.#gone.add(row.taskId)
    if (reader.missed) this.#waiting.add(row.taskId)
    else this.#waiting.delete(row.taskId)
    return passes && !reader.missed
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
    return { id, number: row?.number ?? 0, value: row && this.#order && this.#valueOf(row, this.#order) }
  }

  #valueOf(row: HeldRow, { column }: ListOrder): Placed['value'] {
    const header = this.#orderHeader()
    if (header === undefined) return COLUMN_VALUES[column as OwnColumnId](this.#whole(row))
    this.#reader.aim(row, true)
    return headerValue(this.#reader.facts()?.header, header)?.toLowerCase()
  }

  /** The response header by which the list is sorted, if it is by one. */
  #orderHeader(): string | undefined {
    return this.#order && headerOfColumn(this.#order.column)
  }

  #compare(a: Placed, b: Placed): number {
    if (a.value === b.value) return a.number - b.number
    if (a.value === undefined) return 1
    if (b.value === undefined) return -1
    return a.value < b.value === (this.#order?.descending ?? false) ? 1 : -1
  }
}
