import { isEnd, isFailure } from '../../contract/event/event-traits.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { PanelSource } from '../../contract/panel-source.ts'

export interface CallCounts {
  readonly calls: number
  /** No answer came, and nobody called it off. */
  readonly failed: number
  readonly running: number
}

export interface CallCounter {
  /** As of now. */
  read(): CallCounts
  stop(): void
}

/** Counts the calls of a source as they go by, without keeping or drawing any. `onChange` is told of each change, and is to do little. */
export function countCalls(
  source: Pick<PanelSource, 'events' | 'subscribe' | 'state' | 'subscribeState'>,
  onChange: () => void,
): CallCounter {
  const calls = new Set<string>()
  const failed = new Set<string>()
  const running = new Set<string>()
  const count = (event: TaskEvent) => {
    if (event.type === 'created') {
      calls.add(event.taskId)
      running.add(event.taskId)
    } else if (isEnd(event)) {
      running.delete(event.taskId)
      if (isFailure(event)) failed.add(event.taskId)
    } else return
    onChange()
  }
  let generation: number | undefined
  const isStale = () => source.state?.().generation !== generation
  const countAnew = () => {
    for (const set of [calls, failed, running]) set.clear()
    generation = source.state?.().generation
    for (const event of source.events()) count(event)
  }
  countAnew()
  const stopListening = source.subscribe(count)
  const stopFollowing = source.subscribeState?.(() => isStale() && onChange())
  return {
    read() {
      // A clear, or what a reload brought back: only counted once somebody looks.
      if (isStale()) countAnew()
      return { calls: calls.size, failed: failed.size, running: running.size }
    },
    stop() {
      stopListening()
      stopFollowing?.()
    },
  }
}
