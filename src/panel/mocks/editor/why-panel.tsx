import { Check, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Condition, MockRule } from '../../../contract/mock/mock-rule.ts'
import type { RuleClause } from '../../../contract/mock/rule-verdict.ts'
import { clipText } from '../../parts/format.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'

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
      <table className="why-table">
        <thead>
          <tr>
            <th scope="col">{words.clause}</th>
            <th scope="col">{words.wanted}</th>
            <th scope="col">{words.saw}</th>
          </tr>
        </thead>
        <tbody>
          {call.verdict.clauses.map((clause) => (
            <tr key={clause.clause} data-holds={clause.holds}>
              <th scope="row">
                {clause.holds ? <Check size={13} aria-label={words.holds} /> : <X size={13} aria-label={words.holdsNot} />}
                {nameOf(clause, rule, words)}
              </th>
              <td>{clipText(wantedOf(clause, rule, words), 200)}</td>
              <td>{clipText(sawOf(clause, rule, words), 200)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Words = (typeof mocksViewWords)['zh']

function pathOf(url: string): string {
  const { path, query } = splitUrl(url)
  return `${path}${query}`
}

function conditionOf({ clause }: RuleClause, { when }: MockRule): Condition | undefined {
  const [, list, place] = /^(all|any)\[(\d+)\]$/.exec(clause) ?? []
  return list === undefined ? undefined : when[list as 'all' | 'any']?.[Number(place)]
}

function nameOf(clause: RuleClause, rule: MockRule, words: Words): string {
  const condition = conditionOf(clause, rule)
  if (condition) return `${words.ons[condition.on]} ${condition.name ?? ''}`
  return words.clauses[clause.clause as keyof Words['clauses']] ?? clause.clause
}

function wantedOf(clause: RuleClause, rule: MockRule, words: Words): string {
  const condition = conditionOf(clause, rule)
  if (condition) {
    const value =
      condition.value === undefined ? '' : typeof condition.value === 'string' ? condition.value : JSON.stringify(condition.value)
    return `${condition.not ? `${words.not} ` : ''}${words.operators[condition.operator]} ${value}`
  }
  if (clause.clause === 'enabled') return words.isOn
  if (clause.clause === 'api') return rule.when.api ?? words.anyMethod
  if (clause.clause === 'method') return [rule.when.method ?? words.anyMethod].flat().join(', ')
  return clause.clause === 'url' ? rule.when.url : ''
}

function sawOf({ clause, saw }: RuleClause, rule: MockRule, words: Words): string {
  if (clause === 'enabled') return rule.enabled ? words.isOn : words.isOff
  if (saw === undefined) return words.nothing
  const only = Array.isArray(saw) && saw.length === 1 ? saw[0] : saw
  return typeof only === 'string' ? only : JSON.stringify(only)
}
