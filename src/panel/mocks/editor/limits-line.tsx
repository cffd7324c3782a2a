import type { MockRule, RuleMatch } from '../../../contract/mock/mock-rule.ts'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'

interface LimitsLineProps {
  readonly rule: MockRule
  readonly readOnly: boolean
  /** Whether it is a rule in use. Without: only which calls are held, and sockets are not. */
  readonly inUse: boolean
  readonly onChange: (rule: MockRule) => Promise<void>
}

const APIS: readonly NonNullable<RuleMatch['api']>[] = ['request', 'uploadFile', 'downloadFile', 'connectSocket']

/** What of a rule is not about the content of a call: of which function it is, how often the rule answers, and where it is listed. */
export function LimitsLine({ rule, readOnly, inUse, onChange }: LimitsLineProps) {
  const words = useWords(mocksViewWords)
  const { when, group = '', limit } = rule
  return (
    <div className="match-line">
      <label className="answer-field">
        <span>{words.clauses.api}</span>
        <select
          className="part-input"
          value={when.api ?? ''}
          disabled={readOnly}
          onChange={(event) => {
            const { api: _, ...rest } = when
            const api = event.target.value as NonNullable<RuleMatch['api']> | ''
            void onChange({ ...rule, when: api === '' ? rest : { ...rest, api } })
          }}
        >
          <option value="">{words.anyMethod}</option>
          {APIS.filter((api) => inUse || api !== 'connectSocket').map((api) => (
            <option key={api} value={api}>
              {api}
            </option>
          ))}
        </select>
      </label>
      {inUse && (
        <>
          <span className="answer-field" title={words.limitHint}>
            <span aria-hidden="true">{words.limit}</span>
            <DraftInput
              value={limit === undefined ? '' : String(limit)}
              label={words.limit}
              className="part-input part-mono match-limit"
              numeric
              readOnly={readOnly}
              accepts={(text) => /^([1-9]\d{0,8})?$/.test(text.trim())}
              form={words.limitHint}
              onCommit={(text) => {
                const { limit: _, ...rest } = rule
                void onChange(text.trim() === '' ? rest : { ...rest, limit: Number(text) })
              }}
            />
          </span>
          <span className="answer-field">
            <span aria-hidden="true">{words.group}</span>
            <DraftInput
              value={group}
              label={words.group}
              className="part-input match-group"
              readOnly={readOnly}
              onCommit={(text) => {
                const { group: _, ...rest } = rule
                void onChange(text.trim() === '' ? rest : { ...rest, group: text.trim() })
              }}
            />
          </span>
        </>
      )}
    </div>
  )
}
