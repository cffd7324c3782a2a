import { seqAfter, type TaskEvent } from '../../contract/event/task-event.ts'
import { withoutContent } from '../content/event-content.ts'
import { foldEvents } from '../tasks/reduce-task.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import { condense, isPiece } from './condense.ts'
import { measureEvent } from './measure-event.ts'
import { type EventPacker, type PackedEvents, type PlacedEvents, unpackEvents } from './pack-events.ts'

/** Tasks with more events are not packed: they are few, and each has a form of its own. */
const MOST_PACKED = 32

/** Bytes of a task besides its events; of a packed task besides its numbers and texts. */
const FRAME_BYTES = 200

/** One task of a log: its events, packed or not, and its last snapshot. */
export class HeldTask {
  readonly taskId: string
  /** Its number in the session, from 1. */
  number: number
  /** `seq` of the next event. */
  nextSeq = 0
  ended = false
  gone = false
  /** Approximate bytes of heap. */
  bytes = FRAME_BYTES
  /** Its entries in the queue of tasks with content, and in that of tasks with pieces. */
  contents = 0
  pieces = 0
  /** Exactly one of these two is set. */
  #loose: PlacedEvents | undefined = { events: [], places: [] }
  #packed: PackedEvents | undefined
  #snapshot: TaskSnapshot | undefined
  /** How many of the unpacked events are in the snapshot. */
  #folded = 0
  /** The unpacked events before this index have no content. */
  #releasedTo = 0

  constructor(taskId: string, number: number) {
    this.taskId = taskId
    this.number = number
  }

  get packed(): boolean {
    return this.#packed !== undefined
  }

  add(event: TaskEvent, place: number, bytes: number): void {
    const { events, places } = this.#loosen()
    events.push(event)
    places.push(place)
    this.nextSeq = seqAfter(event)
    this.bytes += bytes
  }

  /** Its events with their positions; read-only. */
  placed(): PlacedEvents {
    return this.#loose ?? unpackEvents(this.#packed as PackedEvents, this.taskId)
  }

  /** Its current snapshot: the same object until something changes or it is forgotten. */
  snapshot(): TaskSnapshot {
    if (this.#snapshot && this.#folded === (this.#loose?.events.length ?? this.#folded)) return this.#snapshot
    const { events } = this.placed()
    const task = foldEvents(this.#snapshot, events, this.number, this.#folded)
    if (!task) throw new TypeError(`[wx-request-inspector] the record holds ${this.taskId} without its beginning`)
    this.#snapshot = task
    this.#folded = events.length
    return task
  }

  /** Called when no log holds the task any more: an entry that is still queued keeps nothing alive. */
  drop(): void {
    this.gone = true
    this.#loose = { events: [], places: [] }
    this.#packed = undefined
    this.forgetSnapshot()
  }

  /** Frees the snapshot; it can be made again. */
  forgetSnapshot(): void {
    this.#snapshot = undefined
    this.#folded = 0
  }

  pack(packer: EventPacker): void {
    if (!this.#loose || this.#loose.events.length > MOST_PACKED) return
    const { packed, bytes } = packer.pack(this.#loose)
    this.#packed = packed
    this.#loose = undefined
    this.forgetSnapshot()
    this.#releasedTo = 0
    this.bytes = FRAME_BYTES + bytes
  }

  /** Releases the content of the oldest event that has any. Returns whether there was one. */
  releaseOldest(packer: EventPacker): boolean {
    return this.#change(packer, ({ events }) => {
      for (let nth = this.#releasedTo; nth < events.length; nth++) {
        const event = events[nth] as TaskEvent
        const measure = measureEvent(event)
        if (!measure.releasable) continue
        const lighter = withoutContent(event, 'released')
        events[nth] = lighter
        this.bytes += measureEvent(lighter).bytes - measure.bytes
        this.#releasedTo = nth + 1
        // Of a piece the snapshot holds numbers only, unless a text of it was cut.
        if (lighter.cut || !isPiece(event)) this.forgetSnapshot()
        return true
      }
      this.#releasedTo = events.length
      return false
    })
  }

  /** Condenses the oldest `count` pieces to one event. */
  condense(count: number, packer: EventPacker): void {
    // Made before: a condensed event tells less.
    if (this.#snapshot) this.snapshot()
    this.#change(packer, (placed) => {
      const events: TaskEvent[] = []
      const places: number[] = []
      let left = count
      for (const [nth, event] of placed.events.entries()) {
        if (left === 0 || !isPiece(event)) {
          events.push(event)
          places.push(placed.places[nth] as number)
          continue
        }
        left--
        const before = events.at(-1)
        const condensed = condense(event, before)
        this.bytes += measureEvent(condensed).bytes - measureEvent(event).bytes
        if (before && condensed.count > 1) {
          this.bytes -= measureEvent(before).bytes
          events[events.length - 1] = condensed
        } else {
          events.push(condensed)
          places.push(placed.places[nth] as number)
        }
      }
      this.pieces -= count - left
      this.#releasedTo = 0
      this.#loose = { events, places }
      if (this.#snapshot) this.#folded = events.length
    })
  }

  #change<Result>(packer: EventPacker, change: (placed: PlacedEvents) => Result): Result {
    const { packed } = this
    const result = change(this.#loosen())
    if (packed) this.pack(packer)
    return result
  }

  #loosen(): PlacedEvents {
    if (this.#loose) return this.#loose
    const placed = this.placed()
    this.#loose = placed
    this.#packed = undefined
    this.bytes = placed.events.reduce((sum, event) => sum + measureEvent(event).bytes, FRAME_BYTES)
    return placed
  }
}
