import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import draft6 from 'ajv/lib/refs/json-schema-draft-06.json' with { type: 'json' }
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../src/contract/event/task-event.ts'
import { parseEvents } from '../src/contract/parse/parse-events.ts'
import { fromHar } from '../src/exchange/har/from-har.ts'
import { toHar } from '../src/exchange/har/to-har.ts'
import { exampleEvents } from '../src/testing/example-events.ts'
import { API, setUpShim } from '../src/testing/set-up-shim.ts'
import { socketEvents } from '../src/testing/socket-events.ts'

const STARTED = Date.parse('2026-06-01T08:00:00.000Z')

const harSchemas = createRequire(import.meta.url)('har-schema') as Readonly<Record<string, object>>
const ajv = new Ajv({ allErrors: true, strict: false })
addFormats.default(ajv)
ajv.addMetaSchema(draft6)
for (const schema of Object.values(harSchemas)) ajv.addSchema(schema)
const isHar = ajv.getSchema('har.json#')

const open = (text: string | Uint8Array<ArrayBuffer>) => fromHar(new Blob([text]), { pause: async () => {}, now: () => 0 })
const entry = (more: object = {}) => ({
  startedDateTime: '2026-06-01T08:00:00.000Z',
  time: 50,
  request: { method: 'GET', url: 'https://api.example.com/a', headers: [{ name: 'A', value: 'b' }] },
  response: {
    status: 200,
    headers: [{ name: 'Content-Type', value: 'text/plain' }],
    content: { size: 2, mimeType: 'text/plain', text: 'hi' },
  },
  timings: { blocked: -1, dns: 5, connect: 10, ssl: 4, send: 1, wait: 20, receive: 14 },
  ...more,
})
const fileOf = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', pages: [{ id: 'page' }], entries } })

