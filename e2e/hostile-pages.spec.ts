import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../tools/ensure-install.mjs'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'
import { serve } from './servers/serve.ts'

const FILE = '/dist/wx-request-inspector.iife.js'
const HELLO = 'https://api.example.com/hello'

/** Puts the one script tag into a page that has none, with the attributes given. */
function addScript(page: Page, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
  return page.evaluate(
    ([src, given]) =>
      new Promise<void>((resolve) => {
        const script = document.createElement('script')
        for (const [name, value] of Object.entries(given)) script.setAttribute(name, value)
        script.src = src
        script.onload = () => resolve()
        document.head.append(script)
      }),
    [FILE, attributes] as const,
  )
}

async function openWithScript(page: Page, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto('/e2e/pages/bare.html')
  await addScript(page, attributes)
  await page.evaluate(async (url) => {
    await wxInspector.ready
    wxInspector.setRules([
      { id: 'hello', name: 'hello', enabled: true, when: { url }, respond: { kind: 'response', body: { json: { hello: 'world' } } } },
    ])
  }, HELLO)
}

test.describe('a wx that the page made', () => {
  for (const fix of ['freeze', 'seal'] as const) {
    test(`and does not let be changed (${fix}): the error says what to do, and the page is as it was`, async ({ page, uncaught }) => {
      await page.addInitScript((how) => {
        const own = { request: () => 'mine', login: () => 'in' }
        Object.assign(globalThis, { wx: how === 'freeze' ? Object.freeze(own) : Object.seal(own) })
      }, fix)
      await page.goto('/e2e/pages/bare.html')
      await addScript(page)
      await expect.poll(() => uncaught.length).toBe(1)
      expect(uncaught.pop()?.message).toMatch(
        /its wx is frozen, sealed or has fixed members.*Nothing was changed\. Call install\(\) before/s,
      )
      const state = () =>
        page.evaluate(() => [Object.keys(wx), (wx as unknown as { request(): string }).request(), 'wxInspector' in globalThis])
      expect(await state()).toEqual([['request', 'login'], 'mine', false])
      await expect(page.locator('wx-request-inspector')).toHaveCount(0)
    })
  }

  test('by a getter: its calls are recorded', async ({ page, panel }) => {
    await page.addInitScript(() => {
      const own = { request: () => 'mine' }
      Object.defineProperty(globalThis, 'wx', { configurable: true, get: () => own })
    })
    await openWithScript(page)
    expect((await callWx(page, { url: HELLO })).via).toBe('success')
    await panel.expectRow(panel.rows.first(), { 状态: /200/ })
  })
})

test('a page that adds to the prototypes of the language: calls are made and recorded as they are', async ({ page, panel }) => {
  await page.addInitScript(() => {
    Object.assign(Object.prototype, { extend() {} })
    Object.assign(Array.prototype, { toJSON: () => 'patched' })
  })
  await openWithScript(page)
  expect(await callWx(page, { url: HELLO, data: { tea: 'gaiwan' } })).toMatchObject({
    via: 'success',
    result: { data: { hello: 'world' } },
  })
  await panel.expectRow(panel.rows.first(), { 名称: /hello/, 状态: /200/ })
  expect(await page.evaluate(() => wxInspector.tasks()[0]?.url)).toBe(`${HELLO}?tea=gaiwan`)
})

for (const place of ['data', 'header'] as const) {
  test(`options that throw when they are read (${place}): wx.request throws nothing, and one of its callbacks tells`, async ({
    page,
    panel,
  }) => {
    await openWithScript(page)
    const outcome = await page.evaluate(
      ([url, name]) =>
        new Promise<string>((resolve) => {
          const trap = new Proxy(
            {},
            {
              ownKeys() {
                throw new Error('a trap of the app')
              },
              get() {
                throw new Error('a trap of the app')
              },
            },
          )
          try {
            wx.request({
              url,
              method: 'POST',
              [name]: name === 'data' ? trap : { 'X-Tea': trap },
              success: () => resolve('success'),
              fail: ({ errMsg }: { errMsg: string }) => resolve(errMsg),
            } as never)
          } catch (thrown) {
            resolve(`thrown: ${thrown}`)
          }
        }),
      [HELLO, place] as const,
    )
    expect(outcome).toMatch(/^(success|request:fail)/)
    await expect(panel.rows).toHaveCount(1)
  })
}

