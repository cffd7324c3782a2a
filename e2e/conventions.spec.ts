import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { expectFocus, expectFocusInPanel, pressTo, tabTo } from './drive/focus.ts'
import { expect, test } from './drive/test.ts'

const LIST = 'grid 请求列表'
/** What follows what is typed within some frames is asked for as often. */
const SOON = { intervals: [30] }

interface Entry {
  readonly url: string
  readonly method?: string
  readonly status?: number
  readonly sent?: Readonly<Record<string, string>>
  readonly answered?: readonly (readonly [string, string])[]
  readonly body?: string
  readonly text?: string
  readonly type?: string
  /** ms. */
  readonly wait?: number
}

const pairs = (header: readonly (readonly [string, string])[]) => header.map(([name, value]) => ({ name, value }))

/** Puts calls into the record as a HAR file would, with values that no server has to be asked for. */
async function bringIn(page: Page, entries: readonly Entry[]): Promise<void> {
  const har = {
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      entries: entries.map(({ url, method = 'GET', status = 200, sent = {}, answered = [], body, text = '', type, wait = 20 }, nth) => ({
        startedDateTime: new Date(Date.UTC(2026, 0, 1) + nth * 1000).toISOString(),
        time: wait,
        request: {
          method,
          url,
          headers: pairs(Object.entries(sent)),
          ...(body !== undefined && { postData: { mimeType: 'application/json', text: body } }),
        },
        response: {
          status,
          headers: pairs([['Content-Type', 'application/json'], ...answered]),
          content: { mimeType: 'application/json', size: text.length, text },
          ...(status === 0 && { _error: 'net::ERR_CONNECTION_REFUSED' }),
        },
        timings: { send: 0, wait, receive: 0 },
        ...(type && { _resourceType: type }),
      })),
    },
  }
  expect(await page.evaluate((file) => wxInspector.fromHar(file), har)).toEqual({ added: entries.length, skipped: [] })
}

test('every key of the list does what hands expect of it, and none is taken from the page', async ({ openPanel, page, panel }) => {
  await openPanel()
  await page.evaluate(() => {
    wxInspector.clear()
    for (let call = 1; call <= 60; call++) wx.request({ url: `https://unlisted.example/row/${call}` })
  })
  await expect(panel.frame.getByText('60 个请求', { exact: true })).toBeVisible()
  await panel.grid.focus()
  const cursor = () =>
    panel.grid.evaluate((grid) => {
      const row = (grid.getRootNode() as ShadowRoot).getElementById(grid.getAttribute('aria-activedescendant') ?? '')
      return Number(row?.getAttribute('aria-rowindex')) - 1
    })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const goes = async (key: string, to: number) => {
    await press(key)
    await expect.poll(cursor, key).toBe(to)
  }
  for (const [key, to] of [
    ['Home', 1],
    ['ArrowDown', 2],
    ['j', 3],
    ['k', 2],
    ['ArrowUp', 1],
    ['End', 60],
    ['Control+Home', 1],
    ['Control+End', 60],
    ['Home', 1],
  ] as const)
    await goes(key, to)
  await press('PageDown')
  await expect.poll(cursor).toBeGreaterThan(10)
  await press('PageUp')
  await expect.poll(cursor).toBe(1)

  const selected = panel.frame.getByText(/^已选 \d+ 个$/)
  await press('Shift+ArrowDown', 'Shift+ArrowDown')
  await expect(selected).toHaveText('已选 3 个')
  await press('Shift+End')
  await expect(selected).toHaveText('已选 60 个')
  await press('Home', 'Shift+PageDown')
  await expect.poll(cursor).toBeGreaterThan(10)
  await expect(selected).toHaveText(`已选 ${await cursor()} 个`)
  await press('End', 'Shift+PageUp')
  await expect.poll(cursor).toBeLessThan(50)
  await expect(selected).toHaveText(`已选 ${61 - (await cursor())} 个`)
  await press('End', 'Shift+Home')
  await expect(selected).toHaveText('已选 60 个')
  await press('Home', 'Shift+j', 'Shift+j', 'Shift+k')
  await expect(selected).toHaveText('已选 2 个')
  await press('Home', 'Control+a')
  await expect(selected).toHaveText('已选 60 个')
  await press('Shift+Space')
  await expect(selected).toHaveText('已选 59 个')
  await press('Escape')
  await expect(selected).toHaveCount(0)
  const nameOf = (nth: number) => panel.rows.nth(nth).getByRole('gridcell').nth(1)
  await nameOf(0).click({ modifiers: ['Control'] })
  await nameOf(3).click({ modifiers: ['Shift'] })
  await expect(selected).toHaveText('已选 4 个')
  await nameOf(1).click({ modifiers: ['Control'] })
  await expect(selected).toHaveText('已选 3 个')

  await panel.grid.focus()
  await press('Home', 'Enter')
  await expect(panel.details).toBeVisible()
  for (const [key, place] of [
    ['Control+]', /^tab /],
    ['Control+[', LIST],
    ['F6', /^tab /],
    ['Shift+F6', LIST],
  ] as const)
    await pressTo(page, key, place)
  await press('Escape')
  await expect(panel.details).toHaveCount(0)
  await press('Space')
  await expect(panel.details).toBeVisible()
  await press('F6', 'Control+f')
  await expectFocus(page, 'text 在详情中查找')
  await press('Escape')
  await expect(panel.details, 'Escape closes the search before the details').toBeVisible()
  await press('Escape')
  await expect(panel.details).toHaveCount(0)
  await press('m')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('Escape', 'ContextMenu')
  await expect(page.getByRole('menu', { name: '请求操作' })).toBeVisible()
  await press('Escape')
  await expectFocus(page, LIST)

  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    addEventListener('keydown', (event) => {
      if (event.defaultPrevented) heard.push(event.key)
      if (event.ctrlKey) event.preventDefault()
    })
  })
  await press('Control+r', 'Control+p', 'Control+f')
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([])
  await press('Control+e')
  await expect(panel.button('已暂停')).toBeVisible()
  await press('Meta+k')
  await expect(panel.rows).toHaveCount(0)
})

