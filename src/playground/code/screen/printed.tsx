import { useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'
import type { PrintedValue } from '../sandbox/messages.ts'

/** A value that a program printed: one line, which opens where it holds others. */
export function Printed({ value, name }: { readonly value: PrintedValue; readonly name?: string }) {
  const words = useWords(codeWords)
  // What is closed is not drawn: there may be very much of it.
  const [open, setOpen] = useState(false)
  const label = name === undefined ? undefined : <span className="printed-name">{name}: </span>
  const text = name !== undefined && value.kind === 'text' ? JSON.stringify(value.text) : value.text
  // A text that a program prints is said as it is; within something else it is a value.
  const kind = name === undefined && value.kind === 'text' ? 'plain' : value.kind
  if (!value.entries) {
    return (
      <span className="printed">
        {label}
        <span className={`is-${kind}`}>{text}</span>
      </span>
    )
  }
  return (
    <details className="printed" onToggle={({ newState }) => setOpen(newState === 'open')}>
      <summary>
        {label}
        <span className={`is-${kind}`}>{text}</span>
      </summary>
      {open && (
        <ul>
          {value.entries.map(([key, each]) => (
            <li key={key}>
              <Printed value={each} name={key} />
            </li>
          ))}
          {value.more !== undefined && <li className="printed-more">{words.more(value.more)}</li>}
        </ul>
      )}
    </details>
  )
}
