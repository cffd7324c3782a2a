import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { isInspectorError } from '../../contract/inspector-error.ts'
import { parseEvents } from '../../contract/parse/parse-events.ts'
import { foldEvents } from '../../recorder/tasks/reduce-task.ts'
import { type CollectedHar, collectHar } from '../../testing/collect-har.ts'
import { FOREIGN_HARS } from '../../testing/foreign-hars.ts'
import type { ReadHarOptions } from './read-har.ts'

const entry = (more: object = {}) => ({
  startedDateTime: '2026-06-01T08:00:00.000Z',
  time: 50,
  request: { method: 'GET', url: 'https://api.example.com/a', headers: [{ name: 'A', value: 'b' }] },
  response: { status: 200, headers: [], content: { size: 2, mimeType: 'text/plain', text: 'hi' } },
  timings: { blocked: 5, dns: 5, connect: 10, ssl: 4, send: 1, wait: 20, receive: 9 },
  ...more,
})
const fileOf = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', pages: [{ id: 'page' }], entries } })
/** Read in all three ways, which have to agree. */
const read = async (file: unknown, options?: ReadHarOptions): Promise<CollectedHar> => {
  const text = JSON.stringify(file)
  const session = await collectHar(text, options)
  expect(await collectHar(file, options)).toEqual(session)
  expect(await collectHar(new Blob([text]), options)).toEqual(session)
  return session
}
const only = (session: CollectedHar): readonly TaskEvent[] => {
  expect(session.calls).toHaveLength(1)
  return session.calls[0] ?? []
}
const typesOf = (events: readonly TaskEvent[] | undefined) => events?.map(({ type }) => type)

