import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import busboy from 'busboy'
import { WebSocketServer } from 'ws'
import { listenOnLoopback } from '../../src/testing/listen-on-loopback.ts'

export interface HostServer {
  /** `http://127.0.0.1:PORT`; the sockets are at the same place under `ws:`. */
  readonly origin: string
  close(): Promise<void>
}

/** One real server for all that an app in a host page may ask for: answers of every kind, uploads, downloads, sockets. */
export async function startHostServer(port = 0): Promise<HostServer> {
  const server = createServer((request, response) => {
    if (allowPage(request, response)) return
    answer(request, response).catch(() => response.destroy())
  })
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (offered) => (offered.has('chat') ? 'chat' : false) })
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/refuse')) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('message', (data, binary) => client.send(data, { binary }))
      if (request.url?.startsWith('/bye')) client.close(4001, 'bye')
    })
  })
  const { close, port: taken } = await listenOnLoopback(server, port)
  return {
    origin: `http://127.0.0.1:${taken}`,
    async close() {
      for (const client of sockets.clients) client.terminate()
      await close()
    },
  }
}

/** Lets a page of any origin call, with its cookies too: Taro sends them along, and for those an asterisk stands for nothing. */
function allowPage({ headers, method }: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('Access-Control-Allow-Origin', headers.origin ?? '*')
  response.setHeader('Access-Control-Allow-Credentials', 'true')
  response.setHeader('Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? '*')
  response.setHeader('Access-Control-Allow-Methods', headers['access-control-request-method'] ?? '*')
  response.setHeader('Access-Control-Expose-Headers', 'content-disposition, x-served-by')
  response.setHeader('Timing-Allow-Origin', '*')
  if (method !== 'OPTIONS') return false
  response.writeHead(204).end()
  return true
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
  const json = (value: unknown, status = 200) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'X-Served-By': 'host-server' })
    response.end(JSON.stringify(value))
  }
  switch (pathname) {
    case '/goods':
      return json([{ id: 1, name: '龙井' }])
    case '/status':
      return json({ status: searchParams.get('code') }, Number(searchParams.get('code')))
    case '/empty':
      return void response.writeHead(204).end()
    case '/bad-json':
      response.writeHead(200, { 'Content-Type': 'application/json' })
      return void response.end('{"id": 1,')
    case '/text':
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' })
      return void response.end('春茶 spring tea')
    case '/bytes':
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' })
      return void response.end(Buffer.from([0, 1, 2, 253, 254, 255]))
    case '/file':
      response.writeHead(200, {
        'Content-Type': 'text/plain',
        'Content-Disposition': 'attachment; filename="leaves.txt"',
        'Content-Length': '6',
      })
      return void response.end('leaves')
    case '/echo':
      return json({
        method: request.method,
        query: searchParams.toString(),
        type: request.headers['content-type'],
        token: request.headers['x-token'],
        body: await textOf(request),
      })
    case '/slow':
      await pause(Number(searchParams.get('ms') ?? 2000))
      return json({ slow: true })
    case '/moved':
      return void response.writeHead(302, { Location: '/goods' }).end()
    case '/put':
      for await (const _ of request);
      return json({ put: true })
    case '/drop':
      return void request.socket.destroy()
    case '/upload':
      return json(await partsOf(request))
    default:
      return json({ missing: pathname }, 404)
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

/** A form, part by part, with the text of its files. */
function partsOf(request: IncomingMessage): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const parts: unknown[] = []
    const form = busboy({ headers: request.headers })
    form.on('field', (name, value) => parts.push({ name, value }))
    form.on('file', (name, stream, { filename, mimeType }) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      // A file without a name gets one with the time in it.
      stream.on('end', () =>
        parts.push({
          name,
          file: (filename ?? '').replace(/\d{10,}/, 'TIME'),
          type: mimeType,
          text: Buffer.concat(pieces).toString('utf8').slice(0, 200),
        }),
      )
    })
    form.on('close', () => resolve(parts))
    form.on('error', reject)
    request.pipe(form)
  })
}
