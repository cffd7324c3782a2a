import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../../tools/ensure-install.mjs'

const ORIGIN = 'http://bench.test'
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

/**
 * One of the pages here as a production build, by path. Nothing is written to disk.
 * @param {'list.html' | 'mocks.html' | 'peers.html' | 'record.html'} name
 * @returns {Promise<ReadonlyMap<string, { body: string | Buffer, type: string }>>}
 */
export async function buildPage(name) {
  // Vite's runnerImport leaves `development` here, and every build after it would take React for developers.
  process.env.NODE_ENV = 'production'
  const result = await build({
    root: join(ROOT, 'e2e', 'bench'),
    configFile: false,
    logLevel: 'error',
    // As in vite.config.ts.
    define: { WX_INSPECTOR_VERSION: JSON.stringify(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version) },
    build: {
      write: false,
      copyPublicDir: false,
      // As in vite.config.ts: rewritten for older browsers, light-dark() would leave the panel without colours, and so with less to draw.
      cssTarget: 'chrome123',
      rolldownOptions: { input: join(ROOT, 'e2e', 'bench', name) },
    },
  })
  const [bundled] = Array.isArray(result) ? result : [result]
  return new Map(
    bundled.output.map((part) => {
      const body = part.type === 'chunk' ? part.code : typeof part.source === 'string' ? part.source : Buffer.from(part.source)
      return [`/${part.fileName}`, { body, type: TYPES[part.fileName.split('.').at(-1)] }]
    }),
  )
}

/**
 * Opens one of the pages here. No server runs: every file is answered from memory.
 * @param {import('@playwright/test').Browser} browser
 * @param {'list.html' | 'mocks.html' | 'record.html'} name
 */
export async function openBuiltPage(browser, name) {
  const files = await buildPage(name)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.route(`${ORIGIN}/**`, (route) => {
    const file = files.get(new URL(route.request().url()).pathname)
    return file ? route.fulfill({ body: file.body, contentType: file.type }) : route.fulfill({ status: 404 })
  })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(`${ORIGIN}/${name}`)
  await page.waitForFunction(() => globalThis.listBench ?? globalThis.recordBench ?? globalThis.mocksBench)
  return page
}

/**
 * Milliseconds that the page's main thread has spent so far.
 * @param {import('@playwright/test').CDPSession} session with the Performance domain on
 */
export async function spent(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return { script: value('ScriptDuration'), cpu: value('ThreadTime') }
}

/** @param {readonly number[]} values */
export function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
