import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Json } from '../../../contract/event/json.ts'
import type { Condition, MockRule } from '../../../contract/mock/mock-rule.ts'
import { formatCount } from '../../parts/format.ts'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { mockFieldsWords } from '../../words/mock-editor-words.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './editor.css?inline'
import { takes } from './fits-rule.ts'
import { LimitsLine } from './limits-line.tsx'
import { useVerdicts } from './use-verdicts.ts'
import { WhyPanel } from './why-panel.tsx'

addStyles(styles)

export interface MatchEditorProps {
  readonly rule: MockRule
  readonly readOnly: boolean
  /** Whether it is a rule in use: recorded calls are held against it, and it has a limit and a group. Default: true. */
  readonly inUse?: boolean
  readonly onChange: (rule: MockRule) => Promise<void>
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'CONNECT']
const SOURCES = ['query', 'header', 'cookie', 'body', 'call'] as const
const OPERATORS = ['equals', 'contains', 'matches', 'exists', '<', '>'] as const

/** Which calls a rule answers, and how many of those that were recorded would be among them. */
export function MatchEditor({ rule, readOnly, inUse = true, onChange }: MatchEditorProps) {
  const words = useWords(mocksViewWords)
  const [why, setWhy] = useState(false)
  const { when } = rule
  const methods = when.method === undefined ? [] : [when.method].flat()
  const method = methods.length === 0 ? '' : methods.join(', ')
  const conditions: readonly Line[] = [
    ...(when.all ?? []).map((condition) => ({ list: 'all' as const, condition })),
    ...(when.any ?? []).map((condition) => ({ list: 'any' as const, condition })),
  ]
  const put = (next: MockRule['when']) => void onChange({ ...rule, when: next })
  const putConditions = (lines: readonly Line[]) => {
    const { all: _, any: __, ...rest } = when
    const of = (wanted: Line['list']) => lines.filter(({ list }) => list === wanted).map(({ condition }) => condition)
    const [all, any] = [of('all'), of('any')]
    put({ ...rest, ...(all.length > 0 && { all }), ...(any.length > 0 && { any }) })
  }
  return (
    <div className="match-editor">
      <div className="match-line">
        <span className="match-word">{words.when}</span>
        <select
          className="part-input"
          aria-label={words.method}
          value={method}
          disabled={readOnly}
          onChange={(event) => {
            const { method: _, ...rest } = when
            put(event.target.value === '' ? rest : { ...rest, method: event.target.value })
          }}
        >
          <option value="">{words.anyMethod}</option>
          {[...new Set([...METHODS, ...(method === '' ? [] : [method])])].map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
        <DraftInput
          value={when.url}
          label={words.url}
          className="part-input match-url"
          readOnly={readOnly}
          accepts={(text) => text.trim() !== ''}
          form={words.urlHint}
          onCommit={(url) => put({ ...when, url: url.trim() })}
        />
      </div>
      {conditions.map(({ list, condition }, place) => (
        <ConditionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by nothing but its place
          key={place}
          list={list}
          condition={condition}
          number={place + 1}
          readOnly={readOnly}
          onList={(to) => putConditions(conditions.map((each, nth) => (nth === place ? { ...each, list: to } : each)))}
          onChange={(next) =>
            putConditions(
              next ? conditions.map((each, nth) => (nth === place ? { list, condition: next } : each)) : conditions.toSpliced(place, 1),
            )
          }
        />
      ))}
      <LimitsLine rule={rule} readOnly={readOnly} inUse={inUse} onChange={onChange} />
      <div className="match-line match-foot">
        {!readOnly && (
          <button
            type="button"
            className="part-button"
            data-kind="quiet"
            onClick={() =>
              putConditions([...conditions, { list: 'all', condition: { on: 'query', name: 'page', operator: 'equals', value: '1' } }])
            }
          >
            <Plus size={13} aria-hidden="true" />
            {words.addCondition}
          </button>
        )}
        <span className="answer-rest" />
        {inUse && (
          <>
            <FitCount rule={rule} />
            <button type="button" className="part-link match-why" aria-expanded={why} onClick={() => setWhy(!why)}>
              {words.why}
            </button>
          </>
        )}
      </div>
      {why && <WhyPanel rule={rule} />}
    </div>
  )
}

/** How many of the recorded calls the rule would take, whether or not it is switched on. */
function FitCount({ rule }: { readonly rule: MockRule }) {
  const words = useWords(mocksViewWords)
  const verdicts = useVerdicts(rule)
  if (!verdicts) return null
  const fitting = verdicts.calls.filter(({ verdict }) => takes(verdict)).length
  return <span className="match-count">{words.fits(formatCount(fitting), formatCount(verdicts.total))}</span>
}

/** A condition and where it stands: among those that must all hold, or those of which one must. */
interface Line {
  readonly list: 'all' | 'any'
  readonly condition: Condition
}

interface ConditionLineProps extends Line {
  readonly number: number
  readonly readOnly: boolean
  /** Without one, the condition is to go. */
  readonly onChange: (condition: Condition | undefined) => void
  readonly onList: (list: Line['list']) => void
}

function ConditionLine({ list, condition, number, readOnly, onChange, onList }: ConditionLineProps) {
  const words = useWords(mocksViewWords)
  const fields = useWords(mockFieldsWords)
  const { on, name, operator, value, not } = condition
  const id = words.condition(String(number))
  const put = (change: Partial<Condition>) => onChange({ ...condition, ...change })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders
    <div className="match-line" role="group" aria-label={id}>
      <select
        className="part-input"
        aria-label={fields.combine}
        value={list}
        disabled={readOnly}
        onChange={(event) => onList(event.target.value as Line['list'])}
      >
        <option value="all">{words.and}</option>
        <option value="any">{fields.any}</option>
      </select>
      <select
        className="part-input"
        aria-label={words.on}
        value={on}
        disabled={readOnly}
        onChange={(event) => {
          const next = event.target.value as Condition['on']
          if (next === 'call') onChange({ on: next, operator: 'equals', value: 1 })
          else
            onChange({ ...condition, on: next, name: next === 'body' ? '$' : on === 'body' || on === 'call' ? 'page' : (name ?? 'page') })
        }}
      >
        {SOURCES.map((each) => (
          <option key={each} value={each}>
            {words.ons[each]}
          </option>
        ))}
      </select>
      {on !== 'call' && (
        <DraftInput
          value={name ?? ''}
          label={words.conditionName}
          className="part-input match-name"
          readOnly={readOnly}
          accepts={(text) => text.trim() !== ''}
          onCommit={(next) => put({ name: next.trim() })}
        />
      )}
      <select
        className="part-input"
        aria-label={words.operator}
        value={operator}
        disabled={readOnly}
        onChange={(event) => {
          const next = event.target.value as Condition['operator']
          const { value: _, ...rest } = condition
          onChange(next === 'exists' ? { ...rest, operator: next } : { ...rest, operator: next, value: valueFor(next, on, value) })
        }}
      >
        {OPERATORS.map((each) => (
          <option key={each} value={each}>
            {words.operators[each]}
          </option>
        ))}
      </select>
      {operator !== 'exists' && (
        <DraftInput
          value={typeof value === 'string' ? value : JSON.stringify(value ?? '')}
          label={words.value}
          className="part-input match-value"
          readOnly={readOnly}
          onCommit={(text) => put({ value: valueFor(operator, on, text) })}
        />
      )}
      <label className="match-not">
        <input
          type="checkbox"
          checked={not ?? false}
          disabled={readOnly}
          onChange={(event) => {
            const { not: _, ...rest } = condition
            onChange(event.target.checked ? { ...rest, not: true } : rest)
          }}
        />
        {words.not}
      </label>
      {!readOnly && (
        <button
          type="button"
          className="part-icon-button"
          aria-label={words.removeCondition(String(number))}
          title={words.removeCondition(String(number))}
          onClick={() => onChange(undefined)}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** What was typed, as what the condition compares with: a number where numbers are compared, JSON in a body, text elsewhere. */
function valueFor(operator: Condition['operator'], on: Condition['on'], value: Json | undefined): Json {
  if (operator === '<' || operator === '>' || on === 'call') return Number(value) || 0
  if (on !== 'body' || operator !== 'equals' || typeof value !== 'string') return typeof value === 'string' ? value : String(value ?? '')
  try {
    return JSON.parse(value) as Json
  } catch {
    return value
  }
}
