import { describe, expect, it } from 'vitest'
import { discardable, discardChunks } from './discard-chunks.ts'

function bodyOf(...pieces: readonly string[]) {
  let letGo = 0
  async function* read() {
    for (const piece of pieces) yield new TextEncoder().encode(piece)
  }
  return { chunks: discardable(read(), () => letGo++), timesLetGo: () => letGo }
}

async function sizesOf(chunks: AsyncIterable<Uint8Array>): Promise<readonly number[]> {
  const sizes: number[] = []
  for await (const { length } of chunks) sizes.push(length)
  return sizes
}

describe('a body that can be discarded', () => {
  it('is let go of before anybody has begun to read it, and gives nothing afterwards', async () => {
    const { chunks, timesLetGo } = bodyOf('one', 'three')
    discardChunks(chunks)
    expect(timesLetGo()).toBe(1)
    expect(await sizesOf(chunks)).toEqual([])
  })

  it('is let go of when its reader goes away in the middle, and not when it is read to its end', async () => {
    const left = bodyOf('one', 'three')
    for await (const _ of left.chunks) break
    expect(left.timesLetGo()).toBe(1)
    const read = bodyOf('one', 'three')
    expect([await sizesOf(read.chunks), read.timesLetGo()]).toEqual([[3, 5], 0])
  })

  it('may be one that has nothing to let go of', () => {
    const chunks: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) }
    expect(() => discardChunks(chunks)).not.toThrow()
  })
})
