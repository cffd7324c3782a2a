import type { Clock } from '../contract/clock.ts'
import { isEnd } from '../contract/event/event-traits.ts'
import { seqAfter, type TaskEvent } from '../contract/event/task-event.ts'
import { EventParser } from '../contract/parse/parse-events.ts'
import { createMerge } from './merge-tasks.ts'
import type { Piece, PieceKey, SessionStore } from './session-store.ts'
import { MAX_SESSION_BYTES, type StoredTask } from './session-writer.ts'
import { isPieceKey, type PageEnd, type TabEntry, toPageEnd } from './tab-memory.ts'
import { STORAGE_TIMEOUTS, withTimeout } from './with-timeout.ts'

/** How much is read at once. Parsing it takes a few milliseconds of the main thread. */
const READ_LIMITS = { pieces: 64, bytes: 256 * 1024 }

export interface RestoreSessionOptions {
  readonly entry: TabEntry
  readonly store: SessionStore
  readonly clock: Clock
  readonly maxTasks: number
  /** Whether the log already has a task. */
  readonly isKnown: (taskId: string) => boolean
  /** Called with the events of all other tasks, in the order in which they were recorded. */
  readonly onEvent: (event: TaskEvent) => void
}

/** The outcome of a restore. */
export interface RestoredSession {
  /** Tasks that the store holds exactly as the log does, by id. */
  readonly stored: ReadonlyMap<string, StoredTask>
  /** Ids of tasks that have to be written. */
  readonly changed: readonly string[]
  /** Numbers of stored tasks to delete. */
  readonly dropped: readonly number[]
  /** How many tasks of the session are in the log. */
  readonly restored: number
  /** How many were not valid, and the reason for the first of them. */
  readonly refused: number
  readonly reason: string | undefined
  /** The state of the log when it was stored, if known. */
  readonly end: PageEnd | undefined
}

/**
 * Reads a session from the store and from what the tab kept for it, the newest tasks if it is too large. Everything is
 * parsed; a task that is not valid is refused. A task without an end gets one, because its page is gone.
 */
export async function restoreSession({ clock, entry, isKnown, maxTasks, onEvent, store }: RestoreSessionOptions): Promise<RestoredSession> {
  const inTime = <Value>(answer: Promise<Value>) => withTimeout(answer, clock, STORAGE_TIMEOUTS.read)
  const { keys, note } = await inTime(store.list(entry.id))
  const { pending, places } = locatePieces(keys.filter(isPieceKey), entry.pending ?? [])
  const selection = selectTasks(places, maxTasks)
  const end = entry.closed ?? toPageEnd(note)
  const merge = createMerge(clock, onEvent)
  const stored = new Map<string, StoredTask>()
  const restored = new Set<string>()
  const changed: string[] = []
  const dropped = [...selection.dropped]
  let refused = 0
  let reason: string | undefined

  const addTask = async ({ bytes, events, fault, isPending, number, parts }: TaskPieces) => {
    const last = events.at(-1)
    if (fault !== undefined || !last) {
      dropped.push(number)
      refused++
      reason ??= fault
      return
    }
    const { taskId } = last
    const isNew = !restored.has(taskId) && !isKnown(taskId)
    restored.add(taskId)
    if (isNew && !isPending) stored.set(taskId, { number, parts, nextSeq: seqAfter(last), bytes, ended: true })
    else dropped.push(number)
    const isRunning = !events.some(isEnd)
    if (!isNew || isPending || isRunning) changed.push(taskId)
    if (isNew) await merge.add(isRunning ? [...events, endByPage(events, last, Math.max(last.at, end?.at ?? 0))] : events)
  }
  let current: TaskPieces | undefined
  for (const batch of batchesOf(selection.places)) {
    const values = await readBatch(batch, pending, (from, to) => inTime(store.read(entry.id, from, to)))
    for (const [nth, { key }] of batch.entries()) {
      if (current?.number !== key[0]) {
        if (current) await addTask(current)
        current = new TaskPieces(key[0])
      }
      current.add(key, values[nth], pending.has(key))
    }
  }
  if (current) await addTask(current)
  await merge.finish()
  return { stored, changed, dropped, restored: restored.size, refused, reason, end }
}

/** The pieces of one task, parsed. */
class TaskPieces {
  readonly number: number
  readonly events: TaskEvent[] = []
  bytes = 0
  parts = 0
  /** Whether a piece of it came from the tab. */
  isPending = false
  fault: string | undefined
  readonly #parser = new EventParser()

