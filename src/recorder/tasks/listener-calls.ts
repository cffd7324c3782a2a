import type { TaskSnapshot } from './task-snapshot.ts'

type Calls = TaskSnapshot['listenerCalls']

/** A bar is a few hundred pixels wide, and nobody reads more. */
const MOST_CALLS = 256
/** Beyond that only those are of interest that went wrong, and of those not all either. */
const MOST_WITH_ERRORS = 512

/** Calls of listeners, added to those of before. */
export function addCalls({ listenerCalls }: TaskSnapshot, calls: Calls): Calls {
  const room = listenerCalls.length < MOST_CALLS
  const wanted = room ? calls : calls.filter((call) => call.threw !== undefined)
  if (wanted.length === 0 || listenerCalls.length >= MOST_WITH_ERRORS) return listenerCalls
  return [...listenerCalls, ...wanted]
}
