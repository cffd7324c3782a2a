import { delay, HttpResponse, http, passthrough } from 'msw'
import { describe, expect, it } from 'vitest'
import type { MockAnswer, MockRule } from '../../contract/mock/mock-rule.ts'
import { type Answer, type Outgoing, TransportFailure } from '../../contract/transport.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createMswNetwork } from './network.ts'

const URL_X = 'https://api.example.com/x'

function ruleOf(respond: MockRule['respond'], more: Partial<MockRule> = {}): MockRule {
  return { id: 'x', name: 'Rule x', enabled: true, when: { url: URL_X }, respond, ...more }
}

const respondWith = (answer: Omit<Extract<MockAnswer, { kind: 'response' }>, 'kind'>, more?: Partial<MockRule>) =>
  ruleOf({ kind: 'response', ...answer }, more)

function setUp(rules: readonly MockRule[], handlers: readonly unknown[] = []) {
  const clock = createFakeClock()
  const network = createMswNetwork({
    clock,
    rules,
    handlers,
    serviceWorker: false,
    environment: () => ({ platform: 'android', lib: '3.17.0' }),
    onPageEvent: () => {},
  })
  let count = 0
  const send = (more: Partial<Outgoing> = {}, signal: AbortSignal = new AbortController().signal) => {
    count += 1
    return network.transport.send(
      { taskId: `t${count}`, api: 'request', method: 'GET', url: URL_X, header: [], body: undefined, redirect: 'follow', ...more },
      { signal, clock },
    )
  }
  const answerOf = async (more?: Partial<Outgoing>): Promise<Answer> => {
    const route = await send(more)
    if (!route) throw new Error('nobody took the call')
    return route.answer
  }
  return { clock, network, send, answerOf }
}

async function textOf(answer: Answer): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of answer.chunks) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

async function failureOf(answer: Promise<Answer> | undefined): Promise<TransportFailure> {
  const failure = await answer?.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (failure instanceof TransportFailure) return failure
  throw new Error('it did not fail')
}

