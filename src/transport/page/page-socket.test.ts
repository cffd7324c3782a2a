import { expect, it } from 'vitest'
import { createDisposables } from '../../contract/disposables.ts'
import type { FollowedSocket, FrameworkCalls, PageSocket } from '../../contract/framework-call.ts'
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
  const followed: FollowedSocket = {
    taskId: 't1',
    open: (socket) => {
      opened.push(socket)
    },
    send: () => {},
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
  return { opened, isNative }
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
