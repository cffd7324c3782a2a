import { expect, it } from 'vitest'
import type { SocketReceiver } from '../../contract/framework-call.ts'
import { exampleFrameworkCall } from '../../testing/framework-call.ts'
import { eventOf, streamFaults, typesOf } from '../../testing/set-up-shim.ts'
import { setUpSockets, WS } from '../../testing/set-up-sockets.ts'
import { createFrameworkCalls } from './follow-calls.ts'

async function setUp() {
  const sockets = setUpSockets({ script: { route: { ruleId: 'r', ruleName: 'Chat' } } })
  const call = exampleFrameworkCall({ api: 'connectSocket', given: { url: WS }, at: sockets.clock.now() })
  const received: unknown[] = []
  const receiver: SocketReceiver = {
    opened: (protocol) => received.push(`opened ${protocol}`),
    message: (data) => received.push(data),
    broken: () => received.push('broken'),
    closed: ({ code, wasClean }) => received.push(`closed ${code} ${wasClean}`),
  }
  const followed = createFrameworkCalls(sockets.shim.context).socket(call)
  followed.open({ url: WS, writtenUrl: WS, protocols: ['v1'], carry: async () => undefined }, receiver)
  call.settle({ failed: false, atOnce: false, result: { errMsg: 'connectSocket:ok' } })
  await sockets.clock.tick(0)
  return { ...sockets, call, followed, received, server: sockets.servers[0]! }
}

it('names the rule that plays the server of a framework’s socket, and gives the page what it says', async () => {
  const { clock, events, followed, received, server } = await setUp()
  expect(eventOf(events, 'routed')).toMatchObject({ by: 'mock', ruleId: 'r', ruleName: 'Chat' })
  server.open({ protocol: 'v1' })
  await clock.tick(0)
  followed.send('hi')
  server.emit('hello')
  server.end({ code: 4000 })
  await clock.tick(0)
  expect(server.received).toEqual(['hi'])
  expect(received).toEqual(['opened v1', 'hello', 'closed 4000 true'])
  expect(typesOf(events)).toEqual(['created', 'checked', 'started', 'routed', 'opened', 'message-sent', 'message-received', 'closed'])
  expect(streamFaults(events)).toEqual([])
})

it('tells the page of a connection that broke as a browser does: an error, then the end', async () => {
  const { clock, events, received, server } = await setUp()
  server.open()
  await clock.tick(0)
  server.end({ code: 1006, clean: false, broken: true })
  expect(received.slice(1)).toEqual(['broken', 'closed 1006 false'])
  expect(eventOf(events, 'closed')).toMatchObject({ by: 'network', code: 1006 })
})

it('closes the connection when the app closes its socket, and takes no message after that', async () => {
  const { clock, events, followed, received, server } = await setUp()
  server.open()
  await clock.tick(0)
  followed.close(4001, 'bye')
  server.emit('too late')
  await clock.tick(0)
  expect(server.clientClose).toEqual({ code: 4001, reason: 'bye' })
  expect(received).toEqual(['opened ', 'closed 4001 true'])
  expect(eventOf(events, 'closed')).toMatchObject({ by: 'app', code: 4001 })
})
