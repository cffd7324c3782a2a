import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../tools/ensure-install.mjs'
import { callWx } from './drive/call-wx.ts'
import { test as base, expect } from './drive/test.ts'
import { makeCertificate } from './servers/make-certificate.ts'
import { serve } from './servers/serve.ts'
import { loadPlugin, loadVite, proxyTo, RULES, startVite } from './servers/vite-project.ts'

/** As strict as a page can be under a dev server of Vite. */
const STRICT_CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "require-trusted-types-for 'script'",
].join('; ')

/** Whatever the console shows in red or yellow, and whatever the page's policy has stopped. A test that expects some takes them out. */
const test = base.extend<{ readonly troubles: string[] }>({
  troubles: [
    async ({ page }, use) => {
      const troubles = watch(page)
      await page.exposeFunction('wxTestTrouble', (text: string) => troubles.push(text))
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => {
          ;(globalThis as unknown as { wxTestTrouble(text: string): void }).wxTestTrouble(`${effectiveDirective}: ${sample}`)
        })
      })
      await use(troubles)
      expect(troubles).toEqual([])
    },
    { auto: true },
  ],
})

function watch(page: Page): string[] {
  const troubles: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`)
  })
  return troubles
}

/** The first line of the app made a call, a rule answered it, and the panel shows it, and it alone. */
async function expectInspected(page: Page): Promise<void> {
  await expect(page.getByRole('status').first()).toHaveText('Good morning request:ok world')
  await expect(page.locator('wx-request-inspector')).toHaveCount(1)
  await expect(page.getByRole('grid', { name: '请求列表' }).getByRole('row', { name: /hello/ })).toBeVisible()
  expect(await page.evaluate(() => wxInspector.tasks().map(({ url, by, statusCode }) => [url, by, statusCode]))).toEqual([
    ['https://api.example.com/hello', 'mock', 200],
  ])
}

/** The page's own calls reach the rules and the record too, by the worker that the plugin serves. */
async function expectWorker(page: Page): Promise<void> {
  expect(await page.evaluate(() => wxInspector.ready.then(() => wxInspector.serviceWorker))).toBe('active')
  const before = await page.evaluate(() => wxInspector.tasks().length)
  expect(await page.evaluate(async () => (await fetch('https://api.example.com/hello')).json())).toEqual({ hello: 'world' })
  await expect.poll(() => page.evaluate(() => wxInspector.tasks().length)).toBe(before + 1)
}

test('stands in front of the scripts of every page, and serves the worker', async ({ page }) => {
  await using project = await startVite()
  for (const path of ['', 'second.html']) {
    await page.goto(`http://127.0.0.1:${project.port}/${path}`)
    await expectInspected(page)
    await expectWorker(page)
  }
})

test('under a base path: all that it serves is below it', async ({ page }) => {
  await using project = await startVite({ base: '/sub/' })
  await page.goto(`http://127.0.0.1:${project.port}/sub/`)
  await expectInspected(page)
  await expectWorker(page)
  expect((await fetch(`http://127.0.0.1:${project.port}/sub/wx-sw.js`)).headers.get('content-type')).toContain('javascript')
})

test('under a strict policy with Trusted Types: rules answer wx, and only the worker is missing', async ({ page, panel, troubles }) => {
  await using project = await startVite({ server: { headers: { 'Content-Security-Policy': STRICT_CSP } } })
  await page.goto(`http://127.0.0.1:${project.port}/`)
  await expectInspected(page)
  await expect(panel.notices).toContainText('这里不能用 Service Worker')
  // docs/hosts/vite.md names it.
  await page.evaluate(() => wxInspector.ready)
  expect(troubles.splice(0)).toEqual([
    "This document requires 'TrustedScriptURL' assignment. The action has been blocked.",
    'require-trusted-types-for: Worker constructor|/wx-sw.js',
  ])
})

test('under that policy without a worker: nothing is violated', async ({ page }) => {
  await using project = await startVite({ server: { headers: { 'Content-Security-Policy': STRICT_CSP } } }, { serviceWorker: false })
  await page.goto(`http://127.0.0.1:${project.port}/`)
  await expectInspected(page)
  await page.evaluate(() => wxInspector.ready)
})

test.describe('with https', () => {
  test('and a certificate that is trusted: all of it', async ({ playwright, launchOptions }) => {
    await using project = await startVite({ server: { https: makeCertificate() } })
    const args = [...(launchOptions.args ?? []), '--ignore-certificate-errors']
    await using browser = await playwright.chromium.launch({ ...launchOptions, args })
    const page = await browser.newPage({ locale: 'zh-CN' })
    const troubles = watch(page)
    await page.goto(`https://127.0.0.1:${project.port}/`)
    await expectInspected(page)
    await expectWorker(page)
    expect(troubles).toEqual([])
  })

  test('and a certificate of its own that a person let pass: the browser allows no worker', async ({ browser }) => {
    await using project = await startVite({ server: { https: makeCertificate() } })
    await using context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' })
    const page = await context.newPage()
    const troubles = watch(page)
    await page.goto(`https://127.0.0.1:${project.port}/`)
    await expectInspected(page)
    await expect(page.getByRole('region', { name: '提示' })).toContainText('这里不能用 Service Worker')
    // docs/hosts/vite.md names it.
    expect(troubles).toEqual(['An SSL certificate error occurred when fetching the script.'])
  })
})

