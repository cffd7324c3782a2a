import { formatCount } from '../../parts/format.ts'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from '../rules/answer-body.ts'
import { DelayField } from './answer-fields.tsx'

interface TimingFieldsProps {
  readonly answer: ResponseAnswer
  readonly readOnly: boolean
  readonly onChange: (answer: ResponseAnswer) => void
}

const isCount = (text: string) => /^\d{0,9}$/.test(text.trim())

/** When an answer comes, and how fast. */
export function TimingFields({ answer, readOnly, onChange }: TimingFieldsProps) {
  const words = useWords(mocksViewWords)
  const { delay, throttle, chunks } = answer
  const jitter = typeof delay === 'object' ? (delay.jitter ?? 0) : 0
  const mean = typeof delay === 'object' ? delay.mean : (delay ?? 0)
  return (
    <div className="timing-fields">
      <DelayField answer={answer} readOnly={readOnly} onChange={onChange} />
      <span className="answer-field" title={words.jitterHint}>
        <span aria-hidden="true">{words.jitter}</span>
        <DraftInput
          value={String(jitter)}
          label={words.jitter}
          className="json-input answer-delay-input"
          numeric
          readOnly={readOnly}
          accepts={isCount}
          onCommit={(text) => {
            const spread = Number(text)
            const before = typeof delay === 'object' ? delay : { mean, distribution: 'uniform' as const }
            onChange({ ...answer, delay: spread > 0 ? { ...before, jitter: spread } : mean })
          }}
        />
      </span>
      <span className="answer-field" title={words.speedHint}>
        <span aria-hidden="true">{words.speed}</span>
        <DraftInput
          value={throttle ? String(throttle.bytesPerSecond) : ''}
          label={words.speed}
          className="json-input"
          numeric
          readOnly={readOnly}
          accepts={isCount}
          onCommit={(text) => {
            const { throttle: _, ...rest } = answer
            onChange(Number(text) > 0 ? { ...rest, throttle: { bytesPerSecond: Number(text) } } : rest)
          }}
        />
      </span>
      <span className="answer-hint">{words.speedHint}</span>
      {chunks && chunks.length > 0 && <span className="answer-hint">{words.pieces(formatCount(chunks.length))}</span>}
    </div>
  )
}
