import { useEffect, useState } from 'react'

interface KeptAreaProps {
  readonly value: string
  readonly label: string
  readonly readOnly: boolean
  /** Whether a text can be kept. Default: every text. */
  readonly accepts?: (text: string) => boolean
  readonly onCommit: (text: string) => void
}

/** A text of some lines that holds when its field is left, or with Ctrl+Enter. Escape takes back what was typed. */
export function KeptArea({ value, label, readOnly, accepts = () => true, onCommit }: KeptAreaProps) {
  const [draft, setDraft] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value from elsewhere takes the place of a draft
  useEffect(() => setDraft(undefined), [value])
  const text = draft ?? value
  const wrong = draft !== undefined && !accepts(draft)
  const commit = () => {
    if (draft !== undefined && draft !== value && !wrong) onCommit(draft)
    if (!wrong) setDraft(undefined)
  }
  return (
    <textarea
      className="part-input part-mono kept-area"
      aria-label={label}
      aria-invalid={wrong || undefined}
      data-draft={draft === undefined ? undefined : ''}
      rows={Math.min(8, text.split('\n').length)}
      spellCheck={false}
      autoComplete="off"
      readOnly={readOnly}
      value={text}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit()
        if (event.key !== 'Escape' || draft === undefined) return
        event.stopPropagation()
        setDraft(undefined)
      }}
    />
  )
}
