import { describe, expect, it } from 'vitest'
import { discardChunks } from '../../contract/discard-chunks.ts'
import { CONDITIONS_PRESETS, type NetworkConditions } from '../../contract/mock/network-conditions.ts'
import type { Answer, Outgoing, Route, Transport } from '../../contract/transport.ts'
import { catchUncaught } from '../../testing/catch-uncaught.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createScriptedTransport, type Script } from '../../testing/scripted-transport.ts'
import { createSimulatedNetwork } from './simulated-network.ts'

const NONE: NetworkConditions = { preset: 'none', ...CONDITIONS_PRESETS.none, seed: 1 }
const HTTPS = 'https://api.example.com/x'

function setUp(first: Partial<NetworkConditions> = {}, script: Script = { body: 'ok' }) {
  const clock = createFakeClock()
  const inner = createScriptedTransport(script)
  let conditions: NetworkConditions = { ...NONE, ...first }
  const network = createSimulatedNetwork(inner, { conditions: () => conditions })
  let count = 0
  const send = async (more: Partial<Outgoing> = {}, signal = new AbortController().signal, onSent?: (loaded: number) => void) => {
    count += 1
    const outgoing = {
      taskId: `t${count}`,
      api: 'request',
      method: 'GET',
      url: HTTPS,
      header: [],
      body: undefined,
      redirect: 'follow',
      ...more,
    } as const
    return (await network.send(outgoing, { signal, clock, ...(onSent && { onSent }) })) as Route
  }
  /** Sends, and lets time pass until the body has ended. */
  const call = async (more: Partial<Outgoing> = {}) => {
    const at = clock.now()
    const route = await send(more)
    let headAt: number | undefined
    const pieces: [at: number, size: number][] = []
    const reading = (async () => {
      const answer: Answer = await route.answer
      headAt = clock.now() - at
      for await (const piece of answer.chunks) pieces.push([clock.now() - at, piece.length])
      return answer
    })()
    reading.catch(() => {})
    await clock.tick(60_000)
    return { at, route, marks: route.timing?.marks ?? {}, headAt: headAt ?? Number.NaN, pieces, answer: await reading }
  }
  const change = (next: Partial<NetworkConditions>) => {
    conditions = { ...conditions, ...next }
  }
  return { clock, inner, send, call, change }
}

