import type { FailReason, TaskError } from '../../contract/event/task-error.ts'
import type { TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import type { SocketConnection, SocketData } from '../../contract/transport.ts'
import type { SocketOpenResult } from '../../contract/wx/wx-socket.ts'
import type { TaskListeners } from './socket-listeners.ts'

/** The numbers are those of `readyState` (WS-12). */
export const CONNECTING = 0
export const OPEN = 1
export const CLOSING = 2
export const CLOSED = 3

/** How one socket stands with the world: its state, its events, its listeners, and that it ends exactly once, whoever ends it. */
export interface LiveSocket {
  readonly taskId: string
  /** Counts the sockets of the shim, from 1; texts and the tool's result name it. */
  readonly number: number
  readonly listeners: TaskListeners
  readonly state: 0 | 1 | 2 | 3
  /** Whether it counts among the five (LIM-3). */
  holdsPlace: boolean
  /** Aborts when nobody waits for the handshake any more. */
  readonly unwanted: AbortSignal
  /** Aborts when it is known whether the socket opens. */
  readonly decided: AbortSignal
  emit(event: Unstamped<TaskEvent>): number
  /** The callbacks of connectSocket itself; nothing else is told before them. */
  deliver(outcome: 'success' | 'fail', result: object): void
  open(line: SocketConnection, makeResult: (at: number) => SocketOpenResult): void
  /** When the socket is not open, gives false and records the attempt with the text that the app is told (WS-6). */
  send(data: SocketData, by: 'app' | 'panel', refusal: string): boolean
  close(by: 'app' | 'panel', code: number, reason: string): void
  /** The end of a socket that does not open. `fromCall` is what `fail` of connectSocket was told, if it was. */
  fail(reason: FailReason, fromCall?: TaskError): void
  /** What the panel, and the app's going to the background, ask of any task. */
  stop(reason: FailReason): void
}
