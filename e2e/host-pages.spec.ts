import type { Locator, Page } from '@playwright/test'
import { bundleClient } from './clients/bundle-client.ts'
import { callWx } from './drive/call-wx.ts'
import type { Panel } from './drive/panel.ts'
import { expect, test } from './drive/test.ts'

const HELLO = 'https://api.example.com/hello'

/** What would give a foreign style away. Lengths that follow the room the panel has are left out. */
const LOOKS = [
  'align-items',
  'background-color',
  'border-bottom-color',
  'border-bottom-style',
  'border-bottom-width',
  'border-top-left-radius',
  'box-sizing',
  'color',
  'cursor',
  'direction',
  'display',
  'float',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'margin-bottom',
  'margin-left',
  'opacity',
  'padding-bottom',
  'padding-left',
  'position',
  'text-align',
  'text-transform',
  'visibility',
  'white-space',
  'word-spacing',
] as const

function looksOf(element: Locator): Promise<Record<string, string>> {
  return element.evaluate((node, names) => {
    const style = getComputedStyle(node)
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))
  }, LOOKS)
}

/** The looks of one element of each sort, with the details of the first call open. */
async function looksOfPanel(panel: Panel): Promise<Record<string, Record<string, string>>> {
  await panel.open(panel.rows.first(), '标头')
  const { frame, grid, details, filter } = panel
  const parts: Record<string, Locator> = {
    filter,
    clear: panel.button('清空'),
    segment: panel.button('全部'),
    check: frame.getByRole('group', { name: '校验合法域名' }).getByRole('button').first(),
    grid,
    head: grid.getByRole('columnheader').nth(1),
    headButton: grid.getByRole('columnheader').nth(1).getByRole('button'),
    cell: panel.rows.first().getByRole('gridcell').nth(1),
    waterfall: frame.locator('canvas').first(),
    tab: details.getByRole('tab', { name: '耗时' }),
    heading: details.getByRole('heading', { level: 3 }).first(),
    table: details.getByRole('table').first(),
    value: details.getByRole('table').first().getByRole('cell').first(),
    details,
  }
  const looks: Record<string, Record<string, string>> = {}
  for (const [name, part] of Object.entries(parts)) looks[name] = await looksOf(part)
  return looks
}

/** How the panel looks where nothing disturbs it. */
async function looksInTheDemo(page: Page): Promise<Record<string, Record<string, string>>> {
  const demo = await page.context().newPage()
  const { Panel } = await import('./drive/panel.ts')
  await demo.goto('/?panel=only&sw=off&theme=light')
  await callWx(demo, { url: 'https://api.hillside.example/v1/teas/gaiwan' })
  const looks = await looksOfPanel(new Panel(demo))
  await demo.close()
  return looks
}

test.describe('the panel in a host page with strong styles', () => {
  test('docked by one script tag, it looks as it does in the demo', async ({ panel, page }) => {
    await page.goto('/e2e/pages/plain.html')
    await page.getByRole('button', { name: 'Call' }).click()
    await panel.expectRow(panel.rows.first(), { 状态: '200' })
    expect(await looksOfPanel(panel)).toEqual(await looksInTheDemo(page))
    await expect(page.locator('wx-request-inspector')).toHaveCSS('opacity', '1')
  })

  test('mounted into an element of the page, it looks the same', async ({ panel, page }) => {
    await page.goto('/e2e/pages/bare.html')
    await page.addStyleTag({ url: '/e2e/pages/host.css' })
    await page.addScriptTag({ content: await bundleClient('own-handlers') })
    await callWx(page, { url: HELLO })
    await panel.expectRow(panel.rows.first(), { 状态: '200' })
    expect(await looksOfPanel(panel)).toEqual(await looksInTheDemo(page))
  })

  test('closed, it leaves a round button that looks the same as well, and opens it again', async ({ panel, page }) => {
    await page.goto('/e2e/pages/plain.html')
    await expect(panel.frame).toBeVisible()
    await panel.button('收起面板').click()
    await expect(panel.frame).toBeHidden()
    const launcher = page.getByRole('button', { name: '打开请求面板' })
    await expect(launcher).toBeFocused()
    await expect(launcher).toHaveCSS('letter-spacing', 'normal')
    await expect(launcher).toHaveCSS('text-transform', 'none')
    await expect(launcher).toHaveCSS('font-style', 'normal')
    await expect(launcher).toHaveCSS('word-spacing', '0px')
    await launcher.click()
    await expect(panel.frame).toBeVisible()
  })

  test('Alt+Shift+W puts it away and opens it from anywhere in the page, and brings the focus along', async ({ page, panel }) => {
    await page.goto('/e2e/pages/plain.html')
    await expect(panel.frame).toBeVisible()
    await page.getByRole('button', { name: 'Call' }).focus()
    await page.keyboard.press('Alt+Shift+W')
    await expect(panel.frame).toBeHidden()
    await expect(page.getByRole('button', { name: 'Call' })).toBeFocused()
    await page.keyboard.press('Alt+Shift+W')
    await expect(panel.frame).toBeVisible()
    await expect(panel.grid).toBeFocused()

    // Gone with the inspector.
    await page.evaluate(() => wxInspector.uninstall())
    await page.keyboard.press('Alt+Shift+W')
    await expect(panel.frame).toBeVisible()
  })

  test("changes none of the host's own elements but the room at its foot, and that only while it is open", async ({ page, panel }) => {
    const all = () =>
      page.evaluate(() =>
        Object.fromEntries(
          ['html', 'body', 'h1', 'p', '#call', '#result'].map((selector) => {
            const style = getComputedStyle(document.querySelector(selector) as Element)
            return [selector, Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]))]
          }),
        ),
      )
    await page.route('**/wx-request-inspector.iife.js', (route) =>
      route.fulfill({ body: 'globalThis.wxInspector = { configure() {}, setRules() {} }' }),
    )
    await page.goto('/e2e/pages/plain.html')
    const without = await all()
    await page.unroute('**/wx-request-inspector.iife.js')
    await page.reload()
    await expect(panel.frame).toBeVisible()
    // What has the whole page as its measure follows the room.
    const { html: open, ...inside } = await all()
    const { html: closed, ...insideBefore } = without
    const changed = Object.keys(closed ?? {}).filter((name) => open?.[name] !== closed?.[name])
    expect(
      changed.filter(
        (name) => !/^(?:(?:scroll-)?padding-(?:bottom|block-end)|(?:perspective|transform)-origin|height|block-size)$/.test(name),
      ),
    ).toEqual([])
    expect(inside).toEqual(insideBefore)
    expect(
      await page.evaluate(() => ({
        sheets: document.styleSheets.length,
        adopted: document.adoptedStyleSheets.length,
        styles: document.querySelectorAll('style').length,
        beside: [...document.documentElement.children].map((child) => child.localName),
      })),
    ).toEqual({ sheets: 1, adopted: 0, styles: 0, beside: ['head', 'wx-request-inspector-skip', 'body', 'wx-request-inspector'] })
    await page.keyboard.press('Alt+Shift+W')
    await expect(panel.frame).toBeHidden()
    await expect.poll(all).toEqual(without)
  })
})

