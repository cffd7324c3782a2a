import { appendButton, onArrows } from './dock-elements.ts'
import { type FloatBox, firstFloatBox, fitFloatBox } from './float-box.ts'

/** What a floating panel is moved and resized by, with pointers and keys. */
export interface FloatHandles {
  /** Places the panel. */
  setBox(box: FloatBox | undefined): void
  setLabels(labels: { readonly move: string; readonly resize: string }): void
  /** Back into the window, whose size may have changed. */
  fit(): void
}

const STEP = 24
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

export function createFloatHandles(dock: HTMLElement, onDone: (box: FloatBox) => void): FloatHandles {
  let box: FloatBox | undefined
  const view = () => ({ width: document.documentElement.clientWidth, height: window.innerHeight })
  const place = (next: FloatBox) => {
    box = fitFloatBox(next, view())
    for (const [name, value] of Object.entries(box)) dock.style.setProperty(`--float-${name}`, `${value}px`)
  }
  const handles = {
    move: createHandle('mover', (from, [x, y]) => ({ ...from, left: from.left + x, top: from.top + y })),
    resize: createHandle('sizer', (from, [x, y]) => ({ ...from, width: from.width + x, height: from.height + y })),
  }

  function createHandle(name: string, change: (from: FloatBox, by: readonly [number, number]) => FloatBox): HTMLButtonElement {
    const handle = appendButton(dock, name)
    let start: { readonly x: number; readonly y: number; readonly box: FloatBox } | undefined
    handle.addEventListener('pointerdown', (event) => {
      if (!box) return
      handle.setPointerCapture(event.pointerId)
      start = { x: event.clientX, y: event.clientY, box }
    })
    handle.addEventListener('pointermove', ({ clientX, clientY }) => {
      if (start) place(change(start.box, [clientX - start.x, clientY - start.y]))
    })
    handle.addEventListener('lostpointercapture', () => {
      start = undefined
      if (box) onDone(box)
    })
    onArrows(handle, (key) => {
      const by = ARROWS[key]
      if (!by || !box) return false
      place(change(box, by))
      onDone(box)
      return true
    })
    return handle
  }

  return {
    setBox: (next) => place(next ?? firstFloatBox(view())),
    setLabels(labels) {
      for (const name of ['move', 'resize'] as const) {
        handles[name].setAttribute('aria-label', labels[name])
        handles[name].title = labels[name]
      }
    },
    fit: () => box && place(box),
  }
}
