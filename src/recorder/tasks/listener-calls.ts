import type { TaskSnapshot } from './task-snapshot.ts'

type Calls = TaskSnapshot['listenerCalls']

/** A bar is a few hundred pixels wide, and nobody reads more. */
const MOST_CALLS = 256
/** Past MOST_CALLS, only calls that threw are kept, up to this many. */
const MOST_WITH_ERRORS = 512

/** Appends calls of listeners to those of a task. */
export function addCalls({ listenerCalls }: TaskSnapshot, calls: Calls): Calls {
  const room = listenerCalls.length < MOST_CALLS
  const wanted = room ? calls : calls.filter((call) => call.threw !== undefined)
  if (wanted.length === 0 || listenerCalls.length >= MOST_WITH_ERRORS) return listenerCalls
  return [...listenerCalls, ...wanted]
}
