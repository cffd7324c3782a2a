import { afterEach, beforeEach, expect, it } from 'vitest'
import { createClock } from '../../contract/clock.ts'
import { createDisposables } from '../../contract/disposables.ts'
import { type SocketData, type SocketEnd, TransportFailure } from '../../contract/transport.ts'
import { type LoopbackSockets, NodeWebSocket, startLoopbackSockets } from '../../testing/loopback-sockets.ts'
import { type SocketMaker, webSocketsBy } from './open-web-socket.ts'
import { createSocketTransport } from './socket-transport.ts'

const clock = createClock()
const transport = createSocketTransport({
  clock,
  disposables: createDisposables(),
  sockets: webSocketsBy(NodeWebSocket as unknown as SocketMaker),
})
let server: LoopbackSockets

beforeEach(async () => {
  server = await startLoopbackSockets()
})
afterEach(() => server.close())

const connect = (
  more: { url?: string; header?: [string, string][]; protocols?: string[] } = {},
  signal: AbortSignal = new AbortController().signal,
) => transport.connect({ taskId: 't', url: server.url, header: [], protocols: [], ...more }, { signal, clock })

/** Opens a socket; gives both ends and what each hears. */
async function pair(more?: Parameters<typeof connect>[0]) {
  const coming = server.next()
  const connection = await (await connect(more))?.connection
  if (!connection) throw new Error('no line')
  const messages: SocketData[] = []
  let emitEnd = (_: SocketEnd) => {}
  const ended = new Promise<SocketEnd>((resolve) => {
    emitEnd = resolve
  })
  connection.subscribe({ message: (data) => void messages.push(data), ended: emitEnd })
  return { connection, messages, ended, server: await coming }
}

it('speaks texts and bytes with a real server, and says goodbye with a code', async () => {
  const { ended, connection, messages, server } = await pair({ protocols: ['v1', 'v2'] })
  expect(connection.protocol).toBe('v2')
  expect(connection.header).toEqual({ 'Sec-WebSocket-Protocol': 'v2' })
  const seen: unknown[] = []
  server.on('message', (data, binary) => seen.push(binary ? [...(data as Buffer)] : String(data)))
  const closeFrame = new Promise((resolve) => server.on('close', (code, reason) => resolve([code, String(reason)])))
  connection.send('你好')
  connection.send(new Uint8Array([0, 255]))
  server.send('hi')
  server.send(Buffer.from([1, 2, 3]))
  connection.close(4001, 'bye')
  expect(await closeFrame).toEqual([4001, 'bye'])
  expect(seen).toEqual(['你好', [0, 255]])
  expect(await ended).toEqual({ code: 4001, reason: 'bye', clean: true })
  expect(messages.every((data) => typeof data === 'string' || data instanceof Uint8Array)).toBe(true)
})

it('tells what the server says before anybody listens', async () => {
  void server.next().then((client) => client.send('early'))
  const connection = await (await connect())?.connection
  const first = await new Promise<SocketData>((resolve) => connection?.subscribe({ message: resolve, ended: () => {} }))
  expect(first).toBe('early')
})

it('tells a goodbye of the server from a connection that broke', async () => {
  const closed = await pair()
  closed.server.close(4000, 'enough')
  expect(await closed.ended).toEqual({ code: 4000, reason: 'enough', clean: true })
  const broken = await pair()
  broken.server.terminate()
  expect(await broken.ended).toMatchObject({ code: 1006, clean: false })
})

it('says which headers a page cannot send', async () => {
  const route = await connect({
    header: [
      ['X-A', '1'],
      ['Referer', 'r'],
      ['Sec-WebSocket-Protocol', 'v2'],
      ['Origin', 'o'],
      ['Upgrade', 'websocket'],
    ],
  })
  expect(route?.dropped).toEqual([
    { name: 'X-A', value: '1', why: 'page-socket' },
    { name: 'Referer', value: 'r', why: 'page-socket' },
    { name: 'Origin', value: 'o', why: 'page-socket' },
  ])
  await route?.connection.then((connection) => connection.close(1000, ''))
})

it.each([
  ['nobody listens', { url: 'ws://127.0.0.1:61001/' }, { failure: 'ERR_FAILED', hint: 'socket-unknown' }],
  ['the port is blocked', { url: 'ws://127.0.0.1:6000/' }, { failure: 'ERR_UNSAFE_PORT', hint: 'blocked-port' }],
  [
    'a sub-protocol is no token',
    { protocols: ['not legal'] },
    { failure: 'ERR_FAILED', hint: 'socket-refused', cause: expect.stringMatching(/protocol/i) },
  ],
  [
    'a sub-protocol stands twice',
    { protocols: ['v1', 'v1'] },
    { failure: 'ERR_FAILED', hint: 'socket-refused', cause: expect.stringMatching(/protocol/i) },
  ],
])('says why it fails where %s', async (_, more, expected) => {
  const failure = await (await connect(more))?.connection.catch((cause: unknown) => cause)
  expect(failure).toBeInstanceOf(TransportFailure)
  expect(failure).toMatchObject(expected)
})

it('gives a handshake up when nobody wants it any more', async () => {
  const abort = new AbortController()
  const route = await connect({}, abort.signal)
  abort.abort()
  expect(await route?.connection.catch((cause: unknown) => cause)).toMatchObject({ failure: 'ERR_ABORTED' })
})

it('fails where the platform has no WebSocket', async () => {
  const { WebSocket: own } = globalThis as { WebSocket?: unknown }
  if (own) return
  const route = await createSocketTransport({ clock, disposables: createDisposables() }).connect(
    { taskId: 't', url: server.url, header: [], protocols: [] },
    { signal: new AbortController().signal, clock },
  )
  expect(await route?.connection.catch((cause: unknown) => cause)).toMatchObject({ failure: 'ERR_NOT_IMPLEMENTED' })
})
