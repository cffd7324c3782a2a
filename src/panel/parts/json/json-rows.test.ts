import { describe, expect, it } from 'vitest'
import type { Json } from '../../../contract/event/json.ts'
import { documentOf } from './document-of.ts'
import { type JsonDocument, pathOf, readJson } from './json-document.ts'
import { openByDefault, previewJson, rowOf, visibleNodes } from './json-rows.ts'

const all = () => true

describe('the lines of a JSON tree', () => {
  it('leave out what is folded', () => {
    const json = documentOf({ a: { b: 1 }, c: 2 })
    const pathsOf = (isOpen: (node: number) => boolean) => visibleNodes(json, isOpen).map((node) => pathOf(json, node))
    expect(pathsOf(all)).toEqual(['$', '$.a', '$.a.b', '$.c'])
    expect(pathsOf((node) => node === 0)).toEqual(['$', '$.a', '$.c'])
    expect(pathsOf(() => false)).toEqual(['$'])
  })

  it('stand for what is folded in them', () => {
    const json = documentOf([[1, [2]], 3])
    const nodes = visibleNodes(json, (node) => node === 0)
    expect(nodes).toEqual([0, 1, 5])
    expect([0, 1, 2, 3, 4, 5].map((node) => rowOf(nodes, node))).toEqual([0, 1, 1, 1, 1, 2])
  })

  it('survive a value that is nested a hundred thousand deep', () => {
    let value: Json = 1
    for (let depth = 0; depth < 100_000; depth += 1) value = [value]
    const json = documentOf(value)
    expect(visibleNodes(json, (node) => (json.depths[node] as number) < 3)).toHaveLength(4)
    expect(visibleNodes(json, all)).toHaveLength(100_001)
  })

  it('keep a long list folded unless it is the whole answer', () => {
    expect(openByDefault(0, 50_000)).toBe(true)
    expect(openByDefault(2, 20)).toBe(true)
    expect(openByDefault(2, 5_000)).toBe(false)
    expect(openByDefault(3, 1)).toBe(false)
  })
})

it('writes a value as JSON.stringify does', () => {
  for (const value of [null, '', 'a"\ud800\n', -0.5, true, [], {}, [1, [], { a: [{}], 'b c': null }], { 2: 'x', 1: ['y', 'z'] }])
    expect(documentOf(value as Json).text).toBe(JSON.stringify(value))
})

it('previews a folded node in one line that stays short', () => {
  const json = readJson('{"id": 3.10, "name": "Tea", "tags": ["a"], "seller": {}}') as JsonDocument
  expect(previewJson(json, 0)).toBe('{id: 3.10, name: "Tea", tags: […], seller: {}}')
  expect(previewJson(documentOf(Array.from({ length: 5000 }, (_, index) => index)), 0).length).toBeLessThan(100)
})
