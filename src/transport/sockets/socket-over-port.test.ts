import { expect, it, onTestFinished } from 'vitest'
import { NodeWebSocket, startLoopbackSockets } from '../../testing/loopback-sockets.ts'
import { type SocketMaker, webSocketsBy } from './open-web-socket.ts'
import type { OpenSocket, PlainSocket, PlainSocketHandlers } from './plain-socket.ts'
import { serveSocket } from './serve-socket.ts'
import { socketOverPort } from './socket-over-port.ts'
import type { PortEvent } from './socket-port.ts'

/** Both sides of a socket in one thread; `batches` are the lengths in which the page's side was told. */
function overPort(openSocket: OpenSocket, url = 'ws://a.example/', protocols: readonly string[] = []) {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => {
    port1.close()
    port2.close()
  })
  const received: unknown[] = []
  const batches: number[] = []
  let emitOpened = () => {}
  let emitEnd = () => {}
  const opened = new Promise<void>((resolve) => {
    emitOpened = resolve
  })
  const ended = new Promise<void>((resolve) => {
    emitEnd = resolve
  })
  serveSocket({ url, protocols }, port2, openSocket)
  const socket = socketOverPort(port1, {
    opened(protocol) {
      received.push(`opened ${protocol}`)
      emitOpened()
    },
    message: (data) => received.push(typeof data === 'string' ? data : [...new Uint8Array(data)]),
    refused(message) {
      received.push(message)
      emitEnd()
    },
    failed: () => received.push('failed'),
    closed(end) {
      received.push(end)
      emitEnd()
    },
  })
  port1.addEventListener('message', ({ data }: MessageEvent<readonly PortEvent[]>) => batches.push(data.length))
  return { socket, received, batches, opened, ended }
}

/** A server that says what it is told to. */
function scripted(emit: (handlers: PlainSocketHandlers) => void): OpenSocket {
  return (_url, _protocols, handlers): PlainSocket => {
    emit(handlers)
    return { send() {}, close() {} }
  }
}

it('carries texts, bytes and the goodbye of a real server, in both directions', async () => {
  const server = await startLoopbackSockets()
  onTestFinished(() => server.close())
  const coming = server.next()
  const { ended, received, opened, socket } = overPort(webSocketsBy(NodeWebSocket as unknown as SocketMaker), server.url, ['v1', 'v2'])
  const client = await coming
  await opened
  const seen: unknown[] = []
  const both = new Promise<void>((resolve) => {
    client.on('message', (data, binary) => {
      seen.push(binary ? [...(data as Buffer)] : String(data))
      if (seen.length === 2) resolve()
    })
  })
  const closeFrame = new Promise((resolve) => client.on('close', (code, reason) => resolve([code, String(reason)])))
  client.send('你好')
  client.send(Buffer.from([1, 2, 3]))
  socket.send('hi')
  socket.send(new Uint8Array([0, 255]).buffer)
  await both
  socket.close(4001, 'bye')
  await ended
  expect(seen).toEqual(['hi', [0, 255]])
  expect(await closeFrame).toEqual([4001, 'bye'])
  expect(received).toEqual(['opened v2', '你好', [1, 2, 3], { code: 4001, reason: 'bye', wasClean: true }])
})

it('tells many messages a hundred at a time, in their order, and the goodbye after them', async () => {
  const texts = Array.from({ length: 1050 }, (_, nth) => `message ${nth}`)
  const { batches, ended, received } = overPort(
    scripted((handlers) => {
      handlers.opened('')
      for (const text of texts) handlers.message(text)
      handlers.closed({ code: 1000, reason: '', wasClean: true })
    }),
  )
  await ended
  expect(received).toEqual(['opened ', ...texts, { code: 1000, reason: '', wasClean: true }])
  expect(batches[0]).toBe(1)
  expect(Math.max(...batches)).toBe(100)
})

it('tells long texts apart, each whole, however long', async () => {
  const long = 'x'.repeat(200 * 1024)
  const longest = 'y'.repeat(1024 * 1024)
  const { batches, ended, received } = overPort(
    scripted((handlers) => {
      for (const text of ['first', long, long, longest, 'a', 'b']) handlers.message(text)
      handlers.closed({ code: 1000, reason: '', wasClean: true })
    }),
  )
  await ended
  expect(received.slice(0, -1)).toEqual(['first', long, long, longest, 'a', 'b'])
  // The second long one would be too much beside the first; the end comes with the last texts.
  expect(batches).toEqual([1, 1, 1, 1, 3])
})

it('says that a connection broke before it says that it ended', async () => {
  const { ended, received } = overPort(
    scripted((handlers) => {
      handlers.opened('')
      handlers.failed()
      handlers.closed({ code: 1006, reason: '', wasClean: false })
    }),
  )
  await ended
  expect(received).toEqual(['opened ', 'failed', { code: 1006, reason: '', wasClean: false }])
})

it('ends at once where the browser refuses even to try', async () => {
  const { ended, received, socket } = overPort(() => {
    throw new SyntaxError('The subprotocol is invalid.')
  })
  socket.send('lost')
  await ended
  expect(received).toEqual(['The subprotocol is invalid.'])
})
