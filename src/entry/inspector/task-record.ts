import { type Clock, createClock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { RuleHits } from '../../contract/panel-source.ts'
import { EventLog } from '../../recorder/log/event-log.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import type { Environment } from '../../shim/context/environment.ts'
import { forgetSession, keepSession, readSession } from './kept-session.ts'

/** ms in which a clear can be undone. */
const UNDO_FOR = 10_000

export interface TaskRecordOptions {
  /** Its `capture` says how much is kept, and whether over a reload. */
  readonly environment: Environment
  /** Default: the machine's, going on where a kept session began. */
  readonly clock: Clock | undefined
  /** What has to be ended with the inspector. */
  readonly disposables: Disposables
}

/** What one inspector has recorded: the log of events, the tasks that they make, and what of it outlives the page. */
export interface TaskRecord {
  readonly clock: Clock
  readonly log: EventLog
  /** Takes an event in, until the record is disposed of. */
  append(event: TaskEvent): void
  /** Of all events that came in, whether or not they are recorded. */
  ruleHits(): RuleHits
  /** Oldest first. The same array until another event comes. */
  tasks(): readonly TaskSnapshot[]
  /** Empties the log; for 10 s `log.restore` brings it back. */
  clear(): void
}

export function createTaskRecord({ environment, disposables, ...options }: TaskRecordOptions): TaskRecord {
  const capture = () => environment.settings().capture
  const storage = () => globalThis.sessionStorage
  const kept = capture().persist && !options.clock ? readSession(storage) : undefined
  const clock = options.clock ?? createClock(kept?.startedAt)
  const log = new EventLog(capture())
  for (const event of kept?.events ?? []) log.append(event)

  const keep = () => {
    if (capture().persist) keepSession(storage, clock.startedAt, log.events())
    else forgetSession(storage)
  }
  globalThis.addEventListener?.('pagehide', keep)
  disposables.add(() => globalThis.removeEventListener?.('pagehide', keep))

  disposables.add(environment.subscribe(() => log.setLimits(capture())))

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

  return {
    clock,
    log,
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
    clear() {
      log.clear()
      const cleared = log.generation
      void clock.sleep(UNDO_FOR, ended.signal).then(() => {
        if (log.generation === cleared) log.forgetCleared()
      })
    },
  }
}
