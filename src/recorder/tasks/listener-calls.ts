import type { ListenerCall } from '../../contract/event/event-stamp.ts'
import type { SocketListenerCall } from '../../contract/event/socket-event.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

type Calls = TaskSnapshot['listenerCalls']

/** A bar is a few hundred pixels wide, and nobody reads more. */
const MOST_CALLS = 256
/** Past MOST_CALLS, only calls that threw are kept, up to this many. */
const MOST_WITH_ERRORS = 512

/** The listeners that hear of a task itself; those of a socket are named by their calls. */
const LISTENERS: Partial<Record<TaskEvent['type'], string>> = {
  'headers-received': 'onHeadersReceived',
  'chunk-received': 'onChunkReceived',
  progressed: 'onProgressUpdate',
}

/** Calls of listeners during an event, each with the name that the app gave it. */
export function listenerCallsOf(event: TaskEvent): readonly (ListenerCall & { readonly name: string })[] {
  const calls: readonly ListenerCall[] = ('listeners' in event && event.listeners) || []
  return calls.map((call) => ({ ...call, name: LISTENERS[event.type] ?? (call as SocketListenerCall).listener }))
}

/** Appends calls of listeners to those of a task. */
export function addCalls({ listenerCalls }: TaskSnapshot, calls: Calls): Calls {
  const room = listenerCalls.length < MOST_CALLS
  const wanted = room ? calls : calls.filter((call) => call.threw !== undefined)
  if (wanted.length === 0 || listenerCalls.length >= MOST_WITH_ERRORS) return listenerCalls
  return [...listenerCalls, ...wanted]
}
