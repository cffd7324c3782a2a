import { describe, expect, it } from 'vitest'
import type { Platform } from '../../contract/event/platform.ts'
import { appliedIn } from '../../testing/applied-in.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { API, eventOf, type setUpShim as SetUp, setUpShim } from '../../testing/set-up-shim.ts'
import { setUpSockets, WS } from '../../testing/set-up-sockets.ts'
import { socketEvents } from '../../testing/socket-events.ts'

type Options = NonNullable<Parameters<typeof SetUp>[0]>

/** The rules that applied to one call of wx.request. */
async function rulesOfCall(option: object = {}, setUp: Options = {}, ms = 0): Promise<string[]> {
  const { events, run } = setUpShim(setUp)
  await run({ url: API, ...option }, ms)
  return idsOf(events)
}

function idsOf(events: Parameters<typeof appliedIn>[0], nth = 0): string[] {
  return (appliedIn(events)[nth] ?? []).map(({ id }) => id)
}

const post = (data: unknown, type?: string) => ({ method: 'POST', data, ...(type && { header: { 'Content-Type': type } }) })
const FORM = 'application/x-www-form-urlencoded'

describe('the rules that applied to a task', () => {
  it('stand in the order of the events that show them, each once, at the first of them', async () => {
    const { events, run } = setUpShim({ settings: { urlCheck: true, domains: { request: ['https://api.example.com'] } } })
    await run({ url: API, data: { a: 1 }, complete: () => {} })
    const applied = appliedIn(events)[0] ?? []
    expect(applied.map(({ id }) => id)).toEqual([
      ...['METH-1', 'HDR-1', 'HDR-6', 'HDR-7', 'LIM-4', 'CONV-1'],
      ...['DOM-3', 'DOM-4'],
      ...['RES-1', 'RES-7', 'PROF-2', 'PROF-4', 'REQ-8', 'PROF-7'],
      'RES-9',
    ])
    const seqOf = (id: string) => applied.find((rule) => rule.id === id)?.seq
    expect(seqOf('CONV-1')).toBe(0)
    expect(seqOf('DOM-3')).toBe(eventOf(events, 'checked').seq)
    expect(seqOf('RES-1')).toBe(eventOf(events, 'succeeded').seq)
    expect(seqOf('RES-9')).toBe(events.at(-1)?.seq)
  })

  it('are those of what has happened so far', async () => {
    const { events, run } = setUpShim({ script: { hang: true } })
    await run({ url: API })
    expect(idsOf(events)).toEqual(['METH-1', 'HDR-1', 'HDR-6', 'HDR-7', 'LIM-4', 'DOM-10'])
  })

  it('are none for a call of the page itself', () => {
    expect(appliedIn(exampleEvents({ taskId: 'a', api: 'page' }))).toEqual([[]])
  })

  it('claim no Referer of WeChat for a call that left by the fetch of the page', async () => {
    const rules = await rulesOfCall({ header: { Cookie: 'a=1' } }, { script: { body: '{}', by: 'fetch' } })
    expect(rules).not.toContain('HDR-6')
    expect(rules).not.toContain('HDR-9')
    expect(await rulesOfCall({ header: { Cookie: 'a=1' } })).toEqual(expect.arrayContaining(['HDR-6', 'HDR-9']))
  })
})

