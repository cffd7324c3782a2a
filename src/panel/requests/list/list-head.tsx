// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons within the heads have the focus
import { type KeyboardEvent, useRef, useState } from 'react'
import { anchorOfContextMenu } from '../../parts/menu/context-menu.ts'
import { LateMenu } from '../../parts/menu/late-menu.tsx'
import type { MenuAnchor } from '../../parts/menu/menu-items.ts'
import { type ColumnId, headerOfColumn, type OwnColumnId } from '../../rows/column-values.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import { TimeRuler } from '../waterfall/time-ruler.tsx'
import { placeOfCell } from './column-places.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { useColumnGroups } from './use-column-groups.ts'
import type { ListHeader, ListTable } from './use-list-table.ts'

/** How far one key press resizes a column, px. */
const RESIZE_STEP = 12

/** The heads of the columns: one stop for Tab, then left and right. Enter sorts, Shift with an arrow resizes, a right click chooses columns. */
export function ListHead({ table, onDown }: { readonly table: ListTable; readonly onDown: () => void }) {
  const row = useRef<HTMLDivElement>(null)
  const { layout } = useInspector()
  const headers = table.getLeafHeaders()
  const [stop, setStop] = useState<string>('name')
  const [menu, setMenu] = useState<MenuAnchor>()
  const groups = useColumnGroups()
  const { columns } = useWords(listWords)
  const tabStop = headers.some((header) => header.id === stop) ? stop : headers[0]?.id

  const handleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = headers.findIndex((header) => header.id === tabStop)
    const header = headers[at]
    if (!header || event.ctrlKey || event.metaKey || event.altKey) return
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (event.shiftKey && along !== undefined) resize(table, header, along * RESIZE_STEP)
    else if (along !== undefined) focusHead(row.current, headers[at + along]?.id)
    else if (event.key === 'Home') focusHead(row.current, headers[0]?.id)
    else if (event.key === 'End') focusHead(row.current, headers.at(-1)?.id)
    else if (event.key === 'ArrowDown') onDown()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div role="rowgroup" className="list-head" onContextMenu={(event) => setMenu(anchorOfContextMenu(event))}>
      {menu && <LateMenu label={columns} groups={groups} at={menu} onClose={() => setMenu(undefined)} />}
      <div ref={row} role="row" aria-rowindex={1} className="list-row list-head-row" onKeyDown={handleKey}>
        {headers.map((header, place) => (
          <ColumnHead
            key={header.id}
            header={header}
            place={place + 1}
            tabStop={header.id === tabStop}
            onFocus={() => setStop(header.id)}
          />
        ))}
        {layout === 'sheet' && (
          <span className="list-head-columns" role="columnheader" tabIndex={-1}>
            <ColumnsMenu />
          </span>
        )}
      </div>
    </div>
  )
}

interface ColumnHeadProps {
  readonly header: ListHeader
  readonly place: number
  readonly tabStop: boolean
  readonly onFocus: () => void
}

function ColumnHead({ header, place, tabStop, onFocus }: ColumnHeadProps) {
  const words = useWords(listWords)
  const id = header.id as ColumnId
  const name = headerOfColumn(id) ?? words.column[id as OwnColumnId]
  const sorted = header.column.getIsSorted()
  const resizeBy = header.getResizeHandler()
  return (
    <div
      role="columnheader"
      className="list-cell list-head-cell"
      style={placeOfCell(id)}
      data-column={id}
      aria-colindex={place}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
    >
      <button
        type="button"
        className="list-head-button"
        data-head={id}
        tabIndex={tabStop ? 0 : -1}
        title={words.sortHint(name)}
        onFocus={onFocus}
        onClick={header.column.getToggleSortingHandler()}
      >
        <span className={id === 'waterfall' ? 'part-unseen' : 'list-head-text'}>{name}</span>
        {sorted && (
          <span className="list-head-arrow" aria-hidden="true">
            {sorted === 'asc' ? '↑' : '↓'}
          </span>
        )}
      </button>
      {id === 'waterfall' ? (
        <TimeRuler onClick={() => header.column.toggleSorting()} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the same is done by keys on the head's button
        <span
          className="list-resizer"
          data-active={header.column.getIsResizing() || undefined}
          onMouseDown={resizeBy}
          onTouchStart={resizeBy}
          onDoubleClick={() => header.column.resetSize()}
          onClick={(event) => event.stopPropagation()}
        />
      )}
    </div>
  )
}

function focusHead(row: HTMLElement | null, id: string | undefined): void {
  if (id !== undefined) row?.querySelector<HTMLElement>(`[data-head="${id}"]`)?.focus()
}

function resize(table: ListTable, header: ListHeader, by: number): void {
  const { minSize = 20, maxSize = 2000 } = header.column.columnDef
  const size = Math.min(maxSize, Math.max(minSize, header.getSize() + by))
  table.setColumnSizing((before) => ({ ...before, [header.id]: size }))
}
