import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { mockFieldsWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'

interface SeedFieldProps {
  readonly seed: number | undefined
  readonly readOnly: boolean
  readonly onChange: (seed: number | undefined) => void
}

/** What random values are drawn from. */
export function SeedField({ seed, readOnly, onChange }: SeedFieldProps) {
  const words = useWords(mockFieldsWords)
  return (
    <span className="answer-field" title={words.seedHint}>
      <span aria-hidden="true">{words.seed}</span>
      <DraftInput
        value={seed === undefined ? '' : String(seed)}
        label={words.seed}
        className="part-input part-mono seed-input"
        numeric
        readOnly={readOnly}
        accepts={(text) => /^\d{0,9}$/.test(text.trim())}
        form={words.seedHint}
        onCommit={(text) => onChange(text.trim() === '' ? undefined : Number(text))}
      />
    </span>
  )
}