test('columns stand in their order, are chosen and sorted, and the summary tells how many, how large and how full', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await bringIn(page, [
    {
      url: 'https://a.example/one',
      text: 'x'.repeat(3000),
      wait: 300,
      sent: { Cookie: 'sid=1; theme=dark' },
      answered: [
        ['X-Trace', 'gamma'],
        ['Set-Cookie', 'seen=1'],
      ],
    },
    { url: 'https://a.example/two', status: 404, wait: 20, answered: [['x-trace', 'alpha']] },
    { url: 'https://a.example/three', answered: [['X-TRACE', 'Beta']] },
  ])
  await expect.poll(() => panel.columns()).toEqual(['#', '名称', '方法', '状态', '响应来源', '类型', '大小', '耗时', '瀑布图'])
  await panel.button('列').press('Enter')
  for (const name of ['URL', '域名', 'errno', 'Cookie', '设置 Cookie', '协议', '复用连接', '分块', '开始于', '响应头耗时'])
    await expect(page.getByRole('menuitemcheckbox', { name, exact: true })).toHaveAttribute('aria-checked', 'false')
  for (const name of ['域名', '设置 Cookie', 'Cookie']) await page.getByRole('menuitemcheckbox', { name, exact: true }).press('Space')
  await page.keyboard.press('Escape')
  await expect(panel.grid.getByRole('columnheader', { name: '域名' })).toBeVisible()
  const cookies = async () =>
    (await panel.table('名称', 'Cookie', '设置 Cookie')).map(([name = '', ...counts]) => [/one|two/.exec(name)?.[0], ...counts])
  await expect.poll(cookies).toContainEqual(['one', '2', '1'])
  await expect.poll(cookies).toContainEqual(['two', '', ''])

  const head = panel.grid.getByRole('columnheader', { name: /^大小/ })
  for (const order of ['descending', 'ascending', null]) {
    await head.getByRole('button').click()
    if (order) await expect(head).toHaveAttribute('aria-sort', order)
    else await expect(head).not.toHaveAttribute('aria-sort')
    await expect(panel.grid.locator('[aria-sort]')).toHaveCount(order ? 1 : 0)
    if (order === 'descending') await expect.poll(async () => (await panel.table('名称'))[0]?.[0]).toContain('one')
  }
  // A column of a response header, by the keys alone.
  await panel.button('列').press('Enter')
  await page.getByRole('menuitem', { name: '添加响应头列…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: '添加响应头列' })
  const field = dialog.getByRole('combobox', { name: '响应头名称' })
  await expect(field).toBeFocused()
  await field.fill('no blanks')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await field.fill('x-Trace')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const trace = panel.grid.getByRole('columnheader', { name: 'x-Trace' })
  expect((await panel.columns()).slice(-2)).toEqual(['x-Trace', '瀑布图'])
  await trace.getByRole('button').click()
  await expect(trace).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => (await panel.table('x-Trace')).flat()).toEqual(['alpha', 'Beta', 'gamma', ''])
  await trace.getByRole('button').click()
  await expect.poll(async () => (await panel.table('x-Trace')).flat()).toEqual(['gamma', 'Beta', 'alpha', ''])
  await panel.button('列').press('Enter')
  await page.getByRole('menuitemcheckbox', { name: 'x-Trace' }).press('Space')
  await page.keyboard.press('Escape')
  await expect(trace).toHaveCount(0)

  await panel.filter.fill('status:>=400')
  await expect(panel.frame.getByText('1 / 4 个请求', { exact: true })).toBeVisible()
  await expect(panel.frame.getByText(/4 \/ 5,000/)).toBeVisible()
  await expect(panel.frame.getByText(/\/ 64 MiB/)).toBeVisible()
})

