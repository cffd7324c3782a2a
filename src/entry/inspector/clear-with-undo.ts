import type { Clock } from '../../contract/clock.ts'
import type { EventLog } from '../../recorder/log/event-log.ts'

/** ms in which a clear can be undone. */
const UNDO_FOR = 10_000

/** Empties the log, or takes some tasks out of it; for 10 s `log.restore` brings them back. */
export function clearWithUndo(log: EventLog, clock: Clock, signal: AbortSignal, taskIds?: readonly string[]): void {
  if (taskIds) log.remove(taskIds)
  else log.clear()
  const cleared = log.generation
  void clock.sleep(UNDO_FOR, signal).then(() => {
    if (log.generation === cleared) log.forgetCleared()
  })
}
