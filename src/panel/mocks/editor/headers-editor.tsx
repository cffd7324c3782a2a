import { useState } from 'react'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from '../rules/answer-body.ts'
import { HeaderLines } from '../rules/header-lines.tsx'

interface HeadersEditorProps {
  readonly answer: ResponseAnswer
  readonly readOnly: boolean
  readonly onChange: (answer: ResponseAnswer) => void
}

/** Headers and cookies of an answer. */
export function HeadersEditor({ answer, readOnly, onChange }: HeadersEditorProps) {
  const words = useWords(mocksViewWords)
  return (
    <div className="head-editor">
      <HeaderLines
        headers={answer.headers}
        readOnly={readOnly}
        onChange={(headers) => {
          const { headers: _, ...rest } = answer
          onChange(headers ? { ...rest, headers } : rest)
        }}
      />
      <div className="head-cookies">
        <h4 className="answer-title">{words.cookies}</h4>
        <CookieLines answer={answer} readOnly={readOnly} onChange={onChange} />
      </div>
    </div>
  )
}

function CookieLines({ answer, readOnly, onChange }: HeadersEditorProps) {
  const words = useWords(mocksViewWords)
  const text = (answer.cookies ?? []).join('\n')
  const [draft, setDraft] = useState<string>()
  const commit = () => {
    if (draft === undefined) return
    setDraft(undefined)
    const { cookies: _, ...rest } = answer
    const cookies = draft.split('\n').filter((line) => line.trim() !== '')
    onChange(cookies.length > 0 ? { ...rest, cookies } : rest)
  }
  return (
    <textarea
      className="text-editor-area head-cookie-area"
      rows={3}
      aria-label={words.cookies}
      spellCheck={false}
      readOnly={readOnly}
      data-draft={draft === undefined ? undefined : ''}
      value={draft ?? text}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
    />
  )
}
