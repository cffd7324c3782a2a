import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { toJson } from './to-json.ts'

const patch = (prototype: object) =>
  Object.defineProperty(prototype, 'toJSON', { configurable: true, enumerable: true, writable: true, value: () => 'patched' })

afterEach(() => {
  for (const prototype of [Object.prototype, Array.prototype]) Reflect.deleteProperty(prototype, 'toJSON')
})

describe('toJson on a page that has patched the prototypes', () => {
  it('writes what JSON.stringify would write without the patch', () => {
    const value = fc.oneof(fc.jsonValue(), fc.anything({ withDate: true, maxDepth: 3 }))
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (data, indent) => {
        let wanted: unknown
        try {
          wanted = JSON.stringify(data, null, indent)
        } catch {
          return
        }
        expect(toJson(data, { indent })).toBe(wanted)
        for (const prototypes of [[Object.prototype], [Array.prototype], [Object.prototype, Array.prototype]]) {
          for (const prototype of prototypes) patch(prototype)
          const written = toJson(data, { indent })
          for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'toJSON')
          expect(written).toBe(wanted)
        }
      }),
    )
  })

  it('puts something else in the place of a value in both ways', () => {
    const replace = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2) : value)
    const wanted = '{"a":["on","tw"],"b":{"c":"th"}}'
    expect(toJson({ a: ['one', 'two'], b: { c: 'three' } }, { replace })).toBe(wanted)
    patch(Array.prototype)
    expect(toJson({ a: ['one', 'two'], b: { c: 'three' } }, { replace })).toBe(wanted)
  })
})