describe('the MSW network', () => {
  it('answers a call by the first rule that matches', async () => {
    const { send } = setUp([respondWith({ status: 201, body: { json: { a: 1 } } }), respondWith({}, { id: 'later' })])
    const route = await send()
    expect(route).toMatchObject({ by: 'mock', ruleId: 'x', ruleName: 'Rule x' })
    const answer = await route!.answer
    expect(answer.statusCode).toBe(201)
    expect(await textOf(answer)).toBe('{"a":1}')
  })

  it('leaves a call that no rule takes to the next transport', async () => {
    const { send } = setUp([respondWith({}, { enabled: false }), ruleOf({ kind: 'passthrough' }, { id: 'through' })])
    expect(await send()).toBeUndefined()
    expect(await send({ url: 'https://other.example.com/' })).toBeUndefined()
  })

  it('says who took the call before the delay of the rule begins, and sends the answer after it', async () => {
    const { clock, send } = setUp([respondWith({ delay: 500 })])
    const route = await send()
    let answered = false
    void route!.answer.then(() => {
      answered = true
    })
    await clock.tick(499)
    expect(answered).toBe(false)
    await clock.tick(1)
    expect(answered).toBe(true)
  })

  it('ends a mock delay at once when the call is aborted', async () => {
    const { clock, send } = setUp([respondWith({ delay: 5000 })])
    const abort = new AbortController()
    const route = await send({}, abort.signal)
    await clock.tick(40)
    abort.abort()
    expect((await failureOf(route?.answer)).failure).toBe('ERR_ABORTED')
    expect(clock.now()).toBe(40)
  })

  it('keeps Set-Cookie lines apart and header names as the rule spells them', async () => {
    const { answerOf } = setUp([
      respondWith({
        headers: { 'X-Trace-Id': 'a', 'X-Many': ['1', '2'] },
        cookies: ['a=1; Path=/', 'b=2; HttpOnly; Expires=Wed, 09 Jun 2027 10:18:14 GMT'],
      }),
    ])
    const { header, cookies } = await answerOf()
    expect(cookies).toEqual(['a=1; Path=/', 'b=2; HttpOnly; Expires=Wed, 09 Jun 2027 10:18:14 GMT'])
    expect(header).toEqual({
      'X-Trace-Id': 'a',
      'X-Many': '1,2',
      'Set-Cookie': 'a=1; Path=/,b=2; HttpOnly; Expires=Wed, 09 Jun 2027 10:18:14 GMT',
    })
  })

  it('takes Set-Cookie among the headers of a rule for cookies', async () => {
    const { answerOf } = setUp([respondWith({ headers: { 'Set-Cookie': ['a=1; Path=/', 'b=2; HttpOnly'] } })])
    const { header, cookies } = await answerOf()
    expect(cookies).toEqual(['a=1; Path=/', 'b=2; HttpOnly'])
    expect(header['Set-Cookie']).toBe('a=1; Path=/,b=2; HttpOnly')
  })

  it('fails a call with the net error that the rule names', async () => {
    const { clock, send } = setUp([ruleOf({ kind: 'fail', error: 'ERR_CERT_DATE_INVALID', delay: 30 })])
    const route = await send()
    await clock.tick(30)
    expect(await failureOf(route?.answer)).toMatchObject({ failure: 'ERR_CERT_DATE_INVALID', hint: 'mocked' })
  })

  it('takes a call and never answers it when the rule says hang', async () => {
    const { clock, send } = setUp([ruleOf({ kind: 'hang' })])
    const abort = new AbortController()
    const route = await send({}, abort.signal)
    expect(route).toMatchObject({ by: 'mock', ruleId: 'x' })
    await clock.tick(1e9)
    abort.abort()
    expect((await failureOf(route?.answer)).failure).toBe('ERR_ABORTED')
  })

  it('gives a redirect as it is, so that the shim can see each hop', async () => {
    const { answerOf } = setUp([ruleOf({ kind: 'redirect', to: 'https://b.example.com/y' })])
    expect(await answerOf()).toMatchObject({ statusCode: 302, header: { Location: 'https://b.example.com/y' } })
  })

  it('sends chunks at their own moments after the body', async () => {
    const { clock, answerOf } = setUp([
      respondWith({
        body: { text: 'a' },
        chunks: [
          { after: 100, text: 'b' },
          { after: 50, base64: 'Yw==' },
        ],
      }),
    ])
    const answer = await answerOf()
    const got: [number, string][] = []
    const reading = (async () => {
      for await (const piece of answer.chunks) got.push([clock.now(), Buffer.from(piece).toString()])
    })()
    await clock.tick(200)
    await reading
    expect(got).toEqual([
      [0, 'a'],
      [100, 'b'],
      [150, 'c'],
    ])
  })

  it('lets no more bytes through than the throttle allows', async () => {
    const { clock, answerOf } = setUp([respondWith({ body: { text: 'x'.repeat(1000) }, throttle: { bytesPerSecond: 500 } })])
    const answer = await answerOf()
    const text = textOf(answer)
    let done = false
    void text.then(() => {
      done = true
    })
    await clock.tick(1990)
    expect(done).toBe(false)
    await clock.tick(20)
    expect(await text).toHaveLength(1000)
  })

  it('stops a stream when the call is aborted in the middle of the body', async () => {
    const { clock, send } = setUp([
      respondWith({
        chunks: [
          { after: 10, text: 'a' },
          { after: 1000, text: 'b' },
        ],
      }),
    ])
    const abort = new AbortController()
    const answer = await (await send({}, abort.signal))!.answer
    const text = textOf(answer)
    text.catch(() => {})
    await clock.tick(20)
    abort.abort()
    await expect(text).rejects.toMatchObject({ failure: 'ERR_ABORTED' })
  })

  it('shows handlers the headers that a page may not send', async () => {
    const seen: unknown[] = []
    const handler = http.all(URL_X, async ({ request, cookies, requestId }) => {
      seen.push(
        request.method,
        request.url,
        request.headers.get('Referer'),
        request.headers.get('User-Agent'),
        cookies,
        requestId,
        await request.clone().json(),
      )
      return new HttpResponse(null)
    })
    const { answerOf } = setUp([], [handler])
    await answerOf({
      method: 'POST',
      url: 'https://me:pw@api.example.com/x',
      header: [
        ['Referer', 'https://servicewechat.com/wx0/devtools/page-frame.html'],
        ['Cookie', 'sid=9'],
        ['User-Agent', 'MicroMessenger'],
        ['X-Name', '中文'],
        ['bad name', 'x'],
      ],
      body: new TextEncoder().encode('{"a":1}'),
    }).catch(() => {})
    expect(seen).toEqual([
      'POST',
      'https://me:pw@api.example.com/x',
      'https://servicewechat.com/wx0/devtools/page-frame.html',
      'MicroMessenger',
      { sid: '9' },
      't1',
      { a: 1 },
    ])
  })

  it.each(['TRACE', 'CONNECT', 'DELETE', 'HEAD', 'OPTIONS'])('lets a rule answer %s, which a page cannot always send', async (method) => {
    const { answerOf } = setUp([
      respondWith({ status: 200, headers: { Allow: 'GET' } }, { when: { url: URL_X, method: ['get', method.toLowerCase()] } }),
    ])
    expect(await answerOf({ method })).toMatchObject({ statusCode: 200, header: { Allow: 'GET' } })
  })

  it('has no body in an answer to HEAD', async () => {
    const { answerOf } = setUp([respondWith({ body: { text: 'x' } })])
    expect(await textOf(await answerOf({ method: 'HEAD' }))).toBe('')
  })

  it('asks ready-made handlers after the rules, and gives their cookies', async () => {
    const handlers = [
      http.get(URL_X, () =>
        HttpResponse.json(
          { from: 'handler' },
          {
            status: 202,
            headers: [
              ['Set-Cookie', 'a=1; Path=/'],
              ['Set-Cookie', 'b=2'],
            ],
          },
        ),
      ),
      http.get('https://api.example.com/:id', ({ params }) => HttpResponse.text(String(params.id))),
    ]
    const { send, answerOf } = setUp([respondWith({ status: 418 }, { when: { url: URL_X, method: 'POST' } })], handlers)
    expect((await answerOf({ method: 'POST' })).statusCode).toBe(418)
    const route = await send()
    expect(route).toMatchObject({ by: 'mock', ruleName: `GET ${URL_X}` })
    expect(route).not.toHaveProperty('ruleId')
    const answer = await route!.answer
    expect(answer).toMatchObject({ statusCode: 202, cookies: ['a=1; Path=/', 'b=2'] })
    expect(answer.header).toMatchObject({ 'Set-Cookie': 'a=1; Path=/,b=2', 'content-type': 'application/json' })
    expect(answer.header).not.toHaveProperty('set-cookie')
    expect(await textOf(await answerOf({ url: 'https://api.example.com/42' }))).toBe('42')
  })

  it('asks a rule once for each call, though a ready-made handler is asked after it', async () => {
    const second = { url: URL_X, all: [{ on: 'call', operator: 'equals', value: 2 }] } as const
    const { answerOf } = setUp([respondWith({ status: 201 }, { when: second })], [http.get(URL_X, () => HttpResponse.text('handler'))])
    expect([(await answerOf()).statusCode, (await answerOf()).statusCode, (await answerOf()).statusCode]).toEqual([200, 201, 200])
  })

  it('goes on to the network when a ready-made handler lets a call pass', async () => {
    const { send } = setUp([], [http.get(URL_X, () => passthrough()), http.post(URL_X, () => undefined)])
    expect(await send()).toBeUndefined()
    expect(await send({ method: 'POST' })).toBeUndefined()
  })

  it('turns what a handler throws into a failure that says so', async () => {
    const boom = new TypeError('boom')
    const { send } = setUp(
      [],
      [
        http.get(URL_X, () => {
          throw boom
        }),
      ],
    )
    const route = await send()
    expect(route).toMatchObject({ by: 'mock', ruleName: `GET ${URL_X}` })
    expect(await failureOf(route?.answer)).toMatchObject({ failure: 'ERR_FAILED', hint: 'handler-threw', cause: boom })
  })

  it('takes a Response that a handler throws for its answer', async () => {
    const { answerOf } = setUp(
      [],
      [
        http.get(URL_X, () => {
          throw HttpResponse.json({}, { status: 401, headers: { 'Set-Cookie': 'a=1' } })
        }),
      ],
    )
    expect(await answerOf()).toMatchObject({ statusCode: 401, cookies: ['a=1'] })
  })

  it('takes HttpResponse.error() for a broken network', async () => {
    const { send } = setUp([], [http.get(URL_X, () => HttpResponse.error())])
    expect(await failureOf((await send())?.answer)).toMatchObject({ failure: 'ERR_FAILED', hint: 'mocked' })
  })

  it('ends a call that is aborted while a ready-made handler thinks', async () => {
    const { send } = setUp(
      [],
      [
        http.get(URL_X, async () => {
          await delay('infinite')
          return HttpResponse.json({})
        }),
      ],
    )
    const abort = new AbortController()
    const route = send({}, abort.signal)
    abort.abort()
    expect((await failureOf((await route)?.answer)).failure).toBe('ERR_ABORTED')
  })

  it('answers a call that was aborted before it was sent with nothing but the abort', async () => {
    const { send } = setUp([respondWith({})])
    const route = await send({}, AbortSignal.abort())
    expect((await failureOf(route?.answer)).failure).toBe('ERR_ABORTED')
  })

  it('leaves a handler as it was when the network is disposed of', async () => {
    const handler = http.get(URL_X, () => HttpResponse.json({}))
    const before = Reflect.get(handler, 'wrapResolver')
    const { network, send } = setUp([], [handler])
    expect(Reflect.get(handler, 'wrapResolver')).not.toBe(before)
    await network.dispose()
    expect(Reflect.get(handler, 'wrapResolver')).toBe(before)
    expect(await send()).toBeUndefined()
  })

  it('keeps the count of a rule that did not change when the rules are replaced', async () => {
    const once = respondWith({ body: { text: 'once' } }, { limit: 1 })
    const { network, send } = setUp([once])
    expect(await send()).toBeDefined()
    network.setRules([{ ...once }, respondWith({}, { id: 'new', when: { url: '*/new' } })])
    expect(await send()).toBeUndefined()
    network.setRules([{ ...once, name: 'Changed' }])
    expect(await send()).toBeDefined()
    network.setRules([])
    expect(await send()).toBeUndefined()
  })

  it('works at once, and says that the worker is off when it is not wanted', async () => {
    const { network, send } = setUp([respondWith({})])
    expect(network.serviceWorkerState()).toBe('off')
    expect(await send()).toBeDefined()
    await network.ready
  })

  it('loses nothing where a page cannot have a service worker', async () => {
    const clock = createFakeClock()
    const network = createMswNetwork({
      clock,
      rules: [respondWith({})],
      serviceWorker: { url: '/wx-sw.js' },
      environment: () => ({ platform: 'ios', lib: '3.0.0' }),
      onPageEvent: () => {},
    })
    expect(network.serviceWorkerState()).toBe('starting')
    const outgoing = { taskId: 'a', api: 'request', method: 'GET', url: URL_X, header: [], body: undefined, redirect: 'follow' } as const
    expect(await network.transport.send(outgoing, { signal: new AbortController().signal, clock })).toBeDefined()
    await network.ready
    expect(network.serviceWorkerState()).toBe('unavailable')
    await network.dispose()
  })
})

