/** What every button in a row is given. Only that of the row under the cursor is reached by Tab, so that Tab leaves the list in a step or two. */
export function rowButton(atCursor: boolean) {
  return { ref: handFocusOver, tabIndex: atCursor ? 0 : -1 }
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
