import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinChunks } from '../options/decode.ts'
import { snapshotBody } from '../options/snapshot-body.ts'
import { createGrowingSnapshot } from './growing-snapshot.ts'

it('is what a snapshot of the whole would be, however the body is cut, text or not', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 }).map((drawn) => new TextEncoder().encode(drawn))
  const piece = fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }) })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.nat(8), { maxLength: 30 }), fc.nat(80), (parts, cuts, most) => {
      const body = joinChunks(parts)
      const growing = createGrowingSnapshot(most)
      let at = 0
      for (const cut of [...cuts, body.byteLength]) {
        growing.add(body.subarray(at, at + cut))
        at = Math.min(at + cut, body.byteLength)
      }
      expect(growing.end(body.byteLength)).toEqual(snapshotBody(body, most))
    }),
    { numRuns: 2000, examples: [[[new Uint8Array([0, 245]), new Uint8Array([0])], [], 2]] },
  )
})
