import { useId } from 'react'
import type { Platform } from '../../../contract/event/platform.ts'
import type { FailReason } from '../../../contract/event/task-error.ts'
import type { RuleMatch } from '../../../contract/mock/mock-rule.ts'
import { DEFAULT_SETTINGS } from '../../../contract/settings.ts'
import { taskErrorOf } from '../../../wechat/fail-text.ts'
import { socketErrorText } from '../../../wechat/socket-text.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { environmentWords } from '../../words/environment-words.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'

interface ErrMsgTableProps {
  readonly reason: FailReason
  readonly api: NonNullable<RuleMatch['api']>
}

const PLATFORMS: readonly Platform[] = ['android', 'ios', 'devtools', 'pc']

/** What the app gets of a failure on each platform: its `fail`, or `onError` of a socket, which has no errno (WS-8). */
export function ErrMsgTable({ reason, api }: ErrMsgTableProps) {
  const words = useWords(mocksViewWords)
  const platforms = useWords(environmentWords).platforms
  const settings = useSourceState(useInspector().source)?.settings
  const lib = settings?.lib ?? DEFAULT_SETTINGS.lib
  const title = useId()
  const socket = api === 'connectSocket'
  return (
    <>
      <h4 className="answer-title" id={title}>
        {socket ? words.errMsgOfSocket : words.errMsg}
      </h4>
      <table className="why-table" aria-labelledby={title}>
        <tbody>
          {PLATFORMS.map((platform) => {
            const environment = { platform, lib }
            const { errMsg, errno } = taskErrorOf(reason, api, environment)
            return (
              <tr key={platform}>
                <th scope="row">{platforms[platform]}</th>
                <td>
                  <code>{socket ? socketErrorText(reason, environment) : errMsg}</code>
                </td>
                {!socket && <td>{errno === undefined ? '' : `errno ${errno}`}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
