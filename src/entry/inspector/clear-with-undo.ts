import type { Clock } from '../../contract/clock.ts'
import type { EventLog } from '../../recorder/log/event-log.ts'

/** ms in which a clear can be undone. */
const UNDO_FOR = 10_000

/** Empties the log; for 10 s `log.restore` brings it back. */
export function clearWithUndo(log: EventLog, clock: Clock, signal: AbortSignal): void {
  log.clear()
  const cleared = log.generation
  void clock.sleep(UNDO_FOR, signal).then(() => {
    if (log.generation === cleared) log.forgetCleared()
  })
}
