import { useId } from 'react'
import type { Platform } from '../../../contract/event/platform.ts'
import type { MockAnswer } from '../../../contract/mock/mock-rule.ts'
import { DEFAULT_SETTINGS } from '../../../contract/settings.ts'
import { taskErrorOf } from '../../../wechat/fail-text.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { environmentWords } from '../../words/environment-words.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'

type Failure = MockAnswer & { readonly kind: 'fail' }

interface FailureFieldsProps {
  readonly answer: Failure
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
const PLATFORMS: readonly Platform[] = ['android', 'ios', 'devtools', 'pc']

/** How an answer fails, by name, with what the app gets of it on each platform. */
export function FailureFields({ answer, readOnly, onChange }: FailureFieldsProps) {
  const words = useWords(mocksViewWords)
  const platforms = useWords(environmentWords).platforms
  const settings = useSourceState(useInspector().source)?.settings
  const lib = settings?.lib ?? DEFAULT_SETTINGS.lib
  const title = useId()
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
      <h4 className="answer-title" id={title}>
        {words.errMsg}
      </h4>
      <table className="why-table" aria-labelledby={title}>
        <tbody>
          {PLATFORMS.map((platform) => {
            const { errMsg, errno } = taskErrorOf({ kind: 'network', name: answer.error }, 'request', { platform, lib })
            return (
              <tr key={platform}>
                <th scope="row">{platforms[platform]}</th>
                <td>
                  <code>{errMsg}</code>
                </td>
                <td>{errno === undefined ? '' : `errno ${errno}`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
