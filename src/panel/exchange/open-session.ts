import type { Issue } from '../../contract/inspector-error.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { type CallSink, readHar } from '../../exchange/har/read-har.ts'
import { EventLog } from '../../recorder/log/event-log.ts'
import { offerTasks } from '../../recorder/tasks/task-reader.ts'
import { viewOf } from '../parts/view-of.ts'
import { createFeed } from '../store/feed.ts'
import { createFramePace, framesOf, type Schedule } from '../store/frame-pace.ts'
import { createInspectorStore, type InspectorStore } from '../store/inspector-store.ts'

/** A session from a file, with what a panel shows of it. */
export interface OpenedSession {
  readonly name: string
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly pace: Schedule
  readonly tasks: number
  /** What could not be read, by its path in the file. */
  readonly skipped: readonly Issue[]
  close(): void
}

interface OpenOptions {
  /** What was chosen in the live panel: the columns and their order hold here too. */
  readonly live: InspectorStore
  /** An element of the panel. */
  readonly beside: () => HTMLElement
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** A file may hold more than a page records. */
const LIMITS = { ...DEFAULT_SETTINGS.capture, maxTasks: 200_000, maxBodyBytes: 512 * 2 ** 20 }

/** Reads a HAR file, slice by slice, so that the page goes on. Throws an Error with a reason for what is none, and when `signal` is aborted. */
export async function openSession(file: File, { live, beside, signal, onProgress }: OpenOptions): Promise<OpenedSession> {
  let log = new EventLog(LIMITS)
  let latest = 0
  const sink: CallSink = {
    add(events) {
      for (const event of events) {
        latest = Math.max(latest, event.at)
        log.append(event)
      }
    },
    clear() {
      log = new EventLog(LIMITS)
      latest = 0
    },
  }
  let told = 0
  const { marks, startedAt, skipped } = await readHar(file, sink, {
    signal,
    onProgress(bytes) {
      const share = bytes / file.size
      // Whole per cents, so that not every slice is drawn; a file that is read twice begins anew.
      if (Math.abs(share - told) < 0.01) return
      told = share
      onProgress(share)
    },
  })
  const source: PanelSource = {
    startedAt,
    now: () => latest,
    events: (taskId) => log.events(taskId),
    subscribe: (listener) => log.subscribe(listener),
  }
  offerTasks(source, log)
  const { chosen, hostLook } = live.getState()
  const store = createInspectorStore(chosen, hostLook, undefined, startedAt, marks)
  const closed = new AbortController()
  const pace = createFramePace(() => source.now(), { signal: closed.signal, nextFrame: framesOf(() => viewOf(beside())) })
  const feed = createFeed(source, store, pace)
  feed.start()
  return {
    name: file.name,
    source,
    store,
    pace,
    tasks: log.taskIds().length,
    skipped,
    close() {
      feed.stop()
      closed.abort()
    },
  }
}
