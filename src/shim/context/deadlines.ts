import type { Clock } from '../../contract/clock.ts'

/** The timeouts of calls. */
export interface Deadlines {
  /** Calls `passed` after `duration` ms, never synchronously. Returns a function that cancels it. `taskId` is the call that it is for. */
  begin(duration: number, passed: () => void, taskId: string): () => void
}

interface Deadline {
  readonly at: number
  readonly passed: () => void
}

/** Deadlines of the same duration: they pass in the order in which they began. */
interface Line {
  readonly waiting: Set<Deadline>
  sleeping: AbortController | undefined
}

/** Deadlines of the same duration share one timer: nearly all calls end long before it, and setting and clearing a timer for each costs more than the rest of their end. */
export function createDeadlines(clock: Clock): Deadlines {
  const lines = new Map<number, Line>()

  async function watch(duration: number, line: Line): Promise<void> {
    lines.set(duration, line)
    for (let [next] = line.waiting; next; [next] = line.waiting) {
      line.sleeping = new AbortController()
      await clock.sleep(next.at - clock.now(), line.sleeping.signal)
      // It may have been cancelled meanwhile. A timer may also fire early: the longest one is shorter than some timeouts.
      if (clock.now() >= next.at && line.waiting.delete(next)) next.passed()
    }
    lines.delete(duration)
  }

  return {
    begin(duration, passed) {
      const line = lines.get(duration) ?? { waiting: new Set(), sleeping: undefined }
      const deadline = { at: clock.now() + duration, passed }
      line.waiting.add(deadline)
      if (!line.sleeping) void watch(duration, line)
      return () => {
        // No timer is left when nothing runs.
        if (line.waiting.delete(deadline) && line.waiting.size === 0) line.sleeping?.abort()
      }
    },
  }
}
