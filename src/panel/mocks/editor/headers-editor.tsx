import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from '../rules/answer-body.ts'

interface HeadersEditorProps {
  readonly answer: ResponseAnswer
  readonly readOnly: boolean
  readonly onChange: (answer: ResponseAnswer) => void
}

/** What a name of a header is made of (RFC 9110, token). */
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/

/** Headers and cookies of an answer. */
export function HeadersEditor({ answer, readOnly, onChange }: HeadersEditorProps) {
  const words = useWords(mocksViewWords)
  const [adding, setAdding] = useState(false)
  const lines = Object.entries(answer.headers ?? {}).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))
  const put = (next: readonly (readonly [string, string])[]) => {
    const { headers: _, ...rest } = answer
    const headers = new Map<string, string[]>()
    for (const [name, value] of next) headers.set(name, [...(headers.get(name) ?? []), value])
    const entries = [...headers].map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values] as const)
    onChange(entries.length > 0 ? { ...rest, headers: Object.fromEntries(entries) } : rest)
  }
  return (
    <div className="head-editor">
      <h4 className="answer-title">{words.headers}</h4>
      {lines.map(([name, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may be repeated
        <div key={place} className="match-line">
          <DraftInput
            value={name}
            label={`${words.headerName} ${name}`}
            className="part-input head-name"
            readOnly={readOnly}
            accepts={(text) => NAME.test(text.trim())}
            onCommit={(text) => put(lines.map((line, nth) => (nth === place ? [text.trim(), value] : line)))}
          />
          <DraftInput
            value={value}
            label={`${name} ${words.headerValue}`}
            className="part-input match-url"
            readOnly={readOnly}
            onCommit={(text) => put(lines.map((line, nth) => (nth === place ? [name, text.trim()] : line)))}
          />
          {!readOnly && (
            <button
              type="button"
              className="part-icon-button"
              aria-label={words.removeHeader(name)}
              title={words.removeHeader(name)}
              onClick={() => put(lines.toSpliced(place, 1))}
            >
              <X size={13} aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      {adding && (
        <div className="match-line">
          <DraftInput
            value=""
            label={words.headerName}
            className="part-input head-name"
            accepts={(text) => NAME.test(text.trim())}
            onCommit={(text) => {
              setAdding(false)
              put([...lines, [text.trim(), '']])
            }}
          />
          <button type="button" className="part-button" data-kind="quiet" onClick={() => setAdding(false)}>
            {words.cancel}
          </button>
        </div>
      )}
      {!readOnly && !adding && (
        <button type="button" className="part-button head-add" data-kind="quiet" onClick={() => setAdding(true)}>
          <Plus size={13} aria-hidden="true" />
          {words.addHeader}
        </button>
      )}
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