describe('the simulated network', () => {
  it('makes the first call to an origin pay for DNS, TCP and TLS, and really takes that time', async () => {
    const { call } = setUp()
    const { marks, headAt, route } = await call()
    const span = (from: keyof typeof marks, to: keyof typeof marks) => (marks[to] ?? Number.NaN) - (marks[from] ?? Number.NaN)
    expect(span('domainLookUpStart', 'domainLookUpEnd')).toBeGreaterThanOrEqual(3)
    expect(span('domainLookUpStart', 'domainLookUpEnd')).toBeLessThanOrEqual(9)
    expect(span('connectStart', 'SSLconnectionStart')).toBeGreaterThanOrEqual(4)
    expect(span('connectStart', 'SSLconnectionStart')).toBeLessThanOrEqual(10)
    expect(span('SSLconnectionStart', 'SSLconnectionEnd')).toBeGreaterThanOrEqual(6)
    expect(span('SSLconnectionStart', 'SSLconnectionEnd')).toBeLessThanOrEqual(16)
    expect(headAt).toBeCloseTo(span('fetchStart', 'requestEnd'), 6)
    expect(route.timing?.connection).toMatchObject({
      socketReused: false,
      port: 443,
      peerIP: expect.stringMatching(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/),
    })
  })

  it('names every mark and fact that it made up as simulated', async () => {
    const { route, marks, answer } = await setUp().call()
    expect(new Set(route.timing?.simulated)).toEqual(new Set([...Object.keys(marks), ...Object.keys(route.timing?.connection ?? {})]))
    expect(answer.timing).toEqual({ marks: { responseStart: expect.any(Number) }, simulated: [] })
  })

  it('adds no time at all to a call on a socket that is open already', async () => {
    const { call } = setUp()
    await call()
    const { at, headAt, pieces, marks, route } = await call()
    expect([headAt, pieces]).toEqual([0, [[0, 2]]])
    expect(route.timing?.connection?.socketReused).toBe(true)
    for (const mark of ['domainLookUpEnd', 'connectEnd', 'SSLconnectionEnd', 'requestEnd'] as const) expect(marks[mark]).toBe(at)
  })

  it('knows an origin however its URL is written', async () => {
    const { call } = setUp()
    const reuses = async (url: string) => (await call({ url })).route.timing?.connection?.socketReused
    expect(await reuses(HTTPS)).toBe(false)
    for (const url of ['HTTPS://API.example.com?a', 'https://api.example.com:443#b', 'https:///api.example.com/c'])
      expect(await reuses(url), url).toBe(true)
    for (const url of ['https:///other.example/', 'https://api.example.com:444/', 'http://api.example.com/'])
      expect(await reuses(url), url).toBe(false)
  })

  it('leaves TLS out for http', async () => {
    const { marks, route } = await setUp().call({ url: 'http://api.example.com:8080/' })
    expect(marks).not.toHaveProperty('SSLconnectionStart')
    expect(route.timing?.connection?.port).toBe(8080)
  })

  it('opens a socket for each call that runs at the same time, and looks the name up once', async () => {
    const { send, clock } = setUp()
    const [first, second] = [await send(), await send()]
    expect(second.timing?.connection?.socketReused).toBe(false)
    expect(second.timing?.marks.domainLookUpEnd).toBe(first.timing?.marks.domainLookUpEnd)
    await clock.tick(100)
    await Promise.all([first.answer, second.answer])
  })

  it('lets all calls that insist on HTTP/2 share one connection, also while it is made (REQ-8)', async () => {
    const { call, send, clock } = setUp()
    const [first, second] = [await send({ protocol: 'h2' }), await send({ protocol: 'h2' })]
    expect(first.timing?.connection).toMatchObject({ protocol: 'h2', socketReused: false })
    expect(second.timing?.marks).toEqual(first.timing?.marks)
    await clock.tick(100)
    await Promise.all([first.answer, second.answer])
    // Neither body was read: on HTTP/1.1 both sockets would count as closed.
    const { at, marks, route } = await call({ protocol: 'h2' })
    expect(route.timing?.connection).toMatchObject({ protocol: 'h2', socketReused: true })
    expect(marks.requestEnd).toBe(at)
  })

  it('speaks HTTP/1.1 where nobody insists, and without TLS', async () => {
    const { call } = setUp()
    expect((await call()).route.timing?.connection?.protocol).toBe('http1.1')
    expect((await call({ protocol: 'h2', url: 'http://api.example.com/' })).route.timing?.connection?.protocol).toBe('http1.1')
  })

  it('opens a new HTTP/2 connection after one that broke', async () => {
    const { clock, send } = setUp({ loss: 1 })
    const reused: (boolean | undefined)[] = []
    for (let call = 0; call < 2; call++) {
      const route = await send({ protocol: 'h2' })
      reused.push(route.timing?.connection?.socketReused)
      await clock.tick(100)
      await route.answer.catch(() => {})
    }
    expect(reused).toEqual([false, false])
  })

  it('takes a call that was aborted, or whose body broke off, for a closed connection', async () => {
    const { send, call, clock } = setUp()
    const abort = new AbortController()
    const route = await send({}, abort.signal)
    abort.abort()
    await clock.tick(100)
    await route.answer.catch(() => {})
    expect((await call()).route.timing?.connection?.socketReused).toBe(false)
  })

  it('tells how the body leaves, at the speed of the conditions, between the two marks of sending', async () => {
    const { clock, send } = setUp({ upKbps: 8 }, { hang: true })
    const received: [at: number, loaded: number][] = []
    const body = new Blob(['x'.repeat(550)])
    const route = await send({ body, method: 'POST' }, undefined, (loaded) => received.push([clock.now(), loaded]))
    await clock.tick(1000)
    const { requestStart = 0, requestEnd = 0 } = route.timing?.marks ?? {}
    // 8 kbps are a byte in a millisecond.
    expect(requestEnd - requestStart).toBe(550)
    expect(received.map(([at, loaded]) => [Math.round(at - requestStart), loaded])).toEqual(
      [100, 200, 300, 400, 500, 550].map((ms) => [ms, ms]),
    )
  })

  it('tells of no byte that did not leave', async () => {
    const { clock, send } = setUp({ upKbps: 8 }, { hang: true })
    const received: number[] = []
    const abort = new AbortController()
    const route = await send({ body: new Uint8Array(500), method: 'POST' }, abort.signal, (loaded) => received.push(loaded))
    await clock.tick((route.timing?.marks.requestStart ?? 0) + 250)
    abort.abort()
    await clock.tick(1000)
    expect(received).toEqual([100, 200])
  })

  it("adds the server's own time to what the connection took", async () => {
    const { call } = setUp({}, { delay: 300 })
    const first = await call()
    expect(first.headAt).toBeCloseTo(300 + (first.marks.requestEnd ?? 0) - first.at, 6)
    expect((await call()).headAt).toBe(300)
  })

  it('delays the first byte by latency ± jitter', async () => {
    const { call } = setUp({ latency: 100, jitter: 20 })
    await call()
    const heads: number[] = []
    for (let nth = 0; nth < 50; nth += 1) heads.push((await call()).headAt)
    expect(Math.min(...heads)).toBeGreaterThanOrEqual(80)
    expect(Math.max(...heads)).toBeLessThanOrEqual(120)
    expect(new Set(heads).size).toBeGreaterThan(40)
  })

  it('lets a body in at no more than the throughput', async () => {
    const { call } = setUp({ downKbps: 80 }, { body: 'x'.repeat(10_000) })
    const { headAt, pieces } = await call()
    expect(pieces.reduce((sum, [, size]) => sum + size, 0)).toBe(10_000)
    expect((pieces.at(-1)?.[0] ?? 0) - headAt).toBeCloseTo(1000, 6)
    expect(pieces.length).toBeGreaterThan(5)
  })

  it('takes time to send a body at the throughput up', async () => {
    const { marks, headAt, at } = await setUp({ upKbps: 8 }).call({ method: 'POST', body: new Uint8Array(500) })
    expect((marks.requestEnd ?? 0) - (marks.requestStart ?? 0)).toBeCloseTo(500, 6)
    expect(headAt).toBeCloseTo((marks.requestEnd ?? 0) - at, 6)
  })

  it('breaks as large a share of the connections as is lost, and tells the handler to stop', async () => {
    const { send, clock, inner } = setUp({ loss: 0.3 }, { delay: 5000 })
    let lost = 0
    for (let nth = 0; nth < 300; nth += 1) {
      const route = await send()
      const outcome = route.answer.then(
        () => undefined,
        (failure: unknown) => failure,
      )
      await clock.tick(6000)
      const failure = await outcome
      if (failure === undefined) continue
      lost += 1
      expect(failure).toMatchObject({ failure: 'ERR_CONNECTION_RESET', hint: 'simulated-loss' })
      expect(inner.jobs[nth]?.signal.aborted).toBe(true)
    }
    expect(lost / 300).toBeGreaterThan(0.2)
    expect(lost / 300).toBeLessThan(0.4)
  })

  it('answers nothing while it is offline', async () => {
    const { send, inner } = setUp({ online: false }, { hang: true })
    const route = await send()
    await expect(route.answer).rejects.toMatchObject({ failure: 'ERR_INTERNET_DISCONNECTED', hint: 'simulated-offline' })
    expect(route.timing).toBeUndefined()
    expect(inner.jobs[0]?.signal.aborted).toBe(true)
  })

  it('is quiet about a call that failed and that nobody looks at', async () => {
    const { clock, send } = setUp({ online: false })
    const uncaught = await catchUncaught(async () => {
      await send()
      await clock.tick(0)
    })
    expect(uncaught).toEqual([])
  })

  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'domainLookUpEnd'],
    ['ERR_CONNECTION_REFUSED', 'SSLconnectionStart'],
    ['ERR_CERT_DATE_INVALID', 'connectEnd'],
    ['ERR_EMPTY_RESPONSE', 'requestEnd'],
  ] as const)('lets %s come at its own step of the connection', async (fails, mark) => {
    const { send, clock } = setUp({}, { fails, hint: 'mocked' })
    await clock.tick(50)
    const route = await send()
    let failedAt = Number.NaN
    const ended = route.answer.catch(() => {
      failedAt = clock.now()
    })
    await clock.tick(100)
    await ended
    expect(failedAt).toBeCloseTo(route.timing?.marks[mark] ?? 0, 6)
  })

  it('never slows down a real network', async () => {
    const { call } = setUp({ latency: 500, online: false }, { by: 'fetch', body: 'ok' })
    const { headAt, route } = await call()
    expect(headAt).toBe(0)
    expect(route.timing).toBeUndefined()
  })

  it('lets a call that nobody takes go on', async () => {
    expect(await setUp({}, { declines: true }).send()).toBeUndefined()
  })

  it('gives the same numbers for the same seed, and others for another', async () => {
    const marksOf = async (seed: number) => {
      const { call } = setUp({ seed, latency: 50, jitter: 25 })
      const first = await call()
      const second = await call()
      return [first.marks, second.headAt, second.route.timing?.connection]
    }
    const once = await marksOf(7)
    expect(await marksOf(7)).toEqual(once)
    expect(await marksOf(8)).not.toEqual(once)
  })

  it('connects anew when the network changes, and not when the same conditions are set again', async () => {
    const { call, change } = setUp()
    await call()
    change({})
    expect((await call()).route.timing?.connection?.socketReused).toBe(true)
    change({ latency: 40 })
    expect((await call()).route.timing?.connection?.socketReused).toBe(false)
  })

  it('lets go of a body that nobody begins to read', async () => {
    const clock = createFakeClock()
    let letGo = false
    const end = async () => {
      letGo = true
      return { done: true, value: undefined } as const
    }
    const answer: Answer = {
      statusCode: 302,
      header: {},
      cookies: [],
      chunks: { [Symbol.asyncIterator]: () => ({ next: end, return: end }) },
    }
    const inner: Transport = { send: async () => ({ by: 'mock', answer: Promise.resolve(answer) }) }
    const network = createSimulatedNetwork(inner, { conditions: () => NONE })
    const outgoing = { taskId: 't1', api: 'request', method: 'GET', url: HTTPS, header: [], body: undefined, redirect: 'follow' } as const
    const coming = network.send(outgoing, { signal: new AbortController().signal, clock })
    await clock.tick(60_000)
    const carried = await (await coming)?.answer
    expect(letGo).toBe(false)
    if (carried) discardChunks(carried.chunks)
    expect(letGo).toBe(true)
  })
})
