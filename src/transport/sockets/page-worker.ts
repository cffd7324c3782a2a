import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import { recordViolation } from '../policy-violations.ts'
import type { OpenSocket } from './plain-socket.ts'
import { socketOverPort } from './socket-over-port.ts'
import type { SocketRequest, WorkerMessage } from './socket-port.ts'
import SocketWorker from './socket-worker.ts?worker&inline'

/** ms. How long sockets may take to close before the worker is terminated. */
const LONGEST_CLOSE = 1000

interface PageWorker {
  readonly ready: Promise<Worker>
  terminate(): void
  users: number
}

let current: PageWorker | undefined

/**
 * The page's worker for sockets, shared by all inspectors of the page and terminated with the last of them. Rejects if the page may not
 * have a worker.
 */
export async function acquireWorker(clock: Clock, disposables: Disposables): Promise<OpenSocket> {
  current ??= startWorker()
  const used = current
  const open = new Set<object>()
  const allClosed = new AbortController()
  let released = false
  used.users += 1
  disposables.add(async () => {
    released = true
    if (open.size > 0) await clock.sleep(LONGEST_CLOSE, allClosed.signal)
    used.users -= 1
    if (used.users > 0) return
    used.terminate()
    if (current === used) current = undefined
  })
  const worker = await used.ready
  return (url, protocols, handlers) => {
    const { port1, port2 } = new MessageChannel()
    const request: SocketRequest = { url, protocols }
    worker.postMessage(request, [port2])
    open.add(port1)
    return socketOverPort(port1, {
      ...handlers,
      closed(end) {
        open.delete(port1)
        if (released && open.size === 0) allClosed.abort()
        handlers.closed(end)
      },
    })
  }
}

function startWorker(): PageWorker {
  let worker: Worker | undefined
  const ready = new Promise<Worker>((resolve, reject) => {
    const starting = new SocketWorker({ name: 'wx.connectSocket' })
    worker = starting
    starting.addEventListener('error', reject, { once: true })
    starting.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'ready') resolve(starting)
      else recordViolation(data)
    })
  })
  return { ready, terminate: () => worker?.terminate(), users: 0 }
}
