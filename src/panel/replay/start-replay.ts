import { nextTask } from '../../contract/clock.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import { ReplayCursor } from '../../recorder/replay/replay-cursor.ts'
import { createTimeline } from '../../recorder/replay/timeline.ts'
import { offerTasks } from '../../recorder/tasks/task-reader.ts'
import { viewOf } from '../parts/view-of.ts'
import { createFramePace, framesOf, type Schedule } from '../store/frame-pace.ts'
import { createInspectorStore, type InspectorStore } from '../store/inspector-store.ts'
import type { ReplayControls } from '../store/replay-controls.ts'
import { createPlayer } from './player.ts'

/** A replay, with what a panel shows of it. */
export interface StartedReplay {
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly pace: Schedule
  readonly controls: ReplayControls
  close(): void
}

interface ReplayOptions {
  /** What is shown now: what it holds is replayed, and what was chosen in it holds here too. */
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly file?: string
  /** ms of real time; for how often what runs is drawn. */
  readonly now: () => number
  /** An element of the panel. */
  readonly beside: () => HTMLElement
  readonly signal: AbortSignal
  readonly leave: () => void
}

/** Tasks that are taken in between two turns of the page. */
const SLICE = 400

const NONE: ReadonlySet<string> = new Set()

/** Copies what a source holds, so that it can go on recording, and stands at the end of that. Throws when `signal` is aborted. */
export async function startReplay({ source: from, store: shown, file, now, beside, signal, leave }: ReplayOptions): Promise<StartedReplay> {
  const { chosen, filter, hostLook, kind, opened, openedAt, order, query, selection, taskMarks, tasks } = shown.getState()
  const cursor = new ReplayCursor(createTimeline(from.events()), (taskId) => tasks.glanceAt(taskId)?.number ?? 0)
  const source: PanelSource = {
    startedAt: from.startedAt,
    now: () => cursor.now,
    events: (taskId) => cursor.events(taskId),
    subscribe: () => () => {},
  }
  offerTasks(source, cursor)
  const store = createInspectorStore(chosen, hostLook, undefined, from.startedAt, taskMarks)
  store.actions.reset(cursor, (taskId) => cursor.events(taskId))
  if (!filter.empty) store.actions.setQuery(query)
  store.actions.setKind(kind)
  store.actions.setOrder(order)
  const taskIds = cursor.taskIds()
  for (let start = 0; start < taskIds.length; start += SLICE) {
    if (start > 0) await nextTask()
    signal.throwIfAborted()
    store.actions.ingest(taskIds.slice(start, start + SLICE), NONE, { draws: start + SLICE >= taskIds.length })
  }
  if (selection.cursor !== undefined && cursor.has(selection.cursor)) store.actions.choose(selection.cursor, 'one')
  store.actions.show({ tab: openedAt, ...(opened !== undefined && cursor.has(opened) && { taskId: opened }) })
  const closed = new AbortController()
  const pace = createFramePace(now, { signal: closed.signal, nextFrame: framesOf(() => viewOf(beside())) })
  const controls = createPlayer({
    cursor,
    store,
    leave,
    ...(file !== undefined && { file }),
    nextFrame(run) {
      const view = viewOf(beside())
      const frame = view.requestAnimationFrame(run)
      return () => view.cancelAnimationFrame(frame)
    },
  })
  return {
    source,
    store,
    pace,
    controls,
    close() {
      if (controls.state.getState().playing) controls.togglePlaying()
      closed.abort()
    },
  }
}
