import type { Clock } from '../../contract/clock.ts'
import { isEnd } from '../../contract/event/event-traits.ts'
import type { PacedClock } from '../../contract/pace/paced-clock.ts'
import type { EventLog } from '../../recorder/log/event-log.ts'
import { checkArgument } from './check-argument.ts'

export interface PaceOptions {
  readonly clock: PacedClock
  /** The one beneath. */
  readonly real: Clock
  readonly log: EventLog
  readonly onChange: () => void
}

/** How fast simulated waiting goes. */
export interface Pace {
  readonly speed: number
  /** Throws InspectorError `bad-option` for another number than 0 to 1. */
  setSpeed(speed: number): void
  /** At speed 0: goes on until the next event, of this task if it is named. Throws InspectorError `bad-option` for a task that has ended. */
  goOn(taskId?: string): void
  dispose(): void
}

/** ms. What one moment sets off is done by then, and waits for the next one. */
const SETTLED = 30

export function createPace({ clock, real, log, onChange }: PaceOptions): Pace {
  let going: AbortController | undefined

  async function goOn(taskId: string | undefined): Promise<void> {
    going?.abort()
    const own = new AbortController()
    going = own
    const stop = log.subscribe((event) => {
      if (taskId === undefined || event.taskId === taskId) own.abort()
    })
    // Only what simulates waiting waits for this clock; what else comes, comes by itself.
    do await real.sleep(SETTLED, own.signal)
    while (!own.signal.aborted && clock.speed === 0 && clock.advance())
    stop()
  }

  return {
    get speed() {
      return clock.speed
    },
    setSpeed(speed) {
      checkArgument('speed', 'speed', typeof speed === 'number' && speed >= 0 && speed <= 1, 'must be a number from 0 to 1')
      if (speed === clock.speed) return
      clock.setSpeed(speed)
      onChange()
    },
    goOn(taskId) {
      const runs = taskId === undefined || (log.has(taskId) && !log.events(taskId).some(isEnd))
      checkArgument('step', 'taskId', runs, 'is not a call that is held or runs')
      void goOn(taskId)
    },
    dispose() {
      going?.abort()
      // What ends waits for this clock too.
      clock.setSpeed(1)
    },
  }
}
