import { Check, X } from 'lucide-react'
import type { Condition, MockRule } from '../../../contract/mock/mock-rule.ts'
import type { RuleClause } from '../../../contract/mock/rule-verdict.ts'
import { clipText } from '../../parts/format.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'

interface ClauseTableProps {
  readonly rule: MockRule
  readonly clauses: readonly RuleClause[]
}

/** What each clause of a rule asks for, and what a call had there. */
export function ClauseTable({ rule, clauses }: ClauseTableProps) {
  const words = useWords(mocksViewWords)
  return (
    <table className="why-table" aria-label={rule.name}>
      <thead>
        <tr>
          <th scope="col">{words.clause}</th>
          <th scope="col">{words.wanted}</th>
          <th scope="col">{words.saw}</th>
        </tr>
      </thead>
      <tbody>
        {clauses.map((clause) => (
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
  )
}

type Words = (typeof mocksViewWords)['zh']

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
