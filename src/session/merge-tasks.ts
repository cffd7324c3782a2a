import type { Clock } from '../contract/clock.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'

/** Events that are emitted before other work of the page gets a turn. */
const EVENTS_PER_TURN = 500

/** Merges the events of tasks into the order in which they were recorded. */
export interface TaskMerge {
  /** Adds a whole task. Tasks are added in the order in which they began. */
  add(events: readonly TaskEvent[]): Promise<void>
  /** Emits what is left. */
  finish(): Promise<void>
}

/** Events are ordered by `at`; those of one task keep their order even if `at` goes back. */
export function createMerge(clock: Clock, onEvent: (event: TaskEvent) => void): TaskMerge {
  const open: { readonly events: readonly TaskEvent[]; next: number; at: number }[] = []
  let emitted = 0

  const emitUntil = async (end: number) => {
    for (;;) {
      let first: (typeof open)[number] | undefined
      for (const task of open) if (!first || task.at < first.at) first = task
      if (!first || first.at >= end) return
      onEvent(first.events[first.next] as TaskEvent)
      first.next++
      const next = first.events[first.next]
      if (next) first.at = Math.max(first.at, next.at)
      else open.splice(open.indexOf(first), 1)
      if (++emitted % EVENTS_PER_TURN === 0) await clock.sleep(1)
    }
  }
  return {
    async add(events) {
      const at = (events[0] as TaskEvent).at
      await emitUntil(at)
      open.push({ events, next: 0, at })
    },
    finish: () => emitUntil(Number.POSITIVE_INFINITY),
  }
}