describe('of the data of a call', () => {
  const DATA = /^CONV-/
  const dataRules = async (option: object) => (await rulesOfCall(option)).filter((id) => DATA.test(id))

  it.each<[string, object, string[]]>([
    ['pairs of a query', { data: { a: 1 } }, ['CONV-1']],
    ['values that are no text', { data: { a: [1], b: null, c: undefined } }, ['CONV-1', 'CONV-6', 'CONV-8']],
    ['an empty list, which is no empty object', { data: [] }, []],
    ['undefined alone', { data: { c: undefined } }, ['CONV-1', 'CONV-8']],
    ['the word undefined, given as a text', { data: { c: 'undefined' } }, ['CONV-1']],
    ['a query that was there', { url: `${API}?q=undefined`, data: { a: 1 } }, ['CONV-1', 'CONV-11']],
    ['a hash', { url: `${API}#h`, data: { a: 1 } }, ['CONV-12', 'CONV-1']],
    ['nothing in an object', { data: {} }, ['CONV-15']],
    ['a text with GET', { data: 'a=1' }, ['CONV-13']],
    ['no data with GET', {}, []],
    ['no data', { method: 'POST' }, ['CONV-14']],
    ['null', post(null), ['CONV-16']],
    ['an object', post({ a: 1 }), ['CONV-2']],
    ['an object with null', post({ a: null }), ['CONV-2', 'CONV-10']],
    ['an object by another type', post({ a: 1 }, 'text/plain'), ['CONV-18']],
    ['a form', post({ a: 1 }, FORM), ['CONV-3']],
    ['a form with a charset', post({ a: 1 }, `${FORM};charset=UTF-8`), ['CONV-3', 'CONV-22']],
    ['a form with values that are no text', post({ a: { b: 1 }, c: undefined }, FORM), ['CONV-3', 'CONV-7', 'CONV-9']],
    ['an object with PUT', { method: 'PUT', data: { a: 1 } }, ['CONV-19', 'CONV-2']],
    ['a text', post('a=1'), ['CONV-4']],
    ['a long text', post('a'.repeat(20_000)), ['CONV-4']],
    ['a text of more than one byte a letter', post('茶'), ['CONV-4', 'CONV-21']],
    ['bytes', post(new Uint8Array([0, 255]).buffer), ['CONV-5']],
    ['a text that looks like bytes', post('[ArrayBuffer 2]'), ['CONV-4']],
    ['a number', post(5), ['CONV-17']],
    ['a function', post(() => {}), ['CONV-17']],
    ['a cycle', post(cycle()), ['CONV-20']],
  ])('%s', async (_, option, expected) => {
    expect(await dataRules(option)).toEqual(expected)
  })
})

function cycle(): object {
  const circle: { self?: object } = {}
  circle.self = circle
  return circle
}

describe('of the head of a call', () => {
  it('tell a content-type of the caller from the default, and what was dropped', async () => {
    const rules = await rulesOfCall({ method: 'post', header: { 'Content-Type': 'text/plain', Referer: 'x', Host: 'y', n: 1 } })
    expect(rules).toEqual(expect.arrayContaining(['METH-2', 'HDR-2', 'HDR-3', 'HDR-5', 'HDR-11']))
    expect(rules).not.toContain('HDR-1')
    expect(rules).not.toContain('METH-1')
  })

  it('see the kind that went out in the place of a value that no record holds', async () => {
    expect(await rulesOfCall({ header: { a: undefined } })).toContain('HDR-3')
    expect(await rulesOfCall({ header: { a: '[object Undefined]' } })).not.toContain('HDR-3')
  })

  it('name what has no effect', async () => {
    const old = await rulesOfCall({ header: 'x', enableChunked: true }, { settings: { lib: '2.20.1' } })
    expect(old).toEqual(expect.arrayContaining(['HDR-4', 'REQ-22']))
    expect(old).not.toContain('CHUNK-1')
  })

  it('name the bounds of a timeout where a platform has its own', async () => {
    expect(await rulesOfCall({ timeout: 90_000 }, { settings: { platform: 'ios', lib: '2.13.0' } })).toContain('LIM-5')
    expect(await rulesOfCall({ timeout: 90_000 }, { settings: { platform: 'ios' } })).not.toContain('LIM-5')
  })
})

