import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { ROOT } from '../../tools/ensure-install.mjs'
import { buildPage } from './built-page.mjs'

/** What peers/peer.ts has the stub say too. */
export const ANSWER = JSON.stringify({ list: Array.from({ length: 4 }, (_, id) => ({ id, name: `green tea ${id}`, price: 18 + id })) })

/** Serves the page on which panels take turns, the workers that ours needs, and the answers of real calls. */
export async function servePeersPage() {
  const script = (/** @type {readonly string[]} */ ...path) => ({ body: readFileSync(join(ROOT, ...path)), type: 'text/javascript' })
  const files = new Map(await buildPage('peers.html'))
  files.set('/wx-sw.js', script('public', 'wx-sw.js'))
  files.set('/mockServiceWorker.js', script('node_modules', 'msw', 'lib', 'mockServiceWorker.js'))
  files.set('/goods', { body: ANSWER, type: 'application/json' })
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://server').pathname)
    if (file) response.writeHead(200, { 'content-type': file.type }).end(file.body)
    else response.writeHead(404).end()
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)))
  return {
    url: `http://127.0.0.1:${server.address().port}/peers.html`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
