import { useMemo, useState } from 'react'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { clipText } from '../../parts/format.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { ClauseTable } from './clause-table.tsx'

/** Calls that are offered, those that lack least first. */
const MOST_CALLS = 50
const HELD = 300

/** Holds a rule against a recorded call, clause by clause. */
export function WhyPanel({ rule }: { readonly rule: MockRule }) {
  const words = useWords(mocksViewWords)
  const { source, store } = useInspector()
  const version = useInspectorState((state) => state.version)
  const [chosen, setChosen] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change in place, which only the version tells
  const calls = useMemo(() => {
    const { rows } = store.getState()
    return rows.ids
      .slice(-HELD)
      .flatMap((id) => {
        const row = rows.row(id)
        const [verdict] = source.explainMatch?.(id, rule.id) ?? []
        return row && verdict ? [{ row, verdict, lacks: verdict.clauses.filter(({ holds }) => !holds).length }] : []
      })
      .filter(({ lacks }) => lacks > 0)
      .sort((a, b) => a.lacks - b.lacks || b.row.number - a.row.number)
      .slice(0, MOST_CALLS)
  }, [rule, version, source, store])
  const call = calls.find(({ row }) => row.taskId === chosen) ?? calls[0]
  if (!call) return <p className="part-note">{words.noNearCall}</p>
  return (
    <div className="why-panel">
      <label className="answer-field why-call">
        <span>{words.whyCall}</span>
        <select className="part-input" value={call.row.taskId} onChange={(event) => setChosen(event.target.value)}>
          {calls.map(({ row, lacks }) => (
            <option key={row.taskId} value={row.taskId}>
              {`#${row.number} ${row.method} ${clipText(pathOf(row.url), 70)} · ${words.lacks(String(lacks))}`}
            </option>
          ))}
        </select>
      </label>
      <ClauseTable rule={rule} clauses={call.verdict.clauses} />
    </div>
  )
}

function pathOf(url: string): string {
  const { path, query } = splitUrl(url)
  return `${path}${query}`
}
