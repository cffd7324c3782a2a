// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row by aria-activedescendant
import { flexRender } from '@tanstack/react-table'
import { type MouseEvent, memo } from 'react'
import type { ColumnId } from './column-values.ts'
import { titleOfCell } from './columns.tsx'
import { outcomeOf } from './outcome.ts'
import { CursorRowContext } from './row-tab-stop.ts'
import type { ListRow } from './use-list-table.ts'

interface RequestRowProps {
  readonly row: ListRow
  /** Place in the whole list, from 0. */
  readonly index: number
  /** px from the top of the list. */
  readonly top: number
  readonly selected: boolean
  readonly atCursor: boolean
  readonly opened: boolean
  /** Changes whenever other columns are shown. */
  readonly columns: string
  readonly onChoose: (taskId: string, event: MouseEvent) => void
}

/** One call. Renders anew only when its own task moved. */
export const RequestRow = memo(function RequestRow({ row, index, top, selected, atCursor, opened, onChoose }: RequestRowProps) {
  const task = row.original
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid, which has the focus
    <div
      role="row"
      id={rowId(task.taskId)}
      className="list-row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-tone={outcomeOf(task).tone}
      data-cursor={atCursor || undefined}
      data-opened={opened || undefined}
      data-even={index % 2 === 0 || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onChoose(task.taskId, event)}
    >
      <CursorRowContext value={atCursor}>
        {row.getVisibleCells().map((cell, place) => (
          <div
            key={cell.column.id}
            role="gridcell"
            className="list-cell"
            data-column={cell.column.id}
            aria-colindex={place + 1}
            title={titleOfCell(cell.column.id as ColumnId, task)}
          >
            {flexRender(cell.column.columnDef.cell, cell.getContext())}
          </div>
        ))}
      </CursorRowContext>
    </div>
  )
}, isSame)

function isSame(a: RequestRowProps, b: RequestRowProps): boolean {
  return (
    a.row.original === b.row.original &&
    a.index === b.index &&
    a.top === b.top &&
    a.selected === b.selected &&
    a.atCursor === b.atCursor &&
    a.opened === b.opened &&
    a.columns === b.columns &&
    a.onChoose === b.onChoose
  )
}

/** The id of a row's element, unique within the panel. */
export function rowId(taskId: string): string {
  return `row-${taskId}`
}
