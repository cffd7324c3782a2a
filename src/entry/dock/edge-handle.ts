import { append, onArrows } from './dock-elements.ts'
import type { RoomSide } from './page-room.ts'

/** The edge of a docked panel, which pointers and keys move: the window splitter pattern of the ARIA guide. */
export interface EdgeHandle {
  readonly element: HTMLElement
  /** px. `undefined` for the size that the style sheet has. */
  setSide(side: RoomSide, size: number | undefined): void
  setLabel(label: string): void
  /** Holds the size against the window, whose own may have changed. */
  fit(): void
}

interface EdgeHandleOptions {
  /** Told while it moves, px. */
  onSize(side: RoomSide, size: number): void
  /** Told once it is where it stays. */
  onDone(side: RoomSide, size: number): void
}

const LEAST: Readonly<Record<RoomSide, number>> = { bottom: 160, right: 320, left: 320 }
const STEP = 24
/** Which arrow makes the panel larger. */
const GROWS: Readonly<Record<RoomSide, string>> = { bottom: 'ArrowUp', right: 'ArrowLeft', left: 'ArrowRight' }
const SHRINKS: Readonly<Record<RoomSide, string>> = { bottom: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft' }

export function createEdgeHandle(dock: HTMLElement, { onSize, onDone }: EdgeHandleOptions): EdgeHandle {
  const handle = append(dock, 'div', 'handle')
  handle.tabIndex = 0
  handle.setAttribute('role', 'separator')
  let side: RoomSide = 'bottom'

  const sizeNow = () => (side === 'bottom' ? dock.offsetHeight : dock.offsetWidth)
  const resizeTo = (wanted: number) => {
    const most = Math.round((side === 'bottom' ? window.innerHeight : window.innerWidth) * 0.92)
    const size = Math.round(Math.max(Math.min(wanted, most), Math.min(LEAST[side], most)))
    dock.style.setProperty('--dock-size', `${size}px`)
    handle.setAttribute('aria-valuenow', String(size))
    handle.setAttribute('aria-valuemin', String(LEAST[side]))
    handle.setAttribute('aria-valuemax', String(most))
    onSize(side, size)
  }
  handle.addEventListener('pointerdown', (event) => handle.setPointerCapture(event.pointerId))
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return
    const page = document.documentElement
    if (side === 'bottom') resizeTo(window.innerHeight - event.clientY)
    else resizeTo(side === 'right' ? page.clientWidth - event.clientX : event.clientX)
  })
  handle.addEventListener('lostpointercapture', () => onDone(side, sizeNow()))
  onArrows(handle, (key) => {
    const step = { [GROWS[side]]: STEP, [SHRINKS[side]]: -STEP, Home: Number.MAX_SAFE_INTEGER, End: -Number.MAX_SAFE_INTEGER }[key]
    if (step === undefined) return false
    resizeTo(sizeNow() + step)
    onDone(side, sizeNow())
    return true
  })
  return {
    element: handle,
    setSide(next, size) {
      side = next
      handle.setAttribute('aria-orientation', side === 'bottom' ? 'horizontal' : 'vertical')
      if (size === undefined) dock.style.removeProperty('--dock-size')
      resizeTo(size ?? sizeNow())
    },
    setLabel: (label) => handle.setAttribute('aria-label', label),
    fit: () => resizeTo(sizeNow()),
  }
}
