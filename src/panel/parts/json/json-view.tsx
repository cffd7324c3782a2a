import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import type { Json } from '../../../contract/event/json.ts'
import { toJson } from '../../../contract/to-json.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { CopyButton } from '../copy-button.tsx'
import { VirtualRows } from '../virtual-rows.tsx'
import styles from './json.css?inline'
import { JsonLine } from './json-line.tsx'
import { type JsonRow, jsonRows, openByDefault } from './json-rows.ts'

addStyles(styles)

/** What was unfolded by hand: single nodes, on top of all, none or the usual. */
interface Folding {
  readonly all: boolean | undefined
  readonly single: ReadonlyMap<string, boolean>
}

const USUAL: Folding = { all: undefined, single: new Map() }

/** JSON as a tree, with the whole value and the path of the line that is picked. `label` names it for those who hear it. */
export function JsonView({ value, label }: { readonly value: Json; readonly label?: string }) {
  const words = useWords(partWords)
  const prefix = useId()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [folding, setFolding] = useState(USUAL)
  const [picked, setPicked] = useState('')

  const rows = useMemo(
    () => jsonRows(value, (path, depth, children) => folding.single.get(path) ?? folding.all ?? openByDefault(depth, children)),
    [value, folding],
  )
  const active = Math.max(
    0,
    rows.findIndex((row) => row.path === picked),
  )
  const row = rows[active] as JsonRow

  const fold = (path: string, open: boolean) => setFolding({ ...folding, single: new Map(folding.single).set(path, open) })
  const pick = (index: number) => {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (next) setPicked(next.path)
  }
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return
    const act = {
      ArrowDown: () => pick(active + 1),
      ArrowUp: () => pick(active - 1),
      Home: () => pick(0),
      End: () => pick(rows.length - 1),
      ArrowRight: () => (row.open === false ? fold(row.path, true) : row.open && pick(active + 1)),
      ArrowLeft: () => (row.open ? fold(row.path, false) : pick(row.parent)),
      Enter: () => row.open !== undefined && fold(row.path, !row.open),
      ' ': () => row.open !== undefined && fold(row.path, !row.open),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <div className="part-json">
      <div className="part-json-bar">
        <code className="part-json-path" title={row.path}>
          {row.path === '' ? '$' : row.path}
        </code>
        <CopyButton text={row.path} label={words.copyPath} wide />
        <CopyButton text={() => textOf(row.value)} label={words.copyValue} wide />
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
          onClick={() => setFolding({ all: false, single: new Map([['', true]]) })}
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
          count={rows.length}
          rowHeight={20}
          scroller={scroller}
          active={picked === '' ? undefined : active}
          renderRow={(index) => {
            const line = rows[index]
            if (!line) return null
            const choose = () => {
              setPicked(line.path)
              if (line.open !== undefined) fold(line.path, !line.open)
            }
            return <JsonLine id={`${prefix}${index}`} row={line} picked={index === active} onChoose={choose} />
          }}
        />
      </div>
    </div>
  )
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : toJson(value, { indent: 2 })
}
