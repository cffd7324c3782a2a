import type { AddressInfo } from 'node:net'
import { type WebSocket as ServerSide, WebSocket, WebSocketServer } from 'ws'

export interface LoopbackSockets {
  /** `ws://127.0.0.1:PORT/s` */
  readonly url: string
  /** The next socket that comes, from the server's side. */
  next(): Promise<ServerSide>
  close(): void
}

/** A class of Node that does what the browser's WebSocket does. */
export const NodeWebSocket: typeof WebSocket = WebSocket

/** A real WebSocket server on a free port of this machine. Of the sub-protocols it takes `v2` alone. */
export async function startLoopbackSockets(): Promise<LoopbackSockets> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: (offered) => (offered.has('v2') ? 'v2' : false) })
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/s`,
    next: () => new Promise((resolve) => server.once('connection', resolve)),
    close() {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}
