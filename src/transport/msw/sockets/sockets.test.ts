import { ws } from 'msw'
import { expect, it } from 'vitest'
import type { Clock } from '../../../contract/clock.ts'
import type { MockRule, SocketAnswer } from '../../../contract/mock/mock-rule.ts'
import { parseRules } from '../../../contract/parse/parse-rules.ts'
import { type SocketConnection, type SocketData, type SocketEnd, TransportFailure } from '../../../contract/transport.ts'
import { createFakeClock } from '../../../testing/fake-clock.ts'
import { createMswNetwork } from '../network.ts'

const URL_S = 'wss://ws.example.com/room/7?token=t'

const ruleOf = (respond: MockRule['respond'], more: Partial<MockRule> = {}): MockRule => ({
  id: 's',
  name: 'Socket rule',
  enabled: true,
  when: { url: 'wss://ws.example.com/room/:id' },
  respond,
  ...more,
})
const play = (script: SocketAnswer['script'], more: Partial<SocketAnswer> = {}) => ruleOf({ kind: 'socket', ...more, script })

function setUp(rules: readonly MockRule[], handlers: readonly unknown[] = []) {
  const clock = createFakeClock()
  return { clock, ...networkOn(clock, rules, handlers) }
}

function networkOn(clock: Clock, rules: readonly MockRule[], handlers: readonly unknown[] = []) {
  const network = createMswNetwork({
    clock,
    rules: parseRules(rules),
    handlers,
    serviceWorker: false,
    environment: () => ({ platform: 'android', lib: '3.17.0' }),
    onPageEvent: () => {},
  })
  let count = 0
  const connect = (
    more: { url?: string; header?: [string, string][]; protocols?: string[] } = {},
    signal: AbortSignal = new AbortController().signal,
  ) => {
    count += 1
    return network.transport.connect!({ taskId: `t${count}`, url: URL_S, header: [], protocols: [], ...more }, { signal, clock })
  }
  /** Opens a socket and notes what comes over it. */
  const open = async (more?: Parameters<typeof connect>[0]) => {
    const route = await connect(more)
    if (!route) throw new Error('nobody took the socket')
    const connection = await route.connection
    return { route, connection, ...listen(connection) }
  }
  /** A call to the same host, which is no socket. */
  const call = () =>
    network.transport.send(
      { taskId: 'c', api: 'request', method: 'GET', url: 'https://ws.example.com/', header: [], body: undefined, redirect: 'follow' },
      { signal: new AbortController().signal, clock },
    )
  return { call, network, connect, open }
}

function listen(connection: SocketConnection) {
  const messages: (string | number[])[] = []
  const ends: SocketEnd[] = []
  connection.subscribe({ message: (data) => void messages.push(plain(data)), ended: (end) => void ends.push(end) })
  return { messages, ends }
}

const plain = (data: SocketData) => (typeof data === 'string' ? data : [...data])

async function failureOf(connection: Promise<SocketConnection> | undefined): Promise<string> {
  const cause = await connection?.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (cause instanceof TransportFailure) return cause.failure
  throw new Error('it did not fail')
}

it('opens a socket that a rule takes, with its headers and the first sub-protocol that was offered', async () => {
  const { open } = setUp([play([], { headers: { 'X-A': '1' } })])
  const { connection, route } = await open({ protocols: ['chat', 'v2'] })
  expect(route).toMatchObject({ by: 'mock', ruleId: 's', ruleName: 'Socket rule' })
  expect(connection.protocol).toBe('chat')
  expect(connection.header).toMatchObject({ 'X-A': '1', 'Sec-WebSocket-Protocol': 'chat', Upgrade: 'websocket' })
  expect((await setUp([play([], { protocol: 'v2' })]).open({ protocols: ['chat', 'v2'] })).connection.protocol).toBe('v2')
})

it('plays the script step by step: texts, JSON and bytes, each in its own time', async () => {
  const { clock, open } = setUp([play([{ text: 'a' }, { after: 100, json: { b: 1 } }, { after: 100, base64: 'AP8=' }])])
  const { messages } = await open()
  await clock.tick(0)
  expect(messages).toEqual(['a'])
  await clock.tick(99)
  expect(messages).toHaveLength(1)
  await clock.tick(101)
  expect(messages).toEqual(['a', '{"b":1}', [0, 255]])
})

it('waits for a message that fits and passes the others over', async () => {
  const { clock, open } = setUp([
    play([{ expect: [{ name: '$.type', operator: 'equals', value: 'login' }] }, { text: 'welcome' }, { expect: [] }, { text: 'anything' }]),
  ])
  const { connection, messages } = await open()
  connection.send('{"type":"ping"}')
  connection.send('not even JSON')
  await clock.tick(0)
  expect(messages).toEqual([])
  connection.send('{"type":"login"}')
  await clock.tick(0)
  expect(messages).toEqual(['welcome'])
  connection.send(new Uint8Array([1]))
  await clock.tick(0)
  expect(messages).toEqual(['welcome', 'anything'])
})

