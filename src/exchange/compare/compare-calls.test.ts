import { describe, expect, it } from 'vitest'
import { exampleEvents } from '../../testing/example-events.ts'
import { compareCalls } from './compare-calls.ts'
import { compareJson } from './compare-json.ts'

const text = (value: string) => ({ kind: 'text', text: value, size: value.length }) as const
const differing = (one: Parameters<typeof exampleEvents>[0], other: Parameters<typeof exampleEvents>[0]) =>
  Object.fromEntries((compareCalls(exampleEvents(one), exampleEvents(other)) ?? []).map(({ part, ...rest }) => [part, rest]))

describe('two values', () => {
  it('are the same in any order of their keys', () => {
    expect(compareJson({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toEqual([])
  })

  it('differ where a value was changed, added or taken away, each told by its path', () => {
    expect(compareJson({ a: { b: 1, 'x-y': 2 }, gone: null }, { a: { b: 2, 'x-y': 3 }, added: [1] })).toEqual([
      { path: 'a.b', before: '1', after: '2' },
      { path: 'a["x-y"]', before: '2', after: '3' },
      { path: 'gone', before: 'null' },
      { path: 'added', after: '[1]' },
    ])
  })

  it('that are lists differ by the item that was put in or taken out, not by all that follow', () => {
    const list = Array.from({ length: 2000 }, (_, id) => ({ id }))
    expect(compareJson(list, [{ id: -1 }, ...list])).toEqual([{ path: '[0]', after: '{"id":-1}' }])
    expect(compareJson([1, 2, 3, 4], [1, 2, 4])).toEqual([{ path: '[2]', before: '3' }])
  })

  it('with __proto__ as a key and of great depth are compared like any others', () => {
    expect(compareJson(JSON.parse('{"__proto__":1}'), {})).toEqual([{ path: '__proto__', before: '1' }])
    const deep = (end: number) => JSON.parse(`${'['.repeat(200)}${end}${']'.repeat(200)}`)
    expect(compareJson(deep(1), deep(2))).toHaveLength(1)
  })
})

describe('two calls', () => {
  it('that are alike have no difference in any part', () => {
    const parts = compareCalls(exampleEvents({ taskId: 'a' }), exampleEvents({ taskId: 'b', at: 5000 }))
    expect(parts?.flatMap(({ differences }) => differences)).toEqual([])
  })

  it('differ in what was given, sent and answered, in headers, in JSON and in time', () => {
    const parts = differing(
      { taskId: 'a', url: 'https://api.example.com/goods?page=1', body: text('{"items":[{"id":1}],"total":1}') },
      {
        taskId: 'b',
        url: 'https://api.example.com/goods?page=2',
        status: 404,
        type: 'text/plain',
        took: 200,
        body: text('{"items":[],"total":0}'),
      },
    )
    expect(parts['given']?.differences).toEqual([
      { path: 'url', before: '"https://api.example.com/goods?page=1"', after: '"https://api.example.com/goods?page=2"' },
    ])
    expect(parts['sent']?.differences).toContainEqual({ path: 'query.page', before: '"1"', after: '"2"' })
    expect(parts['answer']?.differences).toEqual([{ path: 'status', before: '200', after: '404' }])
    expect(parts['response-headers']?.differences).toMatchObject([{ path: '["content-type"]', after: '"text/plain"' }])
    expect(parts['body']?.differences).toEqual([
      { path: 'items[0]', before: '{"id":1}' },
      { path: 'total', before: '1', after: '0' },
    ])
    expect(parts['timing']?.differences).toContainEqual({ path: 'total', before: '100', after: '200' })
  })

  it('tell a body that only is written otherwise, lines of a text, and what was not kept', () => {
    const bodyOf = (one: string, other: string) => differing({ taskId: 'a', body: text(one) }, { taskId: 'b', body: text(other) })['body']
    expect(bodyOf('{"a":1,"b":2}', '{ "b": 2, "a": 1 }')).toEqual({ differences: [], writtenOtherwise: true })
    expect(bodyOf('one\ntwo\nthree', 'one\n2\nthree')).toEqual({ differences: [{ path: '2', before: 'two', after: '2' }] })
    const cut = differing({ taskId: 'a', body: { kind: 'omitted', size: 9, why: 'released' } }, { taskId: 'b', body: text('abc') })
    expect(cut['body']).toMatchObject({ notKept: true })
  })

  it('without events are not compared', () => {
    expect(compareCalls([], exampleEvents({ taskId: 'a' }))).toBeUndefined()
  })
})