describe('of the domain check', () => {
  const refused = (url: string, settings: Options['settings'] = {}) =>
    rulesOfCall({ url }, { settings: { urlCheck: true, domains: { request: ['https://api.example.com'] }, ...settings } }).then((rules) =>
      rules.filter((id) => /^(DOM|URL)-/.test(id)),
    )

  it.each<[string, string[]]>([
    ['https://other.test/x', ['DOM-1']],
    ['https://sub.api.example.com/x', ['DOM-1', 'DOM-3']],
    ['https://api.example.com:443/x', ['DOM-1', 'DOM-4']],
    ['http://api.example.com/x', ['URL-6', 'DOM-1', 'DOM-14']],
    ['https://8.8.8.8/x', ['DOM-1', 'DOM-7', 'URL-7']],
    ['https://api.weixin.qq.com/x', ['DOM-1', 'DOM-8']],
    ['https://API.example.com/x', ['DOM-3', 'DOM-4', 'DOM-16']],
    ['HTTPS://api.example.com/X', ['DOM-3', 'DOM-4']],
  ])('%s', async (url, expected) => {
    expect(await refused(url)).toEqual(expected)
  })

  it('tell the local network and a check that is off from a list', async () => {
    expect(await refused('http://192.168.1.6/x', { lan: ['192.168.0.0/16'] })).toEqual(['URL-6', 'DOM-6'])
    expect(await refused('https://other.test/x', { urlCheck: false })).toEqual(['DOM-10'])
    expect(await refused('https://other.test/x', { platform: 'devtools' })).toEqual(['DOM-1', 'DOM-11'])
  })

  it.each([
    ['android', ['DOM-9', 'DOM-1']],
    ['devtools', ['DOM-9', 'DOM-1', 'DOM-11']],
  ] as const)('speak of a redirect to a host that is not allowed, on %s', async (platform, expected) => {
    const { events, run } = setUpShim({
      settings: { platform, urlCheck: true, domains: { request: ['https://api.example.com'] } },
      script: { status: 302, header: { Location: 'https://other.test/' } },
    })
    await run()
    const rules = appliedIn(events)[0] ?? []
    expect(rules.filter(({ seq }) => seq === eventOf(events, 'failed').seq).map(({ id }) => id)).toEqual(expected)
  })
})

describe('of an answer', () => {
  it.each<[string, object, Options['script'], string[]]>([
    ['JSON', {}, { body: '{"a":1}' }, ['RES-1']],
    ['JSON in JSON', {}, { body: '"{}"' }, ['RES-1', 'RES-2']],
    ['no JSON', {}, { body: 'tea' }, ['RES-2']],
    ['text that was asked for', { dataType: 'text' }, { body: '{}' }, ['RES-3']],
    ['bytes', { responseType: 'arraybuffer' }, { body: '{}' }, ['RES-4']],
    ['a mark at the beginning', {}, { body: '\ufeff{}' }, ['RES-5', 'RES-1']],
    ['a status of an error', {}, { body: '{}', status: 500 }, ['RES-1', 'RES-6']],
    ['nothing', {}, { status: 204 }, []],
  ])('%s', async (_, option, script, expected) => {
    const rules = await rulesOfCall(option, { script: script! })
    expect(rules.filter((id) => /^RES-[1-68]$/.test(id))).toEqual(expected)
  })

  it('that streams, and one that may not on PC', async () => {
    const script = { chunks: ['a', 'b'], status: 500 }
    expect(await rulesOfCall({ enableChunked: true }, { script })).toEqual(expect.arrayContaining(['CHUNK-1', 'CHUNK-2']))
    const pc = await rulesOfCall({ enableChunked: true }, { script, settings: { platform: 'pc' } })
    expect(pc).toEqual(expect.arrayContaining(['CHUNK-3', 'PROF-6']))
    expect(pc).not.toContain('CHUNK-1')
  })

  it('that came from the cache, at once or not at all', async () => {
    const { events, run } = setUpShim({ script: { body: '{}', header: { 'Cache-Control': 'max-age=60' } } })
    await run({ url: API, enableCache: true })
    await run({ url: API, enableCache: true })
    expect(idsOf(events, 0)).not.toContain('REQ-12')
    expect(idsOf(events, 1)).toContain('REQ-12')
  })

  it('with listeners: what they are told, and that there may be several', async () => {
    const { call, clock, events } = setUpShim({ settings: { platform: 'devtools' } })
    const { task } = call()
    task?.onHeadersReceived(() => {})
    task?.onHeadersReceived(() => {})
    await clock.tick(0)
    expect(idsOf(events)).toEqual(expect.arrayContaining(['TASK-5', 'TASK-9']))
    expect(idsOf(events)).not.toContain('TASK-4')
  })
})

