import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { listenOnLoopback } from '../../src/testing/listen-on-loopback.ts'
import '../drive/page-globals.ts'
import { type HostName, hostOf } from './host-kinds.ts'
import { startHostServer } from './host-server.ts'

const host = hostOf(process.env.WX_HOST_NAME as HostName)

test('the production build runs without the inspector', async ({ page }) => {
  const [site, server] = [await serveFolder(process.env.WX_HOST_DIST ?? ''), await startHostServer()]
  await page.goto(site.origin + host.askingAt(server.origin))
  const button = host.frameOf(page).getByText('List teas', { exact: true })
  await expect(button).toBeVisible()
  for (const frame of page.frames()) expect(await frame.evaluate(() => 'wxInspector' in globalThis)).toBe(false)
  // A framework brings its own network; `wx` is on a phone only.
  if (host.framework) {
    await button.click()
    await expect(page.getByText('Teas: 龙井')).toBeVisible()
  }
  await Promise.all([site.close(), server.close()])
})

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

async function serveFolder(folder: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback')
    const path = join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream')
    createReadStream(path)
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  const { close, port } = await listenOnLoopback(server, 0)
  return { close, origin: `http://127.0.0.1:${port}` }
}
