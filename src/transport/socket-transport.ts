import type { DroppedHeader } from '../contract/task-event.ts'
import { type Job, type OutgoingSocket, type SocketLine, type Transport, TransportFailure } from '../contract/transport.ts'
import { EarBuffer } from './ear-buffer.ts'
import { NetworkHints } from './network-hint.ts'

/** What of `WebSocket` is used here; Node's own and that of npm's `ws` fit too. */
export type SocketMaker = new (url: string, protocols: string[]) => PlainSocket

interface PlainSocket {
  binaryType: string
  readonly protocol: string
  send(data: string | ArrayBuffer): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(
    type: 'close',
    listener: (event: { readonly code: number; readonly reason: string; readonly wasClean: boolean }) => void,
  ): void
}

/**
 * Takes every socket to the real network by a WebSocket of the page. It can do what a page may: sub-protocols go out, headers
 * do not, and neither the answer to the handshake nor the reason of a failure can be seen.
 */
export function createSocketTransport(maker?: SocketMaker): Required<Pick<Transport, 'connect'>> {
  // As it is now: whatever the app or MSW patches later must not see these sockets.
  const Maker = maker ?? (globalThis as { WebSocket?: SocketMaker }).WebSocket
  const hints = new NetworkHints()

  function open(outgoing: OutgoingSocket, job: Job): Promise<SocketLine> {
    return new Promise((resolve, reject) => {
      if (!Maker) throw new TransportFailure('ERR_NOT_IMPLEMENTED', 'socket-unknown')
      const started = job.clock.now()
      const ears = new EarBuffer()
      const socket = new Maker(outgoing.url, [...outgoing.protocols])
      socket.binaryType = 'arraybuffer'
      let opened = false
      let failed = false
      const giveUp = () => {
        socket.close()
        reject(new TransportFailure('ERR_ABORTED'))
      }
      job.signal.addEventListener('abort', giveUp)
      socket.addEventListener('open', () => {
        opened = true
        job.signal.removeEventListener('abort', giveUp)
        const { protocol } = socket
        resolve({
          header: protocol === '' ? {} : { 'Sec-WebSocket-Protocol': protocol },
          protocol,
          timing: { marks: { fetchStart: started, responseStart: job.clock.now() }, simulated: [] },
          send: (data) => socket.send(typeof data === 'string' ? data : bufferOf(data)),
          close: (code, reason) => socket.close(code, reason),
          hear: (heard) => ears.hear(heard),
        })
      })
      socket.addEventListener('message', ({ data }) => ears.message(typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer)))
      socket.addEventListener('error', () => {
        failed = true
      })
      socket.addEventListener('close', ({ code, reason, wasClean }) => {
        job.signal.removeEventListener('abort', giveUp)
        if (opened) ears.ended({ code, reason, clean: wasClean, ...(failed && { broken: true }) })
        else void explain(outgoing.url, job).then((failure) => reject(failure))
      })
    })
  }

  async function explain(url: string, { clock }: Job): Promise<TransportFailure> {
    const hint = await hints.explain(url, clock.sleep)
    return new TransportFailure('ERR_FAILED', hint === 'cors-or-network' ? 'socket-unknown' : hint)
  }

  return {
    async connect(outgoing, job) {
      const line = open(outgoing, job).catch(async (cause: unknown) => {
        if (cause instanceof TransportFailure) throw cause
        // The browser refuses at once what it will not even try: ws from a page of https, or no legal sub-protocols.
        throw await explain(outgoing.url, job)
      })
      line.catch(() => {})
      return { by: 'fetch', dropped: droppedBy(outgoing), line }
    },
  }
}

/** A browser writes its own handshake, with the page's own Origin; of ours only the sub-protocols go with it. */
const KEPT = /^(connection|upgrade|sec-websocket-(protocol|version|extensions))$/i

function droppedBy({ header }: OutgoingSocket): readonly DroppedHeader[] {
  return header.filter(([name]) => !KEPT.test(name)).map(([name, value]) => ({ name, value, why: 'page-socket' }))
}

function bufferOf(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer
}
