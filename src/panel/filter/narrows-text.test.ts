import { expect, it } from 'vitest'
import { narrowsText } from './narrows-text.ts'

it.each([
  ['', 'a'],
  ['a', 'ab'],
  ['ab', 'ab'],
  ['ab', 'ab cd'],
  ['ab cd', 'abc cde'],
])('%j is narrowed by %j', (before, after) => expect(narrowsText(before, after)).toBe(true))

it.each([
  ['ab', 'a'],
  ['ab', 'xab'],
  ['-a', '-ab'],
  ['a', 'a:b'],
  ['a OR b', 'a OR bc'],
  ['a', 'a OR b'],
  ['"a"', '"ab"'],
  ['/a', '/ab/'],
  ['status:4', 'status:40'],
  ['a', 'a ('],
])('%j may find less than %j', (before, after) => expect(narrowsText(before, after)).toBe(false))
