// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useContext, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useMocks } from '../../mocks/rules/mocks-state.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import type { ColumnId } from '../../rows/column-values.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { linesIn } from '../../store/inspector-store.ts'
import { failureWords } from '../../words/failure-words.ts'
import { listWords } from '../../words/list-words.ts'
import { mockWords } from '../../words/mock-words.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { rowWords } from '../../words/row-words.ts'
import { taskWords } from '../../words/task-words.ts'
import { useWords } from '../../words/words.ts'
import { BarsCanvas } from '../waterfall/bars-canvas.tsx'
import { StageContext } from '../waterfall/stage-context.ts'
import type { StageRow } from '../waterfall/waterfall-stage.ts'
import type { CellSetting } from './cells.tsx'
import { titleOfCell } from './columns.ts'
import { drawMenuButton, RequestRow } from './request-row.tsx'
import { rowId, taskIdAt } from './row-id.ts'
import type { ListLayout } from './use-list-layout.ts'
import { focusedTaskIn, useRowElements } from './use-row-elements.ts'

/** Rows beyond those in sight, where the list is being scrolled to, so that it has no hole before they are written. */
const AHEAD = 4
/** The same on the other side, and on both where it jumped: what lies around that place is as likely to be left as to be scrolled to. */
const BEHIND = 1

const GroupRow = lazyComponent(async () => (await import('../groups/group-row.tsx')).GroupRow, { meanwhile: 'nothing' })

interface ListRowsProps {
  readonly grid: HTMLElement
  readonly columns: readonly ColumnId[]
  readonly layout: ListLayout
  readonly openMenu: (taskId: string, beside: Element) => void
  /** Of `useKeptPlace`. */
  readonly topToCome: () => number | undefined
}

/** The rows in view and a few around them: some thirty, however many there are. Scrolling renders nothing but this. */
export function ListRows({ grid, columns, layout, openMenu, topToCome }: ListRowsProps) {
  const { rowHeight } = layout
  const { store } = useInspector()
  const version = useInspectorState((state) => state.version)
  const { cursor, selected } = useInspectorState((state) => state.selection)
  const opened = useInspectorState((state) => state.opened)
  const setting = useCellSetting(columns, openMenu)
  const titled = useRef<Element>(undefined)
  const stage = useContext(StageContext)
  // A list that follows its end moves under the pointer: the row that was pressed is meant, not the one that the release meets.
  const pressed = useRef<string>(undefined)
  const { rows, tasks } = store.getState()
  const seen = useRef<RowRange>(undefined)
  const { ids, groups } = linesIn(store.getState())

  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => grid,
    estimateSize: () => rowHeight,
    rangeExtractor: (range) => rowsAround(range, seen.current),
  })
  // Else the rows at the old place would be drawn first, and those at the end with the next frame.
  virtualizer.scrollOffset = topToCome() ?? virtualizer.scrollOffset
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  // Three rows stay in the document wherever the list is scrolled: that under the cursor, since aria-activedescendant points at it,
  // the one with the focus in it, and the one that was pressed, whose button must not become that of another.
  const held = new Set([cursor, focusedTaskIn(grid), pressed.current].filter((taskId) => taskId !== undefined))
  const indexes = items.map((item) => item.index)
  for (const taskId of held) {
    const index = ids.indexOf(taskId)
    if (index >= 0 && (index < first || index > last)) indexes.push(index)
  }
  indexes.sort((a, b) => a - b)
  const shown = new Map<string, StageRow>()
  for (const index of indexes) {
    const task = tasks.task(ids[index] ?? '')
    if (task) shown.set(task.taskId, { task, index })
  }
  const elements = useRowElements([...shown.keys()], held, virtualizer.isScrolling)

  useLayoutEffect(() => {
    seen.current = virtualizer.range ?? undefined
  })
  useLayoutEffect(() => {
    stage?.setRows(
      [...shown.values()].filter(({ index }) => index >= first && index <= last),
      virtualizer.isScrolling,
    )
  })
  useLayoutEffect(() => stage?.setTimes(rows.times, version), [stage, rows, version])

  // Not as a prop, which React hears passively: the page must not be zoomed too.
  useEffect(() => {
    const zoom = (event: WheelEvent) => {
      const canvas = grid.querySelector('.bars')
      if (!stage || !canvas || !(event.ctrlKey || event.metaKey)) return
      const x = event.clientX - canvas.getBoundingClientRect().left
      if (x < 0) return
      event.preventDefault()
      stage.zoom(event.deltaY < 0 ? 'in' : 'out', { x })
    }
    grid.addEventListener('wheel', zoom, { passive: false })
    return () => grid.removeEventListener('wheel', zoom)
  }, [grid, stage])

  const choose = (event: MouseEvent) => {
    const byPointer = event.detail > 0
    const taskId = byPointer ? pressed.current : taskIdAt(event.target as Element)
    if (taskId === undefined) return
    if (groups.has(taskId)) {
      store.actions.choose(taskId, 'one')
      store.actions.toggleGroup(taskId)
    } else if (event.shiftKey) store.actions.choose(taskId, 'extend')
    else if (event.ctrlKey || event.metaKey) store.actions.choose(taskId, 'toggle')
    else {
      store.actions.choose(taskId, 'one')
      store.actions.show({ taskId })
    }
  }

  /** Titles are made for the one cell under the pointer, not for hundreds that scroll by; with each move, since a cell may have been given another row. */
  const giveTitle = (event: MouseEvent) => {
    const cell = (event.target as Element).closest('.list-cell')
    if (cell !== titled.current) titled.current?.removeAttribute('title')
    titled.current = cell ?? undefined
    const task = tasks.task(taskIdAt(cell) ?? '')
    const title = task && titleOfCell(cell?.getAttribute('data-column') as ColumnId, task, setting)
    if (title === undefined) cell?.removeAttribute('title')
    else cell?.setAttribute('title', title)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid, which has the focus
    <div
      role="rowgroup"
      className="list-body"
      style={{ height: `${ids.length * rowHeight}px` }}
      onPointerDown={(event) => {
        pressed.current = taskIdAt(event.target as Element)
      }}
      onPointerMove={giveTitle}
      onClick={choose}
    >
      {elements.map(({ taskId, element }) => {
        const { task, index } = shown.get(taskId) as StageRow
        return (
          <RequestRow
            key={element}
            task={task}
            index={index}
            top={index * rowHeight}
            selected={selected.has(taskId)}
            atCursor={taskId === cursor}
            opened={taskId === opened}
            columns={columns}
            setting={setting}
            grouped={groups.size > 0}
          />
        )
      })}
      {groups.size > 0 &&
        indexes.map((index) => {
          const group = groups.get(ids[index] ?? '')
          return (
            group && (
              <GroupRow
                key={group.id}
                id={rowId(group.id)}
                group={group}
                index={index}
                top={index * rowHeight}
                atCursor={group.id === cursor}
                columns={columns.length + 1}
              />
            )
          )
        })}
      {columns.includes('waterfall') && <BarsCanvas rowHeight={rowHeight} below={layout.form === 'lines'} />}
    </div>
  )
}