describe('of a call at the bounds', () => {
  it.each<[string, object, Options, string[]]>([
    ['a long url', { url: `${API}?${'a'.repeat(1100)}` }, {}, ['URL-11']],
    ['several cookies', {}, { script: { body: '{}', cookies: ['a=1', 'b=2'] } }, ['HDR-9', 'HDR-12']],
    ['redirects without an end', {}, { script: { status: 302, header: { Location: API } } }, ['REDIR-4']],
    ['a manual redirect', { redirect: 'manual' }, { script: { status: 302, header: { Location: API } } }, ['REDIR-1']],
    ['no text', {}, { script: { body: new Uint8Array([255]) } }, ['RES-8']],
    [
      'another charset',
      {},
      { script: { body: new Uint8Array([0xc4, 0xe3]), header: { 'Content-Type': 'text/plain; charset=gbk' } } },
      ['RES-8', 'RES-2'],
    ],
    ['a library without errno', {}, { settings: { lib: '2.20.0' }, script: { fails: 'ERR_FAILED' } }, ['RES-13', 'ERR-7']],
    ['no quota of HttpDNS', { enableHttpDNS: true, httpDNSServiceId: 'wx1' }, { settings: { httpdnsQuota: 0 } }, ['RES-12', 'HTTPDNS-1']],
    [
      'no quota of HttpDNS and no fallback',
      { enableHttpDNS: true, httpDNSServiceId: 'wx1', enableHttpDNSFallback: false },
      { settings: { httpdnsQuota: 0 } },
      ['RES-12', 'HTTPDNS-2'],
    ],
    [
      'a proxy before HttpDNS',
      { enableHttpDNS: true, httpDNSServiceId: 'wx1' },
      { script: { fails: 'ERR_PROXY_CONNECTION_FAILED' } },
      ['RES-12', 'HTTPDNS-3'],
    ],
    ['no mobile data', { forceCellularNetwork: true }, { settings: { conditions: { online: false } } }, ['ERR-9']],
    ['no profile', { enableProfile: false }, {}, ['PROF-3']],
  ])('%s', async (_, option, setUp, expected) => {
    expect(await rulesOfCall(option, setUp)).toEqual(expect.arrayContaining(expected))
  })
})

