import type { Clock } from '../contract/clock.ts'
import { isEnd } from '../contract/event/event-traits.ts'
import { seqAfter, type TaskEvent } from '../contract/event/task-event.ts'
import type { EventLog } from '../recorder/log/event-log.ts'
import { measureEvent } from '../recorder/log/measure-event.ts'
import { MAX_UNLOAD_PIECE_BYTES, type Piece, type SessionChange, type SessionStore } from './session-store.ts'
import { STORAGE_TIMEOUTS, withTimeout } from './with-timeout.ts'

/** The size of a stored session. Above it the oldest tasks are deleted, finished ones first. */
export const MAX_SESSION_BYTES = 64 * 1024 * 1024

/** ms from one batch to the next, and from the first change after a pause to its batch. */
const BATCH_INTERVAL = 500
const BATCH_DELAY = 50

/** How much is written in one transaction. Serializing it takes a few milliseconds of the main thread. */
const TRANSACTION_LIMITS = { events: 256, bytes: 1024 * 1024, pieceBytes: 1024 * 1024 }
/** How much is written while the page is unloaded. */
const UNLOAD_LIMITS = { events: 4096, bytes: 16 * 1024 * 1024, pieceBytes: MAX_UNLOAD_PIECE_BYTES }

/** A task of a stored session. */
export interface StoredTask {
  /** Its key in the store. Later tasks have higher numbers. */
  readonly number: number
  parts: number
  /** The `seq` of the next event to write. */
  nextSeq: number
  bytes: number
  ended: boolean
}

interface SessionWriterOptions {
  /** May change before `start`. */
  readonly id: () => string
  readonly store: SessionStore
  readonly clock: Clock
  readonly log: EventLog
  readonly maxTasks: () => number
  /** Called whenever all changes so far are stored. */
  readonly onStored: () => void
  /** Called once when writing failed. Nothing is written after that. */
  readonly onFailure: (cause: unknown) => void
}

/**
 * Writes the changes of a log to a store, in small batches. It remembers which tasks changed and reads their events from the log when
 * they are written, so it holds no events itself.
 */
export class SessionWriter {
  readonly #options: SessionWriterOptions
  /** Tasks that are stored or will be, oldest first. */
  readonly #tasks = new Map<string, StoredTask>()
  readonly #changed = new Set<string>()
  /** Tasks of the log that were deleted from the store to make room. */
  readonly #evicted = new Set<string>()
  /** Numbers of tasks to delete with the next transaction. */
  #dropped: number[] = []
  #bytes = 0
  #nextNumber: number
  #inFlight: SessionChange | undefined
  #lastBatchAt = Number.NEGATIVE_INFINITY
  #started = false
  readonly #stopped = new AbortController()
  #running: Promise<void> | undefined

  constructor(options: SessionWriterOptions) {
    this.#options = options
    // Higher than the numbers of earlier pages, which are not known yet: no page records a thousand tasks per millisecond.
    this.#nextNumber = Math.ceil(options.clock.now()) * 1000
  }

