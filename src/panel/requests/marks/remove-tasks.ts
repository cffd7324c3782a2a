import type { PanelSource } from '../../../contract/panel-source.ts'
import type { InspectorStore } from '../../store/inspector-store.ts'

/** Takes requests out of the record, and puts the cursor on the row that comes next. Tells whether there was anything to do. */
export function removeTasks(source: PanelSource, store: InspectorStore, taskIds: readonly string[]): boolean {
  if (!source.send || taskIds.length === 0) return false
  const { ids } = store.getState().rows
  const gone = new Set(taskIds)
  const last = ids.findLastIndex((id) => gone.has(id))
  const next = ids.slice(last + 1).find((id) => !gone.has(id)) ?? ids.slice(0, last).findLast((id) => !gone.has(id))
  void source.send({ type: 'remove', taskIds }).then(({ ok }) => {
    if (ok && next !== undefined) store.actions.choose(next, 'one')
  })
  return true
}
