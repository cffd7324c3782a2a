import type { SeenSocket } from './socket-server.ts'

type Result = Record<string, unknown>

/** One socket of a vector, and what the app heard of it. */
export interface ReceivedBySocket {
  readonly returned: unknown
  readonly calledAt: number
  /** Callbacks of connectSocket, in order. */
  readonly callbacks: string[]
  /** Those that had run when the call returned. */
  readonly sync: readonly string[]
  result?: Result
  /** What onError got, and when. */
  error?: Result
  errorAt?: number
}

/** All that came of a vector about sockets. */
export interface ObservedSockets {
  /** What the vector is about. */
  readonly api: string
  readonly sockets: readonly ReceivedBySocket[]
  readonly seen: readonly SeenSocket[]
  /** Callbacks and listeners of all sockets in order: `success`, `open`, `message` … */
  readonly events: readonly string[]
  readonly opened: readonly Result[]
  readonly globalOpened: readonly Result[]
  readonly messages: readonly unknown[]
  readonly closed: readonly Result[]
  /** What the small calls (send, close and the global ones) came to. */
  readonly small: {
    readonly name: string
    readonly returned: unknown
    readonly callbacks: readonly string[]
    result?: Result
    failed?: boolean
  }[]
  readonly readyStates: readonly number[]
  readonly console: readonly string[]
}
