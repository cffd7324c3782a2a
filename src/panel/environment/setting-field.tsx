import { useEffect, useId, useState } from 'react'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { useInspector } from '../store/inspector-context.ts'

interface SettingFieldProps {
  /** Names the field; give `label` where no words stand beside it. */
  readonly labelledBy?: string
  readonly label?: string
  readonly describedBy?: string
  /** The value as text; what stands in the field until somebody types. */
  readonly value: string
  /** The patch that a text asks for, or nothing where it has the wrong form. */
  readonly patchOf: (text: string) => SettingsPatch | undefined
  /** What a text has to look like, said when one does not. */
  readonly form: string
  readonly unit?: string
  readonly placeholder?: string
  readonly numeric?: boolean
}

/** A setting that is typed. It holds with Enter or when the field is left; a text of the wrong form changes nothing, and says so. Escape takes back what was typed. */
export function SettingField({
  labelledBy,
  label,
  describedBy,
  value,
  patchOf,
  form,
  unit,
  placeholder,
  numeric = true,
}: SettingFieldProps) {
  const { source } = useInspector()
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const [wrong, setWrong] = useState(false)
  // Changed from elsewhere, for instance put back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value is what counts
  useEffect(() => {
    setDraft(undefined)
    setWrong(false)
  }, [value])

  const commit = async () => {
    if (draft === undefined || draft === value) return discard()
    const patch = patchOf(draft.trim())
    const outcome = patch && (await source.send?.({ type: 'configure', patch }))
    if (outcome?.ok) discard()
    else setWrong(true)
  }
  const discard = () => {
    setDraft(undefined)
    setWrong(false)
  }
  return (
    <span className="setting-field">
      <span className="setting-box">
        <input
          type="text"
          inputMode={numeric ? 'decimal' : 'text'}
          className="part-input setting-input"
          aria-label={label}
          aria-labelledby={labelledBy}
          aria-describedby={wrong ? id : describedBy}
          aria-invalid={wrong || undefined}
          spellCheck={false}
          autoComplete="off"
          placeholder={placeholder}
          value={draft ?? value}
          readOnly={!source.send}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => void commit()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void commit()
            else if (event.key === 'Escape' && draft !== undefined) {
              event.stopPropagation()
              discard()
            }
          }}
        />
        {unit !== undefined && (
          <span className="setting-unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
      {wrong && (
        <span className="setting-wrong" id={id} role="alert">
          {form}
        </span>
      )}
    </span>
  )
}

/** The number that is written, thousands apart or not; `undefined` where none is. */
export function readNumber(text: string): number | undefined {
  const bare = text.replaceAll(',', '')
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined
}
