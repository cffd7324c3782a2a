import { createEmitter } from '../../../contract/emitter.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { RowIndex } from '../../rows/row-index.ts'
import type { TaskRow } from '../../rows/task-row.ts'
import type { Schedule } from '../../store/frame-pace.ts'
import { type CallSpan, createOwnScale, createSharedScale, longFrom, momentAt, type Span, type TimeScale } from './time-scale.ts'
import { firstZoom, panBy, zoomBy } from './zoom-window.ts'

/** A row that is in the document, and its place in the list. */
export interface StageRow {
  readonly task: TaskSnapshot
  readonly index: number
}

/** What an actor draws with. */
export interface StageView {
  readonly now: number
  readonly scale: TimeScale
  readonly axis: 'shared' | 'own'
  /** The rows to be drawn: all of them, or with `live` only those that still run. */
  readonly rows: readonly StageRow[]
  readonly live: boolean
}

/** Something that is drawn outside React with every frame: the canvas of the bars, the length of a running call. */
interface Actor {
  draw(view: StageView): void
}

/** While calls run, the axis reaches ahead of now in steps, each this much longer: so it stands still in between. */
const STEP = 1.25
/** ms. The shortest such reach. */
const SHORTEST_REACH = 200

/**
 * Keeps the time axis of the list and tells actors when to draw, all in one frame: with the next one where rows changed, and as the pace
 * allows while calls run. Frames stop when nothing in view runs. The axis is that of all calls in the list, or of the part that someone
 * zoomed to; scrolling does not move it.
 */
export class WaterfallStage {
  readonly #now: () => number
  readonly #pace: Schedule
  readonly #nextFrame: Schedule
  readonly #actors = new Set<Actor>()
  readonly #scaleChanged = createEmitter()
  #rows: readonly StageRow[] = []
  #calls: Pick<RowIndex, 'ids' | 'row'> | undefined
  #version = -1
  #axis: 'shared' | 'own' = 'shared'
  #part: Span | undefined
  #width = 200
  #scale: TimeScale = createOwnScale(1000, 200)
  /** The last moment for which the scale holds; infinite when nothing runs that could outgrow it. */
  #until = Number.POSITIVE_INFINITY
  #stale = true
  #callOff: (() => void) | undefined
  #callOffLive: (() => void) | undefined

  constructor(now: () => number, pace: Schedule, nextFrame: Schedule) {
    this.#now = now
    this.#pace = pace
    this.#nextFrame = nextFrame
  }

  get scale(): TimeScale {
    return this.#scale
  }

  get axis(): 'shared' | 'own' {
    return this.#axis
  }

  /** The part of the time that is shown; `undefined` while all of it is. */
  get part(): Span | undefined {
    return this.#part
  }

  /** Hears when the scale changed. */
  subscribe(listener: () => void): () => void {
    return this.#scaleChanged.subscribe(listener)
  }

  /** Puts an actor on the stage, to be drawn with the next frame; returns how to take it off. */
  add(actor: Actor): () => void {
    this.#actors.add(actor)
    this.redraw()
    return () => this.#actors.delete(actor)
  }

