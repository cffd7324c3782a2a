import type { MouseEvent } from 'react'
import type { MenuAnchor } from './menu-items.ts'

/** Where the menu of a `contextmenu` event opens: at the pointer, or beside the element when a key (Shift+F10, Menu) asked for it. */
export function anchorOfContextMenu(event: MouseEvent<Element>): MenuAnchor {
  event.preventDefault()
  const { pointerType } = event.nativeEvent as PointerEvent
  // A key presses no button, and neither does a finger that rests. On a Mac Ctrl makes any click a right one.
  const byKey = event.button !== 2 && !event.ctrlKey && pointerType !== 'touch'
  return byKey ? event.currentTarget : { x: event.clientX, y: event.clientY }
}
