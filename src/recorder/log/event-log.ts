import { createEmitter } from '../../contract/emitter.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { SourceState } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import { withoutContent } from '../content/event-content.ts'
import { shortenEvent } from '../content/shorten-event.ts'
import type { TaskReader } from '../tasks/task-reader.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import { HeldTasks } from './held-tasks.ts'
import { measureEvent } from './measure-event.ts'
import { EventPacker } from './pack-events.ts'
import { SnapshotCache } from './snapshot-cache.ts'

/** The limits of a log; see `Settings.capture`. */
export type LogLimits = Pick<Settings['capture'], 'maxTasks' | 'maxBodyBytes'>

/** Limits that no setting changes. */
interface LogBounds {
  /**
   * How many events of types that a task may have any number of are held one by one, in all tasks together. Older ones are condensed to
   * counts and sizes, many at a time, so that the indexes of a reader stay valid for a while.
   */
  readonly pieces: number
  /** Bytes that tasks may take when nothing in them can be released, however small `maxBodyBytes` is. */
  readonly bareBytes: number
  /** How many ended tasks are not packed yet, because their callbacks may still be running. */
  readonly loose: number
}

const BOUNDS: LogBounds = { pieces: 100_000, bareBytes: 64 * 1024 * 1024, loose: 32 }
const PIECES_AT_A_TIME = 1 / 20

/** Negative, and still a small integer for the engine. */
const FIRST_EARLIER_PLACE = -(2 ** 30)

/** Characters of a URL, a header or what a callback threw: few servers accept more. */
const LONGEST_TEXT = 65_536

/** What the caller passed is content: it is kept whole until it is released. */
const GIVEN = ['/given', '/form']

/**
 * The recorded events and the tasks they belong to. Appending takes constant time, so the app never waits for a reader. Ended tasks are
 * packed, and unpacked on demand.
 */
export class EventLog implements TaskReader {
  readonly #packer = new EventPacker()
  readonly #snapshots = new SnapshotCache()
  readonly #bounds: LogBounds
  #held: HeldTasks
  #cleared: HeldTasks | undefined
  /** What was cleared is a few tasks among others, not all. */
  #clearedSome = false
  #pinned: ReadonlySet<string> = new Set()
  #lostPinned = 0
  #earlier: HeldTasks | undefined
  /** What the limits have already cost what is not joined yet. */
  #earlierLost = { tasks: 0, bodies: 0 }
  #limits: LogLimits
  #recording = true
  #generation = 0
  #droppedTasks = 0
  #releasedBodies = 0
  /** The position of the next event in the order of all events. */
  #place = 0
  /** The same for events of `addEarlier`. */
  #earlierPlace = FIRST_EARLIER_PLACE
  readonly #stored = createEmitter<TaskEvent>()
  readonly #changed = createEmitter()

  constructor(limits: LogLimits, bounds: Partial<LogBounds> = {}) {
    this.#limits = limits
    this.#bounds = { ...BOUNDS, ...bounds }
    this.#held = this.#startHolding()
  }

