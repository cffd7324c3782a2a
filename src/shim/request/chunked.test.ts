import { describe, expect, it } from 'vitest'
import { API, eventOf, setUpShim } from '../../testing/set-up-shim.ts'

describe('a call with enableChunked', () => {
  const chunked = { url: API, enableChunked: true }

  it('gives each piece as an ArrayBuffer and an empty string at the end (CHUNK-1, RES-14)', async () => {
    const { call, clock, events } = setUpShim({ script: { chunks: ['{"a":', '1}'] } })
    const received: string[] = []
    const made = call({ ...chunked, success: () => received.push('success') })
    made.task?.onHeadersReceived(() => received.push('head'))
    made.task?.onChunkReceived(({ data }) => received.push(`${data.constructor.name} ${new TextDecoder().decode(data)}`))
    await clock.tick(0)
    expect(received).toEqual(['head', 'ArrayBuffer {"a":', 'ArrayBuffer 1}', 'success'])
    expect(made.success?.data).toBe('')
    expect(eventOf(events, 'chunk-received')).toMatchObject({ size: 5, body: { kind: 'text', text: '{"a":', size: 5 } })
    expect(eventOf(events, 'succeeded')).toMatchObject({ dataForm: 'empty', body: { kind: 'text', text: '{"a":1}', size: 7 } })
  })

  it('streams an error status too (CHUNK-2)', async () => {
    const { run } = setUpShim({ script: { status: 402, chunks: ['{"e":1}'] } })
    expect((await run(chunked)).success).toMatchObject({ statusCode: 402, data: '', errMsg: 'request:ok' })
  })

  it('gets the whole text at once on PC (CHUNK-3)', async () => {
    const { call, clock } = setUpShim({ settings: { platform: 'pc' }, script: { chunks: ['{"a":', '1}'] } })
    const made = call(chunked)
    let pieces = 0
    made.task?.onChunkReceived(() => pieces++)
    await clock.tick(0)
    expect([made.success?.data, pieces]).toEqual([{ a: 1 }, 0])
  })

  it('loses no byte where a piece ends within a character (CHUNK-4)', async () => {
    const { call, clock, events } = setUpShim({ script: { chunks: [new Uint8Array([0xe4, 0xb8]), new Uint8Array([0xad])] } })
    const bytes: number[] = []
    call(chunked).task?.onChunkReceived(({ data }) => bytes.push(...new Uint8Array(data)))
    await clock.tick(0)
    expect(bytes).toEqual([0xe4, 0xb8, 0xad])
    expect(eventOf(events, 'chunk-received').body?.kind).toBe('base64')
    expect(eventOf(events, 'succeeded').body).toEqual({ kind: 'text', text: '中', size: 3 })
  })

  it('holds no more of an endless stream than a recording may hold', async () => {
    const { events, run } = setUpShim({ script: { chunks: ['aaaa', 'bbbb', 'cccc'] }, maxKeptBodyBytes: 5 })
    await run(chunked)
    expect(eventOf(events, 'succeeded').body).toEqual({ kind: 'text', text: 'aaaab', size: 12, kept: 5 })
  })

  it('tells only the sizes of the pieces without it', async () => {
    const { events, run } = setUpShim({ script: { chunks: ['{"a":', '', '1}'] } })
    expect((await run()).success?.data).toEqual({ a: 1 })
    expect(events.filter((event) => event.type === 'chunk-received').map(({ size, body }) => [size, body])).toEqual([
      [5, undefined],
      [2, undefined],
    ])
  })
})
