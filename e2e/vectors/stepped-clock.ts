import type { Clock } from '../../src/contract/clock.ts'

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

export interface SteppedClock extends Clock {
  /** Moves time from sleeper to sleeper until `done` holds or `limit` ms have passed; lets the program run in between. */
  runUntil(done: () => boolean, limit: number): Promise<void>
}

/** Turns of the event loop after which a program that waits for nothing but the clock has come to rest. */
const TURNS_TO_REST = 40

/** A clock whose minute is over in a moment. Promises, streams and MSW run on the real event loop between its steps. */
export function createSteppedClock(): SteppedClock {
  let now = 0
  let sleepers: Sleeper[] = []
  const rest = async (done: () => boolean) => {
    for (let turn = 0; turn < TURNS_TO_REST && !done(); turn++) await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    startedAt: 1_700_000_000_000,
    now: () => now,
    sleep: (duration, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || !(duration > 0)) return resolve()
        const wake = () => {
          signal?.removeEventListener('abort', wake)
          sleepers = sleepers.filter((other) => other !== sleeper)
          resolve()
        }
        const sleeper: Sleeper = { due: now + duration, wake }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', wake)
      }),
    async runUntil(done, limit) {
      const end = now + limit
      for (;;) {
        await rest(done)
        if (done()) return
        const next = sleepers.reduce<Sleeper | undefined>((first, other) => (!first || other.due < first.due ? other : first), undefined)
        if (!next || next.due > end) break
        now = Math.max(now, next.due)
        next.wake()
      }
      now = Math.max(now, end)
      await rest(done)
    },
  }
}
