import { useContext, useMemo } from 'react'
import { withoutQuery } from '../../../contract/event/without-query.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { Fact } from '../../parts/facts.tsx'
import { formatCount } from '../../parts/format.ts'
import type { TaskRow } from '../../rows/task-row.ts'
import { type InspectorContent, InspectorContext } from '../../store/inspector-context.ts'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'

/** Calls that are linked; of more, how many there are. */
const MOST_LINKED = 6

/** The calls before this one with its method and its address, the latest first; `undefined` where there was none. */
export function useEarlierCalls(snapshot: TaskSnapshot): Fact | undefined {
  const { overview: words } = useWords(detailWords)
  const inPanel = useContext(InspectorContext)
  const { taskId, number, method, url } = snapshot
  // Computed once for each call: one that is deleted meanwhile stays listed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id stands for the call
  const rows = useMemo(() => (inPanel ? earlierRows(inPanel, { number, method, url }) : []), [inPanel, taskId])
  if (!inPanel || rows.length === 0) return undefined
  const more = rows.length - MOST_LINKED
  return {
    name: words.earlier,
    value: (
      <span className="detail-callbacks">
        {rows.slice(0, MOST_LINKED).map((row) => (
          <button key={row.taskId} type="button" className="part-link" onClick={() => inPanel.store.actions.show({ taskId: row.taskId })}>
            #{formatCount(row.number)}
          </button>
        ))}
        {more > 0 && words.earlierMore(formatCount(more))}
      </span>
    ),
  }
}

function earlierRows({ store }: InspectorContent, call: Pick<TaskRow, 'number' | 'method' | 'url'>): readonly TaskRow[] {
  const address = withoutQuery(call.url)
  const rows: TaskRow[] = []
  for (const row of store.getState().rows.all()) {
    if (row.number >= call.number || row.method !== call.method || !row.url.startsWith(address)) continue
    if (withoutQuery(row.url) === address) rows.push(row)
  }
  return rows.reverse()
}
