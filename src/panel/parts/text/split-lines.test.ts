import { expect, it } from 'vitest'
import { splitLines } from './split-lines.ts'

it('numbers the lines of a text, whatever ends them', () => {
  expect(splitLines('a\nb\r\nc\rd')).toEqual([
    { text: 'a', line: 1, start: 0 },
    { text: 'b', line: 2, start: 2 },
    { text: 'c', line: 3, start: 5 },
    { text: 'd', line: 4, start: 7 },
  ])
})

it('goes on with a line that is too long in rows without a number', () => {
  expect(splitLines('abcdefg\nh', 3)).toEqual([
    { text: 'abc', line: 1, start: 0 },
    { text: 'def', line: undefined, start: 3 },
    { text: 'g', line: undefined, start: 6 },
    { text: 'h', line: 2, start: 8 },
  ])
})

it('never cuts a character in half', () => {
  const rows = splitLines('ab😀cd', 3)
  expect(rows.map((row) => row.text)).toEqual(['ab', '😀c', 'd'])
})
