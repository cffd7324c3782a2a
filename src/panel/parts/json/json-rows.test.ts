import { describe, expect, it } from 'vitest'
import type { Json } from '../../../contract/event/json.ts'
import { jsonRows, openByDefault, previewJson } from './json-rows.ts'

const all = () => true
const paths = (value: Json, isOpen: (path: string) => boolean = all) => jsonRows(value, isOpen).map((row) => row.path)

describe('the lines of a JSON tree', () => {
  it('name each place as code would write it', () => {
    expect(paths({ data: { list: [{ 'a-b': 1 }], 名称: 2 } })).toEqual([
      '',
      'data',
      'data.list',
      'data.list[0]',
      'data.list[0]["a-b"]',
      'data.名称',
    ])
  })

  it('leave out what is folded', () => {
    expect(paths({ a: { b: 1 }, c: 2 }, (path) => path === '')).toEqual(['', 'a', 'c'])
  })

  it('say how deep they are, who their parent is and which of how many', () => {
    expect(jsonRows({ a: [10, 20] }, all).map(({ depth, parent, position, brothers }) => [depth, parent, position, brothers])).toEqual([
      [0, -1, 1, 1],
      [1, 0, 1, 1],
      [2, 1, 1, 2],
      [2, 1, 2, 2],
    ])
  })

  it('cannot open what is empty or no container', () => {
    expect(jsonRows({ a: {}, b: [], c: null, d: '' }, all).map((row) => row.open)).toEqual([
      true,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('treat __proto__ as a key like any other', () => {
    const rows = jsonRows(JSON.parse('{"__proto__": {"polluted": true}}') as Json, all)
    expect(rows.map((row) => row.path)).toEqual(['', '__proto__', '__proto__.polluted'])
    expect('polluted' in {}).toBe(false)
  })

  it('survive a value that is nested a hundred thousand deep', () => {
    let value: Json = 1
    for (let depth = 0; depth < 100_000; depth += 1) value = [value]
    expect(jsonRows(value, (_, depth) => depth < 3)).toHaveLength(4)
  })

  it('keep a long list folded unless it is the whole answer', () => {
    expect(openByDefault(0, 50_000)).toBe(true)
    expect(openByDefault(2, 20)).toBe(true)
    expect(openByDefault(2, 5_000)).toBe(false)
    expect(openByDefault(3, 1)).toBe(false)
  })
})

it('previews a folded node in one line that stays short', () => {
  expect(previewJson({ id: 3, name: 'Tea', tags: ['a'], seller: {} })).toBe('{id: 3, name: "Tea", tags: […], seller: {}}')
  expect(previewJson(Array.from({ length: 5000 }, (_, index) => index)).length).toBeLessThan(100)
})
