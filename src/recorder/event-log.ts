import type { BodySnapshot } from '../contract/body-snapshot.ts'
import type { SourceState } from '../contract/panel-source.ts'
import type { Settings } from '../contract/settings.ts'
import { isEnd, type TaskEvent } from '../contract/task-event.ts'
import { bodyOf, keptBytes, withBody } from './event-body.ts'

/** How much a log may hold; the words are explained at Settings. */
export type LogLimits = Pick<Settings['capture'], 'maxTasks' | 'maxBodyBytes'>

/** One place in the log. The event in it is swapped for a copy when its body is released. */
interface Entry {
  event: TaskEvent
}

interface TaskRecord {
  readonly taskId: string
  readonly entries: Entry[]
}

/** What the log held at one time. Sets and maps keep the order of insertion and forget in O(1): no gap is ever closed by moving things. */
interface Holding {
  readonly entries: Set<Entry>
  readonly tasks: Map<string, TaskRecord>
  /** In the order in which they ended. */
  readonly ended: Set<TaskRecord>
  /** Entries whose body is still there, oldest first, with the bytes it takes. */
  readonly bodies: Map<Entry, number>
}

/** The events so far. Appending costs the same however many there are, so the app never waits for whoever reads. */
export class EventLog {
  #held = emptyHolding()
  #cleared: Holding | undefined
  #limits: LogLimits
  #recording = true
  #generation = 0
  #bodyBytes = 0
  #droppedTasks = 0
  #releasedBodies = 0
  readonly #listeners = new Set<(event: TaskEvent) => void>()
  readonly #watchers = new Set<() => void>()

  constructor(limits: LogLimits) {
    this.#limits = limits
  }

  /** Takes one event. Ignored: one out of turn, and one of a task that began while recording was off or that was dropped. */
  append(event: TaskEvent): void {
    const record = this.#held.tasks.get(event.taskId)
    if (record) {
      if (event.seq === record.entries.length) this.#store(record, event)
      return
    }
    const cleared = this.#cleared?.tasks.get(event.taskId)
    if (cleared) {
      // It goes on unseen, so that an undone clear brings back whole stories.
      if (event.seq === cleared.entries.length) addTo(this.#cleared as Holding, cleared, event)
      return
    }
    if (event.type !== 'created' || event.seq !== 0 || !this.#recording) return
    const fresh: TaskRecord = { taskId: event.taskId, entries: [] }
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
    this.#bodyBytes = 0
    this.#generation += 1
    this.#tellWatchers()
  }

  /** Undoes the last clear; what came since follows behind. */
  restore(): void {
    const cleared = this.#cleared
    if (!cleared) return
    this.#cleared = undefined
    this.#held = join(cleared, this.#held)
    this.#bodyBytes = [...this.#held.bodies.values()].reduce((sum, bytes) => sum + bytes, 0)
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
      bodyBytes: this.#bodyBytes,
      droppedTasks: this.#droppedTasks,
      releasedBodies: this.#releasedBodies,
    }
  }

  #store(record: TaskRecord, event: TaskEvent): void {
    const stored = this.#withoutOversizedBody(event)
    this.#bodyBytes += addTo(this.#held, record, stored)
    this.#keepWithinLimits()
    for (const listener of this.#listeners) callSafely(() => listener(stored))
  }

  /** A body that alone is above the limit would push out all others and then go itself. */
  #withoutOversizedBody(event: TaskEvent): TaskEvent {
    const body = bodyOf(event)
    if (!body || keptBytes(body) <= this.#limits.maxBodyBytes) return event
    this.#count(() => (this.#releasedBodies += 1), this.#releasedBodies === 0)
    return withBody(event, omit(body, 'over-budget'))
  }

  #keepWithinLimits(): void {
    const { bodies, ended, tasks, entries } = this.#held
    for (const [entry, bytes] of bodies) {
      if (this.#bodyBytes <= this.#limits.maxBodyBytes) break
      const body = bodyOf(entry.event)
      if (body) entry.event = withBody(entry.event, omit(body, 'released'))
      bodies.delete(entry)
      this.#bodyBytes -= bytes
      this.#count(() => (this.#releasedBodies += 1), this.#releasedBodies === 0)
    }
    for (const record of ended) {
      if (tasks.size <= this.#limits.maxTasks) break
      ended.delete(record)
      tasks.delete(record.taskId)
      for (const entry of record.entries) {
        entries.delete(entry)
        this.#bodyBytes -= bodies.get(entry) ?? 0
        bodies.delete(entry)
      }
      this.#count(() => (this.#droppedTasks += 1), this.#droppedTasks === 0)
    }
  }

  #count(step: () => void, first: boolean): void {
    step()
    if (first) this.#tellWatchers()
  }

  #tellWatchers(): void {
    for (const watcher of this.#watchers) callSafely(watcher)
  }
}

function emptyHolding(): Holding {
  return { entries: new Set(), tasks: new Map(), ended: new Set(), bodies: new Map() }
}

/** Puts an event into a holding and tells how many bytes of body came with it. */
function addTo(holding: Holding, record: TaskRecord, event: TaskEvent): number {
  const entry: Entry = { event }
  record.entries.push(entry)
  holding.entries.add(entry)
  if (isEnd(event)) holding.ended.add(record)
  const body = bodyOf(event)
  const bytes = body ? keptBytes(body) : 0
  if (bytes > 0) holding.bodies.set(entry, bytes)
  return bytes
}

function join(first: Holding, second: Holding): Holding {
  return {
    entries: new Set([...first.entries, ...second.entries]),
    tasks: new Map([...first.tasks, ...second.tasks]),
    ended: new Set([...first.ended, ...second.ended]),
    bodies: new Map([...first.bodies, ...second.bodies]),
  }
}

function omit(body: BodySnapshot, why: 'released' | 'over-budget'): BodySnapshot {
  return { kind: 'omitted', size: body.size, why }
}

function callSafely(call: () => void): void {
  try {
    call()
  } catch (error) {
    void Promise.reject(error)
  }
}
