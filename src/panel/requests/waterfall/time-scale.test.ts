import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExampleSpan, sharedTimeOf } from '../../../testing/shared-time.ts'
import type { Span } from '../../rows/call-times.ts'
import { createOwnScale, createSharedScale, foldsOf, momentAt, type TimeScale } from './time-scale.ts'

const call = (from: number, to: number, runs = false): ExampleSpan => ({ from, to, runs })

function sharedScaleOf(calls: readonly ExampleSpan[], width: number, within?: Span): TimeScale {
  return createSharedScale(sharedTimeOf(calls), width, within)
}

/** Any calls, long ones and running ones among them. */
const anyCalls = fc.array(
  fc
    .record({ from: fc.nat(100_000), length: fc.oneof(fc.nat(2000), fc.nat(90_000)), runs: fc.boolean() })
    .map(({ from, length, runs }) => call(from, from + length, runs)),
  { maxLength: 40 },
)
const anyWidth = fc.integer({ min: 40, max: 900 })

describe('createSharedScale', () => {
  it('spreads one busy stretch over the whole width', () => {
    const scale = sharedScaleOf([call(100, 200), call(150, 300)], 210)
    expect([scale.x(100), scale.x(200), scale.x(300)]).toEqual([5, 105, 205])
  })

  it('folds the time in which nothing ran, however long, with room to say how long', () => {
    const scale = sharedScaleOf([call(0, 100), call(60_000, 60_100)], 250)
    expect(scale.pieces).toEqual([
      { from: 0, to: 100, left: 5, right: 105 },
      { from: 60_000, to: 60_100, left: 145, right: 245 },
    ])
    expect(foldsOf(scale)).toEqual([{ from: 100, to: 60_000, left: 105, right: 145 }])
    expect(scale.x(30_050)).toBe(125)
  })

  it('folds every pause of a session that is nearly all pauses, however many there are', () => {
    const calls = Array.from({ length: 50 }, (_, nth) => call(nth * 2000, nth * 2000 + 200))
    const scale = sharedScaleOf(calls, 320)
    expect(scale.pieces).toHaveLength(50)
    expect(scale.x(200) - scale.x(0)).toBeGreaterThan(3)
  })

  it('draws short pauses as they are', () => {
    expect(sharedScaleOf([call(0, 100), call(150, 300)], 200).pieces).toHaveLength(1)
  })

  it('keeps forty short calls readable beside one that hangs and a socket that stays open', () => {
    const short = Array.from({ length: 40 }, (_, nth) =>
      call(1000 * Math.floor(nth / 10), 1000 * Math.floor(nth / 10) + 200 + 10 * (nth % 10)),
    )
    for (const now of [20_000, 60_000, 3_600_000]) {
      const scale = sharedScaleOf([call(0, now, true), call(100, now, true), ...short], 400)
      const lengths = short.map(({ from, to }) => scale.x(to) - scale.x(from)).sort((a, b) => a - b)
      expect(lengths[20]).toBeGreaterThanOrEqual(20)
    }
    const timedOut = sharedScaleOf([call(0, 60_000), ...short], 400)
    expect(timedOut.x(245) - timedOut.x(0)).toBeGreaterThanOrEqual(20)
  })

  it('leaves room behind the last moment for the open ends of calls that run', () => {
    expect(sharedScaleOf([call(0, 100), call(50, 100, true)], 200).end).toBe(186)
    expect(sharedScaleOf([call(0, 100)], 200).end).toBe(195)
  })

  it('shows a part of the time alone when it is zoomed', () => {
    const scale = sharedScaleOf([call(0, 1000), call(500, 2000)], 210, { from: 900, to: 1100 })
    expect([scale.x(900), scale.x(1000), scale.x(1100), scale.x(5000)]).toEqual([5, 105, 205, 205])
  })

  it('lets time run forward and stay on the width, whatever ran when', () => {
    fc.assert(
      fc.property(anyCalls, anyWidth, (calls, width) => {
        const scale = sharedScaleOf(calls, width)
        const moments = calls.flatMap(({ from, to }) => [from, to, (from + to) / 2]).sort((a, b) => a - b)
        let last = 0
        for (const at of moments) {
          const x = scale.x(at)
          expect(x).toBeGreaterThanOrEqual(last - 1e-6)
          expect(x).toBeLessThanOrEqual(width)
          last = x
        }
      }),
    )
  })

  it('draws time at one rate in all its pieces', () => {
    fc.assert(
      fc.property(anyCalls, anyWidth, (calls, width) => {
        const rates = sharedScaleOf(calls, width)
          .pieces.filter(({ from, to }) => to > from)
          .map(({ from, to, left, right }) => (right - left) / (to - from))
        for (const rate of rates) expect(rate).toBeCloseTo(rates[0] as number, 6)
      }),
    )
  })

  it('comes to an end for spans that no page would record: backwards in time, or ages apart', () => {
    expect(sharedScaleOf([call(100, 50)], 300).pieces).toEqual([{ from: 100, to: 100, left: 5, right: 5 }])
    for (const calls of [[call(1e308, 0)], [call(0, 100), call(1e308, 1.1e308)], [call(-1e308, 1e308)]]) {
      expect(sharedScaleOf(calls, 300).pieces.length).toBeLessThan(4)
    }
  })
})

describe('momentAt', () => {
  it('tells the moment that is drawn at a place', () => {
    fc.assert(
      fc.property(
        anyCalls.filter(({ length }) => length > 0),
        anyWidth,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calls, width, share) => {
          const scale = sharedScaleOf(calls, width)
          const x = 5 + share * (scale.end - 5)
          const [first, last] = [scale.pieces[0], scale.pieces.at(-1)]
          if (!first || !last || last.right <= first.left) return
          expect(scale.x(momentAt(scale, x))).toBeCloseTo(Math.min(x, last.right), 3)
        },
      ),
    )
  })
})

describe('createOwnScale', () => {
  it('begins every call at the left', () => {
    expect(createOwnScale(1000, 210).pieces).toEqual([{ from: 0, to: 1000, left: 5, right: 205 }])
  })
})
