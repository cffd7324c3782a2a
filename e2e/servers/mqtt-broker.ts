import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { Aedes } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { listenOnLoopback } from '../../src/testing/listen-on-loopback.ts'
import { makeCertificate } from './make-certificate.ts'

export interface MqttBroker {
  readonly port: number
  readonly aedes: Aedes
  readonly handshakes: readonly IncomingMessage[]
  /** Cuts every connection without a word. */
  cut(): void
  close(): Promise<void>
}

/** A real MQTT broker behind WebSockets, with TLS and a certificate of its own when `secure`. */
export async function startMqttBroker({ secure = false } = {}): Promise<MqttBroker> {
  const aedes = await Aedes.createBroker()
  const server = secure ? createSecureServer(makeCertificate()) : createServer()
  const sockets = new WebSocketServer({ server })
  const handshakes: IncomingMessage[] = []
  sockets.on('connection', (socket, request) => {
    handshakes.push(request)
    const stream = createWebSocketStream(socket)
    // A connection that was cut ends in an error; that is what the test is about.
    stream.on('error', () => {})
    aedes.handle(stream, request)
  })
  const { close, port } = await listenOnLoopback(server)
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate()
  }
  return {
    port,
    aedes,
    handshakes,
    cut,
    async close() {
      cut()
      await new Promise<void>((resolve) => aedes.close(resolve))
      await close()
    },
  }
}
