import type { SourceState } from '../contract/panel-source.ts'
import type { Settings } from '../contract/settings.ts'
import { isEnd, seqAfter, type TaskEvent } from '../contract/task-event.ts'
import { condense, isPiece } from './condense.ts'
import { contentBytes, withoutContent } from './event-content.ts'

/** How much a log may hold; the words are explained at Settings. */
export type LogLimits = Pick<Settings['capture'], 'maxTasks' | 'maxBodyBytes'>

/**
 * Messages and pieces of bodies that are held one by one, those of all tasks together: some 50 MB besides what is in them.
 * Of older ones no more is held than how many they were and how large; that is done for many at a time, so that what a reader
 * counted off stays where it is for a while.
 */
const MOST_PIECES = 100_000
const PIECES_AT_A_TIME = 1 / 20

/** One place in the log. The event in it is swapped for another when its content is released, or when it comes to stand for several. */
interface Entry {
  event: TaskEvent
  readonly record: TaskRecord
}

interface TaskRecord {
  readonly taskId: string
  readonly entries: Set<Entry>
  /** What the next event must carry. */
  nextSeq: number
  /** The last that stands for several. */
  condensed?: Entry
}

/** What the log held at one time. Sets and maps keep the order of insertion and forget in O(1): no gap is ever closed by moving things. */
interface Holding {
  readonly entries: Set<Entry>
  readonly tasks: Map<string, TaskRecord>
  /** In the order in which they ended. */
  readonly ended: Set<TaskRecord>
  /** Entries whose content is still there, oldest first, with the bytes it takes. */
  readonly bodies: Map<Entry, number>
  bodyBytes: number
  /** Entries of which a task may have any number, oldest first. */
  readonly pieces: Set<Entry>
}

/** The events so far. Appending costs the same however many there are, so the app never waits for whoever reads. */
export class EventLog {
  #held = emptyHolding()
  #cleared: Holding | undefined
  #limits: LogLimits
  #recording = true
  #generation = 0
  #droppedTasks = 0
  #releasedBodies = 0
  readonly #listeners = new Set<(event: TaskEvent) => void>()
  readonly #watchers = new Set<() => void>()

  readonly #mostPieces: number

  constructor(limits: LogLimits, mostPieces = MOST_PIECES) {
    this.#limits = limits
    this.#mostPieces = mostPieces
  }

