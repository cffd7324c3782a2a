import { mergeTiming } from '../../contract/event/merge-timing.ts'
import type { SocketEvent } from '../../contract/event/socket-event.ts'
import { unreachable } from '../../contract/unreachable.ts'
import { addChunkMark } from './chunk-marks.ts'
import { addCalls } from './listener-calls.ts'
import type { SocketFacts, TaskSnapshot } from './task-snapshot.ts'

/** The state of a socket before its first message. */
export const NO_MESSAGES: SocketFacts = { protocol: '', sent: 0, received: 0, refused: 0, sentBytes: 0 }

/** What a socket event changes in a task. */
export function changeOfSocket(task: TaskSnapshot, event: SocketEvent): Partial<TaskSnapshot> {
  const socket = task.socket ?? NO_MESSAGES
  const { marks } = task
  switch (event.type) {
    case 'opened':
      return {
        state: 'open',
        // A socket opens with no other status.
        statusCode: 101,
        header: event.header,
        socket: { ...socket, protocol: event.protocol },
        timing: mergeTiming(task.timing, event.timing),
        marks: { ...marks, headersReceived: event.at },
        listenerCalls: addCalls(task, event.listeners),
      }
    case 'message-sent':
      return {
        ...countMessage(task, event.at),
        socket: { ...socket, sent: socket.sent + 1, sentBytes: socket.sentBytes + event.body.size },
      }
    case 'message-received':
      return {
        ...countMessage(task, event.at),
        receivedBytes: task.receivedBytes + event.body.size,
        socket: { ...socket, received: socket.received + 1 },
        // Of thousands of calls, only those that threw matter one by one.
        listenerCalls: addCalls(
          task,
          event.listeners.filter((call) => call.threw !== undefined),
        ),
      }
    case 'message-refused':
      return { socket: { ...socket, refused: socket.refused + 1 } }
    case 'closed':
      return {
        state: 'closed',
        socket: { ...socket, closure: { by: event.by, code: event.code, reason: event.reason } },
        marks: { ...marks, ended: event.at },
        listenerCalls: addCalls(task, event.listeners),
      }
    default:
      return unreachable(event)
  }
}

function countMessage(task: TaskSnapshot, at: number): Partial<TaskSnapshot> {
  return { chunks: task.chunks + 1, chunkMarks: addChunkMark(task, at) }
}
