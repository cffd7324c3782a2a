import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { listenOnLoopback } from '../../src/testing/listen-on-loopback.ts'

/** A server on a free port of this machine; disposed, it ends with everything that is connected to it. */
export async function serve(given: RequestListener | Server) {
  const server = typeof given === 'function' ? createServer(given) : given
  // Those of WebSockets are not the server's any more.
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  const { port, close } = await listenOnLoopback(server)
  return {
    port,
    server,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await close()
    },
  }
}
