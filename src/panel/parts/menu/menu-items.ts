import type { ReactNode } from 'react'

interface ItemBase {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** A few characters at the end of the line, such as a status code. Part of the name. */
  readonly note?: string
  /** Shown, but does nothing. It can be reached, so that a screen reader reads it too. */
  readonly disabled?: boolean
}

/** A line that does something. */
interface ActionItem extends ItemBase {
  /** A check for `checkbox`, a choice of one for `radio`; a plain command without. */
  readonly kind?: 'checkbox' | 'radio'
  readonly checked?: boolean
  /** The key that does the same outside of the menu, as `aria-keyshortcuts` wants it: `R`, `Shift+R`, `Delete`. */
  readonly shortcut?: string | undefined
  /** Called once the menu is closed and the focus is back; a checkbox leaves the menu open. */
  readonly onSelect: () => void
}

/** A line that opens a menu of its own. */
interface SubmenuItem extends ItemBase {
  readonly submenu: readonly MenuGroup[]
}

export type MenuItem = ActionItem | SubmenuItem

/** Items between two separators. */
export interface MenuGroup {
  readonly id: string
  /** Left out for a group that needs no name. */
  readonly label?: string
  readonly items: readonly MenuItem[]
}

/** What a menu stands beside and never covers: an element, or the place of a pointer in px of the window. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number }

/** Which item has the focus when a menu opens. */
export type MenuStart = 'first' | 'last'
