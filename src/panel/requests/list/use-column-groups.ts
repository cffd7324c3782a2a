import type { MenuGroup } from '../../parts/menu/menu-items.ts'
import { type ColumnId, columnIds, headerOfColumn, type OwnColumnId } from '../../rows/column-values.ts'
import { GROUPINGS } from '../../rows/list-lines.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { listWords } from '../../words/list-words.ts'
import { waterfallWords } from '../../words/waterfall-words.ts'
import { useWords } from '../../words/words.ts'

/** A menu's choice of columns. The name stays, since it tells which call a row is. */
export function useColumnGroups(): readonly MenuGroup[] {
  const words = useWords(listWords)
  const waterfall = useWords(waterfallWords)
  const { store, layout } = useInspector()
  const { group } = words
  const groupBy = useInspectorState((state) => state.preferences.groupBy)
  const lanes = useInspectorState((state) => state.preferences.lanes)
  const shown = useInspectorState((state) => state.columns)
  const axis = useInspectorState((state) => state.preferences.axis)
  const chosen = useInspectorState((state) => state.preferences.columns)
  const columns = columnIds(chosen)
    .filter((id) => id !== 'name')
    .map((id: ColumnId) => {
      const checked = shown.includes(id)
      return {
        id,
        label: headerOfColumn(id) ?? words.column[id as OwnColumnId],
        kind: 'checkbox' as const,
        checked,
        onSelect: () => store.actions.setPreferences({ columns: { ...store.getState().preferences.columns, [id]: !checked } }),
      }
    })
  const axes = (['shared', 'own'] as const).map((id) => ({
    id,
    label: words.axes[id],
    kind: 'radio' as const,
    checked: axis === id,
    onSelect: () => store.actions.setPreferences({ axis: id }),
  }))
  const groupings = GROUPINGS.map((by) => ({
    id: by,
    label: group.by[by],
    kind: 'radio' as const,
    checked: groupBy === by,
    onSelect: () => store.actions.groupBy(by),
  }))
  // Elsewhere it is a button of the toolbar.
  const slots = {
    id: 'lanes',
    label: waterfall.lanes,
    kind: 'checkbox' as const,
    checked: lanes && axis === 'shared',
    onSelect: store.actions.toggleLanes,
  }
  const header = { id: 'header', label: words.headerColumn, onSelect: () => store.actions.setDialog({ kind: 'header-column' }) }
  const reset = { id: 'reset', label: words.resetColumns, onSelect: () => store.actions.setPreferences({ columns: {}, widths: {} }) }
  return [
    { id: 'columns', items: [...columns, header] },
    { id: 'group', items: [{ id: 'group', label: group.title, submenu: [{ id: 'by', items: groupings }] }] },
    { id: 'axis', label: words.axis, items: axes },
    { id: 'lanes', items: layout === 'sheet' ? [slots] : [] },
    { id: 'reset', items: [reset] },
  ].filter(({ items }) => items.length > 0)
}
