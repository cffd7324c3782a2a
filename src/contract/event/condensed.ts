import type { Stamp } from './event-stamp.ts'

/** So many of them, and so many bytes in all. */
export interface Tally {
  readonly count: number
  readonly bytes: number
}

/** How far a transfer has come. */
export interface Progress {
  /** `sent`: the body of an upload, before the headers came. `received`: that of a download, after them. */
  readonly direction: 'sent' | 'received'
  /** Bytes so far. */
  readonly loaded: number
  /** Bytes in all; absent while nobody knows. */
  readonly expected?: number
}

/**
 * Stands for older events of those that may come any number of times in one task (messages of a socket, pieces of a body,
 * the progress of a transfer) and that a record no longer holds one by one. `seq` and `at`
 * are those of the first of them. It comes from a record that ran out of room, never from a task itself.
 */
export interface Condensed extends Stamp {
  readonly type: 'condensed'
  /** How many events it stands for: the next one has `seq + count`. */
  readonly count: number
  /** When the last of them was, ms on the session clock. */
  readonly until: number
  readonly sent: Tally
  readonly received: Tally
  /** Messages that were not sent because the socket was not open. */
  readonly refused: number
  /** What the last `progressed` among them said; absent when there was none. */
  readonly progress?: Progress
  /** When the last byte of an upload had left, ms on the session clock, if one of them said so. */
  readonly wholeSentAt?: number
}