describe('of a call that failed', () => {
  it.each<[string, object, string[]]>([
    ['no url', { url: undefined }, ['ERR-5', 'URL-1', 'URL-8', 'RES-11', 'DOM-17']],
    ['an empty url', { url: '' }, ['URL-5', 'URL-2', 'URL-8', 'RES-11', 'DOM-17']],
    ['a relative url', { url: '/x' }, ['URL-3', 'URL-2', 'URL-8', 'RES-11', 'DOM-17']],
    ['a socket’s url', { url: 'wss://a.test' }, ['URL-4', 'URL-2', 'URL-8', 'RES-11', 'DOM-17']],
    ['PATCH', { method: 'PATCH' }, ['METH-3', 'DOM-17']],
  ])('%s', async (_, option, expected) => {
    expect(await rulesOfCall(option)).toEqual([...expected, 'RES-9'])
  })

  it('follow the words of each platform', async () => {
    const fails = (platform: 'android' | 'devtools') =>
      rulesOfCall({}, { settings: { platform }, script: { fails: 'ERR_CONNECTION_REFUSED' } })
    expect(await fails('android')).toEqual(expect.arrayContaining(['ERR-7', 'ERR-4']))
    expect(await fails('devtools')).toEqual(expect.arrayContaining(['ERR-8', 'ERR-2']))
    expect(await rulesOfCall({ timeout: 5 }, { script: { hang: true } }, 10)).toContain('ERR-6')
  })

  it('tell an abort in line from one under way, and what a line is', async () => {
    const { call, clock, events } = setUpShim({ slots: 1, script: { delay: 10, body: '{}' } })
    const calls = [call(), call(), call()]
    calls[1]?.task?.abort()
    await clock.tick(100)
    expect(idsOf(events, 0)).not.toContain('LIM-1')
    expect(idsOf(events, 1)).toEqual(expect.arrayContaining(['LIM-1', 'TASK-2']))
    expect(idsOf(events, 1)).not.toContain('LIM-2')
    expect(idsOf(events, 2)).toEqual(expect.arrayContaining(['LIM-1', 'LIM-2', 'LIM-10']))
    const under = setUpShim({ script: { hang: true } })
    const { task } = under.call()
    await under.clock.tick(0)
    task?.abort()
    await under.clock.tick(0)
    expect(idsOf(under.events)).toContain('TASK-1')
  })

  it('in the background', async () => {
    const { call, clock, environment, events, upload } = setUpShim()
    environment.setAppHidden(true)
    call()
    upload()
    await clock.tick(0)
    expect(idsOf(events, 0)).toContain('BG-1')
    expect(idsOf(events, 0)).not.toContain('BG-2')
    expect(idsOf(events, 1)).toEqual(expect.arrayContaining(['BG-1', 'BG-2']))
  })
})

