import { expect, it } from 'vitest'
import { firstFloatBox, fitFloatBox } from './float-box.ts'

const VIEW = { width: 1280, height: 720 }

it('a floating panel first stands at the lower end of the window', () => {
  expect(firstFloatBox(VIEW)).toEqual({ left: 504, top: 224, width: 760, height: 480 })
})

it.each([
  ['beyond the left upper corner', { left: -50, top: -9, width: 400, height: 300 }, { left: 0, top: 0, width: 400, height: 300 }],
  ['beyond the right lower corner', { left: 1200, top: 700, width: 400, height: 300 }, { left: 880, top: 420, width: 400, height: 300 }],
  ['larger than the window', { left: 100, top: 100, width: 5000, height: 5000 }, { left: 0, top: 0, width: 1280, height: 720 }],
  ['too small to use', { left: 100, top: 100, width: 1, height: 1 }, { left: 100, top: 100, width: 360, height: 240 }],
])('one that is %s is put back into it', (_what, box, fitted) => {
  expect(fitFloatBox(box, VIEW)).toEqual(fitted)
})
