import { expect, it } from 'vitest'
import { createFakeClock } from '../../../testing/fake-clock.ts'
import { streamPieces } from './stream-pieces.ts'

const piece = (wait: number) => ({ wait, bytes: new Uint8Array([wait]) })

it('ends at once when its call is aborted, and does not wait for the piece that would come next', async () => {
  const clock = createFakeClock()
  const call = new AbortController()
  const reader = streamPieces([piece(0), piece(60_000)], clock, call.signal).getReader()
  expect((await reader.read()).value).toEqual(new Uint8Array([0]))
  let failure: unknown
  const reading = reader.read().catch((cause: unknown) => {
    failure = cause
  })
  call.abort()
  await clock.tick(0)
  expect(failure).toMatchObject({ failure: 'ERR_ABORTED' })
  await reading
})

it('sends each piece at its own moment, however slowly it is read', async () => {
  const clock = createFakeClock()
  const reader = streamPieces([piece(10), piece(20)], clock, new AbortController().signal).getReader()
  const first = reader.read()
  await clock.tick(30)
  expect((await first).value).toEqual(new Uint8Array([10]))
  expect((await reader.read()).value).toEqual(new Uint8Array([20]))
  expect((await reader.read()).done).toBe(true)
})
