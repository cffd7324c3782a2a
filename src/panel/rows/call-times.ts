import { firstAtLeast } from '../../recorder/replay/first-at-least.ts'
import type { TaskRow } from './task-row.ts'

/** A stretch of time, ms on the session clock. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What of a row tells when its call ran. */
export interface TimedRow {
  readonly taskId: string
  readonly marks: Pick<TaskRow['marks'], 'created' | 'ended'>
}

/** A call so many times longer than the median one is a long one. */
const LONG = 8
/** ms. No shorter call is a long one. */
const SHORTEST_LONG = 1000
/** Lengths of calls are told apart in steps, each so many times the one before, so that what hangs on the median does not change with each call. */
const STEP = 1.1
/** ms. Longer calls, which no page records, count as so long. */
const LONGEST = 1e12

/**
 * When the calls of the list ran. Kept as rows come, move on and go, so that the time axis of ten thousand calls costs what that of ten
 * does: only after rows left is it put together anew, from all that stay.
 */
export class CallTimes {
  readonly #rows: () => Iterable<TimedRow>
  /** When those that run began, by task. */
  readonly #running = new Map<string, number>()
  /** How many calls took how long, in steps. */
  #lengths: number[] = []
  #ended = 0
  #longest = 0
  /** The time in which calls that have ended ran, in order, without gaps of no length. */
  #busy: Span[] = []
  /** What counted as long when `#busy` was put together; `undefined` while it has to be anew. */
  #limit: number | undefined

  /** `rows` are all those that entered and have not left. */
  constructor(rows: () => Iterable<TimedRow>) {
    this.#rows = rows
  }

  reset(): void {
    this.#running.clear()
    this.#lengths = []
    this.#ended = 0
    this.#busy = []
    this.#limit = undefined
  }

  enter(row: TimedRow): void {
    if (row.marks.ended === undefined) this.#running.set(row.taskId, row.marks.created)
    else this.#end(row)
  }

  /** A row that is shown became what `row` says. */
  move(row: TimedRow): void {
    if (row.marks.ended !== undefined && this.#running.delete(row.taskId)) this.#end(row)
  }

  /** A row goes; `row` may already say more than was told. */
  leave(row: TimedRow): void {
    if (this.#running.delete(row.taskId)) return
    const step = stepOf(lengthOf(spanOf(row)))
    this.#lengths[step] = (this.#lengths[step] ?? 1) - 1
    this.#ended -= 1
    this.#limit = undefined
  }

  /** ms; half of the calls that have ended took no longer, up to a tenth. Absent while none has. */
  get median(): number | undefined {
    let rank = Math.ceil(this.#ended / 2)
    if (rank === 0) return undefined
    for (const [step, count] of this.#lengths.entries()) {
      rank -= count ?? 0
      if (rank <= 0) return STEP ** step - 1
    }
    return undefined
  }

  /** ms; a longer call is a long one. None is while no call has ended. */
  get longFrom(): number {
    const { median } = this
    return median === undefined ? Number.POSITIVE_INFINITY : Math.max(SHORTEST_LONG, LONG * median)
  }

  /** ms that the longest call took which has ended; 0 while none has. */
  get longest(): number {
    this.#settle()
    return this.#longest
  }

  /** Those that run, up to `now`. */
  running(now: number): readonly Span[] {
    return [...this.#running.values()].map((from) => ({ from, to: Math.max(from, now) }))
  }

  /** From the first call to the last end; to `now` while calls run. */
  whole(now: number): Span | undefined {
    const busy = this.#settle()
    const spans = [...busy.slice(0, 1), ...busy.slice(-1), ...this.running(now)]
    return spans.reduce<Span | undefined>(
      (whole, { from, to }) => ({ from: Math.min(whole?.from ?? from, from), to: Math.max(whole?.to ?? to, to) }),
      undefined,
    )
  }

  /**
   * The time in which calls ran, in order, spans that touch made one. Of a long call only beginning and end count, so that one that hangs,
   * or a socket that stays open, does not flatten the bars of all others. `ahead` is counted in.
   */
  busy(now: number, ahead?: Span): readonly Span[] {
    const busy = this.#settle()
    if (this.#running.size === 0 && !ahead) return busy
    const all = [...busy]
    const limit = this.longFrom
    for (const span of this.running(now))
      uniteInto(all, lengthOf(span) <= limit ? span : { from: span.from, to: span.from + edgeOf(limit) })
    if (ahead) uniteInto(all, ahead)
    return all
  }

  #end(row: TimedRow): void {
    const span = spanOf(row)
    const length = lengthOf(span)
    const step = stepOf(length)
    while (this.#lengths.length <= step) this.#lengths.push(0)
    this.#lengths[step] = (this.#lengths[step] ?? 0) + 1
    this.#ended += 1
    if (this.#limit === undefined) return
    this.#longest = Math.max(this.#longest, length)
    if (this.#limit === this.longFrom) this.#take(span, this.#limit)
    else this.#limit = undefined
  }

  #settle(): readonly Span[] {
    if (this.#limit !== undefined) return this.#busy
    const limit = this.longFrom
    const spans = [...this.#rows()].filter(({ marks }) => marks.ended !== undefined).map(spanOf)
    spans.sort((a, b) => a.from - b.from)
    this.#busy = []
    this.#longest = 0
    for (const span of spans) {
      this.#longest = Math.max(this.#longest, lengthOf(span))
      this.#take(span, limit)
    }
    this.#limit = limit
    return this.#busy
  }

  #take(span: Span, limit: number): void {
    if (lengthOf(span) <= limit) {
      uniteInto(this.#busy, span)
      return
    }
    uniteInto(this.#busy, { from: span.from, to: span.from + edgeOf(limit) })
    uniteInto(this.#busy, { from: span.to - edgeOf(limit), to: span.to })
  }
}

/** ms of either end of a long call. */
const edgeOf = (limit: number) => limit / LONG / 2

const lengthOf = ({ from, to }: Span) => to - from

const stepOf = (length: number) => Math.ceil(Math.log(Math.min(length, LONGEST) + 1) / Math.log(STEP))

/** Of a call that ends before it begins, as a record from elsewhere may have it, the beginning counts. */
function spanOf({ marks: { created, ended = created } }: TimedRow): Span {
  return { from: created, to: Math.max(created, ended) }
}

/** Puts a span into a row of spans that are in order and do not touch. */
function uniteInto(spans: Span[], span: Span): void {
  const first = firstEndingFrom(spans, span.from)
  let behind = first
  let { from, to } = span
  for (let next = spans[behind]; next && next.from <= span.to; next = spans[++behind]) {
    from = Math.min(from, next.from)
    to = Math.max(to, next.to)
  }
  spans.splice(first, behind - first, { from, to })
}

/** The place of the first span that ends at a moment or later. */
export function firstEndingFrom(spans: readonly Span[], at: number): number {
  return firstAtLeast(spans, at, ({ to }) => to)
}
