import { useRef } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'
import type { JsonDocument } from '../json/json-document.ts'
import { prettyJson } from '../json/pretty-json.ts'
import styles from './text-editor.css?inline'
import { TextFault } from './text-fault.tsx'
import { useTextDraft } from './use-text-draft.ts'

addStyles(styles)

export interface TextEditorProps {
  readonly text: string
  /** The text as JSON, if it is that: then it has to stay JSON. */
  readonly json: JsonDocument | undefined
  /** Default: what the text is. */
  readonly label?: string | undefined
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
  /** Told of each key, whether or not the text can be kept. */
  readonly onDraft?: (text: string) => void
}

/** The text of a body. JSON gets a line for each value, and is kept only while it is JSON. */
export function TextEditor({ text, json, label, readOnly, onChange, onDraft }: TextEditorProps) {
  const words = useWords(mockEditorWords)
  const area = useRef<HTMLTextAreaElement>(null)
  const shown = json && !text.includes('\n') ? prettyJson(json) : text
  const { value, draft, fault, type, leave } = useTextDraft({ text, shown, isJson: json !== undefined, onChange, onDraft })
  const goTo = (at: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(at, Math.min(at + 1, value.length))
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
        value={value}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          // What cannot be kept would be lost with the details that Escape closes.
          if (event.key === 'Escape' && fault) event.stopPropagation()
        }}
      />
      {fault && <TextFault fault={fault} onGoTo={goTo} />}
    </div>
  )
}
