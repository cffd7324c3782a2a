/** As `aria-keyshortcuts` wants it. */
export const PANEL_KEY = 'Alt+Shift+W'

/**
 * Hears the key that opens the panel and puts it away, wherever in the page the focus is. Returns how to stop.
 * Where there is no page it does nothing.
 */
export function listenForPanelKey(toggle: () => void): () => void {
  const hear = (event: KeyboardEvent) => {
    if (!isPanelKey(event)) return
    // Some keyboards would type a letter of their own.
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat) toggle()
  }
  // Before the page, which may keep keys from going any further.
  globalThis.addEventListener?.('keydown', hear, { capture: true })
  return () => globalThis.removeEventListener?.('keydown', hear, { capture: true })
}

function isPanelKey({ altKey, shiftKey, ctrlKey, metaKey, key, code }: KeyboardEvent): boolean {
  if (!altKey || !shiftKey || ctrlKey || metaKey) return false
  // With Alt a Mac types „, and a keyboard of another script its own letter: there the place of the key counts.
  return key.toLowerCase() === 'w' || (code === 'KeyW' && !/^[a-z]$/i.test(key))
}
