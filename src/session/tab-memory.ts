import { toJson } from '../contract/to-json.ts'
import type { Piece, PieceKey } from './session-store.ts'

/** The part of `sessionStorage` that is used. It lives as long as the tab, across reloads and a crash of the page. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What a tab remembers of its session from one page to the next. */
export interface TabEntry {
  readonly id: string
  /** Epoch ms at 0 on the session clock. */
  readonly startedAt: number
  /** The state of the log when the page was unloaded. Absent while a page is open, and after one that crashed. */
  readonly closed?: PageEnd | undefined
  /** Pieces that were not confirmed by the store when the page was unloaded. */
  readonly pending?: readonly Piece[] | undefined
}

/** The state of a log when its page was unloaded, or at its last write. */
export interface PageEnd {
  /** ms on the session clock. */
  readonly at: number
  /** Tasks in the log. */
  readonly tasks: number
}

/** Reads and writes the entry of one inspector. */
export interface TabMemory {
  /** `refused` says why an entry that is there cannot be used. */
  read(): { readonly entry?: TabEntry; readonly refused?: string }
  /** Returns whether it was stored. */
  write(entry: TabEntry): boolean
  forget(): void
}

const KEY = 'wx-request-inspector/session/2'

/** ms. A session that claims to be older has a wrong `startedAt`. */
const MAX_AGE = 366 * 24 * 3600 * 1000

/** `place` tells the inspectors of one page apart; `now` gives epoch ms. */
export function createTabMemory(storage: () => TabStorage | undefined, place: string, now: () => number): TabMemory {
  const key = `${KEY}${place}`
  return {
    read() {
      try {
        const text = storage()?.getItem(key)
        if (!text) return {}
        const entry = toEntry(JSON.parse(text))
        if (!entry) return { refused: `${key} in sessionStorage is not an entry of this version` }
        const age = now() - entry.startedAt
        return age >= 0 && age <= MAX_AGE ? { entry } : { refused: `startedAt is ${entry.startedAt}` }
      } catch (cause) {
        return { refused: cause instanceof Error ? cause.message : String(cause) }
      }
    },
    write(entry) {
      try {
        const target = storage()
        target?.setItem(key, toJson(entry))
        return target !== undefined
      } catch {
        return false
      }
    },
    forget() {
      try {
        storage()?.removeItem(key)
      } catch {
        // Blocked storage holds nothing.
      }
    },
  }
}

function toEntry(value: unknown): TabEntry | undefined {
  const { closed, id, pending, startedAt } = Object(value) as Record<string, unknown>
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id) || !Number.isFinite(startedAt)) return undefined
  return {
    id,
    startedAt: startedAt as number,
    closed: toPageEnd(closed),
    pending: Array.isArray(pending) ? pending.filter(isPiece) : undefined,
  }
}

/** Checks a PageEnd from storage. */
export function toPageEnd(value: unknown): PageEnd | undefined {
  const { at, tasks } = Object(value) as Record<string, unknown>
  return Number.isFinite(at) && Number.isSafeInteger(tasks) ? { at: at as number, tasks: tasks as number } : undefined
}

function isPiece(value: unknown): value is Piece {
  const { events, key } = Object(value) as Record<string, unknown>
  return isPieceKey(key) && Array.isArray(events)
}

/** Checks a key from storage. */
export function isPieceKey(value: unknown): value is PieceKey {
  return Array.isArray(value) && value.length === 3 && value.every((part) => Number.isSafeInteger(part) && part >= 0)
}
