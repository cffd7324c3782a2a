// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
// biome-ignore-all lint/a11y/noStaticElementInteractions lint/a11y/useAriaPropsSupportedByRole: it is a grid, or in groups a treegrid
import { type CSSProperties, type MouseEvent, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { canResend, resendTasks } from '../../exchange/resend-tasks.ts'
import { formatDuration, formatMoment } from '../../parts/format.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { anchorOfContextMenu } from '../../parts/menu/context-menu.ts'
import type { MenuAnchor } from '../../parts/menu/menu-items.ts'
import { PanelBoundary } from '../../parts/panel-boundary.tsx'
import type { ColumnId } from '../../rows/column-values.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { linesIn } from '../../store/inspector-store.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { exchangeWords } from '../../words/exchange-words.ts'
import { listWords } from '../../words/list-words.ts'
import { waterfallWords } from '../../words/waterfall-words.ts'
import { useWords } from '../../words/words.ts'
import { StageContext } from '../waterfall/stage-context.ts'
import { useStage } from '../waterfall/use-stage.ts'
import { useTimelineCard } from '../waterfall/use-timeline-card.ts'
import { columnTracks } from './column-places.ts'
import { fitColumns } from './fit-columns.ts'
import styles from './list.css?inline'
import { ListHead } from './list-head.tsx'
import { handleListKey } from './list-keys.ts'
import { ListRows } from './list-rows.tsx'
import { rowId, taskIdAt } from './row-id.ts'
import { ToEndButton } from './to-end-button.tsx'
import { useKeptPlace } from './use-kept-place.ts'
import { useListLayout } from './use-list-layout.ts'
import { useListTable } from './use-list-table.ts'

addStyles(styles)

const EmptyList = lazyComponent(async () => (await import('../empty/empty-list.tsx')).EmptyList, { meanwhile: 'nothing' })
const RowMenu = lazyComponent(async () => (await import('./row-menu.tsx')).RowMenu, { meanwhile: 'nothing' })
const MockMenu = lazyComponent(async () => (await import('./row-menu.tsx')).MockMenu, { meanwhile: 'nothing' })
const TimelineCard = lazyComponent(async () => (await import('../waterfall/timeline-card.tsx')).TimelineCard, { meanwhile: 'nothing' })
const SlotLanes = lazyComponent(async () => (await import('../lanes/slot-lanes.tsx')).SlotLanes)
const OverviewStrip = lazyComponent(async () => (await import('../waterfall/overview-strip.tsx')).OverviewStrip)

interface RequestTableProps {
  readonly focusDetails: () => void
}

/** The list of calls: any number of them, some forty in the document. */
export function RequestTable({ focusDetails }: RequestTableProps) {
  const words = useWords(listWords)
  const waterfall = useWords(waterfallWords)
  const exchange = useWords(exchangeWords)
  const { announce, store, source } = useInspector()
  const version = useInspectorState((state) => state.version)
  const cursor = useInspectorState((state) => state.selection.cursor)
  const opened = useInspectorState((state) => state.opened)
  const { rows } = store.getState()
  const { ids } = linesIn(store.getState())
  const grouped = useInspectorState((state) => state.preferences.groupBy !== 'none')
  // The same object from version to version, as rows change in place.
  const lines = useMemo(
    () => ({
      of: rows,
      get ids() {
        return linesIn(store.getState()).ids
      },
    }),
    [store, rows],
  )
  const [grid, setGrid] = useState<HTMLDivElement | null>(null)
  const [menu, setMenu] = useState<MenuAnchor>()
  const [mocking, setMocking] = useState<Element>()
  const stage = useStage()
  const card = useTimelineCard(grid)
  const explained = card.at && store.getState().tasks.task((card.at === 'cursor' ? cursor : taskIdAt(card.at)) ?? '')
  const axis = useInspectorState((state) => state.preferences.axis)
  const showsLanes = useInspectorState((state) => state.preferences.lanes)
  const layout = useListLayout(grid)
  const { form, width, rowHeight, headHeight } = layout
  const chosen = useInspectorState((state) => state.preferences.columns)
  const widths = useInspectorState((state) => state.preferences.widths)
  const fitted = useMemo(() => fitColumns({ form, width, chosen, widths }), [form, width, chosen, widths])
  const table = useListTable(fitted)
  const cursorIndex = cursor === undefined ? -1 : ids.indexOf(cursor)
  const { atEnd, goToEnd, goTo, topToCome } = useKeptPlace(grid, lines, version, cursorIndex, layout)

  // Whoever opened it may not have done so from its row.
  const openedIndex = opened === undefined ? -1 : ids.indexOf(opened)
  const openedRow = openedIndex >= 0 ? opened : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is in sight it may be scrolled away
  useLayoutEffect(() => {
    if (openedRow !== undefined) goTo(openedIndex)
  }, [openedRow, goTo])

  const focusRowButton = () => {
    const button = grid?.querySelector<HTMLElement>('.list-row[data-cursor] .row-button')
    if (!button) return false
    goTo(cursorIndex)
    button.focus({ preventScroll: true })
    return true
  }

  const zoom = (step: 'in' | 'out' | 'earlier' | 'later' | 'all'): boolean => {
    const last = rows.ids.at(-1)
    const task = rows.row(cursor ?? last ?? '')
    if (!task || stage.axis === 'own') return false
    const { created, ended } = task.marks
    if (step === 'in' || step === 'out') stage.zoom(step, { at: ended === undefined ? created : (created + ended) / 2 })
    else if (step === 'all') stage.showPart(undefined)
    else return stage.pan(step === 'earlier' ? -0.25 : 0.25)
    const { part } = stage
    announce(part ? waterfall.zoomed(formatMoment(source.startedAt + part.from), formatDuration(part.to - part.from)) : waterfall.whole)
    return true
  }

  const openMenuOf = useCallback(
    (taskId: string, at: MenuAnchor) => {
      if (!store.getState().selection.selected.has(taskId)) store.actions.choose(taskId, 'one')
      setMenu(at)
    },
    [store],
  )
  /** The menu of the row that was pressed, or, by keys, of that under the cursor; of all chosen ones if it is among them. */
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    if (event.defaultPrevented) return
    const taskId = taskIdAt(event.target as Element) ?? cursor
    if (taskId === undefined || !rows.row(taskId)) return
    const anchor = anchorOfContextMenu(event)
    const row = grid?.querySelector(`#${CSS.escape(rowId(taskId))} [data-column="name"]`)
    openMenuOf(taskId, !('x' in anchor) && row ? row : anchor)
  }

  const toggleCard = () => {
    if (cursorIndex < 0) return false
    goTo(cursorIndex)
    card.toggle()
    return true
  }
  const openLegend = () => {
    const button = grid?.querySelector<HTMLElement>('[data-legend]')
    button?.click()
    return Boolean(button)
  }
  const resend = (taskIds: readonly string[]) => {
    const again = taskIds.filter((id) => {
      const task = store.getState().tasks.task(id)
      return task !== undefined && canResend(task)
    })
    void resendTasks({ source, store }, again, exchange)
  }
  const mock = () => {
    const row = cursor === undefined ? undefined : grid?.querySelector(`#${CSS.escape(rowId(cursor))} [data-column="name"]`)
    if (!row || !source.send || source.state?.().rules === undefined) return false
    setMocking(row)
    return true
  }

  const headers = table.getLeafHeaders()
  const end = Math.max(...fitted.map((column) => column.left + column.width))
  const order = headers.map((header) => header.id).join(' ')
  const columns = useMemo(() => order.split(' ') as ColumnId[], [order])
  useLayoutEffect(() => store.actions.setColumns(columns), [store, columns])
  return (
    <StageContext value={stage}>
      <div className="list-pane">
        {form === 'table' && axis === 'shared' && rows.size > 0 && columns.includes('waterfall') && (
          <div className="overview-slot">
            <PanelBoundary message={waterfall.overviewBroke}>
              <OverviewStrip />
            </PanelBoundary>
          </div>
        )}
        {showsLanes && axis === 'shared' && rows.size > 0 && (
          <PanelBoundary message={waterfall.lanesBroke}>
            <SlotLanes reveal={(taskId) => goTo(ids.indexOf(taskId))} />
          </PanelBoundary>
        )}
        <div className="list">
          <div
            ref={setGrid}
            role={grouped ? 'treegrid' : 'grid'}
            className="list-grid"
            tabIndex={0}
            aria-label={words.grid}
            aria-rowcount={ids.length + 1}
            aria-colcount={headers.length + 1}
            aria-multiselectable="true"
            aria-activedescendant={cursorIndex >= 0 && cursor !== undefined ? rowId(cursor) : undefined}
            data-form={form}
            data-resized={Object.keys(widths).length > 0 || undefined}
            data-wide={(form === 'table' && end > width) || undefined}
            style={
              {
                ...columnTracks(fitted),
                '--least': form === 'lines' ? '0px' : `${end}px`,
                '--row': `${rowHeight}px`,
                '--head': `${headHeight}px`,
              } as CSSProperties
            }
            onContextMenu={openMenu}
            onKeyDown={(event) =>
              handleListKey(event, {
                store,
                source,
                page: Math.max(1, Math.floor(((grid?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
                goTo: (index) => {
                  goTo(index)
                  grid?.focus({ preventScroll: true })
                },
                zoom,
                toggleCard,
                openLegend,
                focusRowButton,
                focusDetails,
                mock,
                resend,
              })
            }
          >
            <ListHead table={table} onDown={() => grid?.focus()} />
            {grid && <ListRows key={rowHeight} grid={grid} columns={columns} layout={layout} openMenu={openMenuOf} topToCome={topToCome} />}
          </div>
          {grid && card.at && explained && <TimelineCard task={explained} at={card.at} grid={grid} />}
          {mocking && <MockMenu at={mocking} grid={grid} onClose={() => setMocking(undefined)} />}
          {menu && <RowMenu at={menu} grid={grid} onClose={() => setMenu(undefined)} />}
          {rows.ids.length === 0 && <EmptyList />}
          {rows.ids.length > 0 && <ToEndButton atEnd={atEnd} onClick={goToEnd} />}
        </div>
      </div>
    </StageContext>
  )
}
