import { expect, it } from 'vitest'
import { isJsonNumber, stepNumber } from './step-number.ts'

it.each([
  ['168', 1, '169'],
  ['168.00', 1, '169.00'],
  ['0.5', -1, '-0.5'],
  ['-1', 1, '0'],
  ['9007199254740993', 1, '9007199254740994'],
  ['1e3', 1, undefined],
] as const)('%s steps by %i to %s', (text, by, next) => {
  expect(stepNumber(text, by)).toBe(next)
})

it('tells numbers of JSON from others', () => {
  expect(['0', '-0', '1.50', '2E+3'].map(isJsonNumber)).toEqual([true, true, true, true])
  expect(['', '01', '.5', '1.', '+1', 'NaN', '0x1'].map(isJsonNumber)).toEqual(Array(7).fill(false))
})
