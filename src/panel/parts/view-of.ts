/** The window that an element is in: a panel can be moved into one of its own. */
export function viewOf(element: Element): Window & typeof globalThis {
  return element.ownerDocument.defaultView ?? window
}
