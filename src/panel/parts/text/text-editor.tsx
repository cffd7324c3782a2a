import { useEffect, useRef, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'
import type { JsonDocument } from '../json/json-document.ts'
import { faultOfJson, prettyJson } from '../json/pretty-json.ts'
import styles from './text-editor.css?inline'

addStyles(styles)

interface TextEditorProps {
  readonly text: string
  /** The text as JSON, if it is that: then it has to stay JSON. */
  readonly json: JsonDocument | undefined
  /** Default: what the text is. */
  readonly label?: string
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
  /** Told of each key, whether or not the text can be kept. */
  readonly onDraft?: (text: string) => void
}

/** ms after the last key until what was typed holds. */
const REST = 500

/** The text of a body. JSON gets a line for each value, and is kept only while it is JSON. */
export function TextEditor({ text, json, label, readOnly, onChange, onDraft }: TextEditorProps) {
  const words = useWords(mockEditorWords)
  const area = useRef<HTMLTextAreaElement>(null)
  const shown = json && !text.includes('\n') ? prettyJson(json) : text
  const [draft, setDraft] = useState<string>()
  const wasJson = useRef(json !== undefined)
  wasJson.current ||= json !== undefined
  const fault = draft !== undefined && wasJson.current ? faultOfJson(draft) : undefined
  const commit = (next: string | undefined) => {
    if (next !== undefined && next !== text && next !== shown && !(wasJson.current && faultOfJson(next))) onChange(next)
  }
  const latest = useRef({ draft, commit })
  latest.current = { draft, commit }
  useEffect(() => {
    if (draft === undefined) return undefined
    const rest = setTimeout(() => latest.current.commit(draft), REST)
    return () => clearTimeout(rest)
  }, [draft])
  useEffect(() => () => latest.current.commit(latest.current.draft), [])
  // What came from elsewhere takes the place of a draft; what came of the draft is the draft.
  useEffect(() => setDraft((held) => (held === text ? held : undefined)), [text])

  const goTo = (at: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(at, Math.min(at + 1, draft?.length ?? at))
  }
  return (
    <div className="text-editor">
      <textarea
        ref={area}
        className="text-editor-area"
        aria-label={label ?? (json ? words.json : words.text)}
        aria-invalid={fault !== undefined || undefined}
        data-draft={draft === undefined ? undefined : ''}
        spellCheck={false}
        autoComplete="off"
        wrap={json ? 'off' : 'soft'}
        readOnly={readOnly}
        value={draft ?? shown}
        onChange={(event) => {
          setDraft(event.target.value)
          onDraft?.(event.target.value)
        }}
        onBlur={() => commit(draft)}
      />
      {fault && (
        <p className="text-editor-fault" role="alert">
          <span>
            {fault.line === undefined || fault.column === undefined
              ? words.faultPlain(fault.message)
              : words.fault(fault.line, fault.column, fault.message)}
          </span>
          {fault.at !== undefined && (
            <button type="button" className="part-link" onClick={() => goTo(fault.at as number)}>
              {words.goTo}
            </button>
          )}
          <span className="text-editor-note">{words.notSaved}</span>
        </p>
      )}
    </div>
  )
}
