import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { clipText, formatCount } from '../format.ts'
import { isContainer, isList, type JsonDocument, meaningOf, textOfKey, textOfValue } from './json-document.ts'
import { previewJson } from './json-rows.ts'

/** Longer strings are cut in the tree; the clipboard gets them whole. */
const SHOWN = 2000
/** Steps of indentation. Below, only the path tells how deep a line is. */
const MOST_STEPS = 60

interface JsonLineProps {
  readonly id: string
  readonly json: JsonDocument
  readonly node: number
  /** Undefined for what cannot be opened. */
  readonly open: boolean | undefined
  readonly picked: boolean
  readonly onChoose: () => void
}

/** One line of a JSON tree: key and value in the text that came. */
export function JsonLine({ id, json, node, open, picked, onChoose }: JsonLineProps) {
  const depth = json.depths[node] as number
  const parent = json.parents[node] as number
  const place = json.places[node] as number
  const key = textOfKey(json, node)
  const label = key === undefined ? (parent < 0 ? undefined : String(place)) : key === '' ? '""' : clipText(key, SHOWN)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree holds the focus and its keys act on the picked line
    <div
      id={id}
      role="treeitem"
      className="part-json-line"
      aria-level={depth + 1}
      aria-posinset={place + 1}
      aria-setsize={parent < 0 ? 1 : json.counts[parent]}
      aria-expanded={open}
      aria-selected={picked}
      tabIndex={-1}
      style={{ paddingInlineStart: `${Math.min(depth, MOST_STEPS) * 14 + 4}px` }}
      onClick={onChoose}
    >
      <span className="part-json-twisty" data-open={open} aria-hidden="true" />
      {label !== undefined && (
        <span className="part-json-key" data-at={key ? (json.keys[node] as number) + 1 : undefined}>
          {label}
        </span>
      )}
      {label !== undefined && <span className="part-json-colon">: </span>}
      {isContainer(json, node) ? (
        <Container json={json} node={node} open={open} />
      ) : (
        <Scalar text={textOfValue(json, node)} at={json.starts[node] as number} />
      )}
    </div>
  )
}

function Container({ json, node, open }: Pick<JsonLineProps, 'json' | 'node' | 'open'>) {
  const words = useWords(partWords)
  const count = formatCount(json.counts[node] as number)
  return (
    <>
      {!open && <span className="part-json-preview">{previewJson(json, node)}</span>}
      {open !== undefined && <span className="part-json-count">{isList(json, node) ? words.items(count) : words.keys(count)}</span>}
    </>
  )
}

function Scalar({ text, at }: { readonly text: string; readonly at: number }) {
  const meaning = escapedText(text)
  return (
    <>
      <span className={`part-json-${kindOf(text)}`} data-at={at}>
        {clipText(text, SHOWN)}
      </span>
      {meaning !== undefined && <span className="part-json-meaning">{meaning}</span>}
    </>
  )
}

function kindOf(text: string): 'string' | 'number' | 'literal' {
  return text.startsWith('"') ? 'string' : /^[-\d]/.test(text) ? 'number' : 'literal'
}

/** What `"\u6c34"` says, for eyes; `undefined` where the text itself can be read, or where what it says cannot. */
function escapedText(text: string): string | undefined {
  if (text.length > SHOWN || !text.includes('\\u')) return undefined
  const meaning = meaningOf(text.slice(1, -1))
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(meaning) ? meaning : undefined
}
