import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beginningOf, detach } from './cut-text.ts'

it('gives the same text, whatever is in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => detach(text) === text))
})

it('gives the beginning of a text and cuts no character in two', () => {
  expect(beginningOf('abc', 2)).toBe('ab')
  expect(beginningOf('a😀b', 2)).toBe('a')
  expect(beginningOf('a😀b', 3)).toBe('a😀')
  expect(beginningOf('a😀', 9)).toBe('a😀')
})
