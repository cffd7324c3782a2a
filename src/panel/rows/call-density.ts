import type { TaskRow } from './task-row.ts'
import { toneOf } from './task-tone.ts'

/** How many calls began in a stretch of time, and of how many nothing good came. */
export interface DensityBin {
  /** ms on the session clock. */
  readonly from: number
  readonly calls: number
  readonly failed: number
}

/** More stretches than the widest strip has columns. */
const MOST_BINS = 512

const BAD: ReadonlySet<string> = new Set(['failed', 'client-error', 'server-error'])

/** How the calls of the list lie in time, kept as rows come and go. Stretches double in length when there would be too many of them. */
export class CallDensity {
  #bins = new Map<number, { calls: number; failed: number }>()
  /** ms of a stretch. */
  #length = 1
  /** Those that may still fail. */
  readonly #open = new Set<string>()

  reset(): void {
    this.#bins.clear()
    this.#length = 1
    this.#open.clear()
  }

  enter(row: TaskRow): void {
    this.#count(row, 1)
    if (row.marks.ended === undefined) this.#open.add(row.taskId)
    else this.#countFailure(row, 1)
  }

  move(row: TaskRow): void {
    if (row.marks.ended !== undefined && this.#open.delete(row.taskId)) this.#countFailure(row, 1)
  }

  /** A row goes; `row` may already say more than was counted. */
  leave(row: TaskRow): void {
    if (!this.#open.delete(row.taskId)) this.#countFailure(row, -1)
    this.#count(row, -1)
  }

  /** Those in which calls began, in no order, and how long each is, ms. */
  bins(): { readonly length: number; readonly bins: readonly DensityBin[] } {
    return { length: this.#length, bins: [...this.#bins].map(([place, bin]) => ({ from: place * this.#length, ...bin })) }
  }

  #count({ marks }: TaskRow, by: 1 | -1): void {
    const place = Math.floor(marks.created / this.#length)
    const bin = this.#bins.get(place)
    if (bin) bin.calls += by
    else this.#bins.set(place, { calls: by, failed: 0 })
    if (bin?.calls === 0) this.#bins.delete(place)
    while (this.#bins.size > MOST_BINS) this.#double()
  }

  #countFailure(row: TaskRow, by: 1 | -1): void {
    const bin = this.#bins.get(Math.floor(row.marks.created / this.#length))
    if (bin && BAD.has(toneOf(row))) bin.failed += by
  }

  #double(): void {
    const before = this.#bins
    this.#bins = new Map()
    this.#length *= 2
    for (const [place, { calls, failed }] of before) {
      const half = Math.floor(place / 2)
      const bin = this.#bins.get(half)
      if (bin) {
        bin.calls += calls
        bin.failed += failed
      } else this.#bins.set(half, { calls, failed })
    }
  }
}
