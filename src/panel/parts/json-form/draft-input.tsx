import { useEffect, useRef, useState } from 'react'

interface DraftInputProps {
  readonly value: string
  readonly label: string
  readonly className: string
  readonly numeric?: boolean
  readonly readOnly?: boolean
  /** Whether a text can be kept. Default: every text. */
  readonly accepts?: (text: string) => boolean
  /** Said when one cannot. */
  readonly form?: string
  readonly onCommit: (text: string) => void
  /** ArrowUp and ArrowDown, where they mean something. */
  readonly onStep?: (by: 1 | -1, text: string) => string | undefined
}

/** A field that holds with Enter or when it is left. Escape takes back what was typed; a text of the wrong form changes nothing. */
export function DraftInput({ value, label, className, numeric, readOnly, accepts, form, onCommit, onStep }: DraftInputProps) {
  const [draft, setDraft] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value from elsewhere takes the place of a draft
  useEffect(() => setDraft(undefined), [value])
  // A row that is scrolled away takes its field along without a blur.
  const latest = useRef({ draft, commit: (_: string) => {} })
  const wrong = draft !== undefined && accepts !== undefined && !accepts(draft)
  const commit = (text: string | undefined) => {
    if (text === undefined || text === value || (accepts && !accepts(text))) return
    onCommit(text)
  }
  latest.current = { draft, commit }
  useEffect(() => () => latest.current.commit(latest.current.draft as string), [])
  const common = {
    className,
    'aria-label': label,
    'aria-invalid': wrong || undefined,
    'data-draft': draft === undefined ? undefined : '',
    title: wrong ? form : undefined,
    spellCheck: false,
    autoComplete: 'off',
    readOnly,
    value: draft ?? value,
    onBlur: () => {
      commit(draft)
      if (wrong) setDraft(undefined)
    },
  } as const
  if (!numeric && /\n/.test(value)) {
    return (
      <textarea
        {...common}
        rows={Math.min(6, value.split('\n').length)}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || draft === undefined) return
          event.stopPropagation()
          setDraft(undefined)
        }}
      />
    )
  }
  return (
    <input
      {...common}
      type="text"
      inputMode={numeric ? 'decimal' : 'text'}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit(draft)
        else if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        } else if (onStep && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.altKey) {
          const next = onStep(event.key === 'ArrowUp' ? 1 : -1, draft ?? value)
          if (next === undefined) return
          event.preventDefault()
          commit(next)
        }
      }}
    />
  )
}
