// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row by aria-activedescendant
import { memo, type ReactNode } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { ColumnId } from '../../rows/column-values.ts'
import { toneOf } from '../../rows/task-tone.ts'
import type { CellSetting } from './cells.tsx'
import { placeOfCell } from './column-places.ts'
import { drawCell } from './columns.ts'
import { rowId, taskIdAt } from './row-id.ts'

interface RequestRowProps {
  readonly task: TaskSnapshot
  /** Place in the whole list, from 0. */
  readonly index: number
  /** px from the top of the list. */
  readonly top: number
  readonly selected: boolean
  readonly atCursor: boolean
  readonly opened: boolean
  /** Stays the same as long as the same columns are shown. */
  readonly columns: readonly ColumnId[]
  readonly setting: CellSetting
  /** Whether it stands under the header of a group. */
  readonly grouped?: boolean
}

/** One call. Renders anew only when its own task moved, or when its element was given another task. */
export const RequestRow = memo(function RequestRow({
  task,
  index,
  top,
  selected,
  atCursor,
  opened,
  columns,
  setting,
  grouped,
}: RequestRowProps) {
  return (
    <div
      role="row"
      id={rowId(task.taskId)}
      className="list-row"
      aria-rowindex={index + 2}
      aria-level={grouped ? 2 : undefined}
      aria-selected={selected}
      data-tone={toneOf(task)}
      data-by={task.by}
      data-cursor={atCursor || undefined}
      data-opened={opened || undefined}
      style={{ insetBlockStart: `${top}px` }}
    >
      {columns.map((id, place) => (
        <div key={id} role="gridcell" className="list-cell" data-column={id} aria-colindex={place + 1} style={placeOfCell(id)}>
          {drawCell(id, task, setting, atCursor)}
        </div>
      ))}
      {setting.menuButton}
    </div>
  )
})

/** Opens the menu of the row that it is in. One for all rows: React passes over what is the same object. */
export function drawMenuButton(label: string, place: number, open: (taskId: string, beside: Element) => void): ReactNode {
  return (
    <div role="gridcell" className="list-menu-cell" aria-colindex={place}>
      <button
        type="button"
        className="list-menu-button"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={label}
        title={label}
        onClick={(event) => {
          event.stopPropagation()
          open(taskIdAt(event.currentTarget) ?? '', event.currentTarget)
        }}
      >
        ⋯
      </button>
    </div>
  )
}
