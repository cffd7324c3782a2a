/** In the format of `aria-keyshortcuts`. */
export const PANEL_KEY = 'Alt+Shift+W'

/**
 * Calls `toggle` when the shortcut is pressed, wherever in the window the focus is. Returns a function that removes the listener. Does
 * nothing where there is no page.
 */
export function listenForPanelKey(
  toggle: () => void,
  view: Partial<Pick<Window, 'addEventListener' | 'removeEventListener'>> = globalThis,
): () => void {
  const hear = (event: KeyboardEvent) => {
    if (!isPanelKey(event)) return
    // Some keyboard layouts would type a character.
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat) toggle()
  }
  // Before the listeners of the page, which may stop the event.
  view.addEventListener?.('keydown', hear, { capture: true })
  return () => view.removeEventListener?.('keydown', hear, { capture: true })
}

function isPanelKey({ altKey, shiftKey, ctrlKey, metaKey, key, code }: KeyboardEvent): boolean {
  if (!altKey || !shiftKey || ctrlKey || metaKey) return false
  // With Alt a Mac types „, and layouts of other scripts their own letters: for those the position of the key counts.
  return key.toLowerCase() === 'w' || (code === 'KeyW' && !/^[a-z]$/i.test(key))
}
