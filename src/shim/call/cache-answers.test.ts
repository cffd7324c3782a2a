import { describe, expect, it } from 'vitest'
import { discardChunks } from '../../contract/discard-chunks.ts'
import type { Answer } from '../../contract/transport.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { API, setUpShim } from '../../testing/set-up-shim.ts'
import { cacheAnswers } from './cache-answers.ts'

const CACHED = { url: API, enableCache: true }
const fresh = (header: Record<string, string> = { 'Cache-Control': 'public, max-age=60' }) =>
  setUpShim({ script: (_, nth) => ({ header, body: `{"nth":${nth}}` }) })

describe('enableCache', () => {
  it('answers the same call again without sending it, while the answer is fresh (REQ-12)', async () => {
    const { clock, events, run, transport } = fresh()
    await run(CACHED)
    const again = await run(CACHED)
    expect([transport.sent.length, again.success?.data]).toEqual([1, { nth: 0 }])
    expect(events.filter((event) => event.type === 'routed').map(({ cached }) => cached)).toEqual([undefined, true])
    await clock.tick(60_000)
    expect((await run(CACHED)).success?.data).toEqual({ nth: 1 })
  })

  it('is off by default, and for another method or url', async () => {
    const { run, transport } = fresh()
    await run(CACHED)
    await run({ url: API })
    await run({ ...CACHED, method: 'POST' })
    await run({ ...CACHED, url: `${API}?other` })
    expect(transport.sent).toHaveLength(4)
  })

  it('keeps nothing that the server does not want kept', async () => {
    for (const control of ['no-store, max-age=60', 'no-cache', 'max-age=0', '']) {
      const { run, transport } = fresh({ 'Cache-Control': control })
      await run(CACHED)
      await run(CACHED)
      expect(transport.sent, control).toHaveLength(2)
    }
  })

  it('heeds Vary', async () => {
    const { run, transport } = fresh({ 'Cache-Control': 'max-age=60', Vary: 'X-User' })
    await run({ ...CACHED, header: { 'X-User': 'a' } })
    await run({ ...CACHED, header: { 'x-user': 'a' } })
    expect(transport.sent).toHaveLength(1)
    await run({ ...CACHED, header: { 'X-User': 'b' } })
    expect(transport.sent).toHaveLength(2)
  })

  it('keeps no answer of more than four megabytes', async () => {
    const sentTwice = async (megabytes: number) => {
      const chunks = Array<Uint8Array>(megabytes).fill(new Uint8Array(1024 * 1024))
      const { run, transport } = setUpShim({ script: { header: { 'Cache-Control': 'max-age=60' }, chunks }, maxKeptBodyBytes: 10 })
      await run({ ...CACHED, responseType: 'arraybuffer' })
      await run({ ...CACHED, responseType: 'arraybuffer' })
      return transport.sent.length === 2
    }
    expect([await sentTwice(4), await sentTwice(5)]).toEqual([false, true])
  })

  it('keeps the last fifty answers, so that a page that asks for ever new ones does not fill the memory', async () => {
    const { run, transport } = fresh()
    const urls = Array.from({ length: 51 }, (_, nth) => `${API}?${nth}`)
    for (const url of urls) await run({ ...CACHED, url })
    for (const url of urls.slice(1)) await run({ ...CACHED, url })
    expect(transport.sent).toHaveLength(51)
    await run({ ...CACHED, url: `${API}?0` })
    expect(transport.sent).toHaveLength(52)
  })

  it('keeps no answer that was broken off', async () => {
    const { run, transport } = setUpShim({
      script: { header: { 'Cache-Control': 'max-age=60' }, chunks: ['{'], breaksOff: 'ERR_CONNECTION_RESET' },
    })
    await run(CACHED)
    await run(CACHED)
    expect(transport.sent).toHaveLength(2)
  })

  it('keeps nothing of an answer that nobody reads, and lets go of its body', async () => {
    let letGo = false
    const end = async () => {
      letGo = true
      return { done: true, value: undefined } as const
    }
    const header = { 'Cache-Control': 'max-age=60' }
    const answer: Answer = { statusCode: 200, header, cookies: [], chunks: { [Symbol.asyncIterator]: () => ({ next: end, return: end }) } }
    const cached = cacheAnswers({ send: async () => ({ by: 'mock', answer: Promise.resolve(answer) }) })
    const outgoing = { taskId: 't1', api: 'request', method: 'GET', url: API, header: [], body: undefined, redirect: 'follow' } as const
    const send = () => cached.send(outgoing, { signal: new AbortController().signal, clock: createFakeClock() })
    const first = await (await send())?.answer
    if (first) discardChunks(first.chunks)
    expect([letGo, (await send())?.cached]).toEqual([true, undefined])
  })
})
