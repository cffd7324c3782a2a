import type { Stamp } from './event-stamp.ts'

/** So many of them, and so many bytes in all. */
export interface Tally {
  readonly count: number
  readonly bytes: number
}

/**
 * Stands for older messages of a socket, or older pieces of a body, that a record no longer holds one by one. `seq` and `at`
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
}
