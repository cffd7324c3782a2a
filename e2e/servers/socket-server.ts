import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** One connection as the server saw it. */
export interface SeenConnection {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** Texts as they are, bytes as a list of numbers. */
  readonly received: (string | number[])[]
  closed?: { readonly code: number; readonly reason: string }
  readonly socket: WebSocket
}

export interface SocketServer {
  /** `ws://127.0.0.1:PORT` */
  readonly origin: string
  readonly seen: readonly SeenConnection[]
  close(): Promise<void>
}

/**
 * A real WebSocket server. `/echo` sends everything back, `/greet` says hello in text and bytes, `/flood` sends as
 * many messages as it is told to, `/bye?code=4000&reason=x` closes, `/drop` breaks off, and `/none` is no WebSocket at all. It speaks `chat`.
 */
export async function startSocketServer(): Promise<SocketServer> {
  const seen: SeenConnection[] = []
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => (offered.has('chat') ? 'chat' : false),
    verifyClient: ({ req }, answer) => answer(!req.url?.startsWith('/none'), 404),
  })
  await new Promise((resolve) => server.once('listening', resolve))
  server.on('connection', (socket, request) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
    const connection: SeenConnection = { path: pathname, headers: request.headers, received: [], socket }
    seen.push(connection)
    socket.on('message', (data, binary) => {
      connection.received.push(binary ? [...(data as Buffer)] : String(data))
      if (pathname === '/echo') socket.send(data, { binary })
      if (pathname === '/flood') for (let nth = 1; nth <= Number(data); nth += 1) socket.send(JSON.stringify({ nth, text: `第 ${nth} 条` }))
    })
    socket.on('close', (code, reason) => {
      connection.closed = { code, reason: String(reason) }
    })
    if (pathname === '/greet') {
      socket.send('你好')
      socket.send(Buffer.from([0, 1, 255]))
    }
    if (pathname === '/bye') socket.close(Number(searchParams.get('code')), searchParams.get('reason') ?? '')
    if (pathname === '/drop') setTimeout(() => socket.terminate(), 20)
  })
  return {
    origin: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate()
        server.close(() => resolve())
      }),
  }
}
