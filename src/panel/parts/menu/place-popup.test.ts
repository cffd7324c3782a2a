import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAt, placeBelow, placeBeside } from './place-popup.ts'

const length = (max: number) => fc.integer({ min: 1, max })
const scene = fc
  .record({
    view: fc.record({ width: length(2000), height: length(1200) }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .chain(({ view, x, y }) =>
    fc.record({
      view: fc.constant(view),
      anchor: fc.constant({ left: x * view.width, right: x * view.width + 24, top: y * view.height, bottom: y * view.height + 24 }),
      popup: fc.record({ width: length(400), height: length(900) }),
    }),
  )

describe('a popup', () => {
  it('never covers the button that it opens from, and stands within the window from top to bottom', () => {
    fc.assert(
      fc.property(scene, ({ anchor, popup, view }) => {
        const { top, maxHeight } = placeBelow(anchor, popup, view)
        const bottom = top + Math.min(popup.height, maxHeight)
        expect(bottom <= anchor.top || top >= anchor.bottom).toBe(true)
        if (maxHeight > 0) {
          expect(top).toBeGreaterThanOrEqual(0)
          expect(bottom).toBeLessThanOrEqual(view.height)
        }
      }),
    )
  })

  it('of a submenu never covers the item that it belongs to', () => {
    fc.assert(
      fc.property(scene, ({ anchor, popup, view }) => {
        const { left, top, maxHeight } = placeBeside(anchor, popup, view)
        const beside = left >= anchor.right || left + popup.width <= anchor.left
        const apart = top >= anchor.bottom || top + Math.min(popup.height, maxHeight) <= anchor.top
        expect(beside || apart).toBe(true)
      }),
    )
  })

  it('opens at the pointer, towards where there is room', () => {
    const view = { width: 800, height: 600 }
    const popup = { width: 200, height: 300 }
    expect(placeAt({ x: 100, y: 100 }, popup, view)).toEqual({ left: 100, top: 100, maxHeight: 300 })
    expect(placeAt({ x: 700, y: 500 }, popup, view)).toEqual({ left: 500, top: 200, maxHeight: 300 })
    // Taller than the window: the whole height, scrolled.
    expect(placeAt({ x: 0, y: 300 }, { width: 200, height: 900 }, view)).toEqual({ left: 8, top: 8, maxHeight: 584 })
  })
})
