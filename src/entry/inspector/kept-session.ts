import { isEnd, isEventType } from '../../contract/event/event-traits.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { toJson } from '../../contract/to-json.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'

const KEY = 'wx-request-inspector/session/1'

/** The part of `sessionStorage` that is used: it lives as long as the tab, over any number of reloads. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface KeptSession {
  /** Epoch ms: where the clock of these events began. */
  readonly startedAt: number
  readonly events: readonly TaskEvent[]
}

/** What the page recorded before it was reloaded. Nothing when there is none, or when it is not what we wrote. */
export function readSession(storage: () => SessionStorage | undefined): KeptSession | undefined {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(KEY) ?? 'null')
    if (!isKeptSession(kept)) return undefined
    // What cannot be folded throws here, and not each time the panel opens.
    new TaskStore().add(kept.events)
    return kept
  } catch {
    return undefined
  }
}

/**
 * Keeps the tasks that have ended; one that runs has no end that could be told. When there is no room, the oldest half
 * of them goes, and so on. Gives how many tasks could not be kept.
 */
export function keepSession(storage: () => SessionStorage | undefined, startedAt: number, events: readonly TaskEvent[]): number {
  const ended = [...new Set(events.filter(isEnd).map((event) => event.taskId))]
  for (let first = 0; first < ended.length; first += Math.ceil((ended.length - first) / 2)) {
    const kept = new Set(ended.slice(first))
    try {
      storage()?.setItem(KEY, toJson({ startedAt, events: events.filter((event) => kept.has(event.taskId)) }))
      return first
    } catch {
      // No room, or no storage: with fewer it may go.
    }
  }
  forgetSession(storage)
  return ended.length
}

export function forgetSession(storage: () => SessionStorage | undefined): void {
  try {
    storage()?.removeItem(KEY)
  } catch {
    // A storage that may not be touched keeps nothing either.
  }
}

function isKeptSession(value: unknown): value is KeptSession {
  const { startedAt, events } = Object(value) as Partial<KeptSession>
  return Number.isFinite(startedAt) && Array.isArray(events) && events.every(isEventLike)
}

function isEventLike(value: unknown): boolean {
  const { type, taskId, seq, at } = Object(value) as Partial<TaskEvent>
  return typeof type === 'string' && isEventType(type) && typeof taskId === 'string' && Number.isInteger(seq) && Number.isFinite(at)
}