  /** Records an event. Ignored if it is out of order, or if its task was dropped or began while recording was off. */
  append(event: TaskEvent): void {
    const { taskId, seq, type } = event
    const task = this.#held.get(taskId)
    // Cleared tasks are continued, so that `restore` brings back complete ones.
    const cleared = task ? undefined : this.#cleared?.get(taskId)
    const known = task ?? cleared
    if (known ? seq !== known.nextSeq : type !== 'created' || seq !== 0 || !this.#recording) return
    const stored = this.#add(cleared && this.#cleared ? this.#cleared : this.#held, event)
    this.#keepWithinLimits()
    if (!cleared) this.#stored.emit(stored)
  }

  /** Adds an event from before the first one here, such as one of the previous page. Not visible until `joinEarlier`. */
  addEarlier(event: TaskEvent): void {
    this.#earlier ??= this.#startHolding()
    const { nextSeq } = this.#earlier.get(event.taskId) ?? { nextSeq: 0 }
    if (event.seq !== nextSeq) return
    this.#add(this.#earlier, event, this.#earlierPlace++)
    this.#keepEarlierWithinLimits(this.#earlier)
  }

  /** Forgets the events of `addEarlier`. */
  dropEarlier(): void {
    this.#earlier = undefined
    this.#earlierLost = { tasks: 0, bodies: 0 }
  }

  /** Inserts the events of `addEarlier` before the other tasks. Subscribers do not get the single events. */
  joinEarlier(): void {
    const earlier = this.#earlier
    if (!earlier) return
    this.#droppedTasks += this.#earlierLost.tasks
    this.#releasedBodies += this.#earlierLost.bodies
    this.dropEarlier()
    earlier.takeOver(this.#held)
    this.#held = earlier
    this.#moveGeneration()
    this.#keepWithinLimits()
  }

  /** All events in order, or those of one task. A copy, which later events do not change. */
  events(taskId?: string): readonly TaskEvent[] {
    if (taskId !== undefined) return this.#held.get(taskId)?.placed().events.slice() ?? []
    const all: { readonly event: TaskEvent; readonly place: number }[] = []
    for (const task of this.#held.all()) {
      const { events, places } = task.placed()
      for (const [nth, event] of events.entries()) all.push({ event, place: places[nth] as number })
    }
    return all.sort((one, other) => one.place - other.place).map(({ event }) => event)
  }

  /** The snapshots of all tasks, oldest first. The same array until something changes; then the same objects for tasks that did not. */
  tasks(): readonly TaskSnapshot[] {
    return this.#snapshots.all(this.#held.all())
  }

  taskIds(): readonly string[] {
    return Array.from(this.#held.all(), ({ taskId }) => taskId)
  }

  has(taskId: string): boolean {
    return this.#held.get(taskId) !== undefined
  }

  task(taskId: string): TaskSnapshot | undefined {
    const task = this.#held.get(taskId)
    return task && this.#snapshots.lookAt(task)
  }

  glanceAt(taskId: string): TaskSnapshot | undefined {
    const task = this.#held.get(taskId)
    return task && this.#snapshots.glanceAt(task)
  }

  /** Calls the listener with each event once it is stored. Returns a function that unsubscribes it. */
  subscribe(listener: (event: TaskEvent) => void): () => void {
    return this.#stored.subscribe(listener)
  }

  /**
   * Calls the watcher when `recording`, `generation` or `canRestore` change, and when something is dropped or released for the first time.
   * Returns a function that unsubscribes it.
   */
  watch(watcher: () => void): () => void {
    return this.#changed.subscribe(watcher)
  }

  get recording(): boolean {
    return this.#recording
  }

  /** While recording is off, new tasks are ignored; tasks in the log are recorded to their end. */
  setRecording(recording: boolean): void {
    if (recording === this.#recording) return
    this.#recording = recording
    this.#changed.emit()
  }

  /** Changes whenever events were removed or restored as a whole: readers have to start anew. */
  get generation(): number {
    return this.#generation
  }

  get canRestore(): boolean {
    return this.#cleared !== undefined
  }

  /** How many tasks `restore` would put back among others; `undefined` after a `clear`. */
  get removed(): number | undefined {
    return this.#clearedSome ? this.#cleared?.size : undefined
  }

  /** Empties the log, and keeps its content for `restore` until `forgetCleared`. Does nothing if the log is empty. */
  clear(): void {
    if (this.#held.size === 0) return
    this.#cleared = this.#held
    this.#clearedSome = false
    this.#held = this.#startHolding()
    this.#moveGeneration()
  }

  /** Takes tasks out, and keeps them for `restore` until `forgetCleared`. Does nothing for unknown ones. */
  remove(taskIds: Iterable<string>): void {
    const removed = this.#held.takeOut(taskIds)
    if (removed.size === 0) return
    this.#cleared = removed
    this.#clearedSome = true
    this.#moveGeneration()
  }

  /** Which tasks are pinned from now on, known or not: they and their content are evicted last. */
  pin(taskIds: Iterable<string>): void {
    this.#pinned = new Set(taskIds)
    this.#held.joinAside()
    this.#cleared?.joinAside()
  }

  isPinned(taskId: string): boolean {
    return this.#pinned.has(taskId)
  }

  /** Undoes the last `clear`, after whose tasks those of since then follow, or the last `remove`. */
  restore(): void {
    const cleared = this.#cleared
    if (!cleared) return
    this.#cleared = undefined
    if (this.#clearedSome) this.#held.putBack(cleared)
    else {
      cleared.takeOver(this.#held)
      this.#held = cleared
    }
    this.#moveGeneration()
    this.#keepWithinLimits()
  }

  /** Frees what `restore` would bring back. */
  forgetCleared(): void {
    if (!this.#cleared) return
    this.#cleared = undefined
    this.#changed.emit()
  }

  /** Applies new limits at once. */
  setLimits(limits: LogLimits): void {
    this.#limits = limits
    this.#keepWithinLimits()
  }

  get kept(): SourceState['kept'] {
    return {
      tasks: this.#held.size,
      bytes: this.#held.bytes,
      droppedTasks: this.#droppedTasks,
      releasedBodies: this.#releasedBodies,
      lostPinned: this.#lostPinned,
    }
  }

  #startHolding(): HeldTasks {
    return new HeldTasks(this.#packer, this.#bounds.loose, this.#droppedTasks, (taskId) => this.isPinned(taskId))
  }

  #add(holder: HeldTasks, event: TaskEvent, place = this.#place++): TaskEvent {
    let stored = event
    let measure = measureEvent(event)
    // An earlier cut added an ellipsis.
    if (measure.longestText > LONGEST_TEXT + 1) {
      stored = shortenEvent(stored, { text: LONGEST_TEXT, list: Number.POSITIVE_INFINITY }, GIVEN)
      measure = measureEvent(stored)
    }
    // Content larger than the limit would evict all other content, and then itself.
    if (measure.releasable && measure.bytes > this.#limits.maxBodyBytes) {
      stored = withoutContent(stored, 'over-budget')
      measure = measureEvent(stored)
      this.#countReleased(1)
    }
    const task = holder.add(stored, place, measure)
    if (holder === this.#held) this.#snapshots.move(task)
    return stored
  }

  /** Cleared content that can be restored counts too, and is evicted first. */
  #keepWithinLimits(): void {
    const { maxBodyBytes, maxTasks } = this.#limits
    const held = this.#held
    const cleared = this.#cleared
    const [bytes, pieces] = [held.bytes + (cleared?.bytes ?? 0), held.pieces + (cleared?.pieces ?? 0)]
    if (held.size <= maxTasks && bytes <= maxBodyBytes && pieces <= this.#bounds.pieces) return
    this.#dropWhile(held, () => held.size > maxTasks)
    if (pieces > this.#bounds.pieces) this.#condense(this.#bounds.pieces)
    if (cleared) this.#release(cleared, maxBodyBytes - held.bytes)
    this.#release(held, maxBodyBytes - (cleared?.bytes ?? 0))
    const mostBare = Math.max(maxBodyBytes, this.#bounds.bareBytes)
    const tooMuch = () => held.bytes + (cleared?.bytes ?? 0) > mostBare
    while (tooMuch() && held.pieces + (cleared?.pieces ?? 0) > 0) this.#condense(held.pieces + (cleared?.pieces ?? 0))
    if (cleared) this.#dropWhile(cleared, tooMuch)
    this.#dropWhile(held, tooMuch)
  }

  /** What comes from before goes first, and at once: to let go of most of a large file in one piece would hold the page up. */
  #keepEarlierWithinLimits(earlier: HeldTasks): void {
    const { maxBodyBytes, maxTasks } = this.#limits
    while (earlier.size + this.#held.size > maxTasks && earlier.dropOldest('spare pinned')) this.#earlierLost.tasks++
    this.#earlierLost.bodies += earlier.release(maxBodyBytes - this.#held.bytes, 'spare pinned').length
  }

  /** Leaves considerably fewer pieces than the limit, so that it does not run again at once. */
  #condense(pieces: number): void {
    const most = Math.floor(pieces * (1 - PIECES_AT_A_TIME))
    const [held, cleared] = [this.#held, this.#cleared]
    cleared?.condense(Math.max(0, most - held.pieces))
    held.condense(most - (cleared?.pieces ?? 0))
  }

  #release(holder: HeldTasks, most: number): void {
    const released = holder.release(most)
    if (holder === this.#held) for (const task of released) this.#snapshots.move(task)
    this.#countReleased(released.length)
    this.#countLostPinned(released.filter(({ taskId }) => this.isPinned(taskId)).length)
  }

  #dropWhile(holder: HeldTasks, tooMuch: () => boolean): void {
    let dropped = 0
    while (tooMuch()) {
      const task = holder.dropOldest()
      if (!task) break
      this.#snapshots.drop(task)
      if (this.isPinned(task.taskId)) this.#countLostPinned(1)
      dropped++
    }
    const first = this.#droppedTasks === 0 && dropped > 0
    this.#droppedTasks += dropped
    if (first) this.#changed.emit()
  }

  #countReleased(bodies: number): void {
    const first = this.#releasedBodies === 0 && bodies > 0
    this.#releasedBodies += bodies
    if (first) this.#changed.emit()
  }

  #countLostPinned(count: number): void {
    const first = this.#lostPinned === 0 && count > 0
    this.#lostPinned += count
    if (first) this.#changed.emit()
  }

  #moveGeneration(): void {
    this.#generation += 1
    this.#snapshots.reset()
    this.#changed.emit()
  }
}
