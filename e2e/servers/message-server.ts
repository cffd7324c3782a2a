import { createServer, type IncomingMessage } from 'node:http'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { listenOnLoopback } from '../../src/testing/listen-on-loopback.ts'

export interface MessageServer {
  /** `ws://127.0.0.1:PORT` */
  readonly origin: string
  readonly handshakes: readonly IncomingMessage[]
  close(): Promise<void>
}

/** A real WebSocket server for one client; `answer` hears every message. It takes the first sub-protocol that it is offered. */
export async function startMessageServer(answer: (socket: WebSocket, message: string | Buffer) => void): Promise<MessageServer> {
  const handshakes: IncomingMessage[] = []
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) => {
    handshakes.push(request)
    socket.on('message', (data: RawData, isBinary) => answer(socket, isBinary ? (data as Buffer) : data.toString()))
  })
  const { close, port } = await listenOnLoopback(server)
  return {
    origin: `ws://127.0.0.1:${port}`,
    handshakes,
    close() {
      for (const socket of sockets.clients) socket.terminate()
      return close()
    },
  }
}
