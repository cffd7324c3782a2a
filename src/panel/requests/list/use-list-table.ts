import { type SortingState, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { type ColumnId, columnIds } from '../../rows/column-values.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { listFeatures, tableColumns } from './columns.ts'
import type { FittedColumn } from './fit-columns.ts'

const NO_ROWS: readonly TaskSnapshot[] = []

/**
 * The columns of the list as they were fitted. Their order, and which widths and columns a person chose, live in the store of the panel.
 * Rows are none of the table's: an object for each row and cell in view would be made anew with every frame of scrolling.
 */
export function useListTable(fitted: readonly FittedColumn[]) {
  const { store } = useInspector()
  const order = useInspectorState((state) => state.order)
  const sorting = useMemo<SortingState>(() => (order ? [{ id: order.column, desc: order.descending }] : []), [order])
  const chosen = useInspectorState((state) => state.preferences.columns)
  const columns = useMemo(() => tableColumns(columnIds(chosen)), [chosen])
  const columnVisibility = useMemo(() => {
    const ids = new Set(fitted.map(({ id }) => id))
    return Object.fromEntries(columnIds(chosen).map((id) => [id, ids.has(id)]))
  }, [chosen, fitted])
  const columnSizing = useMemo(() => Object.fromEntries(fitted.map(({ id, width }) => [id, width])), [fitted])
  return useTable({
    features: listFeatures,
    columns,
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
