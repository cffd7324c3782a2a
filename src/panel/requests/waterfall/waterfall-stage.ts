import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { Schedule } from '../../store/frame-pace.ts'
import { createOwnScale, createSharedScale, type Span, type TimeScale } from './time-scale.ts'

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

const animationFrame: Schedule = (run) => {
  const frame = requestAnimationFrame(run)
  return () => cancelAnimationFrame(frame)
}

/** While calls run, the axis reaches ahead of now in steps, each this much longer: so it stands still in between. */
const STEP = 1.25
/** ms. The shortest such reach. */
const SHORTEST_REACH = 200

/**
 * Keeps the time axis of the rows in view and tells actors when to draw, all in one frame: with the next one where rows changed,
 * and as the pace allows while calls run. Frames stop when nothing in view runs. The axis follows the rows in view, so that each bar is as large as it can be.
 */
export class WaterfallStage {
  readonly #now: () => number
  readonly #pace: Schedule
  readonly #nextFrame: Schedule
  readonly #actors = new Set<Actor>()
  readonly #listeners = new Set<() => void>()
  #rows: readonly StageRow[] = []
  #inView: readonly TaskSnapshot[] = []
  #axis: 'shared' | 'own' = 'shared'
  #width = 200
  #scale: TimeScale = createOwnScale(1000, 200)
  /** The last moment on a shared axis, or the longest length on an own one, that the scale can show; infinite when nothing runs. */
  #until = Number.POSITIVE_INFINITY
  #stale = true
  #callOff: (() => void) | undefined
  #callOffLive: (() => void) | undefined

  constructor(now: () => number, pace: Schedule, nextFrame: Schedule = animationFrame) {
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

  /** Hears when the scale changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Puts an actor on the stage, to be drawn with the next frame; returns how to take it off. */
  add(actor: Actor): () => void {
    this.#actors.add(actor)
    this.redraw()
    return () => this.#actors.delete(actor)
  }

  /** The rows in the document, and those of their tasks that can be seen. */
  setRows(rows: readonly StageRow[], inView: readonly TaskSnapshot[]): void {
    if (sameRows(rows, this.#rows) && sameElements(inView, this.#inView)) return
    this.#rows = rows
    this.#inView = inView
    this.#rescale()
    this.redraw()
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

  #rescale(): void {
    const now = this.#now()
    const runs = this.#inView.some(isRunning)
    const spans = this.#inView.map((task) => spanOf(task, now))
    const scale = this.#axis === 'own' ? this.#ownScale(spans, runs) : this.#sharedScale(spans, runs, now)
    if (sameScale(scale, this.#scale)) return
    this.#scale = scale
    this.redraw()
    for (const listener of this.#listeners) listener()
  }

  #ownScale(spans: readonly Span[], runs: boolean): TimeScale {
    const longest = spans.reduce((most, span) => Math.max(most, span.to - span.from), 0)
    const shown = runs ? reachBeyond(longest) : longest
    this.#until = runs ? shown : Number.POSITIVE_INFINITY
    return createOwnScale(shown, this.#width)
  }

  #sharedScale(spans: readonly Span[], runs: boolean, now: number): TimeScale {
    this.#until = Number.POSITIVE_INFINITY
    if (!runs) return createSharedScale(spans, this.#width)
    const begun = this.#inView.reduce((first, task) => (isRunning(task) ? Math.min(first, task.marks.created) : first), now)
    this.#until = begun + reachBeyond(now - begun)
    return createSharedScale([...spans, { from: begun, to: this.#until }], this.#width)
  }

  #drawFrame(): void {
    const now = this.#now()
    const reached =
      this.#axis === 'own'
        ? this.#inView.reduce((most, task) => (isRunning(task) ? Math.max(most, now - task.marks.created) : most), 0)
        : now
    if (reached > this.#until) this.#rescale()
    const running = this.#rows.filter((row) => isRunning(row.task))
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

function isRunning(task: TaskSnapshot): boolean {
  return task.marks.ended === undefined
}

/** The first step that is longer than `length`. */
function reachBeyond(length: number): number {
  const steps = Math.floor(Math.log(Math.max(1, length / SHORTEST_REACH)) / Math.log(STEP)) + 1
  return SHORTEST_REACH * STEP ** steps
}

/** From the call to its last callback, or to now. */
function spanOf(task: TaskSnapshot, now: number): Span {
  const { created, ended } = task.marks
  if (ended === undefined) return { from: created, to: Math.max(created, now) }
  return { from: created, to: Math.max(ended, task.callbacks.at(-1)?.at ?? 0) }
}

function sameRows(a: readonly StageRow[], b: readonly StageRow[]): boolean {
  return a.length === b.length && a.every((row, place) => row.task === b[place]?.task && row.index === b[place]?.index)
}

function sameElements<Element>(a: readonly Element[], b: readonly Element[]): boolean {
  return a.length === b.length && a.every((element, place) => element === b[place])
}

function sameScale(a: TimeScale, b: TimeScale): boolean {
  return (
    a.width === b.width &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, place) => {
      const other = b.pieces[place]
      return piece.from === other?.from && piece.to === other.to && piece.left === other.left && piece.right === other.right
    })
  )
}
