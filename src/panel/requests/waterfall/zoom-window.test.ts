import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callTimesOf, sharedTimeOf } from '../../../testing/shared-time.ts'
import type { Span } from '../../rows/call-times.ts'
import { createSharedScale } from './time-scale.ts'
import { firstZoom, moveEnd, panBy, zoomBy } from './zoom-window.ts'

const whole: Span = { from: 1000, to: 9000 }
const isWithin = (part: Span) => part.from >= whole.from && part.to <= whole.to && part.to >= part.from

describe('zooming', () => {
  it('halves the time around a moment, which keeps its place, and out again to all of it', () => {
    expect(zoomBy(undefined, whole, 3000, 0.5)).toEqual({ from: 2000, to: 6000 })
    expect(zoomBy({ from: 2000, to: 6000 }, whole, 3000, 2)).toBeUndefined()
  })

  it('never leaves the time that there is, whatever is asked for', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom('zoom', 'pan'), fc.double({ min: 0.1, max: 4, noNaN: true }), fc.integer({ min: 0, max: 12_000 })),
    )
    fc.assert(
      fc.property(steps, (all) => {
        let part: Span | undefined
        for (const [what, by, at] of all) {
          part = what === 'zoom' ? zoomBy(part, whole, at, by) : part && panBy(part, whole, by - 2)
          if (part) expect(isWithin(part)).toBe(true)
        }
      }),
    )
  })

  it('moves along and keeps the length until it comes to an end of the time', () => {
    expect(panBy({ from: 2000, to: 3000 }, whole, 0.5)).toEqual({ from: 2500, to: 3500 })
    expect(panBy({ from: 1200, to: 2200 }, whole, -0.5)).toEqual({ from: 1000, to: 2000 })
  })

  it('moves one end alone, never past the other or out of the time, and is all of it again at both ends', () => {
    expect(moveEnd(undefined, whole, 'from', 3000)).toEqual({ from: 3000, to: 9000 })
    expect(moveEnd({ from: 3000, to: 5000 }, whole, 'to', 2000)).toEqual({ from: 3000, to: 3001 })
    expect(moveEnd({ from: 3000, to: 5000 }, whole, 'from', -5)).toEqual({ from: 1000, to: 5000 })
    expect(moveEnd({ from: 1000, to: 5000 }, whole, 'to', 10_000)).toBeUndefined()
  })

  it('makes the bar of the median call readable with its first step, however many calls follow each other without a pause', () => {
    const spans = Array.from({ length: 500 }, (_, nth) => ({ from: nth * 400, to: nth * 400 + 400, runs: false }))
    const all = { from: 0, to: 200_000 }
    const part = firstZoom(callTimesOf(spans).median ?? 0, all, 100_000, 300)
    const scale = createSharedScale(sharedTimeOf(spans), 300, part)
    expect(scale.x(100_400) - scale.x(100_000)).toBeGreaterThanOrEqual(20)
  })
})
