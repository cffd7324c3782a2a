/** Runs a piece of work now, or, while another one runs, right after it. */
export type TakeTurn = (work: () => void) => void

/**
 * One after another: what a listener sets off is done when the event that called it is complete, so that every event is whole
 * and the order of events is the order in which things happened.
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
