import { createContext, useContext } from 'react'

/** Whether the row around is the one under the cursor. Only its button is reached by Tab, so that Tab leaves the list in a step or two. */
export const CursorRowContext = createContext(false)

/** What every button in a row is given. */
export function useRowButton() {
  return { ref: handFocusOver, tabIndex: useContext(CursorRowContext) ? 0 : -1 }
}

/**
 * A button that goes while it has the focus, as one that aborts does when the call ends, leaves it to the list:
 * whoever presses the key once more must not hit the button of another row.
 */
function handFocusOver(button: HTMLButtonElement): () => void {
  return () => {
    const { activeElement } = button.getRootNode() as Document | ShadowRoot
    if (activeElement === button) button.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
  }
}