it('answers each message that fits beside the script, and echoes so many', async () => {
  const { clock, open } = setUp([
    play([
      { on: [{ operator: 'equals', value: 'ping' }], reply: [{ after: 10, text: 'pong' }] },
      { echo: 2 },
      { after: 50, text: 'from the script' },
    ]),
  ])
  const { connection, messages } = await open()
  await clock.tick(0)
  connection.send('ping')
  connection.send(new Uint8Array([7]))
  connection.send('ping')
  await clock.tick(100)
  expect(messages).toEqual(['ping', [7], 'pong', 'pong', 'from the script'])
})

it('looks at a number in a text as at a text', async () => {
  const { clock, open } = setUp([play([{ expect: [{ operator: 'equals', value: '5' }] }, { text: 'five' }])])
  const { connection, messages } = await open()
  connection.send('5')
  await clock.tick(0)
  expect(messages).toEqual(['five'])
})

it('repeats, for ever if it has to, until the socket is closed', async () => {
  const { clock, open } = setUp([
    play([
      { repeat: 2, steps: [{ text: 'twice' }] },
      { repeat: 'forever', steps: [{ after: 1000, text: 'beat' }] },
    ]),
  ])
  const { ends, connection, messages } = await open()
  await clock.tick(3500)
  expect(messages).toEqual(['twice', 'twice', 'beat', 'beat', 'beat'])
  connection.close(4001, 'bye')
  await clock.tick(5000)
  expect(ends).toEqual([{ code: 4001, reason: 'bye', clean: true }])
  expect(messages).toHaveLength(5)
})

it('lets the page draw every few ms while it plays many messages', async () => {
  let now = 0
  const eventsBetweenRests: number[] = [0]
  const clock: Clock = {
    startedAt: 0,
    now: () => now,
    async sleep(duration) {
      now += duration
      eventsBetweenRests.push(0)
    },
  }
  const { connect } = networkOn(clock, [play([{ expect: [] }, { repeat: 50, steps: [{ text: 'x' }, { text: 'y' }] }, { close: {} }])])
  const connection = await (await connect())?.connection
  await new Promise<void>((resolve) => {
    connection?.subscribe({
      // An app that takes a ms for each.
      message() {
        now += 1
        eventsBetweenRests.push((eventsBetweenRests.pop() ?? 0) + 1)
      },
      ended: () => resolve(),
    })
    now += 1000
    connection?.send('go')
  })
  expect(eventsBetweenRests[0]).toBe(9)
  expect(Math.max(...eventsBetweenRests)).toBe(9)
  expect(eventsBetweenRests.reduce((sum, count) => sum + count)).toBe(100)
})

it('closes with a code, or breaks without a goodbye', async () => {
  const closed = setUp([play([{ close: { code: 4000, reason: 'enough' } }])])
  const first = await closed.open()
  await closed.clock.tick(0)
  expect(first.ends).toEqual([{ code: 4000, reason: 'enough', clean: true }])
  const broken = setUp([play([{ after: 5, drop: true }])])
  const second = await broken.open()
  await broken.clock.tick(5)
  expect(second.ends).toEqual([{ code: 1006, reason: '', clean: false }])
})

it('tells the app nothing within its own call', async () => {
  const { clock, open } = setUp([play([{ echo: true }])])
  const { ends, connection, messages } = await open()
  await clock.tick(0)
  connection.send('x')
  connection.close(1000, '')
  expect([messages, ends]).toEqual([[], []])
  await clock.tick(0)
  expect([messages, ends.length]).toEqual([['x'], 1])
})

it('knows the address, the query, the header and the cookies of a handshake', async () => {
  const matches = async (when: Partial<MockRule['when']>) =>
    (await setUp([ruleOf({ kind: 'socket', script: [] }, { when: { url: '*', ...when } })]).connect({
      header: [
        ['Cookie', 'sid=9'],
        ['X-A', 'b'],
      ],
    })) !== undefined
  expect(await matches({})).toBe(true)
  expect(await matches({ url: 'wss://ws.example.com/room/7' })).toBe(true)
  expect(await matches({ url: 'wss://ws.example.com/room/8' })).toBe(false)
  expect(await matches({ url: 'ws://ws.example.com/room/7' })).toBe(false)
  expect(await matches({ url: '/^wss:.*room/' })).toBe(true)
  expect(await matches({ all: [{ on: 'query', name: 'token', operator: 'equals', value: 't' }] })).toBe(true)
  expect(await matches({ all: [{ on: 'cookie', name: 'sid', operator: 'equals', value: '9' }] })).toBe(true)
  expect(await matches({ all: [{ on: 'header', name: 'x-a', operator: 'equals', value: 'c' }] })).toBe(false)
})