  /** Starts to write. `tasks` are already stored, `dropped` are the numbers of stored tasks to delete. */
  start(tasks: ReadonlyMap<string, StoredTask>, dropped: readonly number[]): void {
    const own = [...this.#tasks]
    this.#tasks.clear()
    for (const [taskId, task] of [...tasks, ...own]) this.#tasks.set(taskId, task)
    for (const { bytes, number } of tasks.values()) {
      this.#bytes += bytes
      this.#nextNumber = Math.max(this.#nextNumber, number + 1)
    }
    this.#dropped.push(...dropped)
    this.#started = true
    this.#wake()
  }

  markChanged(taskId: string): void {
    if (this.#evicted.has(taskId) || this.#stopped.signal.aborted) return
    this.#add(taskId)
    this.#wake()
  }

  /** Deletes what is stored and writes the whole log again. */
  rewriteAll(): void {
    for (const taskId of [...this.#tasks.keys()]) this.#drop(taskId)
    this.#evicted.clear()
    this.#changed.clear()
    for (const taskId of this.#options.log.taskIds()) this.#add(taskId)
    this.#wake()
  }

  /** Starts to write what it can while the page is unloaded. Returns all pieces that are not confirmed by the store, oldest task first. */
  writeOnUnload(): readonly Piece[] {
    const { id, store } = this.#options
    const change = this.#nextChange(UNLOAD_LIMITS, [...this.#changed].reverse())
    if (change && this.#started && !this.#stopped.signal.aborted) store.writeOnUnload(id(), change)
    return [...(this.#inFlight?.pieces ?? []), ...(change?.pieces ?? [])].sort(
      (one, other) => one.key[0] - other.key[0] || one.key[1] - other.key[1],
    )
  }

  stop(): void {
    this.#stopped.abort()
  }

  /** Resolves when no write is under way. */
  async idle(): Promise<void> {
    await this.#running
  }

  #wake(): void {
    if (!this.#started || this.#running || this.#stopped.signal.aborted) return
    this.#running = this.#run().finally(() => {
      this.#running = undefined
    })
  }

  async #run(): Promise<void> {
    const { clock, onFailure, onStored } = this.#options
    const { signal } = this.#stopped
    try {
      while (this.#changed.size > 0 || this.#dropped.length > 0) {
        await clock.sleep(Math.max(BATCH_DELAY, this.#lastBatchAt + BATCH_INTERVAL - clock.now()), signal)
        for (;;) {
          if (signal.aborted) return
          const change = this.#nextChange(TRANSACTION_LIMITS, this.#changed)
          if (!change) break
          await this.#write(change)
        }
        this.#lastBatchAt = clock.now()
        onStored()
      }
    } catch (cause) {
      this.stop()
      onFailure(cause)
    }
  }

  async #write(change: SessionChange): Promise<void> {
    try {
      await this.#send(change)
    } catch (cause) {
      if (!(cause instanceof Error && cause.name === 'QuotaExceededError')) throw cause
      // The browser has less room than MAX_SESSION_BYTES.
      this.#evict(this.#bytes / 2, this.#tasks.size)
      const dropped = [...change.dropped, ...this.#takeDropped()]
      await this.#send({ ...change, pieces: this.#stillWanted(change.pieces), dropped })
    }
    this.#inFlight = undefined
  }

  #send(change: SessionChange): Promise<void> {
    const { clock, id, store } = this.#options
    this.#inFlight = change
    return withTimeout(store.write(id(), change), clock, STORAGE_TIMEOUTS.write)
  }

  /** The next changes of these tasks, up to the limits; `undefined` when there are none. */
  #nextChange(limits: typeof TRANSACTION_LIMITS, taskIds: Iterable<string>): SessionChange | undefined {
    const pieces: Piece[] = []
    const left = { ...limits }
    const isFull = () => left.events <= 0 || left.bytes <= 0
    for (const taskId of taskIds) {
      for (let piece = this.#nextPiece(taskId, left); piece; piece = isFull() ? undefined : this.#nextPiece(taskId, left)) {
        pieces.push(piece)
      }
      if (isFull()) break
    }
    this.#evict(MAX_SESSION_BYTES, this.#options.maxTasks())
    const dropped = this.#takeDropped()
    if (pieces.length === 0 && dropped.length === 0) return undefined
    const { clock, log } = this.#options
    const at = clock.now()
    return {
      pieces: dropped.length === 0 ? pieces : this.#stillWanted(pieces),
      dropped,
      note: { usedAt: Math.round(clock.startedAt + at), at, tasks: log.kept.tasks },
    }
  }

  /** The next events of a task that are not stored yet, within `left`, which is reduced by them. */
  #nextPiece(taskId: string, left: { events: number; bytes: number; readonly pieceBytes: number }): Piece | undefined {
    const events = this.#options.log.events(taskId)
    const last = events.at(-1)
    let task = this.#tasks.get(taskId) ?? this.#begin(taskId)
    if (!last || seqAfter(last) <= task.nextSeq) {
      this.#changed.delete(taskId)
      // The log has cleared or dropped it.
      if (!last) this.#drop(taskId)
      return undefined
    }
    let from = events.findIndex(({ seq }) => seq >= task.nextSeq)
    if (events[from]?.seq !== task.nextSeq) {
      // The log has condensed stored events together with new ones: the task is written again.
      this.#drop(taskId)
      task = this.#begin(taskId, task.number)
      from = 0
    }
    const taken: TaskEvent[] = []
    let bytes = 0
    for (let nth = from; nth < events.length && left.events > 0 && left.bytes > 0; nth++) {
      const event = events[nth] as TaskEvent
      const weight = measureEvent(event).bytes
      if (bytes > 0 && bytes + weight > left.pieceBytes) break
      taken.push(event)
      bytes += weight
      left.bytes -= weight
      left.events -= 1
      task.nextSeq = seqAfter(event)
      task.ended ||= isEnd(event)
    }
    if (seqAfter(last) <= task.nextSeq) this.#changed.delete(taskId)
    task.bytes += bytes
    this.#bytes += bytes
    return { key: [task.number, task.parts++, bytes], events: taken }
  }

  /** Numbered when first seen, because unloading writes the newest tasks first. */
  #add(taskId: string): void {
    this.#changed.add(taskId)
    if (!this.#tasks.has(taskId)) this.#begin(taskId)
  }

  #begin(taskId: string, number = this.#nextNumber++): StoredTask {
    const task: StoredTask = { number, parts: 0, nextSeq: 0, bytes: 0, ended: false }
    this.#tasks.set(taskId, task)
    return task
  }

  /** Deletes the oldest finished tasks, then the oldest running ones, and pinned ones last, until the limits hold. */
  #evict(maxBytes: number, maxTasks: number): void {
    const { log } = this.#options
    const steps = [
      (taskId: string, { ended }: StoredTask) => ended && !log.isPinned(taskId),
      (taskId: string) => !log.isPinned(taskId),
      () => true,
    ]
    for (const goes of steps) {
      for (const [taskId, task] of this.#tasks) {
        if (this.#bytes <= maxBytes && this.#tasks.size <= maxTasks) return
        if (!goes(taskId, task)) continue
        this.#drop(taskId)
        this.#changed.delete(taskId)
        this.#evicted.add(taskId)
      }
    }
  }

  #drop(taskId: string): void {
    const task = this.#tasks.get(taskId)
    if (!task) return
    this.#tasks.delete(taskId)
    this.#bytes -= task.bytes
    this.#dropped.push(task.number)
  }

  #takeDropped(): readonly number[] {
    const dropped = this.#dropped
    this.#dropped = []
    return dropped
  }

  #stillWanted(pieces: readonly Piece[]): readonly Piece[] {
    const numbers = new Set(Array.from(this.#tasks.values(), ({ number }) => number))
    return pieces.filter(({ key }) => numbers.has(key[0]))
  }
}