test.describe('wx in a page that has one', () => {
  test('is added to, never replaced, and uninstall puts back what was there', async ({ page, panel }) => {
    await page.addInitScript(() => {
      const own = { request: () => 'the own request', login: () => 'the own login', version: 1 }
      Object.assign(globalThis, { wx: own, ownWx: own })
    })
    await page.goto('/e2e/pages/plain.html')
    await page.getByRole('button', { name: 'Call' }).click()
    await panel.expectRow(panel.rows.first(), { 状态: '200' })
    const state = () =>
      page.evaluate(() => {
        const page = globalThis as unknown as { wx: { login(): string; version: number; request(option: object): unknown }; ownWx: object }
        return {
          same: page.wx === page.ownWx,
          login: page.wx.login(),
          version: page.wx.version,
          ownRequest: page.wx.request({ url: 'https://api.example.com/hello' }) === 'the own request',
          keys: Object.keys(page.wx).sort(),
          handle: 'wxInspector' in globalThis,
        }
      })
    const own = { same: true, login: 'the own login', version: 1, keys: ['login', 'request', 'version'] }
    expect(await state()).toEqual({ ...own, keys: expect.arrayContaining(own.keys), ownRequest: false, handle: true })
    await page.evaluate(() => wxInspector.uninstall())
    expect(await state()).toEqual({ ...own, ownRequest: true, handle: false })
  })

  test('goes away again where there was none', async ({ page }) => {
    await page.goto('/e2e/pages/plain.html')
    expect(await page.evaluate(() => [typeof wx, typeof wxInspector])).toEqual(['object', 'object'])
    await page.evaluate(() => wxInspector.uninstall())
    expect(await page.evaluate(() => [typeof globalThis.wx, 'wx' in globalThis, 'wxInspector' in globalThis])).toEqual([
      'undefined',
      false,
      false,
    ])
  })

  test('is installed once: a second script tag says so instead of nesting', async ({ page, uncaught }) => {
    await page.goto('/e2e/pages/plain.html')
    await page.addScriptTag({ url: '/dist/wx-request-inspector.iife.js' })
    await expect.poll(() => uncaught.length).toBe(1)
    expect(uncaught.pop()?.message).toContain('An inspector is installed here already.')
    await expect(page.locator('wx-request-inspector')).toHaveCount(1)
  })
})

test.describe('mocked Set-Cookie lines', () => {
  test('reach res.cookies, and neither document.cookie nor any storage of the host', async ({ page, context, panel }) => {
    await page.goto('/e2e/pages/plain.html')
    await page.evaluate(() => wxInspector.ready)
    const received = await callWx(page, { url: HELLO })
    expect(received).toMatchObject({ via: 'success', result: { cookies: ['sid=1; Path=/', 'theme=dark; Path=/; HttpOnly'] } })
    await panel.open(panel.rows.first(), 'Cookie')
    await expect(panel.tab.getByRole('table', { name: '响应设置的 Cookie' })).toContainText('HttpOnly')
    await expectNoTrace(page)
    expect(await context.cookies()).toEqual([])
  })
})

