import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import busboy from 'busboy'
import { type LoopbackServer, startLoopbackServer } from '../../src/testing/loopback-server.ts'
import { openToPages } from './open-to-pages.ts'

/** A part of a form, in the order in which they came. */
export type SeenPart =
  | { readonly kind: 'field'; readonly name: string; readonly value: string; readonly type: string }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly fileName: string
      readonly type: string
      readonly size: number
      readonly sha256: string
    }

export interface SeenTransfer {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  parts: readonly SeenPart[]
  /** The page went away before all was over. */
  gaveUp: boolean
}

export interface TransferServer extends LoopbackServer {
  /** Every request but preflights, in the order in which its head came in. */
  readonly seen: readonly SeenTransfer[]
}

/** One pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const MEGABYTE = 1024 * 1024

/**
 * A real HTTP server that takes uploads apart with busboy and streams downloads. `/upload` answers with the parts; `/slow`
 * reads like a slow line and then does the same; `/pixel` is an image, `/big?megabytes=` is so much of zeros and `/endless` never ends.
 */
export async function startTransferServer(): Promise<TransferServer> {
  const seen: SeenTransfer[] = []
  const server = await startLoopbackServer((request, response) => {
    if (openToPages(request, response)) return
    const known: SeenTransfer = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, parts: [], gaveUp: false }
    seen.push(known)
    response.on('close', () => {
      known.gaveUp = !response.writableFinished
    })
    answer(known, request, response).catch(() => response.destroy())
  })
  return { ...server, seen }
}

async function answer(known: SeenTransfer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(known.url, 'http://loopback')
  switch (pathname) {
    case '/upload':
    case '/slow':
      known.parts = await readForm(request, pathname === '/slow')
      return void response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify(known.parts))
    case '/pixel':
      return void response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': PIXEL.length }).end(PIXEL)
    case '/big':
      return streamZeros(response, Number(searchParams.get('megabytes')))
    case '/endless':
      return streamZeros(response, Number.POSITIVE_INFINITY)
    default:
      return void response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>404</h1>')
  }
}

function readForm(request: IncomingMessage, slowly: boolean): Promise<readonly SeenPart[]> {
  const parts: SeenPart[] = []
  return new Promise((resolve, reject) => {
    const parser = busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      defParamCharset: 'utf8',
    })
    parser.on('field', (name, value, { mimeType }) => parts.push({ kind: 'field', name, value, type: mimeType }))
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const hash = createHash('sha256')
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        hash.update(chunk)
        size += chunk.length
      })
      stream.on('end', () => parts.push({ kind: 'file', name, fileName: filename ?? '', type: mimeType, size, sha256: hash.digest('hex') }))
    })
    parser.on('close', () => resolve(parts))
    parser.on('error', reject)
    request.on('error', reject)
    if (!slowly) return void request.pipe(parser)
    void (async () => {
      let sincePause = 0
      for await (const chunk of request) {
        parser.write(chunk)
        sincePause += (chunk as Buffer).length
        if (sincePause < MEGABYTE) continue
        sincePause = 0
        // So long that whoever looks on sees it under way, however busy the machine is.
        await pause(150)
      }
      parser.end()
    })().catch(reject)
  })
}

async function streamZeros(response: ServerResponse, megabytes: number): Promise<void> {
  const known = Number.isFinite(megabytes) && { 'Content-Length': megabytes * MEGABYTE }
  response.writeHead(200, { 'Content-Type': 'application/zip', ...known })
  const zeros = Buffer.alloc(MEGABYTE)
  const closed = new Promise<void>((resolve) => response.once('close', resolve))
  for (let sent = 0; sent < megabytes && !response.destroyed; sent++) {
    if (!response.write(zeros)) await Promise.race([new Promise<void>((resolve) => response.once('drain', resolve)), closed])
    // Something that has no end should not fill the disk while the test decides to leave.
    if (!known) await pause(20)
  }
  response.end()
}
