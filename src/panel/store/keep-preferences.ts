import type { InspectorStore } from './inspector-store.ts'
import { type ChosenPreferences, PREFERENCES_KEY, readPreferences, writePreferences } from './saved-settings.ts'

/** Dragging a divider changes a preference with every move; only where it comes to rest is worth saving. ms. */
const REST = 300

/**
 * Saves what a person chooses, tells when the storage refuses, and follows what is chosen in other tabs. Returns how to stop. What waits is
 * saved first, then and when the page goes. `ignored` are those that the host alone decides.
 */
export function keepPreferences(
  storage: Parameters<typeof writePreferences>[0],
  store: InspectorStore,
  ignored: readonly (keyof ChosenPreferences)[] = [],
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: ChosenPreferences = {}
  // Said once: a notice that was put away does not come back with the next change.
  const told = new Set([store.getState().trouble])
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    const trouble = writePreferences(storage, waiting)
    if (!trouble) waiting = {}
    if (!trouble || told.has(trouble)) return
    told.add(trouble)
    store.actions.setTrouble(trouble)
  }
  let following = false
  const unsubscribe = store.subscribe(({ chosen }, before) => {
    if (chosen === before.chosen || following) return
    const changed = Object.entries(chosen).filter(([key, value]) => value !== before.chosen[key as keyof ChosenPreferences])
    waiting = { ...waiting, ...Object.fromEntries(changed) }
    clearTimeout(timer)
    timer = setTimeout(save, REST)
  })
  const saveWaiting = () => {
    if (timer !== undefined) save()
  }
  const follow = ({ key }: StorageEvent) => {
    if (key !== null && key !== PREFERENCES_KEY) return
    following = true
    store.actions.replaceChosen({ ...withoutKeys(readPreferences(storage).chosen, ignored), ...waiting })
    following = false
  }
  addEventListener('pagehide', saveWaiting)
  addEventListener('storage', follow)
  return () => {
    unsubscribe()
    removeEventListener('pagehide', saveWaiting)
    removeEventListener('storage', follow)
    saveWaiting()
  }
}

/** Choices without some. */
export function withoutKeys(chosen: ChosenPreferences, keys: readonly (keyof ChosenPreferences)[]): ChosenPreferences {
  return Object.fromEntries(Object.entries(chosen).filter(([key]) => !(keys as readonly string[]).includes(key)))
}
