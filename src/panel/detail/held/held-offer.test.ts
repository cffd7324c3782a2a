import { expect, it } from 'vitest'
import { headerText, readHeaderText } from './held-offer.ts'

it('writes headers as lines, and reads them back', () => {
  const text = headerText([
    ['Content-Type', 'text/plain; a=b: c'],
    ['X-A', ''],
  ])
  expect(text).toBe('Content-Type: text/plain; a=b: c\nX-A: ')
  expect(readHeaderText(text)).toEqual({ header: { 'Content-Type': 'text/plain; a=b: c', 'X-A': '' } })
})

it('names a line that is no header, and joins what comes twice', () => {
  expect(readHeaderText('a: 1\nnothing')).toEqual({ fault: 'nothing' })
  expect(readHeaderText('\na: 1\n a : 2 ')).toEqual({ header: { a: '1, 2' } })
})
