import { noteViolation } from '../policy-violations.ts'
import { type SocketMaker, webSocketsBy } from './open-web-socket.ts'
import type { OpenSocket } from './plain-socket.ts'
import { socketOverPort } from './socket-over-port.ts'
import type { SocketWanted, WorkerNews } from './socket-port.ts'
import SocketWorker from './socket-worker.ts?worker&inline'

/**
 * The sockets of this page, `undefined` where it can have none. They live in a worker, which is started with the first of them. Where
 * a policy forbids that, or where the page has put something of its own in the place of `WebSocket`, they live in the page.
 */
export function socketsOfPage(): () => Promise<OpenSocket | undefined> {
  // As it is now: whatever the app or MSW patches later must not see these sockets.
  const { WebSocket: Maker } = globalThis as { WebSocket?: SocketMaker }
  if (!Maker) return () => Promise.resolve(undefined)
  const inPage = webSocketsBy(Maker)
  if (!isOfBrowser(Maker)) return () => Promise.resolve(inPage)
  let sockets: Promise<OpenSocket> | undefined
  return () => {
    sockets ??= findWorker().then(socketsIn, () => inPage)
    return sockets
  }
}

let starting: Promise<Worker> | undefined

/** One for the page, whoever asks; rejects where there can be none. */
function findWorker(): Promise<Worker> {
  starting ??= new Promise((resolve, reject) => {
    const worker = new SocketWorker({ name: 'wx.connectSocket' })
    worker.addEventListener('error', reject, { once: true })
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerNews>) => {
      if (data.news === 'ready') resolve(worker)
      else noteViolation(data)
    })
  })
  return starting
}

function socketsIn(worker: Worker): OpenSocket {
  return (url, protocols, handlers) => {
    const { port1, port2 } = new MessageChannel()
    const wanted: SocketWanted = { url, protocols }
    worker.postMessage(wanted, [port2])
    return socketOverPort(port1, handlers)
  }
}

function isOfBrowser(maker: SocketMaker): boolean {
  return Function.prototype.toString.call(maker).includes('[native code]')
}
