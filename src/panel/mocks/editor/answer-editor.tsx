import { useState } from 'react'
import type { MockAnswer, RuleMatch } from '../../../contract/mock/mock-rule.ts'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from '../rules/answer-body.ts'
import { DelayField, HistoryButtons, StatusField } from '../rules/answer-fields.tsx'
import type { NamedAnswer } from '../rules/answers-of.ts'
import { BodyEditor, StressButton, TemplateButton } from './body-editor.tsx'
import { ErrMsgTable } from './err-msg-table.tsx'
import { FailureFields } from './failure-fields.tsx'
import { HeadersEditor } from './headers-editor.tsx'
import { SocketEditor } from './socket/socket-editor.tsx'
import { TimingFields } from './timing-fields.tsx'

interface AnswerEditorProps {
  readonly answer: NamedAnswer
  /** The answer of this name as coded. */
  readonly base: NamedAnswer | undefined
  /** The id of the rule, which draws where the answer has no seed of its own. */
  readonly seed: string
  /** Which calls the rule answers; of any, those of `wx.request`. */
  readonly api: NonNullable<RuleMatch['api']>
  readonly readOnly: boolean
  readonly onChange: (answer: MockAnswer) => void
}

const KINDS = ['response', 'fail', 'hang', 'redirect', 'passthrough'] as const
const SOCKET_KINDS = ['socket', 'response', 'fail', 'hang', 'passthrough'] as const

const REDIRECTS = [301, 302, 303, 307, 308] as const

/** One answer: what it says, or how it fails. */
export function AnswerEditor({ answer, base, seed, api, readOnly, onChange }: AnswerEditorProps) {
  const words = useWords(mocksViewWords)
  const { status } = useWords(mockEditorWords)
  const socket = api === 'connectSocket'
  return (
    <>
      <div className="answer-bar">
        <label className="answer-field">
          <span>{words.kind}</span>
          <select
            className="part-input"
            value={answer.kind}
            disabled={readOnly}
            onChange={(event) => onChange(answerOfKind(event.target.value as MockAnswer['kind'], answer, socket))}
          >
            {(socket ? SOCKET_KINDS : KINDS).map((each) => (
              <option key={each} value={each}>
                {socket && each === 'response' ? words.refusal : words.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        {answer.kind === 'response' && <StatusField answer={answer} readOnly={readOnly} onChange={onChange} />}
        <span className="answer-rest" />
        {!readOnly && <HistoryButtons />}
        {!readOnly && !socket && answer.kind === 'response' && <TemplateButton answer={answer} onChange={onChange} />}
        {!readOnly && !socket && answer.kind === 'response' && <StressButton answer={answer} onChange={onChange} />}
      </div>
      {answer.kind === 'socket' ? (
        <SocketEditor answer={answer} readOnly={readOnly} onChange={onChange} />
      ) : answer.kind === 'response' && socket ? (
        <div className="answer-plain">
          <p className="part-note">{words.refusalNote}</p>
          <DelayField answer={answer} readOnly={readOnly} onChange={onChange} />
          <ErrMsgTable reason={{ kind: 'handshake-refused', statusCode: answer.status ?? 200 }} api={api} />
        </div>
      ) : answer.kind === 'response' ? (
        <ResponseTabs
          answer={answer}
          base={base?.kind === 'response' ? base : undefined}
          seed={seed}
          readOnly={readOnly}
          onChange={onChange}
        />
      ) : (
        <div className="answer-plain">
          {answer.kind === 'fail' && <FailureFields answer={answer} api={api} readOnly={readOnly} onChange={onChange} />}
          {answer.kind === 'hang' && <p className="part-note">{words.hangNote}</p>}
          {answer.kind === 'passthrough' && <p className="part-note">{words.passNote}</p>}
          {answer.kind === 'redirect' && (
            <label className="answer-field">
              <span>{status}</span>
              <select
                className="part-input"
                value={answer.status ?? 302}
                disabled={readOnly}
                onChange={(event) => onChange({ ...answer, status: Number(event.target.value) as (typeof REDIRECTS)[number] })}
              >
                {REDIRECTS.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
            </label>
          )}
          {answer.kind === 'redirect' && (
            <span className="answer-field">
              <span aria-hidden="true">{words.redirectTo}</span>
              <DraftInput
                value={answer.to}
                label={words.redirectTo}
                className="part-input match-url"
                readOnly={readOnly}
                onCommit={(to) => onChange({ ...answer, to: to.trim() })}
              />
            </span>
          )}
        </div>
      )}
    </>
  )
}

type ResponseTab = 'content' | 'head' | 'timing' | 'json'
const TABS: readonly ResponseTab[] = ['content', 'head', 'timing', 'json']

interface ResponseTabsProps {
  readonly answer: ResponseAnswer
  readonly base: ResponseAnswer | undefined
  readonly seed: string
  readonly readOnly: boolean
  readonly onChange: (answer: MockAnswer) => void
}

function ResponseTabs({ answer, base, seed, readOnly, onChange }: ResponseTabsProps) {
  const words = useWords(mocksViewWords)
  const [tab, setTab] = useState<ResponseTab>('content')
  const [first] = useState(answer)
  const { delay } = answer
  const notes: Partial<Record<ResponseTab, string>> = {
    head: String(answer.status ?? 200),
    timing: delay === undefined ? '' : `${typeof delay === 'number' ? delay : delay.mean} ms`,
  }
  return (
    <Tabs label={words.answers} items={TABS.map((id) => ({ id, label: words.tabs[id], note: notes[id] }))} selected={tab} onSelect={setTab}>
      {tab === 'head' ? (
        <HeadersEditor answer={answer} readOnly={readOnly} onChange={onChange} />
      ) : tab === 'timing' ? (
        <TimingFields answer={answer} readOnly={readOnly} onChange={onChange} />
      ) : (
        <BodyEditor
          answer={answer}
          base={base ?? first}
          as={tab === 'json' ? 'json' : 'form'}
          seed={seed}
          readOnly={readOnly}
          onChange={onChange}
        />
      )}
    </Tabs>
  )
}

function answerOfKind(kind: MockAnswer['kind'], { name, ...before }: NamedAnswer, socket: boolean): MockAnswer {
  const named = name === undefined ? {} : { name }
  switch (kind) {
    case 'response':
      if (before.kind === 'response') return { ...before, ...named }
      return socket ? { kind, status: 401, ...named } : { kind, body: { json: {} }, ...named }
    case 'fail':
      return { kind, error: 'ERR_CONNECTION_REFUSED', ...named }
    case 'socket':
      return { kind, script: [{ after: 100, text: 'hello' }], ...named }
    case 'redirect':
      return { kind, to: 'https://api.example.com/other', ...named }
    default:
      return { kind, ...named }
  }
}
