import { expect, it } from 'vitest'
import { splitLines } from './split-lines.ts'

it('numbers the lines of a text, whatever ends them', () => {
  expect(splitLines('a\nb\r\nc\rd')).toEqual([
    { text: 'a', line: 1 },
    { text: 'b', line: 2 },
    { text: 'c', line: 3 },
    { text: 'd', line: 4 },
  ])
})

it('goes on with a line that is too long in rows without a number', () => {
  expect(splitLines('abcdefg\nh', 3)).toEqual([
    { text: 'abc', line: 1 },
    { text: 'def', line: undefined },
    { text: 'g', line: undefined },
    { text: 'h', line: 2 },
  ])
})

it('never cuts a character in half', () => {
  const rows = splitLines('ab😀cd', 3)
  expect(rows.map((row) => row.text)).toEqual(['ab', '😀c', 'd'])
})
