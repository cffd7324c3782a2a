import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import type { Panel } from './drive/panel.ts'
import { expect, test } from './drive/test.ts'
import { type LoopbackServer, startLoopbackServer } from './servers/loopback-server.ts'

const API = 'https://api.hillside.example'
const PORT = Number(process.env['WX_E2E_PORT'] ?? 4319)

/** What was recorded before the bad input is there, opens, and the next call is recorded like any other. */
async function expectAllAsBefore(page: Page, panel: Panel, url = `${API}/v1/teas/gaiwan`): Promise<void> {
  const first = panel.rows.first()
  await panel.expectRow(first, { '#': '1', 状态: '200' })
  await panel.open(first, '响应')
  await expect(panel.tab.getByRole('tree')).toBeVisible()
  const before = await panel.rows.count()
  const received = await callWx(page, { url })
  expect(received.result.errMsg).toBe('request:ok')
  await expect(panel.rows).toHaveCount(before + 1)
  await panel.expectRow(panel.rows.last(), { 状态: '200' })
}

test.describe('bad options', () => {
  for (const [what, code, type] of [
    ['nothing at all', 'wx.request()', 'Undefined'],
    ['null', 'wx.request(null)', 'Null'],
  ] as const) {
    test(`a call with ${what} gives undefined, is a row, and the panel says in both languages what is wrong`, async ({
      openPanel,
      panel,
      page,
    }) => {
      await openPanel()
      expect(await page.evaluate(`${code} === undefined`)).toBe(true)
      await panel.expectRow(panel.rows.last(), { 状态: /参数错误$/, 方法: 'GET', 大小: '–' })
      await panel.open(panel.rows.last())
      await expect(panel.details).toContainText(`参数应为 Object，传入的是 ${type}。请求没有发出。`)
      await expect(panel.details).toContainText(`"request:fail parameter error: parameter should be Object instead of ${type};"`)
      await panel.openTab('标头')
      await expect(panel.tab).toContainText('参数有误，没有形成请求。')
      await expectAllAsBefore(page, panel)

      await page.evaluate(() => wxInspector.setLanguage('en'))
      await expect(page.getByRole('grid', { name: 'Requests' }).getByRole('row').filter({ hasText: 'Bad parameter' })).toHaveCount(1)
    })
  }

  test('a url that is no string fails in both callbacks, before the call returns', async ({ openPanel, panel, page }) => {
    await openPanel()
    const order = await page.evaluate(() => {
      const received: string[] = []
      const option = { url: 42 as unknown as string, fail: (result: { errMsg: string }) => received.push(`fail ${result.errMsg}`) }
      const task = wx.request({ ...option, complete: () => received.push('complete') })
      return [...received, `returned ${typeof task}`]
    })
    expect(order).toEqual([
      'fail request:fail parameter error: parameter.url should be String instead of Number;',
      'complete',
      'returned undefined',
    ])
    await expectAllAsBefore(page, panel)
  })

  test('cyclic data fails with errno 600010, and the details show the cycle instead of following it', async ({
    openPanel,
    panel,
    page,
  }) => {
    await openPanel()
    const received = await page.evaluate(
      (url) =>
        new Promise<{ errno?: number; errMsg: string }>((resolve, reject) => {
          const tea: Record<string, unknown> = { name: '龙井' }
          tea['self'] = tea
          wx.request({ url, method: 'POST', data: tea, success: () => reject(new Error('it went out')), fail: resolve })
        }),
      `${API}/v1/orders`,
    )
    expect(received.errno).toBe(600010)
    expect(received.errMsg).toMatch(/^request:fail/)
    await panel.expectRow(panel.rows.last(), { 状态: 'data 无法序列化 · 600010' })
    await panel.open(panel.rows.last(), '载荷')
    await expect(panel.tab.getByRole('tree', { name: 'data' })).toContainText('[circular]')
    await expect(panel.details).toContainText('去掉循环引用和 BigInt。')
    await expectAllAsBefore(page, panel)
  })

  test('a header that is no object is left out with a warning, and one that is no legal header is dropped with its reason', async ({
    openPanel,
    panel,
    page,
  }) => {
    await openPanel()
    const url = `${API}/v1/teas/gaiwan`
    for (const header of ['text', 42, ['a', 'b'], null]) {
      const received = await callWx(page, { url, header: header as unknown as Record<string, unknown> })
      expect(received.result.errMsg).toBe('request:ok')
    }
    await expect(panel.rows).toHaveCount(5)
    await panel.open(panel.rows.nth(1))
    await expect(panel.tab).toContainText('header 不是普通对象，被忽略了（HDR-4）。')
    await panel.openTab('标头')
    expect(Object.keys(await panel.pairs('请求头（实际发出）')).sort()).toEqual(['Referer', 'content-type'])

    const received = await callWx(page, {
      url,
      header: { 'X-Lines': 'a\nb', 'bad name': '1', Referer: 'https://me.example', Host: 'x', 'X-Num': 7, 'X-Bool': true },
    })
    expect(received.result.errMsg).toBe('request:ok')
    await expect(panel.rows).toHaveCount(6)
    await panel.open(panel.rows.last(), '标头')
    expect(await panel.pairs('请求头（实际发出）')).toMatchObject({ 'X-Num': '7', 'X-Bool': '[object Boolean]' })
    const dropped = panel.tab.getByRole('table', { name: '没有发出的请求头' })
    await expect(dropped.getByRole('row').filter({ hasText: 'X-Lines' })).toContainText('值里有 HTTP 请求头不能用的字符（U+000A）')
    await expect(dropped.getByRole('row').filter({ hasText: 'bad name' })).toContainText('名称里有 HTTP 请求头不能用的字符（U+0020）')
    await expect(dropped.getByRole('row').filter({ hasText: 'Referer' })).toContainText('Referer 由微信设置，不能自定义（HDR-5）')
    await expect(dropped.getByRole('row').filter({ hasText: 'Host' })).toContainText('浏览器保留的请求头，页面不能设置（HDR-11）')
    await expectAllAsBefore(page, panel)
  })
})