test.describe("the page's own fetch and XHR", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/e2e/pages/plain.html')
    await page.evaluate(() => wxInspector.ready)
    expect(await page.evaluate(() => wxInspector.serviceWorker)).toBe('active')
  })

  test('are answered by the rules and stand in the list as their own kind', async ({ page, panel, context }) => {
    const byFetch = await page.evaluate(async (url) => {
      const response = await fetch(url, { credentials: 'include', headers: { 'X-Tea': 'green' } })
      return { status: response.status, data: await response.json() }
    }, HELLO)
    expect(byFetch).toEqual({ status: 200, data: { hello: 'world' } })
    const byXhr = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest()
          request.withCredentials = true
          request.onload = () => resolve([request.status, request.responseText])
          request.open('GET', url)
          request.send()
        }),
      HELLO,
    )
    expect(byXhr).toEqual([200, '{"hello":"world"}'])

    await expect(panel.rows).toHaveCount(2)
    for (const index of [0, 1])
      await panel.expectRow(panel.rows.nth(index), {
        名称: 'hello',
        方法: 'GET',
        状态: '200',
        类型: 'fetch',
        响应来源: 'hello',
        大小: /17\sB/,
      })
    await panel.open(panel.rows.first(), '标头')
    expect(await panel.pairs('请求头（实际发出）')).toMatchObject({ 'x-tea': 'green' })
    await panel.openTab('响应')
    await expect(panel.tab.getByRole('tree')).toContainText('"world"')
    await panel.openTab('域名校验')
    await expect(panel.tab).toContainText('这是页面自己的 fetch 或 XHR，微信的合法域名列表管不到它。')
    await panel.openTab('Cookie')
    await expect(panel.tab.getByRole('table', { name: '响应设置的 Cookie' })).toContainText('sid')

    await expectNoTrace(page)
    expect(await context.cookies()).toEqual([])

    await callWx(page, { url: HELLO })
    await expect(panel.rows).toHaveCount(3)
    await panel.frame.getByRole('group', { name: '请求类型' }).getByRole('button', { name: 'fetch / XHR' }).click()
    await expect(panel.rows).toHaveCount(2)
  })

  test('go to the real network when no rule takes them, with what came back', async ({ page, panel }) => {
    const text = await page.evaluate(async () => (await fetch('/e2e/pages/host.css')).text())
    expect(text).toContain('A host page at its worst')
    await panel.expectRow(panel.row('host.css'), { 状态: '200', 类型: 'fetch', 响应来源: '真实网络' })
    await panel.open(panel.row('host.css'), '响应')
    await expect(panel.tab).toContainText('A host page at its worst')
    await panel.close()

    const message = await page.evaluate(() => fetch('http://127.0.0.1:9/closed').catch((error: Error) => error.message))
    expect(message).toBe('Failed to fetch')
    await panel.expectRow(panel.row('closed'), { 状态: '网络错误 · ERR_FAILED', 类型: 'fetch', 响应来源: '真实网络' })
  })

  test('keep their own calls apart from those of wx: a wx.request is recorded once', async ({ page, panel }) => {
    await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
    const origin = new URL(page.url()).origin
    expect((await callWx(page, { url: `${origin}/e2e/pages/host.css`, dataType: 'text' })).via).toBe('success')
    await panel.expectRow(panel.row('host.css'), { 类型: 'request', 响应来源: '真实网络' })
    await expect(panel.rows).toHaveCount(1)
  })
})

test.describe("a project's own MSW handlers", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/e2e/pages/bare.html')
    await page.addScriptTag({ content: await bundleClient('own-handlers') })
  })

  test('answer wx.request, cookies included', async ({ page, panel }) => {
    expect(await callWx(page, { url: HELLO })).toMatchObject({
      via: 'success',
      result: { data: { hello: 'world' }, cookies: ['own=1; Path=/'] },
    })
    await panel.expectRow(panel.rows.first(), { 状态: '200', 响应来源: /hello/ })
    await expectNoTrace(page)
  })

  test('that throw fail the call with a clear message, and the next call is answered', async ({ page, panel }) => {
    for (const [path, message] of [
      ['throws', 'the kettle fell over'],
      ['rejects', 'and the cups too'],
    ] as const) {
      const received = await callWx(page, { url: `https://api.example.com/${path}` })
      expect(received).toMatchObject({ via: 'fail', result: { errMsg: expect.stringMatching(/^request:fail/) } })
      await panel.open(panel.row(path))
      await expect(panel.details).toContainText('处理这次请求的 Mock 规则或 handler 抛出了错误：')
      await expect(panel.details).toContainText(message)
    }
    expect((await callWx(page, { url: HELLO })).via).toBe('success')
    await expect(panel.rows).toHaveCount(3)
  })
})

/** Nothing of the mocks is in any store that the host page can read. */
async function expectNoTrace(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(stored).not.toMatch(/sid|theme=dark|own=1|cookie/i)
}