describe('a HAR file of another program', () => {
  it.each(Object.entries(FOREIGN_HARS))('is read as %s writes it', async (_, file) => {
    const session = await read(file)
    expect(session.skipped).toEqual([])
    expect(session.calls).toHaveLength(file.log.entries.length)
    expect(parseEvents(session.calls.flat()).issues).toEqual([])
    for (const events of session.calls) {
      const task = foldEvents(undefined, events, 1)
      expect(task?.nextSeq).toBe(events.length)
      expect(task?.importedFrom).toBe('creator' in file.log ? file.log.creator.name : 'HAR')
    }
  })

  it('gives its calls in the order in which they were made, on one clock that begins with the first', async () => {
    const session = await read(FOREIGN_HARS['Chrome 130'])
    expect(session.startedAt).toBe(Date.parse('2026-06-01T08:00:00.100Z'))
    expect(session.calls.map(([created]) => created?.at)).toEqual([0, 150])
    expect(session.creator).toBe('WebInspector')
  })

  it('has request, answer, cookies and timing where the tabs look for them', async () => {
    const session = await read(FOREIGN_HARS['Chrome 130'])
    const [failed, posted] = session.calls
    expect(posted).toMatchObject([
      {
        type: 'created',
        api: 'page',
        sent: { method: 'POST', header: [['content-type', 'application/json']], body: { kind: 'text', text: '{"q":"茶"}', size: 11 } },
      },
      { type: 'started', at: 152.5 },
      { type: 'routed', by: 'fetch' },
      {
        type: 'headers-received',
        at: 232.5,
        statusCode: 200,
        cookies: ['a=1; Path=/', 'b=2'],
        timing: {
          marks: {
            domainLookUpStart: 152.5,
            connectStart: 162.5,
            SSLconnectionStart: 182.5,
            connectEnd: 202.5,
            requestEnd: 203,
            responseEnd: 242.5,
          },
          connection: { protocol: 'h2', peerIP: '2001:db8::7', port: 443, socketReused: false },
        },
      },
      { type: 'succeeded', at: 242.5, body: { kind: 'text', text: '{"items":["茶"]}', size: 17 } },
    ])
    expect(failed?.at(-1)).toMatchObject({ type: 'failed', error: { kind: 'network', name: 'ERR_CONNECTION_REFUSED' } })
  })

  it('brings the messages of a socket, and its end where the program tells it', async () => {
    const chrome = only(await read(FOREIGN_HARS['Chrome, a socket']))
    expect(typesOf(chrome)).toEqual(['created', 'started', 'routed', 'opened', 'message-sent', 'message-received'])
    expect(chrome.slice(3)).toMatchObject([
      { protocol: 'chat' },
      { at: expect.closeTo(10, 1), body: { text: '{"type":"login"}' } },
      { form: 'binary', body: { kind: 'base64', size: 4 } },
    ])
    const [toolkit] = (await read(FOREIGN_HARS['HTTP Toolkit'])).calls
    expect(toolkit?.at(-1)).toMatchObject({ type: 'closed', code: 1001, reason: 'going away', at: 1000 })
  })

  it('brings server-sent events as the pieces that they were', async () => {
    const stream = only(await read(FOREIGN_HARS['Chrome, server-sent events']))
    expect(stream.filter(({ type }) => type === 'chunk-received')).toMatchObject([
      { at: 200, body: { text: 'id: 7\nevent: order\ndata: {"state":"paid"}\n\n' } },
      { at: 900, body: { text: 'data: two\ndata: lines\n\n' } },
    ])
  })

  it('tells a call of a mini-program by the Referer that only WeChat sends', async () => {
    for (const name of ['WeChat DevTools', 'Proxyman 5'] as const) {
      expect(only(await read(FOREIGN_HARS[name]))[0]).toMatchObject({ type: 'created', api: 'request' })
    }
  })

  it('shows text that was written as base64 as text, and says how much of a body is there', async () => {
    const [charles, broken] = (await read(FOREIGN_HARS['Charles 4'])).calls
    expect(charles?.at(-1)).toMatchObject({ body: { kind: 'text', text: '{"ok":true}', size: 11 } })
    expect(broken?.at(-1)).toMatchObject({ type: 'failed' })
    const tool = only(await read(FOREIGN_HARS['WeChat DevTools']))
    expect(tool.at(-1)).toMatchObject({ body: { text: '{"list":[', size: 4000, kept: 9 } })
    const firefox = only(await read(FOREIGN_HARS['Firefox 133']))
    expect(firefox[0]).toMatchObject({ sent: { body: { text: 'name=%E7%8E%8B%201' } } })
    expect(firefox.at(-1)).toMatchObject({ body: { kind: 'base64', base64: 'iVBORw==', size: 4 } })
  })

  it('takes -1, null and what is missing for unknown', async () => {
    const times = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: -1, wait: -1, receive: -1 }
    const session = await read(JSON.parse(fileOf(entry({ time: -1, timings: times }), entry({ timings: null, time: 70 }))))
    expect(session.skipped).toEqual([])
    expect(session.calls.map((events) => events.at(-1)?.at)).toEqual([0, 70])
  })
})