  /** The rows in the document. */
  setRows(rows: readonly StageRow[]): void {
    if (sameRows(rows, this.#rows)) return
    this.#rows = rows
    this.redraw()
  }

  /** All calls of the list, which change in place; `version` moves when they did. */
  setCalls(calls: Pick<RowIndex, 'ids' | 'row'>, version: number): void {
    if (calls === this.#calls && version === this.#version) return
    this.#calls = calls
    this.#version = version
    this.#rescale()
  }

  setWidth(width: number): void {
    if (width === this.#width || width <= 0) return
    this.#width = width
    this.#rescale()
  }

  setAxis(axis: 'shared' | 'own'): void {
    if (axis === this.#axis) return
    this.#axis = axis
    this.#rescale()
  }

  /** Shows a part of the time alone, or all of it again. */
  showPart(part: Span | undefined): void {
    if (this.#axis === 'own' || (part && part.to - part.from < 1)) return
    this.#part = part
    this.#rescale()
  }

  /** One step nearer (`in`) or farther, around a place, px, or a moment of the session clock. */
  zoom(direction: 'in' | 'out', around: { readonly x: number } | { readonly at: number }): void {
    const spans = this.#spans(this.#now())
    const whole = wholeOf(spans)
    if (!whole) return
    const at = 'x' in around ? momentAt(this.#scale, around.x) : around.at
    const first = direction === 'in' && !this.#part
    this.showPart(first ? firstZoom(spans, whole, at, this.#width) : zoomBy(this.#part, whole, at, direction === 'in' ? 0.5 : 2))
  }

  /** Moves along by a share of what is shown; tells whether there was a part to move. */
  pan(share: number): boolean {
    const whole = wholeOf(this.#spans(this.#now()))
    if (!whole || !this.#part) return false
    this.showPart(panBy(this.#part, whole, share))
    return true
  }

  /** Draws everything anew with the next frame. */
  redraw(): void {
    this.#stale = true
    this.#callOff ??= this.#nextFrame(() => {
      this.#callOff = undefined
      this.#drawFrame()
    })
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = undefined
    this.#callOffLive?.()
    this.#callOffLive = undefined
  }

  #spans(now: number): readonly CallSpan[] {
    const spans: CallSpan[] = []
    for (const id of this.#calls?.ids ?? []) {
      const row = this.#calls?.row(id)
      if (row) spans.push(spanOf(row, now))
    }
    return spans
  }

  #rescale(): void {
    const now = this.#now()
    const spans = this.#spans(now)
    const scale = this.#axis === 'own' ? this.#ownScale(spans, now) : this.#sharedScale(spans, now)
    if (sameScale(scale, this.#scale)) return
    this.#scale = scale
    this.redraw()
    this.#scaleChanged.emit()
  }

  /** Those that run as long as others took count; a hanging one ends at the edge. */
  #ownScale(spans: readonly CallSpan[], now: number): TimeScale {
    const limit = longFrom(spans)
    const short = spans.filter(({ from, to, runs }) => !runs || to - from <= limit)
    const longest = short.reduce((most, { from, to, runs }) => Math.max(most, runs ? reachBeyond(to - from) : to - from), 0)
    this.#until = firstOutgrown(short, now, limit)
    return createOwnScale(longest || 1000, this.#width)
  }

  #sharedScale(spans: readonly CallSpan[], now: number): TimeScale {
    const limit = longFrom(spans)
    const running = spans.filter(({ from, to, runs }) => runs && to - from <= limit)
    this.#until = this.#part ? Number.POSITIVE_INFINITY : firstOutgrown(running, now, limit)
    const begun = running.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY)
    const ahead = running.length > 0 ? [{ from: begun, to: begun + Math.min(limit, reachBeyond(now - begun)), runs: true }] : []
    return createSharedScale([...spans, ...ahead], this.#width, this.#part)
  }

  #drawFrame(): void {
    const now = this.#now()
    if (now > this.#until) this.#rescale()
    const running = this.#rows.filter((row) => row.task.marks.ended === undefined)
    const live = !this.#stale
    this.#stale = false
    const view: StageView = { now, scale: this.#scale, axis: this.#axis, rows: live ? running : this.#rows, live }
    for (const actor of this.#actors) actor.draw(view)
    if (running.length > 0) {
      this.#callOffLive ??= this.#pace(() => {
        this.#callOffLive = undefined
        this.#drawFrame()
      })
    }
  }
}

/** When the first of some running calls outgrows the axis, or becomes a long one. */
function firstOutgrown(spans: readonly CallSpan[], now: number, limit: number): number {
  return spans.reduce(
    (first, { from, runs }) => (runs ? Math.min(first, from + Math.min(limit, reachBeyond(now - from))) : first),
    Number.POSITIVE_INFINITY,
  )
}

/** The first step that is longer than `length`. */
function reachBeyond(length: number): number {
  const steps = Math.floor(Math.log(Math.max(1, length / SHORTEST_REACH)) / Math.log(STEP)) + 1
  return SHORTEST_REACH * STEP ** steps
}

/** From the call to its end, or to now. */
function spanOf({ marks: { created, ended } }: TaskRow, now: number): CallSpan {
  return ended === undefined ? { from: created, to: Math.max(created, now), runs: true } : { from: created, to: ended, runs: false }
}

function wholeOf(spans: readonly CallSpan[]): Span | undefined {
  if (spans.length === 0) return undefined
  return spans.reduce<Span>((whole, { from, to }) => ({ from: Math.min(whole.from, from), to: Math.max(whole.to, to) }), {
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
  })
}

function sameRows(a: readonly StageRow[], b: readonly StageRow[]): boolean {
  return a.length === b.length && a.every((row, place) => row.task === b[place]?.task && row.index === b[place]?.index)
}

function sameScale(a: TimeScale, b: TimeScale): boolean {
  return (
    a.width === b.width &&
    a.end === b.end &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, place) => {
      const other = b.pieces[place]
      return piece.from === other?.from && piece.to === other.to && piece.left === other.left && piece.right === other.right
    })
  )
}
