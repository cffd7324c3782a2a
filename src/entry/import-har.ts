import type { TaskMark } from '../contract/event/task-mark.ts'
import type { CallSink } from '../exchange/har/read-har.ts'
import type { EventLog } from '../recorder/log/event-log.ts'
import type { WxInspector } from './inspector/inspector-types.ts'

interface ImportOptions {
  readonly log: EventLog
  /** Wall time at 0 on the clock of the log, in epoch ms. */
  readonly startedAt: number
  /** Settles when the tasks of earlier pages are in the log: they are before all else, and have their ids already. */
  readonly restored: Promise<void>
  /** Aborts when the log is used no more; its reason rejects the imports that have not ended. */
  readonly signal: AbortSignal
  /** Called with what a person noted about calls of a file, by their ids, if there is any. */
  readonly onMarks: (marks: ReadonlyMap<string, TaskMark>) => void
}

/** Reads HAR files into a log, one after the other: what has come of a file is not seen before its end, so two could take the same ids. */
export function createHarImport({ log, startedAt, restored, signal, onMarks }: ImportOptions): WxInspector['fromHar'] {
  let last: Promise<unknown> = restored
  const importFile = async (file: unknown) => {
    const { readHar } = await import('../exchange/har/read-har.ts')
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
  return (file) => {
    const imported = last.then(() => importFile(file))
    last = imported.catch(() => {})
    return imported
  }
}
