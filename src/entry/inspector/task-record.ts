import { type Clock, createClock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { pinnedIn } from '../../contract/event/task-mark.ts'
import type { Notice, RuleHits } from '../../contract/panel-source.ts'
import { readMarks } from '../../panel/store/keep-marks.ts'
import { EventLog } from '../../recorder/log/event-log.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { createKeptSession, openTab } from '../../session/kept-session.ts'
import type { Environment } from '../../shim/context/environment.ts'
import { clearWithUndo } from './clear-with-undo.ts'

export interface TaskRecordOptions {
  /** Its `capture` says how much is kept, and whether over a reload. */
  readonly environment: Environment
  /** Default: the machine's, going on where a kept session began. */
  readonly clock: Clock | undefined
  /** Called with what could not be restored or stored. */
  readonly onNotice: (notice: Notice) => void
  /** What has to be ended with the inspector. */
  readonly disposables: Disposables
}

/** What one inspector has recorded: the log of events, the tasks that they make, and what of it outlives the page. */
export interface TaskRecord {
  readonly clock: Clock
  readonly log: EventLog
  /** Settles, and never rejects, when the tasks of earlier pages are in the log or cannot be restored. */
  readonly restored: Promise<void>
  /** Takes an event in, until the record is disposed of. */
  append(event: TaskEvent): void
  /** Of all events that came in, whether or not they are recorded. */
  ruleHits(): RuleHits
  /** Oldest first. The same array until another event comes. */
  tasks(): readonly TaskSnapshot[]
  /** Empties the log; for 10 s `log.restore` brings it back. */
  clear(): void
  /** Takes tasks out of the log, likewise. */
  remove(taskIds: readonly string[]): void
}

export function createTaskRecord({ environment, disposables, onNotice, ...options }: TaskRecordOptions): TaskRecord {
  const capture = () => environment.settings().capture
  const tab = openTab()
  const clock = options.clock ?? createClock(tab.entry?.startedAt)
  const log = new EventLog(capture())
  // Before the first panel is drawn, which tells them from then on.
  log.pin(pinnedIn(readMarks(() => sessionStorage)))
  const session = createKeptSession({ tab, clock, log, capture, onNotice })

  disposables.add(
    environment.subscribe(() => {
      log.setLimits(capture())
      session.update()
    }),
  )

  const hits = new Map<string, RuleHits[string]>()
  let ruleHits: RuleHits | undefined
  const countHit = (ruleId: string, lastTaskId: string) => {
    hits.set(ruleId, { hits: (hits.get(ruleId)?.hits ?? 0) + 1, lastTaskId })
    ruleHits = undefined
  }

  let open = true
  disposables.add(() => {
    open = false
    // Whoever still has the handle has no use for what was recorded.
    log.clear()
    log.forgetCleared()
  })
  const ended = new AbortController()
  disposables.add(() => ended.abort())
  // Ended before the log is cleared, which would be stored too.
  disposables.add(() => session.dispose())

  return {
    clock,
    log,
    restored: session.restored,
    append(event) {
      if (!open) return
      if (event.type === 'routed' && event.ruleId !== undefined) countHit(event.ruleId, event.taskId)
      log.append(event)
    },
    ruleHits: () => {
      ruleHits ??= Object.fromEntries(hits)
      return ruleHits
    },
    tasks: () => log.tasks(),
    clear: () => clearWithUndo(log, clock, ended.signal),
    remove: (taskIds) => clearWithUndo(log, clock, ended.signal, taskIds),
  }
}
