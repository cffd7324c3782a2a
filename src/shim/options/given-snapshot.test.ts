import { describe, expect, it } from 'vitest'
import { givenSnapshot } from './given-snapshot.ts'

describe('the options in a recording', () => {
  it('are plain data without functions', () => {
    const given = givenSnapshot({
      url: '/x',
      success() {},
      data: { a: 1, b: undefined, when: new Date(0), big: 1n, nan: Number.NaN },
      list: [1, () => {}, null],
    })
    expect(given).toEqual({ url: '/x', data: { a: 1, when: '1970-01-01T00:00:00.000Z', big: '1n', nan: 'NaN' }, list: [1, null, null] })
    expect(JSON.parse(JSON.stringify(given))).toEqual(given)
  })

  it('name what JSON has no word for', () => {
    expect(givenSnapshot({ a: new ArrayBuffer(3), b: new Uint8Array(2), c: Symbol('s') })).toEqual({
      a: '[ArrayBuffer 3]',
      b: '[Uint8Array 2]',
      c: 'Symbol(s)',
    })
  })

  it('are cut where they have no end', () => {
    const cycle: Record<string, unknown> = { name: 'c' }
    cycle['self'] = cycle
    const twice = { x: 1 }
    expect(givenSnapshot({ cycle, twice, again: twice })).toEqual({
      cycle: { name: 'c', self: '[circular]' },
      twice: { x: 1 },
      again: { x: 1 },
    })
    expect(
      JSON.stringify(givenSnapshot({ long: 'x'.repeat(1e6), many: Array.from({ length: 1e5 }, (_, index) => index) })).length,
    ).toBeLessThan(30_000)
    let deep: unknown = 'bottom'
    for (let level = 0; level < 100; level++) deep = { deep }
    expect(JSON.stringify(givenSnapshot({ deep }))).toContain('[Object]')
  })

  it('survive getters that throw and a key called __proto__', () => {
    const option = JSON.parse('{"data":{"__proto__":{"polluted":1}}}')
    Object.defineProperty(option, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    const given = givenSnapshot(option)
    expect(given['bad']).toBe('[threw]')
    expect(JSON.stringify(given['data'])).toBe('{"__proto__":{"polluted":1}}')
  })
})
