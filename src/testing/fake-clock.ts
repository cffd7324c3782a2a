import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../contract/clock.ts'

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Moves on by so many ms: wakes each sleeper at its own moment, in order, and lets promises settle between two of them. */
  tick(duration: number): Promise<void>
}

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

/** 1 June 2026, 08:00 UTC: any fixed moment will do. */
const STARTED_AT = 1_780_300_800_000

export function createFakeClock(startedAt: number = STARTED_AT): FakeClock {
  let now = 0
  const sleepers = new Set<Sleeper>()

  const nextDue = (end: number): Sleeper | undefined => {
    let next: Sleeper | undefined
    for (const sleeper of sleepers) {
      if (sleeper.due <= end && (next === undefined || sleeper.due < next.due)) next = sleeper
    }
    return next
  }

  return {
    startedAt,
    now: () => now,
    sleep: (duration, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || !(duration > 0)) {
          resolve()
          return
        }
        const end = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', end)
          resolve()
        }
        const sleeper = { due: now + duration, wake: end }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', end)
      }),
    async tick(duration) {
      const end = now + duration
      await nextTurn()
      for (let next = nextDue(end); next !== undefined; next = nextDue(end)) {
        now = Math.max(now, next.due)
        next.wake()
        await nextTurn()
      }
      now = end
      await nextTurn()
    },
  }
}
