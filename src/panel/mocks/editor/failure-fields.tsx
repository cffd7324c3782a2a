import type { MockAnswer, RuleMatch } from '../../../contract/mock/mock-rule.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { DelayField } from '../rules/answer-fields.tsx'
import { ErrMsgTable } from './err-msg-table.tsx'

type Failure = MockAnswer & { readonly kind: 'fail' }

interface FailureFieldsProps {
  readonly answer: Failure
  /** Of which calls, since each kind has texts of its own. */
  readonly api: NonNullable<RuleMatch['api']>
  readonly readOnly: boolean
  readonly onChange: (answer: Failure) => void
}

/** Those that one meets; any other can be in a rule too. */
const ERRORS = [
  'ERR_INTERNET_DISCONNECTED',
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_RESET',
  'ERR_CONNECTION_CLOSED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_TIMED_OUT',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NETWORK_CHANGED',
  'ERR_SSL_PROTOCOL_ERROR',
  'ERR_CERT_DATE_INVALID',
  'ERR_CERT_AUTHORITY_INVALID',
  'ERR_CERT_COMMON_NAME_INVALID',
] as const

/** How an answer fails, by name, with what the app gets of it on each platform. */
export function FailureFields({ answer, api, readOnly, onChange }: FailureFieldsProps) {
  const words = useWords(mocksViewWords)
  return (
    <>
      <label className="answer-field">
        <span>{words.error}</span>
        <select
          className="part-input"
          value={answer.error}
          disabled={readOnly}
          onChange={(event) => onChange({ ...answer, error: event.target.value })}
        >
          {[...new Set<string>([...ERRORS, answer.error])].map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <DelayField answer={answer} readOnly={readOnly} onChange={onChange} />
      <ErrMsgTable reason={{ kind: 'network', name: answer.error }} api={api} />
    </>
  )
}
