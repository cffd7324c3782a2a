import { expect, it } from 'vitest'
import { type SocketConnection, TransportFailure } from '../../../contract/transport.ts'
import { createFakeClock } from '../../../testing/fake-clock.ts'
import { MockConnection } from '../rules/mock-connection.ts'
import { ClientHandle, ServerHandle } from './socket-handles.ts'

const OUTGOING = { taskId: 't', url: 'wss://ws.example.com/', header: [], protocols: [] }

/** An app, a handler between, and a real server whose line opens when it is told to. */
function setUp() {
  const clock = createFakeClock()
  const mocked = new MockConnection()
  const seen: unknown[] = []
  let open = (_: SocketConnection) => {}
  let fail = (_: unknown) => {}
  const connection = new Promise<SocketConnection>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  const network = { connect: async () => ({ by: 'fetch' as const, connection }) }
  const server = new ServerHandle(OUTGOING, mocked, { signal: new AbortController().signal, clock }, network)
  new ClientHandle(OUTGOING, mocked).forwardTo(server)
  const real: SocketConnection = {
    header: {},
    protocol: '',
    send: (data) => void seen.push(typeof data === 'string' ? data : [...data]),
    close: (code) => void seen.push(`close ${code}`),
    subscribe: () => {},
  }
  return { app: mocked.clientSide, server, seen, open: () => open(real), fail, settle: () => clock.tick(0) }
}

it('hands to the real server what the app and the handler send in their order, a Blob too, and the goodbye last', async () => {
  const { app, open, seen, server, settle } = setUp()
  server.connect()
  const bytes = new Uint8Array([1, 2])
  server.send(new Blob(['a blob']))
  server.send(bytes)
  bytes.fill(9)
  server.send('a text')
  app.send('from the app')
  app.close(1000, '')
  await settle()
  expect(seen).toEqual([])
  open()
  await expect.poll(() => seen.at(-1)).toBe('close 1000')
  expect(seen.slice(0, 4)).toEqual([[...new TextEncoder().encode('a blob')], [1, 2], 'a text', 'from the app'])
})

it('says once that the real server is not there, whatever was sent to it', async () => {
  const { app, fail, server, settle } = setUp()
  const ends: unknown[] = []
  let errors = 0
  app.subscribe({ message: () => {}, ended: (end) => void ends.push(end) })
  server.addEventListener('error', () => {
    errors += 1
  })
  server.connect()
  server.send('lost')
  app.send('lost too')
  fail(new TransportFailure('ERR_FAILED'))
  await settle()
  server.close()
  await settle()
  expect(errors).toBe(1)
  expect(ends).toEqual([{ code: 1006, reason: '', clean: false, broken: true }])
})
