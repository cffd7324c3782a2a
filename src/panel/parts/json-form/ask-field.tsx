import { type FormEvent, useState } from 'react'
import { jsonFormWords } from '../../words/json-form-words.ts'
import { useWords } from '../../words/words.ts'
import { appendValue, childrenOf, renameKey, replaceValue } from '../json/edit-json.ts'
import { isList, type JsonDocument, meaningOf, textOfKey } from '../json/json-document.ts'
import type { Asking, FormActs } from './form-acts.ts'

interface AskFieldProps {
  readonly json: JsonDocument
  readonly node: number
  readonly asking: Asking
  readonly acts: FormActs
}

/** Items that a list can be made to hold. */
const MOST_ITEMS = 10_000

/** Asks for a key, or for how many items, in the row that it is about. */
export function AskField({ json, node, asking: { what }, acts }: AskFieldProps) {
  const words = useWords(jsonFormWords)
  const inList = isList(json, node)
  const [text, setText] = useState(
    what === 'rename'
      ? meaningOf(textOfKey(json, node) ?? '')
      : what === 'repeat'
        ? String(Math.min(MOST_ITEMS, Math.max(10, (json.counts[node] as number) * 2)))
        : '',
  )
  const count = Number(text)
  const wrong = what === 'repeat' && !(Number.isInteger(count) && count >= 0 && count <= MOST_ITEMS)
  const done = (event: FormEvent) => {
    event.preventDefault()
    if (wrong) return
    if (what === 'rename') acts.edit(renameKey(json, node, text))
    else if (what === 'repeat') acts.edit(replaceValue(json, node, repeated(json, node, count)))
    else acts.edit(appendValue(json, node, '""', inList ? undefined : text))
    acts.ask(undefined)
  }
  const label = what === 'repeat' ? words.repeatTimes : words.newKey
  return (
    <form
      className="json-ask"
      onSubmit={done}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        acts.ask(undefined)
      }}
    >
      {!(what === 'add' && inList) && (
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by the press before
          autoFocus
          type="text"
          className="part-input part-mono json-input json-ask-input"
          inputMode={what === 'repeat' ? 'numeric' : 'text'}
          aria-label={label}
          aria-invalid={wrong || undefined}
          placeholder={label}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <button type="submit" className="part-button" disabled={wrong}>
        {what === 'rename' ? words.rename : what === 'repeat' ? words.repeatDone : words.add}
      </button>
      <button type="button" className="part-button" data-kind="quiet" onClick={() => acts.ask(undefined)}>
        {words.cancel}
      </button>
    </form>
  )
}

/** So many items, those that are there again and again. */
function repeated(json: JsonDocument, node: number, count: number): string {
  const items = childrenOf(json, node).map((child) => json.text.slice(json.starts[child], json.ends[child]))
  return `[${Array.from({ length: count }, (_, place) => items[place % items.length]).join(',')}]`
}
