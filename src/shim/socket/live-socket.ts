import type { FailReason, TaskError } from '../../contract/event/task-error.ts'
import type { TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import type { SocketConnection, SocketData } from '../../contract/transport.ts'
import type { SocketOpenResult } from '../../contract/wx/wx-socket.ts'
import type { TaskListeners } from './socket-listeners.ts'

/** The values of `readyState` (WS-12). */
export const CONNECTING = 0
export const OPEN = 1
export const CLOSING = 2
export const CLOSED = 3

/** The state of one socket: it emits its events, calls its listeners, and ends it exactly once. */
export interface LiveSocket {
  readonly taskId: string
  /** Counts the sockets of the shim, from 1. Used in messages and in the result on devtools. */
  readonly number: number
  readonly listeners: TaskListeners
  readonly state: 0 | 1 | 2 | 3
  /** Whether it counts towards the limit of five (LIM-3). */
  holdsPlace: boolean
  /** Aborts when the handshake is not needed any more. */
  readonly unwanted: AbortSignal
  /** Aborts when the socket has opened or failed to. */
  readonly decided: AbortSignal
  emit(event: Unstamped<TaskEvent>): number
  /** Calls the callbacks of connectSocket. No listener is called before them. */
  deliver(outcome: 'success' | 'fail', result: object): void
  open(line: SocketConnection, makeResult: (at: number) => SocketOpenResult): void
  /**
   * Sends a message. If the socket is not open, returns false and records the attempt with `refusal`, the message that the app gets
   * (WS-6).
   */
  send(data: SocketData, by: 'app' | 'panel', refusal: string): boolean
  close(by: 'app' | 'panel', code: number, reason: string): void
  /** Ends a socket that does not open. `fromCall` is what `fail` of connectSocket got, if it was called. */
  fail(reason: FailReason, fromCall?: TaskError): void
  /** Ends the socket, for the panel or because the app went to the background. */
  stop(reason: FailReason): void
}
