import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import { type SocketMaker, webSocketsBy } from './open-web-socket.ts'
import { acquireWorker } from './page-worker.ts'
import type { OpenSocket } from './plain-socket.ts'

/**
 * The sockets of this page; `undefined` if it has none. They live in a worker, which starts with the first of them. If a policy forbids
 * the worker, or the page has replaced `WebSocket`, they live in the page.
 */
export function socketsOfPage(clock: Clock, disposables: Disposables): () => Promise<OpenSocket | undefined> {
  // Captured now: what the app or MSW patches later must not see these sockets.
  const { WebSocket: Maker } = globalThis as { WebSocket?: SocketMaker }
  if (!Maker) return () => Promise.resolve(undefined)
  const inPage = webSocketsBy(Maker)
  if (!isOfBrowser(Maker)) return () => Promise.resolve(inPage)
  let sockets: Promise<OpenSocket> | undefined
  return () => {
    sockets ??= acquireWorker(clock, disposables).catch(() => inPage)
    return sockets
  }
}

function isOfBrowser(maker: SocketMaker): boolean {
  return Function.prototype.toString.call(maker).includes('[native code]')
}
