import { focusIn } from '../store/switch-side.ts'

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
