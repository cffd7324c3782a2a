import { Redo2, Undo2 } from 'lucide-react'
import type { Delay } from '../../../contract/mock/mock-rule.ts'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from './answer-body.ts'
import styles from './answer-fields.css?inline'
import { stepMocks, useMocks } from './mocks-state.ts'

addStyles(styles)

interface FieldProps {
  readonly answer: ResponseAnswer
  readonly readOnly?: boolean
  readonly onChange: (answer: ResponseAnswer) => void
}

/** The status of an answer, by number and name. */
export function StatusField({ answer, readOnly = false, onChange }: FieldProps) {
  const words = useWords(mockEditorWords)
  const status = answer.status ?? 200
  const names = words.statusNames as Readonly<Record<number, string>>
  const codes = [...new Set([...Object.keys(names).map(Number), status])].sort((a, b) => a - b)
  return (
    <label className="answer-field">
      <span>{words.status}</span>
      <select
        className="part-input"
        data-tone={status >= 500 ? 'server-error' : status >= 400 ? 'client-error' : 'ok'}
        value={status}
        disabled={readOnly}
        onChange={(event) => onChange({ ...answer, status: Number(event.target.value) })}
      >
        {codes.map((code) => (
          <option key={code} value={code}>
            {names[code] === undefined ? code : `${code} ${names[code]}`}
          </option>
        ))}
      </select>
    </label>
  )
}

interface DelayFieldProps<Answer> extends Omit<FieldProps, 'answer' | 'onChange'> {
  readonly answer: Answer
  readonly onChange: (answer: Answer) => void
}

/** How long an answer takes, in ms. Of a distribution it is the mean. */
export function DelayField<Answer extends { readonly delay?: Delay }>({ answer, readOnly = false, onChange }: DelayFieldProps<Answer>) {
  const words = useWords(mockEditorWords)
  const { delay = 0 } = answer
  const ms = typeof delay === 'number' ? delay : delay.mean
  const put = (text: string) => onChange({ ...answer, delay: typeof delay === 'number' ? Number(text) : { ...delay, mean: Number(text) } })
  return (
    <span className="answer-field">
      <span aria-hidden="true">{words.delay}</span>
      <span className="answer-delay">
        <DraftInput
          value={String(ms)}
          label={words.delay}
          className="part-input part-mono answer-delay-input"
          numeric
          readOnly={readOnly}
          accepts={(text) => /^\d{1,7}(\.\d+)?$/.test(text.trim())}
          form={words.notDelay}
          onCommit={put}
          onStep={(by, text) => {
            const next = Math.max(0, Number(text) + by * 100)
            return Number.isFinite(next) ? String(next) : undefined
          }}
        />
        <span className="answer-unit" aria-hidden="true">
          ms
        </span>
      </span>
    </span>
  )
}

/** Takes changes of the rules back and does them again, whichever they were. */
export function HistoryButtons() {
  const words = useWords(mockEditorWords)
  const said = useWords(mockWords)
  const { source, store, announce } = useInspector()
  const canUndo = useMocks((state) => state.done.length > 0)
  const canRedo = useMocks((state) => state.undone.length > 0)
  return (
    <>
      {(['undo', 'redo'] as const).map((way) => (
        <button
          key={way}
          type="button"
          className="part-icon-button"
          aria-label={words[way]}
          aria-keyshortcuts={way === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z'}
          title={words[way]}
          disabled={way === 'undo' ? !canUndo : !canRedo}
          onClick={async () => (await stepMocks({ source, store }, way)) && announce(way === 'undo' ? said.undone : said.redone)}
        >
          {way === 'undo' ? <Undo2 size={14} aria-hidden="true" /> : <Redo2 size={14} aria-hidden="true" />}
        </button>
      ))}
    </>
  )
}
