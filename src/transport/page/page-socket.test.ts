import { expect, it } from 'vitest'
import { createDisposables } from '../../contract/disposables.ts'
import type { FollowedSocket, FrameworkCalls, PageSocket, SocketReceiver } from '../../contract/framework-call.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { exampleFrameworkCall } from '../../testing/framework-call.ts'
import type { ResourceTimes } from '../network/resource-times.ts'
import { followWebSocket } from './page-socket.ts'

/** The browser's own WebSocket, as far as it is looked at here. */
class NativeSocket extends EventTarget {
  readonly native = true
}

function setUp({ framework = true } = {}) {
  const opened: PageSocket[] = []
  const sent: unknown[] = []
  let receiver: SocketReceiver | undefined
  const followed: FollowedSocket = {
    taskId: 't1',
    open: (socket, page) => {
      opened.push(socket)
      receiver = page
    },
    send: (data) => {
      sent.push(data)
    },
    refuse: () => {},
    close: () => {},
  }
  const Followed = followWebSocket(NativeSocket as unknown as typeof WebSocket, {
    calls: { socket: () => followed } as unknown as FrameworkCalls,
    clock: createFakeClock(),
    disposables: createDisposables(),
    times: {} as ResourceTimes,
    take: () => (framework ? exampleFrameworkCall({ api: 'connectSocket' }) : undefined),
  })
  const isNative = (...args: ConstructorParameters<typeof WebSocket>) => 'native' in new Followed(...args)
  return { opened, isNative, sent, open: () => new Followed('wss://ws.example.com/s'), receiver: () => receiver! }
}

it('follows a socket that a framework opens, and leaves those of the page to the browser', () => {
  const { isNative, opened } = setUp()
  expect(isNative('wss://ws.example.com/s', ['v1'])).toBe(false)
  expect(opened).toMatchObject([{ url: 'wss://ws.example.com/s', protocols: ['v1'] }])
  expect(setUp({ framework: false }).isNative('wss://ws.example.com/s')).toBe(true)
})

it('leaves to the browser what it refuses, so that the page gets the words of the browser', () => {
  const { isNative, opened } = setUp()
  expect(['not a url', 'ftp://ws.example.com/', 'wss://ws.example.com/#here'].map((url) => isNative(url))).toEqual([true, true, true])
  expect([['a b'], ['v1', 'v1']].map((protocols) => isNative('wss://ws.example.com/', protocols))).toEqual([true, true])
  expect(opened).toEqual([])
})

it('gives a message in the form that the framework asked for', () => {
  const { open, receiver } = setUp()
  const socket = open()
  expect(socket.onmessage).toBeNull()
  const received: unknown[] = []
  socket.onmessage = ({ data }) => received.push(data)
  receiver().opened('')
  receiver().message('hi')
  receiver().message(Uint8Array.of(1, 2))
  socket.binaryType = 'arraybuffer'
  receiver().message(Uint8Array.of(1, 2))
  expect(received).toEqual(['hi', expect.any(Blob), Uint8Array.of(1, 2).buffer])
})

it('sends a copy of the bytes that the framework gives, which may change them', () => {
  const { open, receiver, sent } = setUp()
  const socket = open()
  receiver().opened('')
  const bytes = Uint8Array.of(1, 2)
  socket.send('hi')
  socket.send(bytes)
  socket.send(bytes.buffer)
  bytes.fill(0)
  expect(sent).toEqual(['hi', Uint8Array.of(1, 2), Uint8Array.of(1, 2)])
})
