// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row by aria-activedescendant
import { memo } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { ColumnId } from '../../rows/column-values.ts'
import { toneOf } from '../../rows/task-tone.ts'
import type { CellSetting } from './cells.tsx'
import { CELL_PLACES } from './column-places.ts'
import { drawCell, titleOfCell } from './columns.ts'
import { rowId } from './row-id.ts'
import { CursorRowContext } from './use-row-button.ts'

interface RequestRowProps {
  readonly task: TaskSnapshot
  /** Place in the whole list, from 0. */
  readonly index: number
  /** px from the top of the list, for a row that stands apart from those in view. */
  readonly apart: number | undefined
  readonly selected: boolean
  readonly atCursor: boolean
  readonly opened: boolean
  /** Stays the same as long as the same columns are shown. */
  readonly columns: readonly ColumnId[]
  readonly setting: CellSetting
}

/** One call. Renders anew only when its own task moved, or when its element was given another task. */
export const RequestRow = memo(function RequestRow({ task, index, apart, selected, atCursor, opened, columns, setting }: RequestRowProps) {
  return (
    <div
      role="row"
      id={rowId(task.taskId)}
      className="list-row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-tone={toneOf(task)}
      data-cursor={atCursor || undefined}
      data-opened={opened || undefined}
      data-apart={apart !== undefined || undefined}
      style={apart === undefined ? undefined : { insetBlockStart: `${apart}px` }}
    >
      <CursorRowContext value={atCursor}>
        {columns.map((id, place) => (
          <div
            key={id}
            role="gridcell"
            className="list-cell"
            data-column={id}
            aria-colindex={place + 1}
            title={titleOfCell(id, task)}
            style={CELL_PLACES[id]}
          >
            {drawCell(id, task, setting)}
          </div>
        ))}
      </CursorRowContext>
      <div role="gridcell" className="list-menu-cell" aria-colindex={columns.length + 1}>
        <button
          type="button"
          className="list-menu-button"
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={setting.menuLabel}
          title={setting.menuLabel}
          onClick={(event) => {
            event.stopPropagation()
            setting.openMenu(task.taskId, event.currentTarget)
          }}
        >
          ⋯
        </button>
      </div>
    </div>
  )
})
