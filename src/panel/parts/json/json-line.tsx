import type { Json } from '../../../contract/event/json.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { formatCount } from '../format.ts'
import { type JsonRow, previewJson } from './json-rows.ts'

/** Longer strings are cut in the tree; the clipboard gets them whole. */
const SHOWN = 2000

interface JsonLineProps {
  readonly id: string
  readonly row: JsonRow
  readonly picked: boolean
  readonly onChoose: () => void
}

/** One line of a JSON tree. */
export function JsonLine({ id, row, picked, onChoose }: JsonLineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree holds the focus and its keys act on the picked line
    <div
      id={id}
      role="treeitem"
      className="part-json-line"
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.brothers}
      aria-expanded={row.open}
      aria-selected={picked}
      tabIndex={-1}
      style={{ paddingInlineStart: `${row.depth * 14 + 4}px` }}
      onClick={onChoose}
    >
      <span className="part-json-twisty" data-open={row.open} aria-hidden="true" />
      {row.label !== undefined && <span className="part-json-key">{row.label}</span>}
      {row.label !== undefined && <span className="part-json-colon">: </span>}
      <JsonValue row={row} />
    </div>
  )
}

function JsonValue({ row: { value, open } }: { readonly row: JsonRow }) {
  const words = useWords(partWords)
  if (value !== null && typeof value === 'object') {
    const count = Array.isArray(value) ? value.length : Object.keys(value).length
    return (
      <>
        {!open && <span className="part-json-preview">{previewJson(value)}</span>}
        {open !== undefined && (
          <span className="part-json-count">{Array.isArray(value) ? words.items(formatCount(count)) : words.keys(formatCount(count))}</span>
        )}
      </>
    )
  }
  return <span className={`part-json-${kindOf(value)}`}>{textOf(value)}</span>
}

function kindOf(value: Json): 'string' | 'number' | 'literal' {
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'literal'
}

function textOf(value: Json): string {
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value)
}
