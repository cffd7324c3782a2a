import { createEmitter } from '../../../contract/emitter.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { CallTimes, Span } from '../../rows/call-times.ts'
import type { Schedule } from '../../store/frame-pace.ts'
import { createOwnScale, createSharedScale, momentAt, type TimeScale } from './time-scale.ts'
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
  #times: CallTimes | undefined
  #version = -1
  #axis: 'shared' | 'own' = 'shared'
  #part: Span | undefined
  /** The part that listeners heard of. Between calls it can change, while the scale, in which idle time is folded, stays the same. */
  #toldPart: Span | undefined
  #whole: Span | undefined
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

  /** From the first call to the last end; `undefined` of no calls. The same object while it is the same. */
  get whole(): Span | undefined {
    return this.#whole
  }

  /** Hears when the scale changed, the whole of the time, or the part of it that is shown. */
  subscribe(listener: () => void): () => void {
    return this.#scaleChanged.subscribe(listener)
  }

  /** Puts an actor on the stage, to be drawn with the next frame; returns how to take it off. */
  add(actor: Actor): () => void {
    this.#actors.add(actor)
    this.redraw()
    return () => this.#actors.delete(actor)
  }

  /** The rows in the document, and whether it is by scrolling that they came there. */
  setRows(rows: readonly StageRow[], scrolling: boolean): void {
    if (sameRows(rows, this.#rows)) return
    const before = new Set(scrolling ? this.#rows.map(({ task }) => task.taskId) : [])
    const jumped = before.size > 0 && !rows.some(({ task }) => before.has(task.taskId))
    this.#rows = rows
    if (jumped) this.#redrawAtRest()
    else this.redraw()
  }

  /** When the calls of the list ran, which changes in place; `version` moves when it did. */
  setTimes(times: CallTimes, version: number): void {
    if (times === this.#times && version === this.#version) return
    this.#times = times
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
    const whole = this.#times?.whole(this.#now())
    if (!whole) return
    const at = 'x' in around ? momentAt(this.#scale, around.x) : around.at
    const first = direction === 'in' && !this.#part
    this.showPart(
      first ? firstZoom(this.#times?.median ?? 0, whole, at, this.#width) : zoomBy(this.#part, whole, at, direction === 'in' ? 0.5 : 2),
    )
  }

  /** Moves along by a share of what is shown; tells whether there was a part to move. */
  pan(share: number): boolean {
    const whole = this.#times?.whole(this.#now())
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

  /** Draws once a frame went by in which the rows did not jump again: of a list that flies by, no bar would be seen. */
  #redrawAtRest(): void {
    this.#stale = true
    this.#callOff?.()
    this.#callOff = this.#nextFrame(() => {
      this.#callOff = undefined
      this.redraw()
    })
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = undefined
    this.#callOffLive?.()
    this.#callOffLive = undefined
  }

  #rescale(): void {
    if (!this.#times) {
      this.#scale = createOwnScale(1000, this.#width)
      return
    }
    const whole = this.#times.whole(this.#now())
    const grew = whole?.from !== this.#whole?.from || whole?.to !== this.#whole?.to
    if (grew) this.#whole = whole
    // What was zoomed to is gone with its calls.
    if (this.#part && !(whole && this.#part.from <= whole.to && this.#part.to >= whole.from)) this.#part = undefined
    const scale = this.#axis === 'own' ? this.#ownScale(this.#times) : this.#sharedScale(this.#times)
    const moved = !sameScale(scale, this.#scale)
    if (moved) {
      this.#scale = scale
      this.redraw()
    }
    if (!moved && !grew && this.#part === this.#toldPart) return
    this.#toldPart = this.#part
    this.#scaleChanged.emit()
  }

  /** Those that run as long as others took count; a hanging one ends at the edge. */
  #ownScale(times: CallTimes): TimeScale {
    const now = this.#now()
    const short = shortOf(times, now)
    const longest = short.reduce((most, { from, to }) => Math.max(most, reachBeyond(to - from)), times.longest)
    this.#until = firstOutgrown(short, now, times.longFrom)
    return createOwnScale(longest || 1000, this.#width)
  }

  #sharedScale(times: CallTimes): TimeScale {
    const now = this.#now()
    const limit = times.longFrom
    const short = shortOf(times, now)
    this.#until = this.#part ? Number.POSITIVE_INFINITY : firstOutgrown(short, now, limit)
    const begun = short.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY)
    const ahead = short.length > 0 ? { from: begun, to: begun + Math.min(limit, reachBeyond(now - begun)) } : undefined
    return createSharedScale({ busy: times.busy(now, ahead), runs: times.running(now).length > 0 }, this.#width, this.#part)
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

/** Those that run and are not long ones. */
function shortOf(times: CallTimes, now: number): readonly Span[] {
  const limit = times.longFrom
  return times.running(now).filter(({ from, to }) => to - from <= limit)
}

/** When the first of some running calls outgrows the axis, or becomes a long one. */
function firstOutgrown(spans: readonly Span[], now: number, limit: number): number {
  return spans.reduce((first, { from }) => Math.min(first, from + Math.min(limit, reachBeyond(now - from))), Number.POSITIVE_INFINITY)
}

/** The first step that is longer than `length`. */
function reachBeyond(length: number): number {
  const steps = Math.floor(Math.log(Math.max(1, length / SHORTEST_REACH)) / Math.log(STEP)) + 1
  return SHORTEST_REACH * STEP ** steps
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
