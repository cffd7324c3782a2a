import type { Clock } from '../../contract/clock.ts'

/** ms. A fast connection delivers chunk after chunk, and the page cannot paint in between: after this time there is a pause. */
const LONGEST_RUN = 10
const REST = 1

/** Pauses that all transfers share: while one pauses, another would take the time. */
export interface SharedRest {
  /** Starts a transfer. Await the returned function between two chunks. */
  begin(): () => Promise<void> | undefined
}

export function createSharedRest(clock: Clock): SharedRest {
  let resting: Promise<void> | undefined
  return {
    begin() {
      let rested = clock.now()
      return () => {
        if (!resting && clock.now() - rested <= LONGEST_RUN) return undefined
        resting ??= clock.sleep(REST).then(() => {
          resting = undefined
        })
        return resting.then(() => {
          rested = clock.now()
        })
      }
    },
  }
}
