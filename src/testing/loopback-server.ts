import { createServer, type RequestListener } from 'node:http'
import { listenOnLoopback } from './listen-on-loopback.ts'

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  close(): Promise<void>
}

/** A real HTTP server on a free port of this machine, for what only the network itself can show. */
export async function startLoopbackServer(listener: RequestListener): Promise<LoopbackServer> {
  const { port, close } = await listenOnLoopback(createServer(listener))
  return { origin: `http://127.0.0.1:${port}`, close }
}
