import type { TaskMark } from '../contract/event/task-mark.ts'
import type { Issue } from '../contract/inspector-error.ts'
import { type CallSink, readHar } from '../exchange/har/read-har.ts'
import type { EventLog } from '../recorder/log/event-log.ts'

export interface HarImportOptions {
  readonly log: EventLog
  /** Wall time at 0 on the clock of the log, in epoch ms. */
  readonly startedAt: number
  /** Aborts when the log is used no more; its reason rejects the imports that have not ended. */
  readonly signal: AbortSignal
  /** Called with what a person noted about calls of a file, by their ids, if there is any. */
  readonly onMarks: (marks: ReadonlyMap<string, TaskMark>) => void
}

/** Reads a HAR file into a log, before its other tasks. Rejects as `readHar` does, and then the log is as it was. */
export async function importHar(
  file: unknown,
  { log, startedAt, signal, onMarks }: HarImportOptions,
): Promise<{ readonly added: number; readonly skipped: readonly Issue[] }> {
  let added = 0
  const sink: CallSink = {
    add(events) {
      for (const event of events) log.addEarlier(event)
      added += 1
    },
    clear() {
      log.dropEarlier()
      added = 0
    },
  }
  try {
    const { marks, skipped } = await readHar(file, sink, { startedAt, isTaken: (taskId) => log.has(taskId), signal })
    // What was cleared may come back this way, and must not come back twice.
    log.forgetCleared()
    log.joinEarlier()
    if (marks.size > 0) onMarks(marks)
    return { added, skipped }
  } catch (cause) {
    log.dropEarlier()
    throw cause
  }
}