type RowRange = Pick<Range, 'startIndex' | 'endIndex'>

/** The rows in sight, and a few around them. */
function rowsAround({ startIndex, endIndex, count }: Range, before: RowRange | undefined): number[] {
  const jumped = !before || startIndex > before.endIndex || endIndex < before.startIndex
  const ahead = (moved: boolean) => (moved && !jumped ? AHEAD : BEHIND)
  const first = Math.max(0, startIndex - ahead(startIndex < (before?.startIndex ?? 0)))
  const last = Math.min(count - 1, endIndex + ahead(endIndex > (before?.endIndex ?? 0)))
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}

function useCellSetting(columns: readonly ColumnId[], openMenu: ListRowsProps['openMenu']): CellSetting {
  const { menu: menuLabel, mark: marks } = useWords(rowMenuWords)
  const menuButton = useMemo(() => drawMenuButton(menuLabel, columns.length + 1, openMenu), [columns, menuLabel, openMenu])
  const { edited: mockedLabel } = useWords(mockWords)
  const mockedHere = useMocks((state) => state.ruleOf)
  const taskMarks = useInspectorState((state) => state.taskMarks)
  const words = useWords(listWords)
  const tasks = useWords(taskWords)
  const failures = useWords(failureWords)
  const row = useWords(rowWords)
  const { source, store } = useInspector()
  const mainHost = store.getState().mainHost.host
  const { startedAt } = source
  return useMemo(
    () => ({
      words,
      tasks,
      failures,
      row,
      shown: new Set(columns),
      menuButton,
      mockedHere,
      mockedLabel,
      taskMarks,
      marks,
      mainHost,
      startedAt,
    }),
    [words, tasks, failures, row, columns, menuButton, mockedHere, mockedLabel, taskMarks, marks, mainHost, startedAt],
  )
}