describe('a HAR file', () => {
  const calls = async (): Promise<readonly (readonly TaskEvent[])[]> => {
    const shim = setUpShim({
      script: { header: { 'Content-Type': 'application/json' }, cookies: ['a=1; Path=/; HttpOnly'], body: '{"x":"中"}' },
    })
    await shim.run({ url: `${API}?名=值&a=1`, method: 'POST', data: { 中: '文' } })
    await shim.upload()
    const ids = [...new Set(shim.events.map(({ taskId }) => taskId))]
    return [
      ...ids.map((id) => shim.events.filter(({ taskId }) => taskId === id)),
      exampleEvents({ taskId: 'ok', queuedFor: 10 }),
      exampleEvents({ taskId: 'binary', body: { kind: 'base64', base64: 'AAEC', size: 3 } }),
      exampleEvents({ taskId: 'failed', error: { kind: 'network', name: 'ERR_CONNECTION_RESET', errMsg: 'request:fail' } }),
      exampleEvents({ taskId: 'running', upTo: 4 }),
      socketEvents('socket'),
    ]
  }

  it('is valid by the schema of the format', async () => {
    const { har } = toHar(await calls(), { startedAt: STARTED })
    isHar?.(JSON.parse(JSON.stringify(har)))
    expect(isHar?.errors).toBeNull()
    expect(har.log.entries[0]).toMatchObject({
      request: { method: 'POST', postData: { mimeType: 'application/json', text: '{"中":"文"}' } },
      response: { status: 200, cookies: [{ name: 'a', path: '/', httpOnly: true }], content: { text: '{"x":"中"}' } },
    })
    expect(har.log.entries.at(-1)).toMatchObject({
      _resourceType: 'websocket',
      _webSocketMessages: expect.arrayContaining([expect.anything()]),
    })
  })

  it('brings back the very events of each call', async () => {
    const recorded = await calls()
    const { har } = toHar(recorded, { startedAt: STARTED + 0.25, redact: false })
    const opened = await open(JSON.stringify(har))
    expect(opened).toMatchObject({ startedAt: STARTED + 0.25, skipped: [] })
    const { events, issues } = parseEvents(opened.calls.flat())
    expect(issues).toEqual([])
    for (const call of recorded) expect(events.filter(({ taskId }) => taskId === call[0]?.taskId)).toEqual(JSON.parse(JSON.stringify(call)))
  })

  it('keeps the text of a message of a socket to itself', async () => {
    const { har, replaced } = toHar([socketEvents('socket')], { startedAt: STARTED })
    expect(JSON.stringify(har)).not.toContain('welcome')
    expect(replaced.some(({ place }) => place === 'message')).toBe(true)
  })

  it.each([
    [
      'Chrome',
      entry({ _initiator: { type: 'script' }, _priority: 'High', _resourceType: 'xhr', connection: '443', serverIPAddress: '1.2.3.4' }),
    ],
    ['Firefox', entry({ timings: { blocked: 0, dns: 0, ssl: 0, connect: 0, send: 0, wait: 30, receive: 0 }, pageref: 'page_1' })],
    ['Safari', entry({ _fetchType: 'Network Load', startedDateTime: '2026-06-01T16:00:00.000+08:00' })],
    ['Proxyman', entry({ comment: '', _id: 'E1', response: { status: 200, headers: [], content: { size: -1, mimeType: '' } } })],
    ['Charles', entry({ timings: { send: 3, wait: 40, receive: 2 }, cache: {} })],
    [
      'HTTP Toolkit',
      entry({ response: { status: 200, headers: [], content: { size: 2, mimeType: 'x', text: 'aGk=', encoding: 'base64' } } }),
    ],
    [
      'WeChat DevTools',
      entry({
        _resourceType: 'fetch',
        response: { status: 200, headers: [], content: { size: 2, mimeType: 'text/plain', text: 'hi' }, _transferSize: 20 },
      }),
    ],
    ['a request that failed', entry({ response: { status: 0, headers: [], content: {}, _error: 'net::ERR_NAME_NOT_RESOLVED' } })],
    ['a form', entry({ request: { method: 'POST', url: 'https://api.example.com/', postData: { params: [{ name: 'a', value: '1' }] } } })],
    [
      'a socket of Chrome',
      entry({
        _resourceType: 'websocket',
        request: { method: 'GET', url: 'wss://a.example/' },
        _webSocketMessages: [
          { type: 'send', time: 1780300800.01, opcode: 1, data: 'hi' },
          { type: 'receive', time: 1780300800.02, opcode: 2, data: 'AAE=' },
        ],
      }),
    ],
  ])('as %s writes it becomes the events of a call', async (_, given) => {
    const opened = await open(fileOf(given))
    expect(opened.skipped).toEqual([])
    const { events, issues } = parseEvents(opened.calls.flat())
    expect(issues).toEqual([])
    expect(events.length).toBeGreaterThan(3)
  })

  it.each([
    ['a list', '[]', /does not begin/],
    ['nothing', '', /empty/],
    ['text', 'hello', /does not begin/],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4]), /zip/],
    ['no log', '{"a":1}', /no list log\.entries/],
    ['entries that are no list', '{"log":{"entries":5}}', /no list log\.entries/],
  ])('that is %s is refused with a reason', async (_, text, reason) => {
    await expect(open(text as string)).rejects.toThrow(reason)
  })

  it.each([
    ['an entry without an address', fileOf(entry(), entry({ request: {} })), 'log.entries[1]', /request\.url/],
    ['an entry without a method', fileOf(entry({ request: { url: 'https://a.example/' } }), entry()), 'log.entries[0]', /method/],
    ['an entry without a date', fileOf(entry(), entry({ startedDateTime: 'yesterday' })), 'log.entries[1]', /no date/],
    ['an end in the middle', fileOf(entry(), entry()).slice(0, -40), 'log.entries[1]', /ends in the middle/],
    ['an entry that is no JSON', fileOf(entry(), entry()).replace('"hi"', '"hi" "there"'), 'log.entries[0]', /no JSON/],
  ])('with %s loses that one alone', async (_, text, path, message) => {
    const opened = await open(text)
    expect(opened.calls).toHaveLength(1)
    expect(opened.skipped).toEqual([{ path, message: expect.stringMatching(message) }])
  })

  it('of wrong types, strange depths and planted prototypes is read as far as it goes, and nothing else changes', async () => {
    const deep = `{"log":{"entries":[${JSON.stringify(entry())},{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}}`
    expect((await open(deep)).calls).toHaveLength(1)
    const odd = [
      entry({ time: -1, timings: { blocked: -1, dns: -1, connect: -1, send: -1, wait: -1, receive: -1 } }),
      entry({ time: 'long', timings: 'none', response: { status: '200', headers: 'none', content: null } }),
      entry({ response: null }),
      entry({
        request: { method: 'GET', url: 'https://a.example/', headers: [null, 1, { name: 1 }, { name: '__proto__', value: 'polluted' }] },
      }),
      entry({ serverIPAddress: '1.2.3.4', connection: '99999999' }),
    ]
    const text = fileOf(...odd).replace('"time":-1', '"__proto__":{"polluted":1},"time":-1')
    const opened = await open(`\ufeff\ufeff${text}`)
    const { issues } = parseEvents(opened.calls.flat())
    expect(issues).toEqual([])
    expect(opened.calls).toHaveLength(5)
    expect('polluted' in {}).toBe(false)
  })

  it('stops when it is told to', async () => {
    const aborter = new AbortController()
    let now = 0
    const reading = fromHar(new Blob([fileOf(...Array.from({ length: 100 }, () => entry()))]), {
      now: () => (now += 20),
      pause: async () => aborter.abort(),
      signal: aborter.signal,
    })
    await expect(reading).rejects.toThrow(/abort/i)
  })
})
