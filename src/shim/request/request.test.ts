import { describe, expect, it } from 'vitest'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { API, eventOf, setUpShim, streamFaults, typesOf } from '../../testing/set-up-shim.ts'

const JSON_HEADER = { 'Content-Type': 'application/json' }

describe('one call of wx.request', () => {
  it('tells its events in order, and its callbacks after the end', async () => {
    const { events, run } = setUpShim()
    const { callbacks, success } = await run()
    expect(typesOf(events)).toEqual([
      'created',
      'checked',
      'started',
      'routed',
      'headers-received',
      'chunk-received',
      'succeeded',
      'delivered',
      'delivered',
    ])
    expect(callbacks).toEqual(['success', 'complete'])
    expect(success).toMatchObject({ data: {}, statusCode: 200, header: JSON_HEADER, cookies: [], errMsg: 'request:ok' })
    expect(JSON.parse(JSON.stringify(events))).toEqual(events)
  })

  it('goes out as it was planned, and is recorded as it goes out', async () => {
    const { events, run, transport } = setUpShim()
    await run({ url: API, method: 'post', data: { a: 1 }, header: { 'X-Token': 't', Referer: 'no' } })
    const [outgoing] = transport.sent
    expect(outgoing).toMatchObject({ api: 'request', method: 'POST', url: API, redirect: 'follow', taskId: events[0]?.taskId })
    expect(new TextDecoder().decode(outgoing?.body as Uint8Array)).toBe('{"a":1}')
    expect(eventOf(events, 'created')).toMatchObject({
      given: { url: API, method: 'post', data: { a: 1 }, header: { 'X-Token': 't', Referer: 'no' } },
      sent: {
        method: 'POST',
        url: API,
        header: outgoing?.header,
        dropped: [{ name: 'Referer', value: 'no', why: 'referer' }],
        body: { kind: 'text', text: '{"a":1}', size: 7 },
      },
      timeout: 60_000,
      warnings: ['header-dropped'],
      environment: { platform: 'android', lib: '3.17.0' },
    })
  })

  it('gives a task and no Promise, with or without callbacks (RES-10)', () => {
    const { shim } = setUpShim()
    const task = shim.wx.request({ url: API })
    expect(task).not.toHaveProperty('then')
    expect(Object.keys(task ?? {}).sort()).toEqual([
      'abort',
      'offChunkReceived',
      'offHeadersReceived',
      'onChunkReceived',
      'onHeadersReceived',
    ])
  })

  it('never runs a callback inside the call, but for wrong parameters and urls, which give no task (RES-11, URL-8)', async () => {
    const { call, clock, events } = setUpShim({ settings: { urlCheck: true }, script: { fails: 'ERR_FAILED' } })
    for (const option of [{}, { url: null }, { url: '/x' }]) {
      const received = call(option)
      expect([received.task, received.atOnce]).toEqual([undefined, ['fail', 'complete']])
    }
    expect(typesOf(events)).toEqual(['created', 'failed', 'delivered', 'delivered'])
    expect(eventOf(events, 'failed').error).toEqual({
      kind: 'bad-parameter',
      errMsg: 'request:fail parameter error: parameter.url should be String instead of Undefined;',
    })
    for (const option of [{ url: API }, { url: API, method: 'PATCH' }, { url: API, data: () => {} }]) {
      const received = call(option)
      expect(received.task).toBeDefined()
      expect(received.atOnce).toEqual([])
      await clock.tick(0)
      expect(received.callbacks).toEqual(['fail', 'complete'])
    }
  })

  it('survives being called with nothing at all', () => {
    const { events, shim } = setUpShim()
    for (const option of [undefined, null, 'https://a.com', 5]) expect(shim.wx.request(option as never)).toBeUndefined()
    expect(events.filter((event) => event.type === 'failed')).toHaveLength(4)
    expect(streamFaults(events)).toEqual([])
  })

  it('has an errno and the quoted url for a url that is none (URL-2)', async () => {
    const { run } = setUpShim()
    expect((await run({ url: 'www.baidu.com' })).fail).toEqual({ errMsg: 'request:fail invalid url "www.baidu.com"', errno: 600009 })
  })

  it('sends nothing for data that cannot be serialised (CONV-20)', async () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    const { events, run, transport } = setUpShim()
    const received = await run({ url: API, method: 'POST', data: cycle })
    expect([received.callbacks, received.fail?.errno, transport.sent.length]).toEqual([['fail', 'complete'], 600010, 0])
    expect(eventOf(events, 'created').given).toEqual({ url: API, method: 'POST', data: { self: '[circular]' } })
  })

  it('gives success and complete the same object, which the app may change (RES-9)', async () => {
    const { events, run } = setUpShim()
    const received = await run()
    expect(received.complete).toBe(received.success)
    Object.assign(received.success ?? {}, { extra: 1 })
    if (received.success) received.success.header['X'] = 'changed'
    expect(eventOf(events, 'headers-received').header).toEqual(JSON_HEADER)
  })

  it('takes complete alone', async () => {
    const { clock, shim } = setUpShim()
    let status: unknown
    shim.wx.request({
      url: API,
      complete: (result) => {
        status = 'statusCode' in result && result.statusCode
      },
    })
    await clock.tick(0)
    expect(status).toBe(200)
  })

  it('succeeds with any status (RES-6)', async () => {
    const { run } = setUpShim({ script: { status: 500, body: '{"e":1}' } })
    expect((await run()).success).toMatchObject({ statusCode: 500, data: { e: 1 }, errMsg: 'request:ok' })
  })

  it('hands on cookies apart and headers as the server wrote them (RES-7, HDR-10)', async () => {
    const cookies = ['a=1; Path=/', 'b=2; HttpOnly']
    const { run } = setUpShim({ script: { cookies, header: { 'Set-Cookie': cookies.join(','), 'x-foo': '1' } } })
    expect((await run()).success).toMatchObject({ cookies, header: { 'Set-Cookie': 'a=1; Path=/,b=2; HttpOnly', 'x-foo': '1' }, data: '' })
  })

  it('has the fields that the base library knows: header from 1.2.0, cookies from 2.10.0', async () => {
    const keys = async (lib: string) => Object.keys((await setUpShim({ settings: { lib } }).run()).success ?? {})
    expect(await keys('1.1.1')).toEqual(['data', 'statusCode', 'errMsg'])
    expect(await keys('2.9.5')).toEqual(['data', 'statusCode', 'header', 'errMsg'])
    expect(await keys('2.10.0')).toEqual(['data', 'statusCode', 'header', 'cookies', 'errMsg'])
  })

  it('insists on HTTP/2 in high-performance mode, but not for a stream (REQ-8)', async () => {
    const protocol = async (option: object, settings: SettingsPatch = {}) => {
      const { run, transport } = setUpShim({ settings })
      await run({ url: API, ...option })
      return transport.sent[0]?.protocol
    }
    expect(await protocol({})).toBe('h2')
    expect(await protocol({ enableChunked: true })).toBeUndefined()
    expect(await protocol({ useHighPerformanceMode: false })).toBeUndefined()
    expect(await protocol({ enableHttpDNS: true })).toBeUndefined()
    expect(await protocol({}, { platform: 'ios' })).toBeUndefined()
    expect(await protocol({}, { lib: '3.4.10' })).toBeUndefined()
  })

  it('goes by the options as they were when it was made', async () => {
    const { call, clock } = setUpShim()
    const option: Record<string, unknown> = { url: API, enableProfile: false, useHighPerformanceMode: false }
    const received = call(option)
    option['enableProfile'] = true
    await clock.tick(1000)
    expect(received.success).not.toHaveProperty('profile')
  })

  it('does not replay cookies (HDR-9)', async () => {
    const { run, transport } = setUpShim({ script: { cookies: ['sid=1'] } })
    await run()
    await run()
    expect(transport.sent[1]?.header.map(([name]) => name.toLowerCase())).not.toContain('cookie')
  })

  it('gives only the fields that the base library knows', async () => {
    const fields = async (lib: string) => Object.keys((await setUpShim({ settings: { lib, platform: 'ios' } }).run()).success ?? {})
    expect(await fields('2.10.4')).toEqual(['data', 'statusCode', 'header', 'cookies', 'profile', 'errMsg'])
    expect(await fields('2.10.3')).not.toContain('profile')
  })

  it('fails when the body must be text and is not UTF-8 (RES-8)', async () => {
    const { events, run } = setUpShim({ script: { body: new Uint8Array([0xc4, 0xe3]) } })
    expect((await run()).fail?.errno).toBe(602302)
    expect(streamFaults(events)).toEqual([])
  })

  it('makes res.profile from the moments of its events (PROF-4, V-135)', async () => {
    const { clock, events, run } = setUpShim({ script: { delay: 30, chunkDelay: 20, body: '{}' } })
    const { success } = await run({ url: API }, 100)
    const epoch = (at: number) => clock.startedAt + at
    expect(success?.profile).toMatchObject({
      invokeStart: epoch(0),
      queueStart: epoch(0),
      queueEnd: epoch(0),
      fetchStart: epoch(0),
      responseStart: epoch(30),
      responseEnd: epoch(50),
      receivedBytedCount: 2,
    })
    expect(eventOf(events, 'succeeded').at).toBe(50)
  })

  it('carries no profile when it fails (PROF-9)', async () => {
    const { run } = setUpShim({ script: { fails: 'ERR_CONNECTION_RESET' } })
    expect((await run()).fail).toEqual({ errMsg: 'request:fail -101:net::ERR_CONNECTION_RESET', errno: 600001 })
  })

  it('says nothing of a timing that nobody knows', async () => {
    const { events, run } = setUpShim({ script: { body: '{}' } })
    await run()
    for (const type of ['routed', 'headers-received', 'succeeded'] as const)
      expect(eventOf(events, type), type).not.toHaveProperty('timing')
  })

  it('uses what the transport learns last', async () => {
    const measuredTiming = { marks: { fetchStart: 4, responseEnd: 9 }, simulated: [] }
    const { clock, events, run } = setUpShim({
      script: { body: '{}', delay: 10, routeTiming: { marks: { fetchStart: 1 }, simulated: ['fetchStart'] }, measuredTiming },
    })
    const { success } = await run({ url: API }, 10)
    expect(success?.profile?.fetchStart).toBe(clock.startedAt + 4)
    expect([eventOf(events, 'routed').timing, eventOf(events, 'succeeded').timing]).toEqual([
      { marks: { fetchStart: 1 }, simulated: ['fetchStart'] },
      measuredTiming,
    ])
  })

  it.each(['upload', 'download'] as const)('of an %s uses what the transport learns last, too', async (transfer) => {
    const measuredTiming = { marks: { fetchStart: 4, responseEnd: 9 }, simulated: [] }
    const setUp = setUpShim({ script: { body: '{}', delay: 10, measuredTiming } })
    const received = setUp[transfer]()
    await setUp.clock.tick(10)
    expect(received.success?.profile?.fetchStart).toBe(setUp.clock.startedAt + 4)
    expect(eventOf(setUp.events, 'succeeded').timing).toEqual(measuredTiming)
  })
})

describe('a big answer', () => {
  it('is recorded up to the limit, and reaches the app whole', async () => {
    const { events, run } = setUpShim({ script: { body: 'x'.repeat(1000) }, settings: { capture: { maxBodyBytes: 100 } } })
    expect((await run()).success?.data).toHaveLength(1000)
    expect(eventOf(events, 'succeeded').body).toEqual({ kind: 'text', text: 'x'.repeat(100), size: 1000, kept: 100 })
  })
})
