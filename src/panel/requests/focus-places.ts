/** The places between which the focus goes by keys. Each tells whether it is there. */
export function focusList(frame: HTMLElement | null): boolean {
  return focusIn(frame, '[role="grid"]')
}

export function focusDetails(frame: HTMLElement | null): boolean {
  return focusIn(frame, '.details [role="tab"][aria-selected="true"]')
}

export function focusFilter(frame: HTMLElement | null): boolean {
  return focusIn(frame, '.filter-input')
}

function focusIn(frame: HTMLElement | null, selector: string): boolean {
  const element = frame?.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== undefined && element !== null
}
