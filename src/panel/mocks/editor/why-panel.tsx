import { useMemo, useState } from 'react'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { clipText } from '../../parts/format.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { ClauseTable } from './clause-table.tsx'
import { useVerdicts } from './use-verdicts.ts'

/** Calls that are offered, those that lack least first. */
const MOST_CALLS = 50

/** Holds a rule against a recorded call, clause by clause. */
export function WhyPanel({ rule }: { readonly rule: MockRule }) {
  const words = useWords(mocksViewWords)
  const { store } = useInspector()
  const [chosen, setChosen] = useState<string>()
  const verdicts = useVerdicts(rule)
  const calls = useMemo(() => {
    const { rows } = store.getState()
    return (verdicts?.calls ?? [])
      .flatMap(({ taskId, verdict }) => {
        const row = rows.row(taskId)
        return row ? [{ row, verdict, lacks: verdict.clauses.filter(({ holds }) => !holds).length }] : []
      })
      .filter(({ lacks }) => lacks > 0)
      .sort((a, b) => a.lacks - b.lacks || b.row.number - a.row.number)
      .slice(0, MOST_CALLS)
  }, [verdicts, store])
  if (!verdicts) return null
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
      <ClauseTable rule={verdicts.rule} clauses={call.verdict.clauses} />
    </div>
  )
}

function pathOf(url: string): string {
  const { path, query } = splitUrl(url)
  return `${path}${query}`
}
