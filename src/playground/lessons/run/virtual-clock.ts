import { type Clock, nextTask } from '../../../contract/clock.ts'

/** 1 June 2026, 08:00 UTC: the same for every run, so that its numbers are the same too. */
const STARTED_AT = 1_780_300_800_000

/** Tasks of the page that are let by before time moves on, in so many parts: what answers a call reads its bodies in tasks of its own. */
const SETTLING_TASKS = 12
const PARTS = 3

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

/** A clock whose time passes only in `run`: two runs give the same moments, however busy the page is. */
export interface VirtualClock extends Clock {
  /** Wakes every sleeper at its moment, in order, until none is left or `end` (ms) is reached. */
  run(end: number): Promise<void>
}

export function createVirtualClock(): VirtualClock {
  let now = 0
  const sleepers = new Set<Sleeper>()

  return {
    startedAt: STARTED_AT,
    now: () => now,
    sleep: (duration, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || !(duration > 0)) {
          resolve()
          return
        }
        const wake = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const sleeper = { due: now + duration, wake }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', wake)
      }),
    async run(end) {
      for (;;) {
        await settle()
        const next = earliestOf(sleepers)
        if (!next || next.due > end) return
        now = Math.max(now, next.due)
        next.wake()
      }
    },
  }
}

function earliestOf(sleepers: Iterable<Sleeper>): Sleeper | undefined {
  let next: Sleeper | undefined
  for (const sleeper of sleepers) if (!next || sleeper.due < next.due) next = sleeper
  return next
}

/**
 * Lets by what is under way at this moment. Files are read outside of the page, which takes as long as the machine lets it: a read that is
 * asked for later than theirs ends later, too.
 */
async function settle(): Promise<void> {
  for (let part = 0; part < PARTS; part += 1) {
    for (let task = 0; task < SETTLING_TASKS / PARTS; task += 1) await nextTask()
    await new Blob(['.']).arrayBuffer()
  }
}
