import { Plus, X } from 'lucide-react'
import type { MessageMatch } from '../../../../contract/mock/mock-rule.ts'
import { DraftInput } from '../../../parts/json-form/draft-input.tsx'
import { mockSocketWords } from '../../../words/mock-editor-words.ts'
import { mocksViewWords } from '../../../words/mocks-view-words.ts'
import { useWords } from '../../../words/words.ts'

interface MessageFieldsProps {
  readonly match: MessageMatch
  readonly readOnly: boolean
  readonly onChange: (match: MessageMatch) => void
}

const OPERATORS = ['equals', 'contains', 'matches', 'exists', '<', '>'] as const
type Operator = (typeof OPERATORS)[number]

/** Which messages of the app a step is about; all conditions must hold. */
export function MessageFields({ match, readOnly, onChange }: MessageFieldsProps) {
  const words = useWords(mocksViewWords)
  const own = useWords(mockSocketWords)
  const put = (place: number, next: MessageMatch[number]) => onChange(match.map((each, nth) => (nth === place ? next : each)))
  return (
    <>
      {match.length === 0 && <span className="answer-hint">{own.anyMessage}</span>}
      {match.map((condition, place) => {
        const number = String(place + 1)
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by nothing but its place
          <span key={place} className="match-line" role="group" aria-label={words.condition(number)}>
            <DraftInput
              value={condition.name ?? ''}
              label={own.path}
              className="part-input part-mono match-name"
              readOnly={readOnly}
              onCommit={(text) => {
                const { name: _, ...rest } = condition
                put(place, text.trim() === '' ? rest : { ...rest, name: text.trim() })
              }}
            />
            <select
              className="part-input"
              aria-label={words.operator}
              value={condition.operator}
              disabled={readOnly}
              onChange={(event) => {
                const operator = event.target.value as Operator
                const { value, ...rest } = condition
                put(
                  place,
                  operator === 'exists' ? { ...rest, operator } : { ...rest, operator, value: valueFor(operator, String(value ?? '')) },
                )
              }}
            >
              {OPERATORS.map((each) => (
                <option key={each} value={each}>
                  {words.operators[each]}
                </option>
              ))}
            </select>
            {condition.operator !== 'exists' && (
              <DraftInput
                value={typeof condition.value === 'string' ? condition.value : JSON.stringify(condition.value ?? '')}
                label={words.value}
                className="part-input part-mono match-value"
                readOnly={readOnly}
                onCommit={(text) => put(place, { ...condition, value: valueFor(condition.operator, text) })}
              />
            )}
            {!readOnly && (
              <button
                type="button"
                className="part-icon-button"
                aria-label={words.removeCondition(number)}
                title={words.removeCondition(number)}
                onClick={() => onChange(match.toSpliced(place, 1))}
              >
                <X size={13} aria-hidden="true" />
              </button>
            )}
          </span>
        )
      })}
      {!readOnly && (
        <button
          type="button"
          className="part-button"
          data-kind="quiet"
          onClick={() => onChange([...match, { name: '$.type', operator: 'equals', value: '' }])}
        >
          <Plus size={13} aria-hidden="true" />
          {words.addCondition}
        </button>
      )}
    </>
  )
}

function valueFor(operator: Operator, text: string): string | number {
  return operator === '<' || operator === '>' ? Number(text) || 0 : text
}