  /** Takes one event. Ignored: one out of turn, and one of a task that began while recording was off or that was dropped. */
  append(event: TaskEvent): void {
    const record = this.#held.tasks.get(event.taskId)
    if (record) {
      if (event.seq === record.nextSeq) this.#store(record, event)
      return
    }
    const cleared = this.#cleared?.tasks.get(event.taskId)
    if (cleared) {
      // It goes on unseen, so that an undone clear brings back whole stories.
      if (event.seq !== cleared.nextSeq) return
      addTo(this.#cleared as Holding, cleared, this.#withoutOversizedContent(event))
      this.#keepWithinLimits()
      return
    }
    if (event.type !== 'created' || event.seq !== 0 || !this.#recording) return
    const fresh: TaskRecord = { taskId: event.taskId, entries: new Set(), nextSeq: 0 }
    this.#held.tasks.set(event.taskId, fresh)
    this.#store(fresh, event)
  }

  /** Every event in order, or those of one task. A copy: it does not move under the reader. */
  events(taskId?: string): readonly TaskEvent[] {
    const entries = taskId === undefined ? this.#held.entries : (this.#held.tasks.get(taskId)?.entries ?? [])
    return Array.from(entries, (entry) => entry.event)
  }

  /** Hears each event as it is stored. A listener that throws is reported as an unhandled rejection and stops nobody else. */
  subscribe(listener: (event: TaskEvent) => void): () => void {
    // Wrapped, so that the same function may subscribe twice and leave once.
    const own = (event: TaskEvent) => listener(event)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  /** Hears when `recording`, `generation` or `canRestore` change, and the first time that something is dropped or released. */
  watch(watcher: () => void): () => void {
    const own = () => watcher()
    this.#watchers.add(own)
    return () => this.#watchers.delete(own)
  }

  get recording(): boolean {
    return this.#recording
  }

  /** While off, new tasks are not recorded; those already in the log are followed to their end. */
  setRecording(recording: boolean): void {
    if (recording === this.#recording) return
    this.#recording = recording
    this.#tellWatchers()
  }

  /** Moves whenever events went away or came back all at once: whoever reads has to read anew. */
  get generation(): number {
    return this.#generation
  }

  get canRestore(): boolean {
    return this.#cleared !== undefined
  }

  /** Empties the log, and keeps what was in it for `restore` until `forgetCleared`. Clearing an empty log changes nothing. */
  clear(): void {
    if (this.#held.tasks.size === 0) return
    this.#cleared = this.#held
    this.#held = emptyHolding()
    this.#generation += 1
    this.#tellWatchers()
  }

  /** Undoes the last clear; what came since follows behind. */
  restore(): void {
    const cleared = this.#cleared
    if (!cleared) return
    this.#cleared = undefined
    this.#held = join(cleared, this.#held)
    this.#generation += 1
    this.#keepWithinLimits()
    this.#tellWatchers()
  }

  /** Lets go of what `restore` would bring back. */
  forgetCleared(): void {
    if (!this.#cleared) return
    this.#cleared = undefined
    this.#tellWatchers()
  }

  /** New limits bite at once. */
  setLimits(limits: LogLimits): void {
    this.#limits = limits
    this.#keepWithinLimits()
  }

  get kept(): SourceState['kept'] {
    return {
      tasks: this.#held.tasks.size,
      bodyBytes: this.#held.bodyBytes,
      droppedTasks: this.#droppedTasks,
      releasedBodies: this.#releasedBodies,
    }
  }

  #store(record: TaskRecord, event: TaskEvent): void {
    const stored = this.#withoutOversizedContent(event)
    addTo(this.#held, record, stored)
    this.#keepWithinLimits()
    for (const listener of this.#listeners) callSafely(() => listener(stored))
  }

  /** Content that alone is above the limit would push out all other and then go itself. */
  #withoutOversizedContent(event: TaskEvent): TaskEvent {
    if (contentBytes(event) <= this.#limits.maxBodyBytes) return event
    this.#countRelease()
    return withoutContent(event, 'over-budget')
  }

  /** What was cleared and can be brought back takes room too, and is the first to give some. */
  #keepWithinLimits(): void {
    const { maxBodyBytes, maxTasks } = this.#limits
    const held = this.#held
    const cleared = this.#cleared
    if (cleared) {
      this.#release(cleared, maxBodyBytes - held.bodyBytes)
      condenseOldest(cleared, this.#mostPieces - held.pieces.size)
    }
    this.#release(held, maxBodyBytes - (cleared?.bodyBytes ?? 0))
    if (held.pieces.size + (cleared?.pieces.size ?? 0) > this.#mostPieces) {
      condenseOldest(held, Math.floor(this.#mostPieces * (1 - PIECES_AT_A_TIME)) - (cleared?.pieces.size ?? 0))
    }
    for (const record of held.ended) {
      if (held.tasks.size <= maxTasks) break
      dropTask(held, record)
      this.#droppedTasks += 1
      if (this.#droppedTasks === 1) this.#tellWatchers()
    }
  }

  /** Lets go of the oldest content until no more than `most` bytes of it are left. */
  #release(holding: Holding, most: number): void {
    for (const [entry, bytes] of holding.bodies) {
      if (holding.bodyBytes <= most) break
      entry.event = withoutContent(entry.event, 'released')
      holding.bodies.delete(entry)
      holding.bodyBytes -= bytes
      this.#countRelease()
    }
  }

  #countRelease(): void {
    this.#releasedBodies += 1
    if (this.#releasedBodies === 1) this.#tellWatchers()
  }

  #tellWatchers(): void {
    for (const watcher of this.#watchers) callSafely(watcher)
  }
}

function emptyHolding(): Holding {
  return { entries: new Set(), tasks: new Map(), ended: new Set(), bodies: new Map(), bodyBytes: 0, pieces: new Set() }
}

function addTo(holding: Holding, record: TaskRecord, event: TaskEvent): void {
  const entry: Entry = { event, record }
  record.entries.add(entry)
  record.nextSeq = seqAfter(event)
  holding.entries.add(entry)
  if (isEnd(event)) holding.ended.add(record)
  if (isPiece(event)) holding.pieces.add(entry)
  if (event.type === 'condensed') record.condensed = entry
  const bytes = contentBytes(event)
  if (bytes === 0) return
  holding.bodies.set(entry, bytes)
  holding.bodyBytes += bytes
}

/** Takes an entry out of a holding. */
function drop(holding: Holding, entry: Entry): void {
  holding.entries.delete(entry)
  holding.pieces.delete(entry)
  forgetContent(holding, entry)
}

function forgetContent(holding: Holding, entry: Entry): void {
  holding.bodyBytes -= holding.bodies.get(entry) ?? 0
  holding.bodies.delete(entry)
}

function dropTask(holding: Holding, record: TaskRecord): void {
  holding.ended.delete(record)
  holding.tasks.delete(record.taskId)
  for (const entry of record.entries) drop(holding, entry)
}

/** Has one event stand for many, the oldest first, until no more than `most` pieces are left. */
function condenseOldest(holding: Holding, most: number): void {
  for (const entry of holding.pieces) {
    if (holding.pieces.size <= most) break
    const { event, record } = entry
    if (!isPiece(event)) continue
    const before = record.condensed
    const condensed = condense(event, before?.event)
    if (before && condensed.count > 1) {
      before.event = condensed
      record.entries.delete(entry)
      drop(holding, entry)
    } else {
      forgetContent(holding, entry)
      holding.pieces.delete(entry)
      entry.event = condensed
      record.condensed = entry
    }
  }
}

function join(first: Holding, second: Holding): Holding {
  return {
    entries: new Set([...first.entries, ...second.entries]),
    tasks: new Map([...first.tasks, ...second.tasks]),
    ended: new Set([...first.ended, ...second.ended]),
    bodies: new Map([...first.bodies, ...second.bodies]),
    bodyBytes: first.bodyBytes + second.bodyBytes,
    pieces: new Set([...first.pieces, ...second.pieces]),
  }
}

function callSafely(call: () => void): void {
  try {
    call()
  } catch (error) {
    void Promise.reject(error)
  }
}
