import fc from 'fast-check'
import { expect, it } from 'vitest'
import { utf8Size } from './utf8-size.ts'

it('counts the bytes that a text takes as UTF-8, whatever is in it', () => {
  const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 20 })
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes)
      expect(utf8Size(text)).toBe(new TextEncoder().encode(text).byteLength)
    }),
    { numRuns: 2000 },
  )
})