it('fails, hangs, refuses with a status, or lets a socket go on, each as its rule says', async () => {
  const api = { when: { api: 'connectSocket' as const, url: '*' } }
  expect(await failureOf((await setUp([ruleOf({ kind: 'fail', error: 'ERR_CERT_DATE_INVALID' })]).connect())?.connection)).toBe(
    'ERR_CERT_DATE_INVALID',
  )
  expect(await failureOf((await setUp([ruleOf({ kind: 'response', status: 404 }, api)]).connect())?.connection)).toBe('HTTP_404')
  expect(await setUp([ruleOf({ kind: 'passthrough' }), { ...play([]), id: 'later' }]).connect()).toBeUndefined()
  const abort = new AbortController()
  const hanging = await setUp([ruleOf({ kind: 'hang' })]).connect({}, abort.signal)
  abort.abort()
  expect(await failureOf(hanging?.connection)).toBe('ERR_ABORTED')
})

it('a rule that answers calls leaves sockets alone unless it names them, and one that plays a server leaves calls alone', async () => {
  expect(await setUp([ruleOf({ kind: 'response' }, { when: { url: '*' } })]).connect()).toBeUndefined()
  const { call } = setUp([ruleOf({ kind: 'socket', script: [] }, { when: { url: '*' } })])
  expect(await call()).toBeUndefined()
})

it('counts the hits of calls and sockets together, and gives one answer after another', async () => {
  const { call, clock, connect } = setUp([
    ruleOf({ kind: 'fail', error: 'ERR_FAILED' }, { when: { url: '*' }, limit: 2 }),
    ruleOf(
      { mode: 'sequence', answers: [{ kind: 'hang' }, { kind: 'socket', script: [{ text: 'second' }] }] },
      { id: 'next', when: { url: '*' } },
    ),
  ])
  expect(await call()).toMatchObject({ ruleId: 's' })
  expect(await connect()).toMatchObject({ ruleId: 's' })
  expect(await connect()).toMatchObject({ ruleId: 'next' })
  const { connection } = (await connect()) ?? {}
  const { messages } = listen((await connection) as SocketConnection)
  await clock.tick(0)
  expect(messages).toEqual(['second'])
})

it('a delay holds the handshake back', async () => {
  const { clock, connect } = setUp([play([], { delay: 200 })])
  const route = await connect()
  let opened = false
  void route?.connection.then(() => {
    opened = true
  })
  await clock.tick(199)
  expect(opened).toBe(false)
  await clock.tick(1)
  expect(opened).toBe(true)
})

it('hands a socket to a ready-made ws.link handler that fits, after the rules', async () => {
  const chat = ws.link('wss://ws.example.com/*')
  const received: unknown[] = []
  const handler = chat.addEventListener('connection', ({ client, info }) => {
    received.push(client.url.href, info.protocols)
    client.send('hello from the handler')
    client.addEventListener('message', ({ data }) => {
      received.push(data)
      client.send(data === 'blob' ? new Blob(['from a blob']) : new Uint8Array([1, 2]))
      client.send('after it')
    })
    client.addEventListener('close', ({ code, reason }) => void received.push(`close ${code} ${reason}`))
  })
  const { clock, connect, open } = setUp([], [handler])
  const { ends, connection, messages, route } = await open({ protocols: ['chat'] })
  expect(route).toMatchObject({ by: 'mock', ruleName: 'ws wss://ws.example.com/*' })
  expect(connection.protocol).toBe('chat')
  connection.send('x')
  await clock.tick(0)
  expect(messages).toEqual(['hello from the handler', [1, 2], 'after it'])
  connection.send('blob')
  await clock.tick(0)
  await clock.tick(0)
  expect(messages.slice(3)).toEqual([[...Buffer.from('from a blob')], 'after it'])
  connection.close(4001, 'bye')
  await clock.tick(0)
  expect(received).toEqual([URL_S, ['chat'], 'x', 'blob', 'close 4001 bye'])
  expect(ends).toHaveLength(1)
  expect(await connect({ url: 'wss://elsewhere.example.com/' })).toBeUndefined()
})

it('a handler may close the socket, before it is open too', async () => {
  const link = ws.link('wss://ws.example.com/*')
  const { clock, open } = setUp([], [link.addEventListener('connection', ({ client }) => client.close(4010, 'full'))])
  const { ends } = await open()
  await clock.tick(0)
  expect(ends).toEqual([{ code: 4010, reason: 'full', clean: true }])
})

it('a handler that throws fails the handshake', async () => {
  const link = ws.link('wss://ws.example.com/*')
  const { connect } = setUp(
    [],
    [
      link.addEventListener('connection', () => {
        throw new Error('handler bug')
      }),
    ],
  )
  expect(await failureOf((await connect())?.connection)).toBe('ERR_FAILED')
})
