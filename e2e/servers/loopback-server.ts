import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LoopbackServer {
  readonly origin: string
  /** Every request but preflights, in the order in which its head came in. */
  readonly seen: readonly SeenByServer[]
  close(): Promise<void>
}

export interface SeenByServer {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  body: string
  /** The page went away before the answer was out. */
  gaveUp: boolean
}

type Answer = (request: SeenByServer, response: ServerResponse) => void

/** A real HTTP server that a page may call across origins. Paths that `answers` does not name get 404. */
export async function startLoopbackServer(answers: Readonly<Record<string, Answer>>): Promise<LoopbackServer> {
  const seen: SeenByServer[] = []
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*')
    response.setHeader('Access-Control-Allow-Methods', '*')
    response.setHeader('Access-Control-Expose-Headers', '*')
    response.setHeader('Timing-Allow-Origin', '*')
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    const known: SeenByServer = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: '', gaveUp: false }
    seen.push(known)
    response.on('close', () => {
      known.gaveUp = !response.writableEnded
    })
    request.setEncoding('utf8')
    request.on('data', (text: string) => {
      known.body += text
    })
    request.on('end', () => {
      const answer = answers[new URL(known.url, 'http://loopback').pathname]
      if (answer) answer(known, response)
      else response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"message":"no such path"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export function answerJson(value: unknown, status = 200): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
  }
}
