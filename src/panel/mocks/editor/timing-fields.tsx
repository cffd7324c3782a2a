import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { mockFieldsWords } from '../../words/mock-editor-words.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from '../rules/answer-body.ts'
import { DelayField } from '../rules/answer-fields.tsx'
import { PiecesEditor } from './pieces/pieces-editor.tsx'
import { SeedField } from './seed-field.tsx'

interface TimingFieldsProps {
  readonly answer: ResponseAnswer
  readonly readOnly: boolean
  readonly onChange: (answer: ResponseAnswer) => void
}

const DISTRIBUTIONS = ['uniform', 'normal', 'spike'] as const
const isCount = (text: string) => /^\d{0,9}$/.test(text.trim())

/** When an answer comes, and how fast. */
export function TimingFields({ answer, readOnly, onChange }: TimingFieldsProps) {
  const words = useWords(mocksViewWords)
  const fields = useWords(mockFieldsWords)
  const { delay, throttle } = answer
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
          className="part-input part-mono answer-delay-input"
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
      {typeof delay === 'object' && (
        <>
          <label className="answer-field">
            <span>{fields.distribution}</span>
            <select
              className="part-input"
              value={delay.distribution ?? 'uniform'}
              disabled={readOnly}
              onChange={(event) =>
                onChange({ ...answer, delay: { ...delay, distribution: event.target.value as (typeof DISTRIBUTIONS)[number] } })
              }
            >
              {DISTRIBUTIONS.map((each) => (
                <option key={each} value={each}>
                  {fields.distributions[each]}
                </option>
              ))}
            </select>
          </label>
          <SeedField
            seed={delay.seed}
            readOnly={readOnly}
            onChange={(seed) => {
              const { seed: _, ...rest } = delay
              onChange({ ...answer, delay: seed === undefined ? rest : { ...rest, seed } })
            }}
          />
        </>
      )}
      <span className="answer-field" title={words.speedHint}>
        <span aria-hidden="true">{words.speed}</span>
        <DraftInput
          value={throttle ? String(throttle.bytesPerSecond) : ''}
          label={words.speed}
          className="part-input part-mono json-input"
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
      <PiecesEditor answer={answer} readOnly={readOnly} onChange={onChange} />
    </div>
  )
}
