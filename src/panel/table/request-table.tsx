// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type MouseEvent, useCallback, useLayoutEffect, useRef } from 'react'
import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { BarsCanvas } from '../waterfall/bars-canvas.tsx'
import { StageContext } from '../waterfall/stage-context.ts'
import { useStage } from '../waterfall/use-stage.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import { MajorityHostContext } from './cells.tsx'
import { EmptyList } from './empty-list.tsx'
import { ListHead } from './list-head.tsx'
import { handleListKey } from './list-keys.ts'
import { RequestRow, rowId } from './request-row.tsx'
import { ROW_HEIGHT } from './row-height.ts'
import { ToEndButton } from './to-end-button.tsx'
import { useKeptPlace } from './use-kept-place.ts'
import { type ListRoom, useListRoom } from './use-list-room.ts'
import { useListTable } from './use-list-table.ts'

const OVERSCAN = 4

interface RequestTableProps {
  readonly focusDetails: () => void
  readonly focusFilter: () => void
}

/** The list of calls: any number of them, some forty in the document. */
export function RequestTable({ focusDetails, focusFilter }: RequestTableProps) {
  const words = useWords(listWords)
  const { store, source } = useInspector()
  const version = useInspectorState((state) => state.version)
  const selection = useInspectorState((state) => state.selection)
  const opened = useInspectorState((state) => state.opened)
  const { rows, book, hosts } = store.getState()
  const grid = useRef<HTMLDivElement>(null)
  const stage = useStage()

  const cursorIndex = selection.cursor === undefined ? -1 : rows.ids.indexOf(selection.cursor)
  const virtualizer = useVirtualizer({
    count: rows.ids.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    // The head covers the first row's height of what the virtualizer takes for visible.
    scrollPaddingEnd: ROW_HEIGHT,
  })
  const items = virtualizer.getVirtualItems()
  const indexes = items.map((item) => item.index)
  // The row under the cursor stays in the document wherever the list is scrolled, since aria-activedescendant points at it.
  if (cursorIndex >= 0 && !indexes.includes(cursorIndex)) indexes.push(cursorIndex)
  const tasks: TaskSnapshot[] = []
  const shown: number[] = []
  for (const index of indexes) {
    const task = book.get(rows.ids[index] ?? '')
    if (!task) continue
    tasks.push(task)
    shown.push(index)
  }
  const stable = useSameElements(tasks)
  const room = useListRoom(grid)
  const table = useListTable(stable, room)
  const pool = useRef(0)
  pool.current = Math.max(pool.current, items.length)
  const { atEnd, goToEnd } = useKeptPlace(grid, rows, version, cursorIndex)

  useLayoutEffect(() => {
    const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
    const stageRows = stable.map((task, place) => ({ task, index: shown[place] ?? 0 })).slice(0, items.length)
    stage.setRows(
      stageRows,
      stageRows.filter(({ index }) => index >= startIndex && index <= endIndex).map(({ task }) => task),
    )
  })

  const onChoose = useCallback(
    (taskId: string, event: MouseEvent) => {
      if (event.shiftKey) store.actions.choose(taskId, 'extend')
      else if (event.ctrlKey || event.metaKey) store.actions.choose(taskId, 'toggle')
      else {
        store.actions.choose(taskId, 'one')
        store.actions.open(taskId)
      }
    },
    [store],
  )

  const headers = table.getLeafHeaders()
  const columns = headers.map((header) => header.id).join(' ')
  const tableRows = table.getRowModel().rows
  return (
    <StageContext value={stage}>
      <MajorityHostContext value={hosts.majority}>
        <div className="list">
          <div
            ref={grid}
            role="grid"
            className="list-grid"
            tabIndex={0}
            aria-label={words.grid}
            aria-rowcount={rows.ids.length + 1}
            aria-colcount={headers.length}
            aria-multiselectable="true"
            aria-activedescendant={cursorIndex >= 0 && selection.cursor !== undefined ? rowId(selection.cursor) : undefined}
            style={
              { '--columns': trackList(headers, room), '--least': room === 'phone' ? '0px' : `${table.getTotalSize()}px` } as CSSProperties
            }
            onKeyDown={(event) =>
              handleListKey(event, {
                store,
                source,
                page: Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
                scrollTo: (index) => virtualizer.scrollToIndex(index),
                focusDetails,
                focusFilter,
              })
            }
          >
            <ListHead table={table} onDown={() => grid.current?.focus()} />
            <div role="rowgroup" className="list-body" style={{ height: `${virtualizer.getTotalSize()}px` }}>
              {tableRows.map((row, place) => {
                const index = shown[place] ?? 0
                const { taskId } = row.original
                return (
                  <RequestRow
                    // A row that scrolls out lends its elements to one that scrolls in; that under the cursor keeps its own, and so the focus.
                    key={taskId === selection.cursor ? 'cursor' : index % pool.current}
                    row={row}
                    index={index}
                    top={index * ROW_HEIGHT}
                    selected={selection.selected.has(taskId)}
                    atCursor={taskId === selection.cursor}
                    opened={taskId === opened}
                    columns={columns}
                    onChoose={onChoose}
                  />
                )
              })}
              {columns.endsWith('waterfall') && <BarsCanvas />}
            </div>
          </div>
          {rows.ids.length === 0 && <EmptyList />}
          {!atEnd && rows.ids.length > 0 && <ToEndButton onClick={goToEnd} />}
        </div>
      </MajorityHostContext>
    </StageContext>
  )
}

/** The widths of the columns as grid tracks; the last takes what is left, on a phone the name does. */
function trackList(headers: readonly { readonly id: string; getSize(): number }[], room: ListRoom): string {
  return headers
    .map((header, place) => {
      const size = `${header.getSize()}px`
      if (room === 'phone') return header.id === 'name' ? 'minmax(0, 1fr)' : size
      return place === headers.length - 1 ? `minmax(${size}, 1fr)` : size
    })
    .join(' ')
}

/** The list before, as long as it holds the same things: the table then has nothing to do. */
function useSameElements<Element>(next: readonly Element[]): readonly Element[] {
  const kept = useRef(next)
  const same = kept.current.length === next.length && next.every((element, place) => element === kept.current[place])
  if (!same) kept.current = next
  return kept.current
}
