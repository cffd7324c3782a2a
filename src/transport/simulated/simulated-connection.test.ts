import { expect, it } from 'vitest'
import { CONDITIONS_PRESETS, type NetworkConditions } from '../../contract/mock/network-conditions.ts'
import { type SocketData, type SocketEnd, TransportFailure } from '../../contract/transport.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createScriptedSockets } from '../../testing/scripted-sockets.ts'
import { createScriptedTransport } from '../../testing/scripted-transport.ts'
import { createSimulatedNetwork } from './simulated-network.ts'

const NONE: NetworkConditions = { preset: 'none', ...CONDITIONS_PRESETS.none, seed: 1 }

function setUp(change: Partial<NetworkConditions> = {}, by: 'mock' | 'fetch' = 'mock') {
  const clock = createFakeClock()
  let conditions: NetworkConditions = { ...NONE, ...change }
  const sockets = createScriptedSockets({ route: { by } })
  const network = createSimulatedNetwork({ ...createScriptedTransport(), connect: sockets.connect }, { conditions: () => conditions })
  const connect = () =>
    network.connect!(
      { taskId: 't', url: 'wss://ws.example.com/', header: [], protocols: [] },
      { signal: new AbortController().signal, clock },
    )
  const open = async () => {
    const route = await connect()
    const server = sockets.servers.at(-1)!
    server.open({ header: { 'X-A': '1' }, protocol: 'chat' })
    const messages: [number, SocketData][] = []
    const ends: SocketEnd[] = []
    await clock.tick(10_000)
    const connection = await route!.connection
    connection.subscribe({ message: (data) => void messages.push([clock.now(), data]), ended: (end) => void ends.push(end) })
    return { route, connection, server, messages, ends, at: clock.now() }
  }
  return { clock, connect, open, sockets, change: (next: Partial<NetworkConditions>) => (conditions = { ...conditions, ...next }) }
}

it('a mocked handshake takes what a new connection costs, name, TCP and TLS, and says that it was made up', async () => {
  const { open } = setUp({ latency: 100 })
  const { connection, route } = await open()
  expect(connection).toMatchObject({ header: { 'X-A': '1' }, protocol: 'chat' })
  const { marks, simulated } = route!.timing!
  expect(marks.domainLookUpEnd).toBeGreaterThan(marks.domainLookUpStart ?? 0)
  expect(marks.SSLconnectionEnd).toBeGreaterThan(marks.SSLconnectionStart ?? 0)
  expect(simulated).toEqual(expect.arrayContaining(['connectEnd', 'rtt']))
  expect(connection.timing?.marks.responseStart).toBeGreaterThan((marks.requestEnd ?? 0) + 99)
})

it('no socket takes the connection of another', async () => {
  const { open } = setUp()
  expect((await open()).route!.timing!.connection?.socketReused).toBe(false)
  expect((await open()).route!.timing!.connection?.socketReused).toBe(false)
})

it('messages take half a round trip, keep their order, and each byte its time', async () => {
  const { clock, open } = setUp({ latency: 100, downKbps: 8 })
  const { at, messages, server } = await open()
  server.emit('x'.repeat(1000))
  server.emit('y')
  await clock.tick(2000)
  expect(messages.map(([when, data]) => [when - at, String(data)[0]])).toEqual([
    [1050, 'x'],
    [1051, 'y'],
  ])
})

it('without latency and limits, messages go straight through', async () => {
  const { open } = setUp()
  const { connection, messages, server } = await open()
  server.emit('in')
  connection.send('out')
  expect(messages.map(([, data]) => data)).toEqual(['in'])
  expect(server.received).toEqual(['out'])
})

it('the end comes behind the messages that are still on their way', async () => {
  const { clock, ends, messages, server } = await (async () => {
    const all = setUp({ latency: 100, downKbps: 8 })
    return { clock: all.clock, ...(await all.open()) }
  })()
  server.emit('x'.repeat(100))
  server.end({ code: 4000 })
  await clock.tick(50)
  expect(ends).toEqual([])
  await clock.tick(500)
  expect(messages).toHaveLength(1)
  expect(ends).toMatchObject([{ code: 4000 }])
})

it('offline there is no handshake, and a message that finds the network gone ends the socket', async () => {
  const offline = setUp({ online: false })
  const failure = await (await offline.connect())!.connection.catch((cause: unknown) => cause)
  expect(failure).toBeInstanceOf(TransportFailure)
  expect(failure).toMatchObject({ failure: 'ERR_INTERNET_DISCONNECTED', hint: 'simulated-offline' })
  const { change, open } = setUp()
  const { ends, connection, server } = await open()
  change({ online: false })
  connection.send('into the void')
  expect(server.received).toEqual([])
  expect(ends).toEqual([{ code: 1006, reason: '', clean: false }])
})

it('a lossy network breaks as large a share of the handshakes', async () => {
  const { clock, connect } = setUp({ loss: 1 })
  const connection = (await connect())!.connection.catch((cause: unknown) => cause)
  await clock.tick(1000)
  expect(await connection).toMatchObject({ failure: 'ERR_CONNECTION_RESET', hint: 'simulated-loss' })
})

it('a real socket is measured, never slowed down', async () => {
  const { clock, connect, sockets } = setUp({ latency: 500 }, 'fetch')
  const route = await connect()
  sockets.servers[0]?.open()
  await clock.tick(0)
  expect(route).not.toHaveProperty('timing')
  expect(await route!.connection).toBeDefined()
})