  constructor(number: number) {
    this.number = number
  }

  add([, , bytes]: PieceKey, value: unknown, isPending: boolean): void {
    this.parts++
    this.bytes += bytes
    this.isPending ||= isPending
    const { events, issues } = this.#parser.parse(value)
    const [issue] = issues
    if (issue) this.fault ??= `${issue.path} ${issue.message}`
    for (const event of events) {
      if (this.events.length > 0 && event.taskId !== this.events[0]?.taskId) this.fault ??= 'one piece holds events of two tasks'
      this.events.push(event)
    }
  }
}

/** Where a piece is: its index among the keys of the store; none for a pending piece. */
interface PiecePlace {
  readonly key: PieceKey
  readonly index: number | undefined
}

interface LocatedPieces {
  /** All pieces, by task and part. */
  readonly places: readonly PiecePlace[]
  /** The values of those that are not in the store. */
  readonly pending: ReadonlyMap<PieceKey, unknown>
}

function locatePieces(keys: readonly PieceKey[], pendingPieces: readonly Piece[]): LocatedPieces {
  const known = new Set(keys.map(([task, part]) => `${task} ${part}`))
  const pending = new Map<PieceKey, unknown>()
  for (const { events, key } of pendingPieces) {
    const name = `${key[0]} ${key[1]}`
    if (known.has(name)) continue
    known.add(name)
    pending.set(key, events)
  }
  const places: PiecePlace[] = [
    ...keys.map((key, index) => ({ key, index })),
    ...Array.from(pending.keys(), (key) => ({ key, index: undefined })),
  ]
  return { places: places.sort((one, other) => one.key[0] - other.key[0] || one.key[1] - other.key[1]), pending }
}

/** Selects complete tasks from the newest back, within the limits. */
function selectTasks(places: readonly PiecePlace[], maxTasks: number): { places: readonly PiecePlace[]; dropped: readonly number[] } {
  const tasks: PiecePlace[][] = []
  for (const place of places) {
    const last = tasks.at(-1)
    if (last?.[0]?.key[0] === place.key[0]) last.push(place)
    else tasks.push([place])
  }
  const selected: PiecePlace[][] = []
  const dropped: number[] = []
  let bytes = 0
  let isFull = false
  for (const task of tasks.reverse()) {
    const isComplete = task.every(({ key }, nth) => key[1] === nth)
    const size = task.reduce((sum, { key }) => sum + key[2], 0)
    isFull ||= isComplete && (bytes + size > MAX_SESSION_BYTES || selected.length >= maxTasks)
    if (isComplete && !isFull) {
      bytes += size
      selected.push(task)
    } else dropped.push((task[0] as PiecePlace).key[0])
  }
  return { places: selected.reverse().flat(), dropped }
}

/** Runs of neighbors in the store, each small enough to be read at once. */
function* batchesOf(places: readonly PiecePlace[]): Iterable<readonly PiecePlace[]> {
  let batch: PiecePlace[] = []
  let bytes = 0
  for (const place of places) {
    const before = batch.at(-1)
    const isNeighbor = before && (before.index === undefined ? place.index === undefined : place.index === before.index + 1)
    if (before && (!isNeighbor || batch.length >= READ_LIMITS.pieces || bytes + place.key[2] > READ_LIMITS.bytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(place)
    bytes += place.key[2]
  }
  if (batch.length > 0) yield batch
}

async function readBatch(
  batch: readonly PiecePlace[],
  pending: ReadonlyMap<PieceKey, unknown>,
  read: (from: PieceKey, to: PieceKey) => Promise<readonly unknown[]>,
): Promise<readonly unknown[]> {
  const [first, last] = [batch[0] as PiecePlace, batch.at(-1) as PiecePlace]
  return first.index === undefined ? batch.map(({ key }) => pending.get(key)) : read(first.key, last.key)
}

/** The end of a task that was running when its page was unloaded. */
function endByPage(events: readonly TaskEvent[], last: TaskEvent, at: number): TaskEvent {
  const stamp = { taskId: last.taskId, seq: seqAfter(last), at }
  return events.some(({ type }) => type === 'opened')
    ? // 1001 "going away" is what a browser sends.
      { ...stamp, type: 'closed', by: 'page', code: 1001, reason: '', listeners: [] }
    : { ...stamp, type: 'failed', error: { kind: 'page-closed', errMsg: '' } }
}
