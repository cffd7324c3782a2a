import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { ROOT } from './ensure-install.mjs'

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
})

/** As strict as a host page can be and still load a script of its own: no inline code or styles, no eval, no html from strings. */
const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/**
 * Serves the built demo at `/`, and dist/ and e2e/ under their own names, so that the host pages are the same over http and from disk.
 * A page whose name begins with `strict` gets a strict Content-Security-Policy.
 * @param {number} port 0 for any free one
 * @returns {Promise<import('node:http').Server>}
 */
export function servePages(port) {
  const server = createServer((request, response) => {
    const file = fileFor(pathOf(request.url ?? '/'))
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      ...(/[\\/]strict[^\\/]*\.html$/.test(file) ? { 'content-security-policy': STRICT_CSP } : {}),
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file).pipe(response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

/** @param {string} url */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://host').pathname)
  } catch {
    return ''
  }
}

/** @param {string} pathname */
function fileFor(pathname) {
  const inProject = /^\/(dist|e2e)\//.test(pathname)
  const root = join(ROOT, inProject ? '' : join('dist', 'demo'))
  const file = normalize(join(root, pathname.endsWith('/') ? `${pathname}index.html` : pathname))
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined
}
