import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LoopbackServer as AnyServer, startLoopbackServer as startServer } from '../../src/testing/loopback-server.ts'
import { openToPages } from './open-to-pages.ts'

export interface LoopbackServer extends AnyServer {
  /** Every request but preflights, in the order in which its head came in. */
  readonly seen: readonly SeenByServer[]
}

export interface SeenByServer {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  /** As text, once all of it is in. */
  body: string
  /** The same before it was read as text. */
  bytes: Buffer
  /** The page went away before the answer was out. */
  gaveUp: boolean
}

export type Answer = (request: SeenByServer, response: ServerResponse) => void

/** A real HTTP server that a page may call across origins. One answer takes every path, or each takes its own and those not named get 404. */
export async function startLoopbackServer(answers: Readonly<Record<string, Answer>> | Answer): Promise<LoopbackServer> {
  const seen: SeenByServer[] = []
  const answerTo = typeof answers === 'function' ? () => answers : (path: string) => answers[path]
  const server = await startServer((request, response) => {
    if (openToPages(request, response)) return
    const known: SeenByServer = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: '',
      bytes: Buffer.alloc(0),
      gaveUp: false,
    }
    seen.push(known)
    response.on('close', () => {
      known.gaveUp = !response.writableEnded
    })
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      known.bytes = Buffer.concat(pieces)
      known.body = known.bytes.toString()
      const answer = answerTo(new URL(known.url, 'http://loopback').pathname)
      if (answer) answer(known, response)
      else answerJson({ message: 'no such path' }, 404)(known, response)
    })
  })
  return { ...server, seen }
}

export function answerJson(value: unknown, status = 200): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
  }
}
