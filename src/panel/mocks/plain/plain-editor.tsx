import { useMemo } from 'react'
import type { Issue } from '../../../contract/inspector-error.ts'
import { readJson } from '../../parts/json/json-document.ts'
import type { Missing } from '../../parts/lazy-component.tsx'
import { TextEditor } from '../../parts/text/text-editor.tsx'
import { useWords } from '../../words/words.ts'
import { PlainNote } from './plain-note.tsx'
import { plainWords } from './plain-words.ts'

interface PlainEditorProps extends Missing {
  readonly label: string
  readonly text: string
  readonly readOnly?: boolean
  /** Why the last text was not taken. */
  readonly issues?: readonly Issue[]
  readonly onChange: (text: string) => void
}

/** Stands in for an editor whose code did not come: its content as text. */
export function PlainEditor({ label, text, readOnly = false, issues = [], onChange, ...note }: PlainEditorProps) {
  const words = useWords(plainWords)
  const json = useMemo(() => readJson(text), [text])
  return (
    <div className="plain-editor">
      <PlainNote {...note}>{words.noEditor}</PlainNote>
      <TextEditor text={text} json={json} label={label} readOnly={readOnly} onChange={onChange} />
      {issues.length > 0 && (
        <ul className="plain-issues" role="alert" aria-label={words.notTaken}>
          {issues.map(({ path, message }) => (
            <li key={path}>
              {words.notTaken} <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