test.describe('bad answers', () => {
  const LARGE = 50_000_000
  let server: LoopbackServer

  test.beforeAll(async () => {
    const line = Buffer.from(`${'0123456789'.repeat(99)}012345678\n`)
    server = await startLoopbackServer({
      '/large': (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': LARGE })
        response.end(Buffer.alloc(LARGE, line))
      },
      '/bytes': (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain' }).end(Buffer.from('caf\xe9 \xff\xfe', 'latin1'))
      },
      '/latin1': (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain; charset=iso-8859-1' }).end(Buffer.from('caf\xe9', 'latin1'))
      },
    })
  })
  test.afterAll(() => server.close())

  test.beforeEach(async ({ openPanel, page }) => {
    await openPanel()
    await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
  })

  test('an answer of 50 MB reaches the app whole, and its body is shown only when asked for', async ({ panel, page }) => {
    const size = await page.evaluate(
      (url) =>
        new Promise<number>((resolve, reject) => {
          wx.request({
            url,
            dataType: 'text',
            success: ({ data }) => resolve(data.length),
            fail: ({ errMsg }) => reject(new Error(errMsg)),
          })
        }),
      `${server.origin}/large`,
    )
    expect(size).toBe(LARGE)
    await panel.expectRow(panel.rows.last(), { 状态: '200', 大小: /^50\sMB$/, 响应来源: '真实网络' })
    await panel.open(panel.rows.last(), '响应')
    await expect(panel.tab).toContainText(/内容有 50\sMB，显示可能要花一点时间。|内容太大，超过了记录的上限，没有保留。/)
    await expectAllAsBefore(page, panel)
  })

  test('a body that is not UTF-8 fails as text with errno 602302, and arrives as an ArrayBuffer', async ({ panel, page }) => {
    const url = `${server.origin}/bytes`
    const received = await callWx(page, { url })
    expect(received).toMatchObject({ via: 'fail', result: { errno: 602302 } })
    await panel.expectRow(panel.rows.last(), { 状态: '响应不是 UTF-8 · 602302' })
    await panel.open(panel.rows.last())
    await expect(panel.details).toContainText('让服务端返回 UTF-8，或者用 responseType: "arraybuffer" 自己解码。')

    const bytes = await page.evaluate(
      (address) =>
        new Promise<number[]>((resolve) => {
          wx.request({ url: address, responseType: 'arraybuffer', success: ({ data }) => resolve([...new Uint8Array(data)]) })
        }),
      url,
    )
    expect(bytes).toEqual([0x63, 0x61, 0x66, 0xe9, 0x20, 0xff, 0xfe])
    await expect(panel.rows).toHaveCount(3)
    await panel.open(panel.rows.last(), '响应')
    await expect(panel.tab).toContainText('63 61 66 e9 20 ff fe')
    // A server that names its own encoding is believed.
    expect(await callWx(page, { url: `${server.origin}/latin1` })).toMatchObject({ via: 'success', result: { data: 'café' } })
    await expectAllAsBefore(page, panel)
  })
})