describe('an upload', () => {
  const BOUNDARY = '----b'
  const upload = (): Partial<Outgoing> => ({
    api: 'uploadFile',
    method: 'POST',
    header: [['content-type', `multipart/form-data; boundary=${BOUNDARY}`]],
    body: new Blob([
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="user"\r\n\r\ntest\r\n`,
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="pic"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`,
      new Uint8Array([0x89, 0x50, 0, 0xff]),
      `\r\n--${BOUNDARY}--\r\n`,
    ]),
    form: {
      fields: [['user', 'test']],
      file: { field: 'pic', path: 'wxfile://tmp_a.png', name: 'a.png', type: 'image/png', size: 4, body: { kind: 'none', size: 0 } },
    },
  })

  it('is a form to rules: its fields as text, its file by name, type and size', async () => {
    const all = [
      { on: 'body', name: '$.user', operator: 'equals', value: 'test' },
      { on: 'body', name: '$.pic.type', operator: 'equals', value: 'image/png' },
      { on: 'body', name: '$.pic.size', operator: '<', value: 5 },
    ] as const
    const { answerOf } = setUp([
      respondWith({ body: { template: 'got {{body.pic.name}}' } }, { when: { api: 'uploadFile', url: URL_X, all } }),
    ])
    expect(await textOf(await answerOf(upload()))).toBe('"got a.png"')
  })

  it('is a form to handlers, to the last byte', async () => {
    const handler = http.post(URL_X, async ({ request }) => {
      const form = await request.formData()
      const file = form.get('pic') as File
      return HttpResponse.json([form.get('user'), file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]])
    })
    const { answerOf } = setUp([], [handler])
    expect(JSON.parse(await textOf(await answerOf(upload())))).toEqual(['test', 'a.png', 'image/png', [0x89, 0x50, 0, 0xff]])
  })
})

describe('the size of an answer', () => {
  it('is known before its pieces come, where a rule has them all', async () => {
    const { answerOf } = setUp([respondWith({ body: { text: '中' }, chunks: [{ after: 0, text: 'ab' }] })])
    expect((await answerOf()).expectedSize).toBe(5)
  })
})