describe('of the other calls', () => {
  it('an upload: its form, its type, its progress and its text', async () => {
    const { clock, events, upload } = setUpShim()
    const { task } = upload({ header: { 'content-type': 'text/plain' }, useHighPerformanceMode: true })
    task?.onProgressUpdate(() => {})
    task?.onHeadersReceived(() => {})
    await clock.tick(100)
    expect(idsOf(events)).toEqual(expect.arrayContaining(['UP-6', 'UP-7', 'UP-1', 'UP-4', 'UP-5', 'UP-3']))
    expect(idsOf(events)).not.toContain('RES-1')
  })

  it('an upload without its file, or without its parameters', async () => {
    const { clock, events, upload } = setUpShim()
    upload({ filePath: 'wxfile://gone' })
    upload({ name: undefined })
    await clock.tick(0)
    expect(idsOf(events, 0)).toContain('UP-2')
    expect(idsOf(events, 1)).toEqual(expect.arrayContaining(['ERR-5', 'UP-2', 'URL-8']))
    expect(idsOf(events, 1)).not.toContain('URL-1')
  })

  it('a download: where its file is, and that a 404 has one', async () => {
    const { clock, download, events } = setUpShim({ script: { body: 'gone', status: 404 } })
    download().task?.onProgressUpdate(() => {})
    await clock.tick(100)
    expect(idsOf(events)).toEqual(expect.arrayContaining(['DOWN-1', 'DOWN-3', 'DOWN-5', 'DOWN-6', 'DOWN-7']))
    expect(idsOf(events)).not.toContain('DOWN-2')
    expect(idsOf(events)).not.toContain('HDR-1')
  })

  it('a download that may not be kept: the path, the storage, the size', async () => {
    const path = setUpShim()
    path.download({ filePath: '/etc/x' })
    await path.clock.tick(100)
    expect(idsOf(path.events)).toContain('DOWN-8')
    const full = setUpShim({ room: 3, script: { body: 'four' } })
    full.download({ filePath: 'wxfile://usr/a' })
    await full.clock.tick(100)
    expect(idsOf(full.events)).toContain('LIM-7')
    const limit = 200 * 1024 * 1024
    const error = { kind: 'file-too-large', limit, errMsg: 'downloadFile:fail exceed max file size', errno: 603301 } as const
    expect(idsOf(exampleEvents({ taskId: 'a', api: 'downloadFile', error }))).toEqual(expect.arrayContaining(['DOWN-4', 'LIM-6']))
  })

  it('the opening of a socket, whose profile depends on the platform and the base library', () => {
    const rules = (platform: Platform, lib: string, listened = true) => {
      const events = socketEvents('a', 8).map((event) => {
        if (event.type === 'created') return { ...event, environment: { platform, lib } }
        return event.type === 'opened' && !listened ? { ...event, listeners: [] } : event
      })
      return idsOf(events).filter((id) => ['WS-4', 'PROF-5', 'PROF-6'].includes(id))
    }
    expect(rules('android', '3.17.0')).toEqual(['WS-4', 'PROF-5'])
    expect(rules('android', '2.10.3')).toEqual(['WS-4'])
    expect(rules('devtools', '3.17.0')).toEqual(['WS-4', 'PROF-6'])
    expect(rules('pc', '3.17.0')).toEqual(['WS-4', 'PROF-6'])
    expect(rules('ios', '3.17.0', false)).toEqual(['PROF-5'])
  })

  it('a socket from the call to its end', async () => {
    const { events, opened, wx } = setUpSockets()
    wx.onSocketMessage(() => {})
    const { server, task } = await opened({ protocols: ['v1'] })
    server.emit('hi')
    task.close({})
    server.end({ code: 1000, reason: '', clean: true })
    task.send({ data: 'late' })
    const rules = idsOf(events)
    expect(rules).toEqual(expect.arrayContaining(['WS-3', 'WS-18', 'LIM-4', 'WS-2', 'WS-4', 'PROF-5', 'WS-5', 'WS-13', 'WS-7', 'WS-6']))
    expect(rules).not.toContain('WS-8')
    expect(rules).not.toContain('TASK-9')
  })

  it('a socket that nobody answers, one in the background, and a message to none that is open', async () => {
    const { clock, connect, environment, events, opened, wx } = setUpSockets()
    connect({ url: WS, timeout: 50 })
    wx.sendSocketMessage({ data: 'early', fail: () => {} })
    await clock.tick(50)
    expect(idsOf(events, 0)).toEqual(expect.arrayContaining(['WS-17', 'WS-8', 'WS-10']))
    await opened()
    environment.setAppHidden(true)
    await clock.tick(5000)
    expect(idsOf(events, 1)).toEqual(expect.arrayContaining(['BG-1', 'BG-3']))
  })

  it('none of a call that the closing of the page cut off: no rule of WeChat did', () => {
    const open = idsOf(socketEvents('s', 13))
    const cutOff = socketEvents('s').map((event) => (event.type === 'closed' ? { ...event, by: 'page' as const, listeners: [] } : event))
    expect(idsOf(cutOff)).toEqual(open)
    const error = { kind: 'page-closed', errMsg: '' } as const
    const running = exampleEvents({ taskId: 'a', upTo: 4 })
    expect(idsOf([...running, { taskId: 'a', seq: 4, at: 50, type: 'failed', error }])).toEqual(idsOf(running))
  })

  it('a sixth socket, and one with a wrong url', async () => {
    const { clock, connect, events } = setUpSockets()
    for (let left = 6; left > 0; left--) connect()
    connect({ url: WS.replace('wss', 'https') })
    await clock.tick(0)
    expect(idsOf(events, 4)).not.toContain('LIM-3')
    expect(idsOf(events, 5)).toEqual(expect.arrayContaining(['LIM-3', 'WS-8']))
    expect(idsOf(events, 6)).toEqual(['WS-2', 'RES-11', 'DOM-17', 'RES-9'])
  })
})