test.describe('a storage that refuses', () => {
  const cases = [
    {
      name: 'local storage that is full loses new settings, not the work, and says so in both languages',
      spoil: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        }
      },
      zh: '本地存储已满，新的设置和 Mock 没有存下来，刷新后会丢失。',
      en: 'Local storage is full: new settings and mocks were not saved and are lost on reload.',
    },
    {
      name: 'local storage that is blocked keeps settings until the page closes, and says so in both languages',
      spoil: () => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError')
          },
        })
      },
      zh: '浏览器不允许使用本地存储，设置和 Mock 只在关闭页面之前有效。',
      en: 'The browser does not allow local storage: settings and mocks last until this page is closed.',
    },
  ]
  for (const { name, spoil, zh, en } of cases) {
    test(name, async ({ openPanel, panel, page }) => {
      await page.addInitScript(spoil)
      await openPanel()
      const check = panel.frame.getByRole('group', { name: '校验合法域名' })
      await check.getByRole('button', { name: '关', exact: true }).click()
      await expect(check.getByRole('button', { name: '关', exact: true })).toHaveAttribute('aria-pressed', 'true')
      await expect(panel.notices.getByText(zh)).toHaveCount(1)
      await check.getByRole('button', { name: '拒绝', exact: true }).click()
      await expect(panel.notices.getByText(zh)).toHaveCount(1)
      await expectAllAsBefore(page, panel)

      await page.evaluate(() => wxInspector.setLanguage('en'))
      const english = page.getByRole('region', { name: 'Notices' })
      await expect(english.getByText(en)).toBeVisible()
      await english.getByRole('button', { name: 'Dismiss' }).click()
      await expect(english).toHaveCount(0)
    })
  }

  test('saved settings that make no sense are set aside, and the panel says so', async ({ openPanel, panel, page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('wx-request-inspector/changes/1', '{"platform":"toaster","urlCheck":"maybe"}')
      localStorage.setItem('wx-request-inspector.panel', '{not json')
    })
    await openPanel()
    await expect(panel.notices).toContainText('保存的设置有一部分无法识别，已改用默认值。')
    await expectAllAsBefore(page, panel)
  })
})

test.describe('a page without a service worker', () => {
  const zh = '这里不能用 Service Worker：wx.request 不受影响，但页面自己的 fetch 和 XHR 不会被模拟和记录。'
  const en =
    'There is no service worker here: wx.request still works, but fetch and XHR of the page itself are neither mocked nor recorded.'

  test('by choice (?sw=off): nothing is missing, so nothing is said', async ({ openPanel, panel, page }) => {
    await openPanel()
    expect(await page.evaluate(() => wxInspector.serviceWorker)).toBe('off')
    await expect(panel.notices).toHaveCount(0)
    await expectAllAsBefore(page, panel)
  })

  test('because the browser has none: said in both languages, and wx.request works', async ({ openDemo, panel, page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
    })
    await openDemo()
    expect(await page.evaluate(() => wxInspector.serviceWorker)).toBe('unavailable')
    await expect(panel.notices.getByText(zh)).toBeVisible()
    await expectAllAsBefore(page, panel)
    await page.evaluate(() => wxInspector.setLanguage('en'))
    await expect(page.getByRole('region', { name: 'Notices' }).getByText(en)).toBeVisible()
  })

  test('because the origin is not secure: said, and wx.request works', async ({ panel, page }) => {
    await page.goto(`http://host.test:${PORT}/?panel=only`)
    await expect(panel.rows).toHaveCount(0)
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await expect(panel.notices.getByText(zh)).toBeVisible()
    await callWx(page, { url: `${API}/v1/teas/gaiwan` })
    await expectAllAsBefore(page, panel)
  })
})

