import type { TaskEvent } from '../contract/event/task-event.ts'

/**
 * Storage for sessions that outlives the page: the events of each task, in pieces, and a note about the session.
 * What it returns is untrusted: anything on the same origin may have changed it.
 */
export interface SessionStore {
  /** Whether it may hold anything. Asked before it is opened, so that an inspector that keeps nothing creates no database. */
  exists(): Promise<boolean>
  /** The keys of all pieces of a session, sorted by task and part, and its note. */
  list(id: string): Promise<StoredSession>
  /** The values of the pieces from one key to another, both included. */
  read(id: string, from: PieceKey, to: PieceKey): Promise<readonly unknown[]>
  /** Applies a change in one transaction. Rejects with a `QuotaExceededError` when there is no room. */
  write(id: string, change: SessionChange): Promise<void>
  /**
   * Starts to apply a change and does not wait, for a page that is being unloaded. Pieces of more than MAX_UNLOAD_PIECE_BYTES
   * may get lost, and nobody is told.
   */
  writeOnUnload(id: string, change: SessionChange): void
  forget(id: string): Promise<void>
  /** All sessions with the time of their last write, epoch ms. */
  sessions(): Promise<readonly { readonly id: string; readonly usedAt: number }[]>
  close(): void
}

/**
 * A piece holds consecutive events of one task; parts count from 0. The size is part of the key, so that a reader can
 * decide what to load without loading it.
 */
export type PieceKey = readonly [task: number, part: number, bytes: number]

/** Chromium copies larger values out of the page after the write has been requested, when a page that is unloaded has gone. */
export const MAX_UNLOAD_PIECE_BYTES = 128 * 1024

export interface Piece {
  readonly key: PieceKey
  readonly events: readonly TaskEvent[]
}

export interface StoredSession {
  readonly keys: readonly PieceKey[]
  /** The SessionNote of the last write. */
  readonly note: unknown
}

export interface SessionChange {
  readonly pieces: readonly Piece[]
  /** Numbers of tasks to delete, with all their pieces. Deleted before the pieces are added. */
  readonly dropped: readonly number[]
  readonly note: SessionNote
}

/** The state of a session at its last write. */
export interface SessionNote {
  /** Epoch ms. */
  readonly usedAt: number
  /** ms on the session clock. */
  readonly at: number
  /** Tasks in the log, stored or not. */
  readonly tasks: number
}
