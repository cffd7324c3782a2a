/** px between a popup and what it stands beside, and between it and the edges of the window. */
const GAP = 4
const EDGE = 8

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>
interface Size {
  readonly width: number
  readonly height: number
}

export interface PopupPlace {
  readonly left: number
  readonly top: number
  readonly maxHeight: number
}

/** Below its anchor, or above where there is more room; scrolled where neither is enough. It never covers the anchor. */
export function placeBelow(anchor: Box, popup: Size, view: Size): PopupPlace {
  const below = view.height - EDGE - anchor.bottom - GAP
  const above = anchor.top - GAP - EDGE
  const upwards = popup.height > below && above > below
  const maxHeight = Math.max(0, Math.min(popup.height, upwards ? above : below))
  return {
    left: clamp(anchor.left, view.width - EDGE - popup.width),
    top: upwards ? anchor.top - GAP - maxHeight : anchor.bottom + GAP,
    maxHeight,
  }
}

/** Beside an item of a menu, at its right, or at its left where there is more room; under the item where neither side is wide enough. */
export function placeBeside(item: Box, popup: Size, view: Size): PopupPlace {
  const right = view.width - EDGE - item.right
  const left = item.left - EDGE
  if (popup.width > right && popup.width > left) return placeBelow(item, popup, view)
  const maxHeight = Math.min(popup.height, view.height - 2 * EDGE)
  return {
    left: popup.width > right ? item.left - popup.width : item.right,
    top: clamp(item.top - GAP, view.height - EDGE - maxHeight),
    maxHeight,
  }
}

/** With a corner at the pointer, on the side where there is room. */
export function placeAt(pointer: { readonly x: number; readonly y: number }, popup: Size, view: Size): PopupPlace {
  const maxHeight = Math.min(popup.height, view.height - 2 * EDGE)
  const leftwards = pointer.x + popup.width > view.width - EDGE
  const upwards = pointer.y + maxHeight > view.height - EDGE
  return {
    left: clamp(leftwards ? pointer.x - popup.width : pointer.x, view.width - EDGE - popup.width),
    top: clamp(upwards ? pointer.y - maxHeight : pointer.y, view.height - EDGE - maxHeight),
    maxHeight,
  }
}

function clamp(wanted: number, most: number): number {
  return Math.max(EDGE, Math.min(wanted, most))
}