test('a success that throws what has no words: complete runs, and the record tells of both', async ({ page, panel, uncaught }) => {
  await openWithScript(page)
  const completed = await page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const no = () => {
          throw new Error('no words')
        }
        wx.request({
          url,
          success() {
            throw Object.assign(Object.create(null), { toString: no, valueOf: no, toJSON: no })
          },
          complete: ({ errMsg }) => resolve(errMsg),
        })
      }),
    HELLO,
  )
  expect(completed).toBe('request:ok')
  await panel.expectRow(panel.rows.first(), { 名称: 'hello' })
  const delivered = () =>
    page.evaluate(() =>
      wxInspector.events().flatMap((event) => (event.type === 'delivered' ? [[event.callback, event.threw !== undefined]] : [])),
    )
  await expect.poll(delivered).toEqual([
    ['success', true],
    ['complete', false],
  ])
  // What the app threw is the page's own to report.
  uncaught.length = 0
})

test.describe('the one script tag', () => {
  test('reads its options from data- attributes', async ({ page }) => {
    await page.goto('/e2e/pages/bare.html')
    await addScript(page, {
      'data-service-worker': 'off',
      'data-domain-check': 'enforce',
      'data-language': 'en',
      'data-theme': 'dark',
    })
    await expect(page.getByRole('region', { name: 'Request inspector', exact: true })).toBeVisible()
    await expect(page.locator('wx-request-inspector')).toHaveAttribute('data-theme', 'dark')
    expect(await page.evaluate(() => wxInspector.ready.then(() => wxInspector.serviceWorker))).toBe('off')
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    expect(await callWx(page, { url: HELLO })).toMatchObject({ via: 'fail', result: { errno: 600002 } })
  })

  test('leaves the panel closed where data-open is false, and takes another address of the worker', async ({ page, panel }) => {
    await page.goto('/e2e/pages/bare.html')
    await addScript(page, { 'data-open': 'false', 'data-service-worker': '/none.js' })
    expect(await page.evaluate(() => wxInspector.ready.then(() => wxInspector.serviceWorker))).toBe('unavailable')
    await expect(panel.frame).toHaveCount(0)
    await page.evaluate(() => wxInspector.open())
    await expect(panel.frame).toBeVisible()
  })

  test('says which attribute is wrong', async ({ page, uncaught }) => {
    await page.goto('/e2e/pages/bare.html')
    await addScript(page, { 'data-domain-check': 'strict' })
    await expect.poll(() => uncaught.length).toBe(1)
    expect(uncaught.pop()?.message).toContain('data-domain-check="strict": it must be enforce or report.')
  })

  test('alone on a site: the console stays clean, and a first call is answered', async ({ page, panel }) => {
    const troubles: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
    })
    const file = readFileSync(join(ROOT, FILE), 'utf8')
    await using site = await serve((request, response) => {
      const { url = '/' } = request
      if (url === '/')
        response.setHeader('Content-Type', 'text/html').end('<!doctype html><link rel="icon" href="data:,"><script src="/one.js"></script>')
      else if (url === '/one.js') response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(file)
      else if (url === '/teas') response.setHeader('Content-Type', 'application/json').end('["gaiwan"]')
      else response.writeHead(404).end()
    })
    const origin = `http://127.0.0.1:${site.port}`
    await page.goto(origin)
    await expect(panel.frame).toBeVisible()
    await page.evaluate(() => wxInspector.ready)
    // The line that the empty list offers.
    await page.evaluate(await panel.frame.getByText(/^wx\.request\(/).innerText())
    await panel.expectRow(panel.rows.first(), { 状态: /200.*真机会拒绝/ })
    expect(await callWx(page, { url: `${origin}/teas` })).toMatchObject({ via: 'success', result: { data: ['gaiwan'] } })
    await panel.expectRow(panel.row('teas'), { 状态: /200.*真机会拒绝/ })
    // It would have been refused on a phone, and the record says so.
    expect(await page.evaluate(() => wxInspector.tasks()[0]?.check)).toMatchObject({ verdict: 'refused', reported: true })
    expect(troubles).toEqual([])
  })
})

test('a worker that cannot be updated goes on, and the page hears of no error', async ({ context, page }) => {
  // MSW's worker goes with the last page that has it.
  const other = await context.newPage()
  await other.goto('/e2e/pages/plain.html')
  await other.evaluate(() => wxInspector.ready)
  await page.addInitScript(() => {
    ServiceWorkerRegistration.prototype.update = async () => {
      Object.assign(globalThis, { updatesFailed: true })
      throw new TypeError('Failed to update a ServiceWorker: the script is not there.')
    }
  })
  await page.goto('/e2e/pages/plain.html')
  await page.evaluate(() => wxInspector.ready)
  expect(await page.evaluate(() => [Reflect.get(globalThis, 'updatesFailed'), wxInspector.serviceWorker])).toEqual([true, 'active'])
})
