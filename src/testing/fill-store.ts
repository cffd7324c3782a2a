import type { TaskEvent } from '../contract/event/task-event.ts'
import type { SourceState } from '../contract/panel-source.ts'
import type { InspectorStore } from '../panel/store/inspector-store.ts'
import { TaskStore } from '../recorder/tasks/task-store.ts'

/** Fills the store of a panel with these events at once, without a frame between. Returns how to add more. */
export function fillStore(store: InspectorStore, events: readonly TaskEvent[], kept?: SourceState['kept']): typeof add {
  const tasks = new TaskStore()
  const add = (more: readonly TaskEvent[]): void => store.actions.ingest(tasks.add(more), new Set(), kept && { kept })
  store.actions.reset(tasks)
  add(events)
  return add
}
