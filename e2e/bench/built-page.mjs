import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../../tools/ensure-install.mjs'

const ORIGIN = 'http://bench.test'
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

/**
 * Opens one of the pages here as a production build. Nothing is written to disk and no server runs: every file is answered from memory.
 * @param {import('@playwright/test').Browser} browser
 * @param {'list.html' | 'record.html'} name
 */
export async function openBuiltPage(browser, name) {
  const result = await build({
    root: join(ROOT, 'e2e', 'bench'),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      // As in vite.config.ts: rewritten for older browsers, light-dark() would leave the panel without colours, and so with less to draw.
      cssTarget: 'chrome123',
      rolldownOptions: { input: join(ROOT, 'e2e', 'bench', name) },
    },
  })
  const [bundled] = Array.isArray(result) ? result : [result]
  const files = new Map(bundled.output.map((part) => [`/${part.fileName}`, part.type === 'chunk' ? part.code : part.source]))
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.route(`${ORIGIN}/**`, (route) => {
    const path = new URL(route.request().url()).pathname
    const body = files.get(path)
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType: TYPES[path.split('.').at(-1)] })
  })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(`${ORIGIN}/${name}`)
  await page.waitForFunction(() => globalThis.listBench ?? globalThis.recordBench)
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
