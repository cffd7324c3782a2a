import type { SocketAnswer } from '../../../../contract/mock/mock-rule.ts'
import { DraftInput } from '../../../parts/json-form/draft-input.tsx'
import { addStyles } from '../../../styles/style-sheets.ts'
import { mockSocketWords } from '../../../words/mock-editor-words.ts'
import { useWords } from '../../../words/words.ts'
import { HeaderLines } from '../../rules/header-lines.tsx'
import styles from './socket.css?inline'
import { StepsList } from './steps-list.tsx'

addStyles(styles)

interface SocketEditorProps {
  readonly answer: SocketAnswer
  readonly readOnly: boolean
  readonly onChange: (answer: SocketAnswer) => void
}

/** A mocked server: its handshake, and then its steps. */
export function SocketEditor({ answer, readOnly, onChange }: SocketEditorProps) {
  const words = useWords(mockSocketWords)
  const { delay = 0, protocol = '' } = answer
  return (
    <div className="socket-editor">
      <div className="match-line">
        <span className="answer-field">
          <span aria-hidden="true">{words.handshake}</span>
          <span className="answer-delay">
            <DraftInput
              value={String(typeof delay === 'number' ? delay : delay.mean)}
              label={words.handshake}
              className="part-input part-mono answer-delay-input"
              numeric
              readOnly={readOnly}
              accepts={(text) => /^\d{1,7}$/.test(text.trim())}
              onCommit={(text) =>
                onChange({ ...answer, delay: typeof delay === 'number' ? Number(text) : { ...delay, mean: Number(text) } })
              }
            />
            <span className="answer-unit" aria-hidden="true">
              ms
            </span>
          </span>
        </span>
        <span className="answer-field" title={words.protocolHint}>
          <span aria-hidden="true">{words.protocol}</span>
          <DraftInput
            value={protocol}
            label={words.protocol}
            className="part-input part-mono step-short"
            readOnly={readOnly}
            accepts={(text) => /^[\w!#$%&'*+.^`|~-]*$/.test(text.trim())}
            form={words.protocolHint}
            onCommit={(text) => {
              const { protocol: _, ...rest } = answer
              onChange(text.trim() === '' ? rest : { ...rest, protocol: text.trim() })
            }}
          />
        </span>
      </div>
      <div className="socket-headers">
        <HeaderLines
          headers={answer.headers}
          readOnly={readOnly}
          onChange={(headers) => {
            const { headers: _, ...rest } = answer
            onChange(headers ? { ...rest, headers: joined(headers) } : rest)
          }}
        />
      </div>
      <p className="answer-hint">{words.hint}</p>
      <StepsList steps={answer.script} label={words.steps} readOnly={readOnly} onChange={(script) => onChange({ ...answer, script })} />
    </div>
  )
}

/** A handshake has each name once. */
function joined(headers: Readonly<Record<string, string | readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))
}
