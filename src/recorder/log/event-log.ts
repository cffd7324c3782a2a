import { createEmitter } from '../../contract/emitter.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { SourceState } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import { contentBytes, withoutContent } from './event-content.ts'
import { HeldContent } from './held-content.ts'

/** How much a log may hold; the words are explained at Settings. */
export type LogLimits = Pick<Settings['capture'], 'maxTasks' | 'maxBodyBytes'>

/**
 * Messages and pieces of bodies that are held one by one, those of all tasks together: some 50 MB besides what is in them.
 * Of older ones no more is held than how many they were and how large; that is done for many at a time, so that what a reader
 * counted off stays where it is for a while.
 */
const MOST_PIECES = 100_000
const PIECES_AT_A_TIME = 1 / 20

/** The events so far. Appending costs the same however many there are, so the app never waits for whoever reads. */
export class EventLog {
  #held = new HeldContent()
  #cleared: HeldContent | undefined
  #limits: LogLimits
  #recording = true
  #generation = 0
  #droppedTasks = 0
  #releasedBodies = 0
  readonly #stored = createEmitter<TaskEvent>()
  readonly #changed = createEmitter()

  readonly #mostPieces: number

  constructor(limits: LogLimits, mostPieces = MOST_PIECES) {
    this.#limits = limits
    this.#mostPieces = mostPieces
  }

  /** Takes one event. Ignored: one out of turn, and one of a task that began while recording was off or that was dropped. */
  append(event: TaskEvent): void {
    const { taskId, seq, type } = event
    const next = this.#held.nextSeqOf(taskId)
    if (next !== undefined) {
      if (seq === next) this.#store(event)
      return
    }
    const nextCleared = this.#cleared?.nextSeqOf(taskId)
    if (nextCleared !== undefined) {
      // It goes on unseen, so that an undone clear brings back whole stories.
      if (seq !== nextCleared) return
      this.#cleared?.add(this.#withoutOversizedContent(event))
      this.#keepWithinLimits()
      return
    }
    if (type === 'created' && seq === 0 && this.#recording) this.#store(event)
  }

  /** Every event in order, or those of one task. A copy: it does not move under the reader. */
  events(taskId?: string): readonly TaskEvent[] {
    return this.#held.events(taskId)
  }

  /** Hears each event as it is stored. */
  subscribe(listener: (event: TaskEvent) => void): () => void {
    return this.#stored.subscribe(listener)
  }

  /** Hears when `recording`, `generation` or `canRestore` change, and the first time that something is dropped or released. */
  watch(watcher: () => void): () => void {
    return this.#changed.subscribe(watcher)
  }

  get recording(): boolean {
    return this.#recording
  }

  /** While off, new tasks are not recorded; those already in the log are followed to their end. */
  setRecording(recording: boolean): void {
    if (recording === this.#recording) return
    this.#recording = recording
    this.#changed.emit()
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
    if (this.#held.tasks === 0) return
    this.#cleared = this.#held
    this.#held = new HeldContent()
    this.#generation += 1
    this.#changed.emit()
  }

  /** Undoes the last clear; what came since follows behind. */
  restore(): void {
    const cleared = this.#cleared
    if (!cleared) return
    this.#cleared = undefined
    cleared.takeOver(this.#held)
    this.#held = cleared
    this.#generation += 1
    this.#keepWithinLimits()
    this.#changed.emit()
  }

  /** Lets go of what `restore` would bring back. */
  forgetCleared(): void {
    if (!this.#cleared) return
    this.#cleared = undefined
    this.#changed.emit()
  }

  /** New limits bite at once. */
  setLimits(limits: LogLimits): void {
    this.#limits = limits
    this.#keepWithinLimits()
  }

  get kept(): SourceState['kept'] {
    return {
      tasks: this.#held.tasks,
      bodyBytes: this.#held.contentBytes,
      droppedTasks: this.#droppedTasks,
      releasedBodies: this.#releasedBodies,
    }
  }

  #store(event: TaskEvent): void {
    const stored = this.#withoutOversizedContent(event)
    this.#held.add(stored)
    this.#keepWithinLimits()
    this.#stored.emit(stored)
  }

  /** Content that alone is above the limit would push out all other and then go itself. */
  #withoutOversizedContent(event: TaskEvent): TaskEvent {
    if (contentBytes(event) <= this.#limits.maxBodyBytes) return event
    this.#countReleased(1)
    return withoutContent(event, 'over-budget')
  }

  /** What was cleared and can be brought back takes room too, and is the first to give some. */
  #keepWithinLimits(): void {
    const { maxBodyBytes, maxTasks } = this.#limits
    const held = this.#held
    const cleared = this.#cleared
    if (cleared) {
      this.#countReleased(cleared.release(maxBodyBytes - held.contentBytes))
      cleared.condense(this.#mostPieces - held.pieces)
    }
    this.#countReleased(held.release(maxBodyBytes - (cleared?.contentBytes ?? 0)))
    const clearedPieces = cleared?.pieces ?? 0
    if (held.pieces + clearedPieces > this.#mostPieces) {
      held.condense(Math.floor(this.#mostPieces * (1 - PIECES_AT_A_TIME)) - clearedPieces)
    }
    this.#countDropped(held.dropEnded(maxTasks))
  }

  #countReleased(bodies: number): void {
    const first = this.#releasedBodies === 0 && bodies > 0
    this.#releasedBodies += bodies
    if (first) this.#changed.emit()
  }

  #countDropped(tasks: number): void {
    const first = this.#droppedTasks === 0 && tasks > 0
    this.#droppedTasks += tasks
    if (first) this.#changed.emit()
  }
}
