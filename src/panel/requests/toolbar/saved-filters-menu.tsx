import { Star } from 'lucide-react'
import { useRef, useState } from 'react'
import { MenuButton } from '../../parts/menu/menu-button.tsx'
import type { MenuGroup, MenuItem } from '../../parts/menu/menu-items.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import type { SavedFilter } from '../../store/saved-settings.ts'
import { savedFilterWords } from '../../words/filter/saved-filter-words.ts'
import { useWords } from '../../words/words.ts'
import { FilterNameForm } from './filter-name-form.tsx'
import { useSavedFilters } from './use-saved-filters.ts'

/** What of a query stands beside its name. */
function beginningOf(query: string): string {
  return query.length > 28 ? `${query.slice(0, 27)}…` : query
}

/** Filters that were given a name: to use, to save, to rename and to delete. */
export function SavedFiltersMenu() {
  const words = useWords(savedFilterWords)
  const { store, announce } = useInspector()
  const { list, save, rename, remove } = useSavedFilters()
  // Not the query itself, which moves with each key.
  const typed = useInspectorState((state) => state.query.trim() !== '')
  const used = useInspectorState((state) => list.find(({ query }) => query === state.query.trim()))
  const place = useRef<HTMLSpanElement>(null)
  /** The filter that is given a name, and the one it has. */
  const [naming, setNaming] = useState<SavedFilter & { readonly from?: string }>()

  const each = (act: (filter: SavedFilter) => void): readonly MenuItem[] =>
    list.map((filter) => ({ id: filter.name, label: filter.name, onSelect: () => act(filter) }))
  const groups: readonly MenuGroup[] = [
    {
      id: 'saved',
      items: list.map((filter) => ({
        id: filter.name,
        label: filter.name,
        note: beginningOf(filter.query),
        kind: 'radio',
        checked: filter.query === used?.query,
        onSelect: () => store.actions.setQuery(filter.query),
      })),
    },
    {
      id: 'edit',
      items: [
        {
          id: 'save',
          label: words.save,
          disabled: !typed || used !== undefined,
          onSelect: () => {
            const query = store.getState().query.trim()
            setNaming({ name: query, query })
          },
        },
        ...(list.length > 0
          ? [
              {
                id: 'rename',
                label: words.rename,
                submenu: [{ id: 'rename', items: each((filter) => setNaming({ ...filter, from: filter.name })) }],
              },
              {
                id: 'remove',
                label: words.remove,
                submenu: [
                  {
                    id: 'remove',
                    items: each(({ name }) => {
                      remove(name)
                      announce(words.removed(name))
                    }),
                  },
                ],
              },
            ]
          : []),
      ],
    },
  ]

  const close = () => {
    setNaming(undefined)
    place.current?.querySelector('button')?.focus()
  }
  return (
    <span ref={place}>
      <MenuButton
        label={words.menu}
        icon={<Star size={13} aria-hidden="true" fill={used ? 'currentColor' : 'none'} />}
        groups={groups.filter(({ items }) => items.length > 0)}
      />
      {naming && place.current && (
        <FilterNameForm
          title={naming.from === undefined ? words.saveAs : words.renameOf(naming.from)}
          name={naming.name}
          at={place.current}
          onCancel={close}
          onName={(name) => {
            if (naming.from === undefined) save({ name, query: naming.query })
            else rename(naming.from, name)
            announce(words.saved(name))
            close()
          }}
        />
      )}
    </span>
  )
}
