import type { Clock } from '../../contract/clock.ts'

/** ms. A fast line brings piece upon piece without a pause, and the page draws nothing in between: so one is made. */
const LONGEST_RUN = 10
const REST = 1

/** Pauses that all transfers take together: while one rests, another would fill the time. */
export interface SharedRest {
  /** What one transfer awaits between two pieces. */
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