describe('a broken HAR file', () => {
  it.each([
    ['nothing', '', 'is empty'],
    ['a text', 'hello', 'has no list log.entries'],
    ['a list', '[1, 2]', 'has no list log.entries'],
    ['JSON of something else', '{"openapi":"3.1.0","paths":{}}', 'has no list log.entries'],
    ['entries that are no list', '{"log":{"entries":{"0":1}}}', 'has no list log.entries'],
    ['entries elsewhere', '{"entries":[{}],"log":{"pages":{"entries":[{}]}}}', 'has no list log.entries'],
    ['a file that ends before its entries', '{"log":{"version":"1.2","pa', 'ends before its log.entries'],
    ['a ZIP archive', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'is a ZIP archive: unpack it, and open the .har file in it'],
    ['a gzip archive', new Uint8Array([0x1f, 0x8b, 8]), 'is compressed with gzip: unpack it first'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'is UTF-16: save it as UTF-8'],
  ])('that is %s is refused with the reason', async (_, content, message) => {
    const refused = await collectHar(new Blob([content as BlobPart])).catch((cause: unknown) => cause)
    expect(isInspectorError(refused) && refused.code).toBe('bad-har')
    expect(isInspectorError(refused) && refused.issues).toEqual([{ path: 'file', message }])
  })

  it.each([5, null, 'text', undefined, [], { log: null }, { log: { entries: 'none' } }])('given as %j is refused', async (value) => {
    if (typeof value === 'string') return
    await expect(collectHar(value)).rejects.toMatchObject({ code: 'bad-har' })
  })

  it.each([
    ['no object', [], '', 'must be an object'],
    ['no request', entry({ request: undefined }), '.request', 'is missing: it must be an object'],
    ['a request that is a list', entry({ request: [] }), '.request', 'must be an object'],
    ['no address', entry({ request: { method: 'GET', url: '' } }), '.request.url', 'is missing: it must be a string'],
    ['a method of another type', entry({ request: { method: 1, url: 'https://a.example/' } }), '.request.method', 'must be a string'],
    ['no date', entry({ startedDateTime: 'yesterday' }), '.startedDateTime', 'must be a date such as 2026-01-31T12:00:00.000Z'],
    [
      'a date in the year 1',
      entry({ startedDateTime: '0001-01-01T00:00:00Z' }),
      '.startedDateTime',
      'must be a date such as 2026-01-31T12:00:00.000Z',
    ],
    ['a status of another type', entry({ response: { status: '200' } }), '.response.status', 'must be a whole number'],
    ['a broken status', entry({ response: { status: 200.5 } }), '.response.status', 'must be a whole number'],
    ['headers that are an object', entry({ response: { status: 200, headers: { a: 'b' } } }), '.response.headers', 'must be a list'],
    [
      'a header of another type',
      entry({ response: { status: 200, headers: [{ name: 'a', value: 1 }] } }),
      '.response.headers[0].value',
      'must be a string',
    ],
    [
      'a header without a name',
      entry({ response: { status: 200, headers: [{ value: 'a' }] } }),
      '.response.headers[0].name',
      'is missing: it must be a string',
    ],
    ['a time of another type', entry({ timings: { wait: '20' } }), '.timings.wait', 'must be a number of milliseconds, or -1'],
    ['an endless time', entry({ timings: { wait: 1e300 } }), '.timings.wait', 'must be a number of milliseconds, or -1'],
    ['a body of another type', entry({ response: { status: 200, content: { text: 5 } } }), '.response.content.text', 'must be a string'],
    [
      'base64 that is none',
      entry({ response: { status: 200, content: { text: '???', encoding: 'base64' } } }),
      '.response.content.text',
      'is not base64, though its encoding says so',
    ],
    ['events that are none', entry({ _wx: { events: [{ type: 'created' }] } }), '._wx.events[0].taskId', 'is missing: it must be there'],
    ['no events', entry({ _wx: { events: [] } }), '._wx.events', 'must not be empty'],
  ])('with %s loses that entry alone, and tells where and why', async (_, broken, path, message) => {
    const session = await read(JSON.parse(fileOf(entry(), broken, entry())))
    expect(session.calls).toHaveLength(2)
    expect(session.skipped).toEqual([{ path: `log.entries[1]${path}`, message }])
  })

  it('that was cut in the middle gives the entries before the cut', async () => {
    const text = fileOf(entry(), entry(), entry())
    const session = await collectHar(text.slice(0, text.lastIndexOf('"timings"')))
    expect(session.calls).toHaveLength(2)
    expect(session.skipped).toEqual([{ path: 'log.entries[2]', message: 'is cut off: the file ends within it' }])
    expect((await collectHar(text.slice(0, -1))).skipped).toEqual([{ path: 'file', message: 'is cut off: it ends too early' }])
  })

  it('with an entry that is no JSON gives the others', async () => {
    const session = await collectHar(fileOf(entry(), entry(), entry()).replace('"hi"', '"hi" "there"'))
    expect(session.calls).toHaveLength(2)
    expect(session.skipped).toEqual([{ path: 'log.entries[0]', message: expect.stringMatching(/^is not JSON: /) }])
  })

  it('with byte-order marks, one, two or three, is read', async () => {
    for (const marks of ['\ufeff', '\ufeff\ufeff', '\ufeff\ufeff\ufeff'])
      expect((await collectHar(marks + fileOf(entry()))).calls).toHaveLength(1)
  })

  it('with an entry 100,000 levels deep gives the others', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const session = await collectHar(fileOf(entry(), 1, entry()).replace(',1,', `,${deep},`))
    expect(session.calls).toHaveLength(2)
    expect(session.skipped).toEqual([{ path: 'log.entries[1]', message: 'is nested more than 100 levels deep' }])
  })

  it('with __proto__ as key, header, option and form field changes no object but its own', async () => {
    const planted = fileOf(
      entry({
        request: {
          method: 'POST',
          url: 'https://api.example.com/?__proto__=1',
          headers: [{ name: '__proto__', value: 'polluted' }],
          postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: '__proto__', value: 'polluted' }] },
        },
        response: { status: 200, headers: [{ name: '__proto__', value: 'polluted' }] },
      }),
    ).replace('"time":50', '"__proto__":{"request":1,"polluted":1},"constructor":{"prototype":{"polluted":1}},"time":50')
    const session = await collectHar(planted)
    expect(session.skipped).toEqual([])
    const received = session.calls[0]?.find((event) => event.type === 'headers-received')
    expect(Object.entries(received?.header ?? {})).toEqual([['__proto__', 'polluted']])
    expect('polluted' in {}).toBe(false)
  })

  it('is read alike however its bytes arrive', async () => {
    const text = fileOf(entry({ comment: 'a "quote" \\ 茶 \\" ]}[{' }), entry({ request: { method: 'GET', url: 'https://a.example/\\"' } }))
    const whole = await collectHar(text)
    const bytes = new TextEncoder().encode(text)
    for (const size of [1, 2, 3, 7, 64]) {
      const stream = () =>
        new ReadableStream<Uint8Array<ArrayBuffer>>({
          start(controller) {
            for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
            controller.close()
          },
        })
      const blob = Object.assign(new Blob([text]), { stream })
      expect(await collectHar(blob)).toEqual(whole)
    }
  })
})

