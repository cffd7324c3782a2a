import type { InspectorStore } from './inspector-store.ts'
import { writePreferences } from './saved-settings.ts'

/** Dragging a divider changes a preference with every move; only where it comes to rest is worth saving. ms. */
const REST = 300

/** Saves the preferences whenever they changed, and tells when the storage refuses. Returns how to stop. What waits is saved first, then and when the page goes. */
export function keepPreferences(storage: Parameters<typeof writePreferences>[0], store: InspectorStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // Said once: a notice that was put away does not come back with the next change.
  const told = new Set([store.getState().trouble])
  const save = () => {
    timer = undefined
    const trouble = writePreferences(storage, store.getState().preferences)
    if (!trouble || told.has(trouble)) return
    told.add(trouble)
    store.actions.setTrouble(trouble)
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (state.preferences === before.preferences) return
    clearTimeout(timer)
    timer = setTimeout(save, REST)
  })
  const saveWaiting = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    save()
  }
  addEventListener('pagehide', saveWaiting)
  return () => {
    unsubscribe()
    removeEventListener('pagehide', saveWaiting)
    saveWaiting()
  }
}
