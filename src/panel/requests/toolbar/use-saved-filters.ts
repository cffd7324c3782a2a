import { useMemo } from 'react'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import type { SavedFilter } from '../../store/saved-settings.ts'
import { useSourceState } from '../../store/use-source-state.ts'

/** Characters of a name. */
export const LONGEST_NAME = 60
/** More are no help in a menu; the oldest go. */
const MOST_FILTERS = 50

const NONE: readonly SavedFilter[] = []

export interface SavedFilters {
  readonly list: readonly SavedFilter[]
  /** One of that name takes the place of another. */
  save(filter: SavedFilter): void
  rename(from: string, to: string): void
  remove(name: string): void
}

/** The saved filters of the app, as far as its appid is known. */
export function useSavedFilters(): SavedFilters {
  const { source, store } = useInspector()
  const appid = useSourceState(source)?.settings?.appid ?? ''
  const list = useInspectorState(
    ({ preferences }) => (Object.hasOwn(preferences.filters, appid) ? preferences.filters[appid] : NONE) ?? NONE,
  )
  return useMemo(() => {
    const keep = (filters: readonly SavedFilter[]) =>
      store.actions.setPreferences({ filters: { ...store.getState().preferences.filters, [appid]: filters.slice(-MOST_FILTERS) } })
    return {
      list,
      save: (filter) => keep([...list.filter(({ name }) => name !== filter.name), filter]),
      rename: (from, to) =>
        keep(list.filter(({ name }) => name === from || name !== to).map((each) => (each.name === from ? { ...each, name: to } : each))),
      remove: (name) => keep(list.filter((each) => each.name !== name)),
    }
  }, [store, appid, list])
}
