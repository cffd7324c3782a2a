import type { Clock } from '../../contract/clock.ts'
import type { Deadlines } from '../context/deadlines.ts'

export interface FreezableDeadlines extends Deadlines {
  /** Stops the deadline of a call until the returned function is called. `undefined` if it has none. */
  freeze(taskId: string): (() => void) | undefined
}

interface Running {
  due: number
  cancel: () => void
  readonly passed: () => void
}

/** Deadlines that can be stopped for a while. */
export function createFreezableDeadlines(deadlines: Deadlines, clock: Clock): FreezableDeadlines {
  const running = new Map<string, Running>()

  return {
    begin(duration, passed, taskId) {
      const deadline: Running = { due: clock.now() + duration, cancel: () => {}, passed }
      deadline.cancel = deadlines.begin(duration, passed, taskId)
      running.set(taskId, deadline)
      return () => {
        running.delete(taskId)
        deadline.cancel()
      }
    },
    freeze(taskId) {
      const deadline = running.get(taskId)
      if (!deadline) return undefined
      const left = deadline.due - clock.now()
      deadline.cancel()
      return () => {
        // Its call may have ended meanwhile.
        if (running.get(taskId) !== deadline) return
        deadline.due = clock.now() + left
        deadline.cancel = deadlines.begin(left, deadline.passed, taskId)
      }
    },
  }
}
