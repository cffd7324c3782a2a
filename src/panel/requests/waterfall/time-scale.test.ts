import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOwnScale, createSharedScale, ticksOf } from './time-scale.ts'

describe('createSharedScale', () => {
  it('spreads one busy stretch over the whole width', () => {
    const scale = createSharedScale(
      [
        { from: 100, to: 200 },
        { from: 150, to: 300 },
      ],
      210,
    )
    expect([scale.x(100), scale.x(200), scale.x(300)]).toEqual([5, 105, 205])
  })

  it('folds the time in which nothing ran, however long', () => {
    const scale = createSharedScale(
      [
        { from: 0, to: 100 },
        { from: 60_000, to: 60_100 },
      ],
      218,
    )
    expect(scale.pieces).toEqual([
      { from: 0, to: 100, left: 5, right: 105 },
      { from: 60_000, to: 60_100, left: 113, right: 213 },
    ])
    expect(scale.x(30_000)).toBe(105)
  })

  it('draws short pauses as they are', () => {
    expect(
      createSharedScale(
        [
          { from: 0, to: 100 },
          { from: 150, to: 300 },
        ],
        200,
      ).pieces,
    ).toHaveLength(1)
  })

  it('lets time run forward and stay on the width, whatever ran when', () => {
    const span = fc.record({ from: fc.nat(100_000), length: fc.nat(5000) }).map(({ from, length }) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 40 }), fc.integer({ min: 40, max: 900 }), (spans, width) => {
        const scale = createSharedScale(spans, width)
        const moments = spans.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b)
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
})

describe('ticksOf', () => {
  it('marks round lengths of time, far enough apart to be read', () => {
    expect(ticksOf(createOwnScale(1000, 310), 60).map((tick) => [tick.after, tick.x])).toEqual([
      [0, 5],
      [200, 65],
      [400, 125],
      [600, 185],
      [800, 245],
    ])
  })

  it('comes to an end for spans that no page would record: backwards in time, or ages apart', () => {
    const backwards = createSharedScale([{ from: 100, to: 50 }], 300)
    expect(ticksOf(backwards, 56)).toEqual([{ x: 5, after: 0, piece: { from: 100, to: 100, left: 5, right: 5 } }])
    const apart = createSharedScale([{ from: 0, to: 100 }, { from: 1e12, to: 1e12 + 100 }], 300) // biome-ignore format: one line
    expect(apart.pieces.map(({ left, right }) => right - left)).toEqual([141, 141])
    for (const spans of [
      [{ from: 1e308, to: 0 }],
      [
        { from: 0, to: 100 },
        { from: 1e308, to: 1.1e308 },
      ],
      [{ from: -1e308, to: 1e308 }],
    ]) {
      expect(ticksOf(createSharedScale(spans, 300), 56).length).toBeLessThan(10)
    }
  })

  it('never marks two places nearer than asked within a piece', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600_000 }), fc.integer({ min: 60, max: 1200 }), (longest, width) => {
        const xs = ticksOf(createOwnScale(longest, width), 56).map((tick) => tick.x)
        expect(xs.length).toBeGreaterThan(0)
        for (const [place, x] of xs.slice(1).entries()) expect(x - (xs[place] as number)).toBeGreaterThanOrEqual(55)
      }),
    )
  })
})
