import { expect, it } from 'vitest'
import { FILTER_KEYS } from '../filter-keys.ts'
import { SUGGESTED_KEYS, suggestTerms } from './suggest-terms.ts'
import type { TermValue } from './term-values.ts'

const VALUES: Readonly<Record<string, readonly TermValue[]>> = {
  status: [
    { value: '200', count: 40 },
    { value: '2xx', count: 40 },
    { value: '404', count: 2 },
  ],
  domain: [
    { value: 'api.example.com', count: 30 },
    { value: 'cdn.example.com', count: 12 },
    { value: 'pay.test', count: 1 },
  ],
  is: [{ value: 'failed', count: 3 }, { value: 'aborted' }],
  rule: [
    { value: 'Cart (empty)', count: 5 },
    { value: 'said "no"', count: 9 },
  ],
}

function suggest(query: string, asked = false, caret = query.length) {
  return suggestTerms(query, caret, { of: (key) => VALUES[key] ?? [], mayHave: () => true }, asked)
}

const textsOf = (query: string, asked?: boolean) => suggest(query, asked)?.items.map(({ text }) => text)

it('a word is met by the keys that begin so, and by values that occur, the most frequent first', () => {
  expect(textsOf('dur')).toEqual(['duration:'])
  expect(textsOf('co')?.slice(0, 2)).toEqual(['cookie-name:', 'cookie-value:'])
  expect(textsOf('ca')).toEqual(['rule:"Cart (empty)"'])
  expect(textsOf('exam')).toEqual(['domain:api.example.com', 'domain:cdn.example.com'])
  expect(textsOf('fail')).toEqual(['is:failed'])
  expect(textsOf('example.co goods')).toBeUndefined()
})

it('nothing is chosen for a plain word, so that Tab and Enter do what they always did', () => {
  expect(suggest('me')?.preselected).toBe(false)
  expect(suggest('domain:a')?.preselected).toBe(true)
})

it('a key is met by its values: those that begin so, then those with such a word in them', () => {
  expect(textsOf('status:')).toEqual(['status:200', 'status:2xx', 'status:404'])
  expect(textsOf('s:4')).toEqual(['s:404'])
  expect(textsOf('-domain:exa')).toEqual(['-domain:api.example.com', '-domain:cdn.example.com'])
  expect(textsOf('domain:p')).toEqual(['domain:pay.test'])
  expect(textsOf('url:')).toBeUndefined()
  expect(textsOf('nonsense:')).toBeUndefined()
})

it('a value that is whole needs no suggestion, and none is chosen in its place', () => {
  expect(suggest('status:404')).toBeUndefined()
  expect(suggest('domain:PAY.test')).toBeUndefined()
  expect(suggest('status:2')?.preselected).toBe(true)
})

it('values with blanks or parentheses are quoted, and one with quotes is left out', () => {
  expect(textsOf('rule:')).toEqual(['rule:"Cart (empty)"'])
  expect(textsOf('rule:"Cart')).toEqual(['rule:"Cart (empty)"'])
})

it('the term at the caret is met, and only that is replaced', () => {
  const query = '(status:4 OR pay) goods'
  expect(suggest(query, false, '(status:4'.length)).toMatchObject({ from: 1, to: 9, items: [{ text: 'status:404' }] })
  expect(suggest('stat:404', false, 4)).toMatchObject({ from: 0, to: 8 })
  expect(suggest('goods ', false)).toBeUndefined()
})

it('who asks is shown every key, where a term can begin', () => {
  expect(textsOf('', true)).toHaveLength(SUGGESTED_KEYS.length)
  expect(suggest('goods ', true)).toMatchObject({ from: 6, to: 6, preselected: false })
  expect(textsOf('goods', true)).toBeUndefined()
})

it('every key is suggested but those of which a page knows nothing', () => {
  expect([...SUGGESTED_KEYS, 'has-overrides', 'priority'].sort()).toEqual([...Object.keys(FILTER_KEYS)].sort())
})
