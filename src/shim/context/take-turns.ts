/** Runs work now or, if other work is running, right after it. */
export type TakeTurn = (work: () => void) => void

/**
 * Serializes work: what a listener triggers runs when the event that called the listener is complete, so events are whole and in the order
 * in which things happened.
 */
export function createTurns(): TakeTurn {
  const waiting: (() => void)[] = []
  let busy = false
  return (work) => {
    waiting.push(work)
    if (busy) return
    busy = true
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) next()
    } finally {
      busy = false
    }
  }
}
