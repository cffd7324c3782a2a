import type { TaskEvent } from '../../contract/event/task-event.ts'
import { foldEvents } from '../tasks/reduce-task.ts'
import type { TaskReader } from '../tasks/task-reader.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import { firstAtLeast } from './first-at-least.ts'
import { countBefore, momentOf, type Timeline, type Track } from './timeline.ts'

/** Events of a task between two snapshots that are kept of it: a step back in a long stream folds no more than these. */
const CHECKPOINT = 256

/** What a move changed. */
interface Moved {
  /** Tasks that are new or have other events now; new ones in the order in which they began. */
  readonly changed: ReadonlySet<string>
  /** Tasks that have not begun any more. */
  readonly gone: ReadonlySet<string>
}

/** A task as it was last asked for, and some states on the way there. */
interface Folded {
  count: number
  snapshot: TaskSnapshot | undefined
  /** After CHECKPOINT events, after twice as many, and so on. */
  readonly checkpoints: TaskSnapshot[]
}

/**
 * A place in a timeline, and the record as it was there: `position` events have happened, none of the others. A move costs what the
 * events between cost, however many there are in all; a task is folded when it is asked for.
 */
export class ReplayCursor implements TaskReader {
  readonly timeline: Timeline
  readonly #numberOf: (taskId: string) => number
  readonly #folded = new Map<string, Folded>()
  #position: number
  #now: number

  /** Stands at the end. `numberOf` gives the number of a task in its session. */
  constructor(timeline: Timeline, numberOf: (taskId: string) => number) {
    this.timeline = timeline
    this.#numberOf = numberOf
    this.#position = timeline.events.length
    this.#now = momentOf(timeline, this.#position)
  }

  /** How many events have happened. */
  get position(): number {
    return this.#position
  }

  /** ms on the session clock: that of the last event that has happened, or later, but not after the next. */
  get now(): number {
    return this.#now
  }

  /** Lets time pass without an event. */
  waitUntil(at: number): void {
    const next = this.timeline.ats[this.#position] ?? this.#now
    this.#now = Math.min(Math.max(at, momentOf(this.timeline, this.#position)), next)
  }

  /** Goes to a position; one outside the timeline counts as its nearest end. */
  moveTo(position: number): Moved {
    const { events, tracks } = this.timeline
    const to = Math.min(events.length, Math.max(0, Math.round(position)))
    const [from, until] = to < this.#position ? [to, this.#position] : [this.#position, to]
    this.#position = to
    this.#now = momentOf(this.timeline, to)
    const changed = new Set<string>()
    const gone = new Set<string>()
    for (let place = from; place < until; place++) {
      const { taskId } = events[place] as TaskEvent
      if (((tracks.get(taskId) as Track).places[0] as number) < to) changed.add(taskId)
      else gone.add(taskId)
    }
    return { changed, gone }
  }

  taskIds(): readonly string[] {
    const { beginnings, tracks } = this.timeline
    return [...tracks.keys()].slice(
      0,
      firstAtLeast(beginnings, this.#position, (place) => place),
    )
  }

  has(taskId: string): boolean {
    return this.#countOf(taskId) > 0
  }

  task(taskId: string): TaskSnapshot | undefined {
    const track = this.timeline.tracks.get(taskId)
    const count = this.#countOf(taskId)
    return track && count > 0 ? this.#fold(track, count) : undefined
  }

  glanceAt(taskId: string): TaskSnapshot | undefined {
    return this.task(taskId)
  }

  /** The events that have happened, or those of one task. */
  events(taskId?: string): readonly TaskEvent[] {
    if (taskId === undefined) return this.timeline.events.slice(0, this.#position)
    return this.timeline.tracks.get(taskId)?.events.slice(0, this.#countOf(taskId)) ?? []
  }

  #countOf(taskId: string): number {
    const track = this.timeline.tracks.get(taskId)
    return track ? countBefore(track, this.#position) : 0
  }

  /** The same object while the count is the same, so that what draws it need not draw anew. */
  #fold({ taskId, events }: Track, count: number): TaskSnapshot | undefined {
    const known = this.#folded.get(taskId)
    if (known?.count === count) return known.snapshot
    const folded = known ?? { count: 0, snapshot: undefined, checkpoints: [] }
    this.#folded.set(taskId, folded)
    if (count < folded.count) {
      const kept = Math.min(folded.checkpoints.length, Math.floor(count / CHECKPOINT))
      folded.count = kept * CHECKPOINT
      folded.snapshot = folded.checkpoints[kept - 1]
    }
    while (folded.count < count) {
      const next = Math.min(count, (Math.floor(folded.count / CHECKPOINT) + 1) * CHECKPOINT)
      folded.snapshot = foldEvents(folded.snapshot, events.slice(folded.count, next), folded.snapshot?.number ?? this.#numberOf(taskId))
      folded.count = next
      const nth = next / CHECKPOINT
      if (Number.isInteger(nth) && nth > folded.checkpoints.length && folded.snapshot) folded.checkpoints.push(folded.snapshot)
    }
    return folded.snapshot
  }
}
