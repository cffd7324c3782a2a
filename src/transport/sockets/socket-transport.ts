import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { DroppedHeader } from '../../contract/event/task-event.ts'
import { type Job, type OutgoingSocket, type SocketConnection, type Transport, TransportFailure } from '../../contract/transport.ts'
import { isPortBlocked } from '../blocked-ports.ts'
import { explainFailure } from '../explain-failure.ts'
import { watchViolations } from '../policy-violations.ts'
import { SocketEventBuffer } from '../socket-event-buffer.ts'
import { refusedSocket } from '../socket-fault.ts'
import type { OpenSocket } from './plain-socket.ts'
import { socketsOfPage } from './sockets-of-page.ts'

/** Options of `createSocketTransport`. */
export interface SocketTransportOptions {
  readonly clock: Clock
  readonly disposables: Disposables
  /** Default: the sockets of the page. */
  readonly sockets?: OpenSocket
}

/**
 * Connects every socket to the real network with the browser's WebSocket. The limits of a page apply: subprotocols are sent, headers are
 * not, and neither the handshake response nor the cause of a failure is visible.
 */
export function createSocketTransport({ clock, disposables, sockets }: SocketTransportOptions): Required<Pick<Transport, 'connect'>> {
  watchViolations(disposables)
  const findSockets = sockets ? async () => sockets : socketsOfPage(clock, disposables)

  async function open({ protocols, url }: OutgoingSocket, job: Job): Promise<SocketConnection> {
    if (isPortBlocked(url)) throw new TransportFailure('ERR_UNSAFE_PORT', 'blocked-port')
    const openSocket = await findSockets()
    if (!openSocket) throw new TransportFailure('ERR_NOT_IMPLEMENTED', 'socket-unknown')
    return new Promise((resolve, reject) => {
      const started = job.clock.now()
      const events = new SocketEventBuffer()
      let opened = false
      let failed = false
      const socket = openSocket(url, protocols, {
        opened(protocol) {
          opened = true
          job.signal.removeEventListener('abort', giveUp)
          resolve({
            header: protocol === '' ? {} : { 'Sec-WebSocket-Protocol': protocol },
            protocol,
            timing: { marks: { fetchStart: started, responseStart: job.clock.now() }, simulated: [] },
            send: (data) => socket.send(typeof data === 'string' ? data : bufferOf(data)),
            close: (code, reason) => socket.close(code, reason),
            subscribe: (handlers) => events.subscribe(handlers),
          })
        },
        refused: (message) => void explain(url, job, message).then(reject),
        message: (data) => events.message(typeof data === 'string' ? data : new Uint8Array(data)),
        failed() {
          failed = true
          // For a socket that a policy forbids, Chromium reports an error but never a close.
          if (!opened) notOpened()
        },
        closed({ code, reason, wasClean }) {
          if (opened) events.ended({ code, reason, clean: wasClean, ...(failed && { broken: true }) })
          else notOpened()
        },
      })
      function notOpened() {
        job.signal.removeEventListener('abort', giveUp)
        void explain(url, job).then(reject)
      }
      function giveUp() {
        socket.close()
        reject(new TransportFailure('ERR_ABORTED'))
      }
      if (job.signal.aborted) giveUp()
      else job.signal.addEventListener('abort', giveUp)
    })
  }

  /** `message` is what `new WebSocket` threw. A content security policy is the better explanation where there is one. */
  async function explain(url: string, { clock }: Job, message?: string): Promise<TransportFailure> {
    const hint = await explainFailure(url, clock.sleep)
    if (hint === 'cors-or-network' && message !== undefined) return refusedSocket(message)
    return new TransportFailure('ERR_FAILED', hint === 'cors-or-network' ? 'socket-unknown' : hint)
  }

  return {
    async connect(outgoing, job) {
      const connection = open(outgoing, job).catch(async (cause: unknown) => {
        if (cause instanceof TransportFailure) throw cause
        throw await explain(outgoing.url, job, cause instanceof Error ? cause.message : String(cause))
      })
      connection.catch(() => {})
      return { by: 'fetch', dropped: droppedBy(outgoing), connection }
    },
  }
}

/** The browser writes the handshake itself, with the page's Origin; of our headers only the subprotocols are sent. */
const KEPT = /^(connection|upgrade|sec-websocket-(protocol|version|extensions))$/i

function droppedBy({ header }: OutgoingSocket): readonly DroppedHeader[] {
  return header.filter(([name]) => !KEPT.test(name)).map(([name, value]) => ({ name, value, why: 'page-socket' }))
}

function bufferOf(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer
}
