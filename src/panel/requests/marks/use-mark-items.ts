import { MARK_COLORS } from '../../../contract/event/task-mark.ts'
import { formatCount } from '../../parts/format.ts'
import type { MenuItem } from '../../parts/menu/menu-items.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSingleKey } from '../../store/single-keys.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { useWords } from '../../words/words.ts'

/** Pins, colors and notes, as lines of the menu of these calls. */
export function useMarkItems(taskIds: readonly string[]): readonly MenuItem[] {
  const { mark: words } = useWords(rowMenuWords)
  const { announce, store } = useInspector()
  const { taskMarks } = store.getState()
  const count = formatCount(taskIds.length)
  const allPinned = taskIds.every((id) => taskMarks.get(id)?.pinned)
  const colors = new Set(taskIds.map((id) => taskMarks.get(id)?.color))
  const only = colors.size === 1 ? [...colors][0] : null
  return [
    {
      id: 'pin',
      label: allPinned ? words.unpin(count) : words.pin(count),
      shortcut: useSingleKey('P'),
      onSelect: () => store.actions.mark(taskIds, { pinned: allPinned ? undefined : true }),
    },
    {
      id: 'color',
      label: words.color,
      submenu: [
        {
          id: 'colors',
          items: [undefined, ...MARK_COLORS].map((color) => ({
            id: color ?? 'none',
            label: color ? words.colors[color] : words.noColor,
            kind: 'radio' as const,
            checked: only === color,
            onSelect: () => {
              store.actions.mark(taskIds, { color })
              announce(color ? words.colors[color] : words.noColor)
            },
          })),
        },
      ],
    },
    { id: 'note', label: words.addNote, onSelect: () => store.actions.writeNote(taskIds) },
  ]
}
