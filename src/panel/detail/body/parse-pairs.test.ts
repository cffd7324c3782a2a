import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsePairs, queryOf } from './parse-pairs.ts'

it('finds the query between the first ? and the #', () => {
  expect(queryOf('https://a.com/x?a=1?b#c?d')).toBe('a=1?b')
  expect(queryOf('https://a.com/x#c?d')).toBe('')
  expect(queryOf('no url at all?q')).toBe('q')
})

it('decodes pairs in order, repeated names and empty values included', () => {
  expect(parsePairs('a=%E8%8C%B6&a=2&b&&c=x=y')).toEqual([
    { name: 'a', value: '茶', decoded: true },
    { name: 'a', value: '2', decoded: true },
    { name: 'b', value: '', decoded: true },
    { name: 'c', value: 'x=y', decoded: true },
  ])
})

it('shows what cannot be decoded as it stands', () => {
  expect(parsePairs('a=100%&b=%ff%41+%E8%8C%B6')).toEqual([
    { name: 'a', value: '100%', decoded: false },
    { name: 'b', value: '%ff%41 茶', decoded: false },
  ])
})

it('tells a plus sign from a blank, as the URL standard does', () => {
  expect(parsePairs('raw=pgW+5md&enc=pgW%2B5md&This+%2B+is=%2520').map(({ name, value }) => [name, value])).toEqual([
    ['raw', 'pgW 5md'],
    ['enc', 'pgW+5md'],
    ['This + is', '%20'],
  ])
})

it('reads what URLSearchParams reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('x', '=', '&', '+', '%2B', '%26', '%E8%8C%B6', '%', ';') }), (text) => {
      expect(parsePairs(text).map(({ name, value }) => [name, value])).toEqual([...new URLSearchParams(`&${text}`)])
    }),
  )
})