test.describe('a host page that is strict', () => {
  test('with a strict content security policy and Trusted Types: the panel keeps to it, and says what it cannot do', async ({
    panel,
    page,
  }) => {
    await page.addInitScript(() => {
      const broken: string[] = []
      Object.assign(window, { broken })
      addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => broken.push(`${effectiveDirective}: ${sample}`))
    })
    await page.goto('/e2e/pages/strict.html')
    await page.getByRole('button', { name: 'Call' }).click()
    await panel.expectRow(panel.rows.first(), { 名称: 'hello', 状态: '200', 响应来源: 'hello' })
    await expect(page.getByRole('status').filter({ hasText: 'request:ok' })).toBeVisible()
    await expect(panel.notices).toContainText('这里不能用 Service Worker')
    // The styles came in, without a style element or an inline style that the policy forbids.
    await expect(panel.button('全部')).toHaveCSS('border-radius', /[1-9]/)
    await panel.chooseView('合法域名')
    await panel.chooseView('请求')
    await expectAllAsBefore(page, panel, 'https://api.example.com/hello')
    // All that was asked for in vain is the worker, which such a page cannot have. There is no way to know that without asking.
    expect(await page.evaluate('broken')).toEqual(['require-trusted-types-for: Worker constructor|/wx-sw.js'])

    // An HTML body is not shown as a page: the policy forbids it. The text is.
    await page.evaluate(() =>
      wxInspector.setRules([
        {
          id: 'page',
          name: 'page',
          enabled: true,
          when: { url: 'https://api.example.com/page' },
          respond: { kind: 'response', headers: { 'Content-Type': 'text/html' }, body: { text: '<h1>tea</h1>' } },
        },
      ]),
    )
    await callWx(page, { url: 'https://api.example.com/page' })
    await panel.open(panel.row('page'), '响应')
    await panel.tab.getByRole('button', { name: 'HTML', exact: true }).click()
    await expect(panel.tab).toContainText('当前页面的安全策略（Trusted Types）不允许显示 HTML 预览，请看“文本”。')
    await panel.tab.getByRole('button', { name: '文本', exact: true }).click()
    await expect(panel.tab).toContainText('<h1>tea</h1>')
  })

  test('where the policy of the page stops a call to the network, the details say so', async ({ panel, page }) => {
    await page.goto('/e2e/pages/strict.html')
    await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
    const received = await callWx(page, { url: 'https://elsewhere.test/data' })
    expect(received).toMatchObject({ via: 'fail', result: { errno: 600001 } })
    await panel.open(panel.row('data'))
    await expect(panel.details).toContainText('当前页面的内容安全策略（connect-src）不允许访问这个地址。真机上没有这条限制。')
    await page.evaluate(() => void wx.connectSocket({ url: 'wss://elsewhere.test/socket' }))
    await panel.open(panel.row('socket'))
    await expect(panel.details).toContainText('当前页面的内容安全策略（connect-src）不允许访问这个地址。真机上没有这条限制。')
  })

  test('from disk (file://): the panel opens, rules answer, and the missing service worker is told', async ({ panel, page }) => {
    await page.goto(new URL('pages/plain.html', import.meta.url).href)
    expect(fileURLToPath(page.url())).toMatch(/plain\.html$/)
    await page.getByRole('button', { name: 'Call' }).click()
    await panel.expectRow(panel.rows.first(), { 状态: '200' })
    await expect(panel.notices).toContainText('这里不能用 Service Worker')
    await expectAllAsBefore(page, panel, 'https://api.example.com/hello')
  })
})