describe('the reading of a HAR file', () => {
  it('gives a task whose id is taken another', async () => {
    const session = await read(FOREIGN_HARS['Charles 4'], { isTaken: (id) => id === 'har-1' || id === 'har-1~2' })
    expect(session.calls.map(([created]) => created?.taskId)).toEqual(['har-1~3', 'har-2'])
  })

  it('tells the events on the clock that it is given', async () => {
    const startedAt = Date.parse('2026-06-01T07:59:59.000Z')
    const session = await read(JSON.parse(fileOf(entry())), { startedAt })
    expect(session.startedAt).toBe(startedAt)
    expect(session.calls[0]?.map(({ at }) => at)).toEqual([1000, 1005, 1005, 1041, 1050])
  })

  it('puts the calls in their order, however the file has them', async () => {
    const at = (second: number) => entry({ startedDateTime: `2026-06-01T08:00:0${second}.000Z`, comment: `${second}` })
    const text = fileOf(at(3), at(1), at(2))
    const session = await collectHar(text)
    expect(session.startedAt).toBe(Date.parse('2026-06-01T08:00:01.000Z'))
    expect(session.calls.map(([created]) => [created?.taskId, created?.at])).toEqual([
      ['har-2', 0],
      ['har-3', 1000],
      ['har-1', 2000],
    ])
    expect(await read(JSON.parse(text))).toEqual(session)
  })

  it('knows what a file tells behind its entries', async () => {
    const { log } = JSON.parse(fileOf(entry(), entry()))
    const { entries, creator, ...others } = log
    const late = await collectHar(
      JSON.stringify({
        log: { ...others, entries, creator: { name: 'Late', version: '1' }, _wx: { startedAt: Date.parse('2026-06-01T00:00:00Z') } },
      }),
    )
    expect(late.creator).toBe('Late')
    expect(late.startedAt).toBe(Date.parse('2026-06-01T00:00:00Z'))
    expect(late.calls.map(([created]) => [created?.taskId, created?.at])).toEqual([
      ['har-1', 28_800_000],
      ['har-2', 28_800_000],
    ])
    expect(late.calls[0]?.[0]).toMatchObject({ importedFrom: 'Late' })
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const reading = collectHar(fileOf(...Array.from({ length: 5000 }, () => entry())), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(reading).rejects.toThrow(/abort/i)
    await expect(collectHar(fileOf(entry()), { signal: stop.signal })).rejects.toThrow(/abort/i)
  })

  it('tells how far it is', async () => {
    const told: number[] = []
    const text = fileOf(...Array.from({ length: 2000 }, () => entry()))
    await collectHar(text, { onProgress: (bytes) => told.push(bytes) })
    expect(told.at(-1)).toBe(text.length)
  })
})
