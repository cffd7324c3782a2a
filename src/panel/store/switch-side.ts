import type { KeyLine } from './inspector-context.ts'

/** Goes between the two panes of a view, the list and what is open of it; each view says how. */
export const SWITCH_SIDE: KeyLine = { keys: ['F6', 'Ctrl+[', 'Shift+F6', 'Ctrl+]'], does: 'switchSide' }

/** Tells whether there was something to focus. */
export function focusIn(frame: HTMLElement | null, selector: string): boolean {
  const element = frame?.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== undefined && element !== null
}