test('every form of the filter finds what it means, in the words of Chrome, of whistle and ours', async ({ openPanel, page, panel }) => {
  await openPanel()
  await page.evaluate(() => wxInspector.clear())
  await bringIn(page, [
    { url: 'https://api.example.com/goods?id=1', text: '{"name":"tea pot"}', wait: 120, sent: { 'X-Trace': 'abc', Cookie: 'sid=s1' } },
    { url: 'https://api.example.com/cart', method: 'POST', status: 201, body: '{"add":"qilin"}', wait: 700 },
    {
      url: 'https://img.example.org/a.png',
      answered: [['Set-Cookie', 'theme=dark; Domain=example.org; Path=/img']],
      text: 'y'.repeat(2500),
    },
    { url: 'https://api.example.com/missing', status: 404, wait: 15 },
    { url: 'https://api.example.com/broken', status: 503, wait: 15 },
    { url: 'https://down.example.com/x', status: 0 },
    { url: 'http://plain.example.com/y', answered: [['X-Cache', 'HIT']] },
  ])
  await callWx(page, { url: 'https://api.hillside.example/v1/teas?page=1' })
  await expect(panel.rows).toHaveCount(8)
  const found = async () => {
    const names = (await panel.table('名称')).map(([name = '']) => /goods|cart|a\.png|missing|broken|teas|x|y/.exec(name)?.[0])
    return names.join(' ')
  }
  let before = ''
  for (const [query, names] of [
    ['', 'goods cart a.png missing broken x y teas'],
    // Chrome
    ['goods', 'goods'],
    ['-example.com', 'a.png teas'],
    ['/goo.s|CART/i', 'goods cart'],
    ['-/example\\.(com|org)/', 'teas'],
    ['method:post', 'cart'],
    ['-method:GET', 'cart'],
    ['status-code:404', 'missing'],
    ['domain:*.example.org', 'a.png'],
    ['domain:api.example.com status-code:201', 'cart'],
    ['mime-type:application/json -domain:api.*', 'a.png y'],
    ['larger-than:2k', 'a.png'],
    ['larger-than:1M', ''],
    ['scheme:http', 'y'],
    ['url:/cart', 'cart'],
    ['has-response-header:x-cache', 'y'],
    ['has-request-header:X-TRACE', 'goods'],
    ['response-header-set-cookie:theme', 'a.png'],
    ['set-cookie-name:theme', 'a.png'],
    ['set-cookie-value:dark', 'a.png'],
    ['set-cookie-domain:example.org', 'a.png'],
    ['cookie-name:sid', 'goods'],
    ['cookie-value:s1', 'goods'],
    ['cookie-domain:example.org', 'a.png'],
    ['cookie-path:/img', 'a.png'],
    ['resource-type:request', 'teas'],
    ['is:running', ''],
    // whistle
    ['m:POST', 'cart'],
    ['s:404', 'missing'],
    ['h:x-trace', 'goods'],
    ['b:qilin', 'cart'],
    ['t:application/json domain:img.*', 'a.png'],
    // ours
    ['status:4xx', 'missing'],
    ['status:>=400', 'missing broken'],
    ['status:400..499', 'missing'],
    ['status:4xx OR status:5xx', 'missing broken'],
    ['(status:4xx OR status:5xx) -broken', 'missing'],
    ['NOT (status:2xx OR is:failed)', 'missing broken'],
    ['domain:api.example.com AND method:GET AND status:2xx', 'goods'],
    ['duration:>500ms', 'cart'],
    ['duration:>0.1s duration:<0.5s domain:*.com', 'goods'],
    ['resp-body:"tea pot"', 'goods'],
    ['req-body:qilin', 'cart'],
    ['body:QILIN', 'cart'],
    ['is:failed', 'x'],
    ['mocked:yes', 'teas'],
    ['rule:"茶单 · 第"', 'teas'],
    ['is:pinned', ''],
    ['mocked:yes data-type:json', 'teas'],
    ['chunks:>=0 mocked:yes', 'teas'],
    ['header:"x-cache: hit"', 'y'],
    ['is:service-worker-intercepted scheme:http', 'y'],
    ['is:refused', ''],
    ['is:threw', ''],
    ['api:request', 'teas'],
    ['phase:download mocked:yes', 'teas'],
    ['phase:queue', ''],
    ['-mixed-content:displayed teas', 'teas'],
    ['aborted:yes', ''],
    ['mime-type:application/json -t:application/json', ''],
    // What means nothing is left out, and the rest filters on.
    ['status:abc cart', 'cart'],
    ['size:>=2k size:<3k', 'a.png'],
  ] as const) {
    // Else what the query before found would pass for it.
    if (names === before) {
      await panel.filter.fill('nothing-at-all')
      await expect.poll(found, SOON).toBe('')
    }
    await panel.filter.fill(query)
    await expect.poll(found, { ...SOON, message: query }).toBe(names)
    before = names
  }
  await panel.filter.fill('status:abc cart')
  await expect(panel.filter).toHaveAccessibleDescription(/status:abc/)
  // So is a pattern that is none.
  await panel.filter.fill('/[/ teas')
  await expect.poll(found, SOON).toBe('teas')
  await expect(panel.filter).toHaveAccessibleDescription(/\/\[\//)
  // What Chrome asks and a page does not get to know.
  for (const query of ['has-overrides:yes', 'priority:high', 'is:from-cache', 'is:service-worker-initiated', 'is:preloaded']) {
    await panel.filter.fill(`${query} teas`)
    await expect(panel.filter).toHaveAccessibleDescription(new RegExp(`${query}：页面无法获知`))
    await expect.poll(found, SOON).toBe('teas')
  }
  await page.evaluate(() => Object.assign(globalThis, { getCurrentPages: () => [{ route: 'pages/cart/index' }] }))
  await callWx(page, { url: 'https://unlisted.example/broken' })
  for (const query of ['errno:600002', 'e:>600000', 'page:cart/index', 'is:refused']) {
    await panel.filter.fill('nothing-at-all')
    await expect(panel.rows).toHaveCount(0)
    await panel.filter.fill(query)
    await expect(panel.rows).toHaveCount(1)
    await expect(panel.rows).toContainText('unlisted.example')
  }
})

test('the patterns of assistive technology hold: grid, waterfall, tabs, splitter, filter, toggles, menus and region', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await bringIn(
    page,
    Array.from({ length: 300 }, (_, nth) => ({ url: `https://a.example/row/${nth}` })),
  )
  await expect(panel.grid).toHaveAttribute('aria-rowcount', '302')
  await expect(panel.grid).toHaveAttribute('aria-colcount', /^\d+$/)
  await expect(panel.grid).toHaveAttribute('aria-multiselectable', 'true')
  await panel.grid.focus()
  await page.keyboard.press('Control+End')
  await expect(panel.rows.filter({ hasText: 'page=1' })).toHaveAttribute('aria-rowindex', '302')
  expect(await panel.rows.evaluateAll((rows) => rows.filter((row) => row.getAttribute('aria-selected') === null).length)).toBe(0)
  await expect(panel.row('page=1').getByRole('img', { name: /响应头/ })).toHaveCount(1)

  await page.keyboard.press('Enter')
  const tabs = panel.details.getByRole('tablist')
  await expect(tabs).toHaveAccessibleName(/.+/)
  const chosen = tabs.getByRole('tab', { selected: true })
  await expect(chosen).toHaveAttribute('aria-controls', (await panel.tab.getAttribute('id')) ?? '')
  await expect(tabs.locator('[tabindex="0"]')).toHaveCount(1)
  await chosen.focus()
  const names = await tabs.getByRole('tab').allInnerTexts()
  const [first, last] = [names[0], names.at(-1)?.split('\n')[0]].map((name) => new RegExp(`^tab ${name}`))
  if (!first || !last) throw new Error('the details have no tabs')
  // Arrows go round.
  for (const [key, tab] of [
    ['ArrowLeft', last],
    ['ArrowRight', first],
    ['End', last],
    ['Home', first],
  ] as const)
    await pressTo(page, key, tab)
  await expect(panel.tab).toHaveAttribute('tabindex', '0')

  const divider = panel.frame.getByRole('separator', { name: '列表与详情的分隔条' })
  for (const name of ['aria-valuenow', 'aria-valuemin', 'aria-valuemax', 'aria-controls']) await expect(divider).toHaveAttribute(name, /.+/)
  await divider.focus()
  const shareOf = async () => Number(await divider.getAttribute('aria-valuenow'))
  const before = await shareOf()
  const vertical = (await divider.getAttribute('aria-orientation')) === 'vertical'
  await page.keyboard.press(vertical ? 'ArrowLeft' : 'ArrowUp')
  await expect.poll(shareOf).toBeLessThan(before)
  await page.keyboard.press('Home')
  await expect(divider).toHaveAttribute('aria-valuenow', (await divider.getAttribute('aria-valuemin')) ?? '')

  await panel.filter.focus()
  await page.keyboard.type('sta')
  await expect(panel.filter).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(panel.filter).toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('Escape')
  await expect(panel.filter).toHaveAttribute('aria-expanded', 'false')
  await panel.filter.fill('row/29 -row/299')
  await expect(panel.frame.getByText(/^10 \/ 301 个请求$/)).toBeVisible()

  await expect(panel.button('记录中')).toHaveAttribute('aria-pressed', 'true')
  await panel.button('记录中').click()
  await expect(panel.button('已暂停')).toHaveAttribute('aria-pressed', 'false')
  for (const name of ['文件', '列']) {
    await panel.button(name).press('Enter')
    await expectFocus(page, /^menuitem/)
    await page.keyboard.press('Escape')
    await expectFocus(page, `button ${name}`)
  }
  await panel.button('文件').press('Enter')
  await page.getByRole('menuitem', { name: '新建请求…' }).press('Enter')
  await expect(page.getByRole('dialog', { name: '新建请求' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectFocus(page, 'button 文件', 'a dialog gives the focus back')

  await page.getByRole('button', { name: /^主题/ }).focus()
  await page.keyboard.press('Alt+Shift+W')
  await expectFocusInPanel(page, 'a panel in the page itself stays, and gets the focus')
  await page.goto('/e2e/pages/plain.html')
  await expect(panel.frame).toBeVisible()
  await pressTo(page, 'Tab', 'link 跳到请求面板')
  await page.keyboard.press('Enter')
  await expectFocusInPanel(page, 'the link leads into the panel')
  await tabTo(page, LIST)
  await page.keyboard.press('Alt+Shift+W')
  await expect(panel.frame).toBeHidden()
  await page.keyboard.press('Alt+Shift+W')
  await expect(panel.frame).toBeVisible()
  await expectFocusInPanel(page, 'the key that opens it takes the focus along')
})
