import type { LiveSocket } from './live-socket.ts'
import type { GlobalListeners } from './socket-listeners.ts'

/** LIM-3. */
export const MOST_SOCKETS = 5

/** The sockets of one shim that have not ended, oldest first, and the listeners of the global functions. */
export interface SocketFamily {
  readonly listeners: GlobalListeners
  /** The number of the next socket, from 1. */
  nextNumber(): number
  enter(socket: LiveSocket): void
  leave(socket: LiveSocket): void
  /** The socket that the global functions act on (WS-13). */
  first(): LiveSocket | undefined
  /** Whether the limit of five is reached: connecting, open and closing sockets count. */
  isFull(): boolean
  all(): readonly LiveSocket[]
}

export function createSocketFamily(): SocketFamily {
  const living = new Set<LiveSocket>()
  let last = 0
  return {
    listeners: {},
    nextNumber: () => ++last,
    enter: (socket) => void living.add(socket),
    leave: (socket) => void living.delete(socket),
    first: () => living.values().next().value,
    isFull: () => [...living].filter((socket) => socket.holdsPlace).length >= MOST_SOCKETS,
    all: () => [...living],
  }
}
