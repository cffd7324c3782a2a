import { expect, it } from 'vitest'
import { nextZoom } from './next-zoom.ts'

it('goes to the next step, from between two steps too, and stays at the ends', () => {
  expect([nextZoom(1, 1), nextZoom(1, -1), nextZoom(0.3, 1), nextZoom(0.3, -1)]).toEqual([1.5, 0.75, 0.5, 0.25])
  expect([nextZoom(8, 1), nextZoom(0.05, -1)]).toEqual([8, 0.05])
})
