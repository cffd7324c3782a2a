import { type SortingState, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS } from '../../rows/column-values.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { listColumns, listFeatures } from './columns.ts'
import type { ListRoom } from './use-list-room.ts'

/** What fits; a column that was asked for by hand is shown all the same, except on a phone. */
const COLUMNS_FOR: Readonly<Record<ListRoom, readonly ColumnId[]>> = {
  phone: ['name', 'status', 'time'],
  small: ['name', 'status', 'time', 'waterfall'],
  medium: ['number', 'name', 'method', 'status', 'time', 'waterfall'],
  full: DEFAULT_COLUMNS,
}

const NO_ROWS: readonly TaskSnapshot[] = []

/**
 * The columns of the list. Their order, widths and which are hidden live in the store of the panel.
 * Rows are none of the table's: an object for each row and cell in view would be made anew with every frame of scrolling.
 */
export function useListTable(room: ListRoom) {
  const { store } = useInspector()
  const order = useInspectorState((state) => state.order)
  const chosen = useInspectorState((state) => state.preferences.columns)
  const widths = useInspectorState((state) => state.preferences.widths)
  const sorting = useMemo<SortingState>(() => (order ? [{ id: order.column, desc: order.descending }] : []), [order])
  const columnVisibility = useMemo(
    () => Object.fromEntries(COLUMN_IDS.map((id) => [id, (room === 'phone' ? undefined : chosen[id]) ?? COLUMNS_FOR[room].includes(id)])),
    [chosen, room],
  )
  const columnSizing = useMemo(() => ({ ...widths }) as Record<string, number>, [widths])
  return useTable({
    features: listFeatures,
    columns: listColumns,
    data: NO_ROWS,
    manualSorting: true,
    enableMultiSort: false,
    columnResizeMode: 'onChange',
    state: { sorting, columnVisibility, columnSizing },
    onSortingChange: (update) => {
      const [first] = typeof update === 'function' ? update(sorting) : update
      store.actions.setOrder(first && { column: first.id as ColumnId, descending: first.desc })
    },
    onColumnSizingChange: (update) => {
      const before = store.getState().preferences.widths as Record<string, number>
      store.actions.setPreferences({ widths: typeof update === 'function' ? update(before) : update })
    },
  })
}

export type ListTable = ReturnType<typeof useListTable>
export type ListHeader = ReturnType<ListTable['getLeafHeaders']>[number]
