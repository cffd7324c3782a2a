import { expect, it } from 'vitest'
import { placeIn, ticksOf } from './time-axis.ts'

it('puts a moment where it belongs and never outside', () => {
  const span = { start: 100, end: 300 }
  expect([50, 100, 200, 300, 999].map((at) => placeIn(span, at))).toEqual([0, 0, 50, 100, 100])
  expect(placeIn({ start: 5, end: 5 }, 5)).toBe(0)
})

it.each([
  [104, [0, 50, 100]],
  [1, [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]],
  [8000, [0, 2000, 4000, 6000, 8000]],
  [0, [0]],
])('marks %d ms at round distances', (length, ticks) => {
  expect(ticksOf({ start: 7, end: 7 + length })).toEqual(ticks)
})
