import { expect, it } from 'vitest'
import { documentOf } from '../json/document-of.ts'
import { readJson } from '../json/json-document.ts'
import { stressAnswer, stressesOf, stressValue } from './stress.ts'

const tea = documentOf({
  total: 2,
  items: [
    { name: '明前龙井', price: 168, tags: ['a'] },
    { name: '', price: -1.5, tags: [] },
  ],
})
const NAME = 4
const PRICE = 5

it('offers for a value what can be tried on its kind', () => {
  expect(stressesOf(tea, PRICE)).toEqual(['sevenDigits', 'zero', 'negative', 'asText', 'null'])
  expect(stressesOf(tea, 2)).toEqual(['none', 'one', 'hundred', 'null'])
  expect(stressesOf(documentOf([]), 0)).toEqual(['null'])
})

it('makes a name of sixty characters and a price of seven digits', () => {
  const name = JSON.parse(stressValue(tea, NAME, 'name60')) as string
  expect([...name]).toHaveLength(60)
  expect(name).toContain('明前龙井')
  expect(stressValue(tea, PRICE, 'sevenDigits')).toBe('1688888')
  expect(stressValue(documentOf(168.5), 0, 'sevenDigits')).toBe('1688888.5')
  expect(stressValue(tea, PRICE, 'asText')).toBe('"168"')
})

it('puts a whole answer under one stress', () => {
  expect(JSON.parse(stressAnswer(tea, 'none'))).toEqual({ total: 2, items: [] })
  expect((JSON.parse(stressAnswer(tea, 'hundred')) as { items: unknown[] }).items).toHaveLength(100)
  expect(JSON.parse(stressAnswer(tea, 'zero'))).toMatchObject({ total: 0, items: [{ price: 0 }, { price: 0 }] })
  expect(JSON.parse(stressAnswer(tea, 'empty'))).toMatchObject({ items: [{ name: '', price: 168 }, { name: '' }] })
  for (const stress of [
    'long',
    'empty',
    'emoji',
    'rightToLeft',
    'sevenDigits',
    'zero',
    'asText',
    'none',
    'one',
    'hundred',
    'null',
  ] as const)
    expect(readJson(stressAnswer(tea, stress))).toBeDefined()
})
