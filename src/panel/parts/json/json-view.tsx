import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { CopyButton } from '../copy-button.tsx'
import { clipText } from '../format.ts'
import { useFound } from '../found/found-context.tsx'
import { VirtualRows } from '../virtual-rows.tsx'
import styles from './json.css?inline'
import { type JsonDocument, meaningOf, nodeAt, parentsOf, pathOf, textOfValue } from './json-document.ts'
import { JsonLine } from './json-line.tsx'
import { openByDefault, rowOf, visibleNodes } from './json-rows.ts'

addStyles(styles)

/** What was unfolded by hand: single nodes, on top of all, none or the usual. */
interface Folding {
  readonly all: boolean | undefined
  readonly single: ReadonlyMap<number, boolean>
}

const USUAL: Folding = { all: undefined, single: new Map() }

/** JSON as a tree, with the path and the text of the value that is picked. `label` names it for those who hear it. */
export function JsonView({ json, label }: { readonly json: JsonDocument; readonly label?: string }) {
  const words = useWords(partWords)
  const prefix = useId()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [folding, setFolding] = useState(USUAL)
  const [picked, setPicked] = useState(0)

  const found = useFound()
  useEffect(() => {
    if (!found) return
    const node = nodeAt(json, found.start)
    setPicked(node)
    setFolding(({ all, single }) => ({ all, single: new Map([...single, ...parentsOf(json, node).map((each) => [each, true] as const)]) }))
  }, [json, found])

  const nodes = useMemo(
    () =>
      visibleNodes(
        json,
        (node) => folding.single.get(node) ?? folding.all ?? openByDefault(json.depths[node] as number, json.counts[node] as number),
      ),
    [json, folding],
  )
  const active = rowOf(nodes, picked)
  const node = nodes[active] as number
  const path = useMemo(() => pathOf(json, node), [json, node])
  const openAt = (row: number) => (json.counts[nodes[row] as number] === 0 ? undefined : nodes[row + 1] === (nodes[row] as number) + 1)
  const open = openAt(active)

  const fold = (node: number, open: boolean) => setFolding({ ...folding, single: new Map(folding.single).set(node, open) })
  const pick = (row: number) => setPicked(nodes[Math.min(Math.max(row, 0), nodes.length - 1)] as number)
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return
    const act = {
      ArrowDown: () => pick(active + 1),
      ArrowUp: () => pick(active - 1),
      Home: () => pick(0),
      End: () => pick(nodes.length - 1),
      ArrowRight: () => (open === false ? fold(node, true) : open && pick(active + 1)),
      ArrowLeft: () => (open ? fold(node, false) : setPicked(Math.max(0, json.parents[node] as number))),
      Enter: () => open !== undefined && fold(node, !open),
      ' ': () => open !== undefined && fold(node, !open),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <div className="part-json">
      <div className="part-json-bar">
        {path === undefined ? (
          <span className="part-json-path">{words.shadowedKey}</span>
        ) : (
          <>
            <code className="part-json-path" title={clipText(path)}>
              {clipText(path)}
            </code>
            <CopyButton text={path} label={words.copyPath} wide />
          </>
        )}
        <CopyButton text={() => copyOf(textOfValue(json, node))} label={words.copyValue} wide />
        <button
          type="button"
          className="part-icon-button"
          aria-label={words.expandAll}
          title={words.expandAll}
          onClick={() => setFolding({ all: true, single: new Map() })}
        >
          <ChevronsUpDown size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="part-icon-button"
          aria-label={words.collapseAll}
          title={words.collapseAll}
          onClick={() => setFolding({ all: false, single: new Map([[0, true]]) })}
        >
          <ChevronsDownUp size={14} aria-hidden="true" />
        </button>
      </div>
      <div
        ref={setScroller}
        className="part-json-tree"
        role="tree"
        aria-label={label ?? words.jsonTree}
        aria-activedescendant={`${prefix}${active}`}
        tabIndex={0}
        onKeyDown={press}
      >
        <VirtualRows
          count={nodes.length}
          rowHeight={20}
          scroller={scroller}
          active={picked === 0 ? undefined : active}
          renderRow={(row) => {
            const line = nodes[row]
            if (line === undefined) return null
            const open = openAt(row)
            const choose = () => {
              setPicked(line)
              if (open !== undefined) fold(line, !open)
            }
            return <JsonLine id={`${prefix}${row}`} json={json} node={line} open={open} picked={row === active} onChoose={choose} />
          }}
        />
      </div>
    </div>
  )
}

/** A string without its quotation marks; all else, and what no clipboard can hold, in the text that came. */
function copyOf(text: string): string {
  if (!text.startsWith('"')) return text
  const meaning = meaningOf(text.slice(1, -1))
  return /\p{Cs}/u.test(meaning) ? text : meaning
}