for (const keepHost of [true, false]) {
  test(`behind a proxy that ${keepHost ? 'keeps the name of the site' : 'asks under a name of its own'}`, async ({ page }) => {
    await using project = await startVite()
    await using proxy = await proxyTo(project.port, { keepHost })
    await page.goto(`http://localhost:${proxy.port}/`)
    await expectInspected(page)
    await expectWorker(page)
  })
}

test('beside a proxy of Vite: calls of the app go to the server behind it, and are recorded', async ({ page }) => {
  await using api = await serve((request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ path: request.url }))
  })
  await using project = await startVite({ server: { proxy: { '/api': `http://127.0.0.1:${api.port}` } } })
  await page.goto(`http://127.0.0.1:${project.port}/`)
  await expectInspected(page)
  await expectWorker(page)
  expect(await page.evaluate(async () => (await fetch('/api/teas?page=1')).json())).toEqual({ path: '/api/teas?page=1' })
  await expect.poll(() => page.evaluate(() => wxInspector.tasks().at(-1)?.url)).toMatch(/\/api\/teas\?page=1$/)
})

test('in a server of the project itself (middleware mode), which hands its pages to Vite', async ({ page }) => {
  let handle: RequestListener = () => {}
  await using own = await serve((request, response) => handle(request, response))
  await using project = await startVite({ appType: 'custom', server: { middlewareMode: true, hmr: { server: own.server } } })
  handle = (request, response) =>
    project.server.middlewares(request, response, async () => {
      const html = await project.server.transformIndexHtml(request.url ?? '/', readFileSync(join(project.folder, 'index.html'), 'utf8'))
      response.setHeader('Content-Type', 'text/html').end(html)
    })
  await page.goto(`http://127.0.0.1:${own.port}/teas/1`)
  await expectInspected(page)
  await expectWorker(page)
})

test('a module that is changed takes its place, and the record and the panel stay', async ({ page }) => {
  await using project = await startVite()
  await page.goto(`http://127.0.0.1:${project.port}/`)
  await expectInspected(page)
  const first = await page.evaluateHandle(() => wxInspector)
  project.write({ 'src/greeting.js': "export const greeting = 'Good evening'\n" })
  await expect(page.getByRole('status').first()).toHaveText('Good evening')
  expect(await first.evaluate((before) => before === wxInspector)).toBe(true)
  expect(await page.evaluate(() => wxInspector.tasks().length)).toBe(1)
  await page.evaluate(() => new Promise((resolve) => wx.request({ url: 'https://api.example.com/hello', complete: resolve })))
  expect(await page.evaluate(() => wxInspector.tasks().length)).toBe(2)
  await expect(page.locator('wx-request-inspector')).toHaveCount(1)
})

test('a module named as setup brings what is no plain data, and loads the page anew when it changes', async ({ page }) => {
  const setup = (text: string) => ({
    'src/wx-inspector.js': `import { http, HttpResponse } from 'msw'
export default { handlers: [http.get('https://api.example.com/own', () => HttpResponse.json('${text}'))] }
`,
  })
  await using project = await startVite({}, { setup: '/src/wx-inspector.js' }, setup('from a handler'), (folder) => {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(join(ROOT, 'node_modules', 'msw'), join(folder, 'node_modules', 'msw'), 'junction')
  })
  await page.goto(`http://127.0.0.1:${project.port}/`)
  await expectInspected(page)
  const ask = async () => {
    const { result } = await callWx(page, { url: 'https://api.example.com/own' })
    return 'data' in result ? result.data : result.errMsg
  }
  expect(await ask()).toBe('from a handler')
  const reloaded = page.waitForEvent('load')
  project.write(setup('from a new handler'))
  await reloaded
  await expectInspected(page)
  expect(await ask()).toBe('from a new handler')
  await expect(page.locator('wx-request-inspector')).toHaveCount(1)
})

test('a build holds nothing of it', async () => {
  const { build } = await loadVite()
  const wxInspector = await loadPlugin()
  const traces = ['wx-request-inspector', 'wxInspector', 'wx-sw', 'mockServiceWorker', 'urlCheck']
  await using project = await startVite()
  await build({ root: project.folder, configFile: false, logLevel: 'error', plugins: [wxInspector({ rules: RULES })] })
  const dist = join(project.folder, 'dist')
  const texts = readdirSync(dist, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')] : [],
  )
  expect(texts.join('\n')).toContain('Good morning')
  for (const trace of traces) expect(texts.filter((text) => text.includes(trace))).toEqual([])
})
