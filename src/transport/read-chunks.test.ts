import { describe, expect, it } from 'vitest'
import { discardChunks } from '../contract/discard-chunks.ts'
import { TransportFailure } from '../contract/transport.ts'
import { abortListeners } from '../testing/abort-listeners.ts'
import { readChunks } from './read-chunks.ts'

function setUp(...pieces: readonly string[]) {
  const job = new AbortController()
  let cancelled = false
  const rest = pieces.map((piece) => new TextEncoder().encode(piece))
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = rest.shift()
      if (next) controller.enqueue(next)
      else controller.close()
    },
    cancel() {
      cancelled = true
    },
  })
  const chunks = readChunks(body, job.signal, () => new TransportFailure('ERR_FAILED'))
  /** Whether the body was cancelled, and how many listeners are left on the signal of the call. */
  const left = () => [cancelled, abortListeners(job.signal)]
  return { job, chunks, left }
}

describe('the pieces of a body', () => {
  it('leave nothing behind on the signal once they are read', async () => {
    const { chunks, left } = setUp('one', 'two')
    const sizes: number[] = []
    for await (const { length } of chunks) sizes.push(length)
    expect([sizes, left()]).toEqual([
      [3, 3],
      [false, 0],
    ])
  })

  it('are cancelled when nobody begins to read them, as those of a redirect', () => {
    const { chunks, left } = setUp('one', 'two')
    expect(left()).toEqual([false, 1])
    discardChunks(chunks)
    expect(left()).toEqual([true, 0])
  })

  it('are cancelled when the reader goes away, and when the call is aborted', async () => {
    const left = setUp('one', 'two')
    for await (const _ of left.chunks) break
    expect(left.left()).toEqual([true, 0])
    const aborted = setUp('one', 'two')
    aborted.job.abort()
    expect(aborted.left()).toEqual([true, 0])
  })
})
