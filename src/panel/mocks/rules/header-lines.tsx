import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import type { ResponseAnswer } from './answer-body.ts'

type Headers = ResponseAnswer['headers']

interface HeaderLinesProps {
  readonly headers: Headers
  readonly readOnly: boolean
  /** `undefined` once none is left. */
  readonly onChange: (headers: Headers) => void
}

/** What a name of a header is made of (RFC 9110, token). */
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/

/** Headers, a line for each; a name that stands on several lines has several values. */
export function HeaderLines({ headers = {}, readOnly, onChange }: HeaderLinesProps) {
  const words = useWords(mocksViewWords)
  const [adding, setAdding] = useState(false)
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))
  const put = (next: readonly (readonly [string, string])[]) => {
    const byName = new Map<string, string[]>()
    for (const [name, value] of next) byName.set(name, [...(byName.get(name) ?? []), value])
    const entries = [...byName].map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values] as const)
    onChange(entries.length > 0 ? Object.fromEntries(entries) : undefined)
  }
  return (
    <>
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
    </>
  )
}
