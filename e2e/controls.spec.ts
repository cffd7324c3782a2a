import type { Page } from '@playwright/test'
import type { RequestFail } from '../src/contract/wx/wx.ts'
import { callWx } from './drive/call-wx.ts'
import { expectFocusInPanel } from './drive/focus.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'
const HANG = `${API}/v1/trouble/hang`

/** Starts calls that nobody ever answers; what their `fail` is told is in `toldInPage`. */
function startHanging(page: Page, count: number): Promise<void> {
  return page.evaluate(
    ({ url, count }) => {
      const received: RequestFail[] = []
      Object.assign(globalThis, { receivedInPage: received })
      for (let call = 1; call <= count; call++) wx.request({ url, data: { call }, fail: (result) => received.push(result) })
    },
    { url: HANG, count },
  )
}

const receivedInPage = (page: Page) => page.evaluate(() => (globalThis as unknown as { receivedInPage: RequestFail[] }).receivedInPage)

test.beforeEach(({ openPanel }) => openPanel())

test.describe('abort', () => {
  test('ends one call from its row: the app gets request:fail abort, and the row says so', async ({ panel, page }) => {
    await startHanging(page, 2)
    await panel.expectRow(panel.row('call=1'), { 状态: /等待响应/, 瀑布图: /还在进行$/ })
    await panel.row('call=1').getByRole('button', { name: '中止 hang' }).click()
    await panel.expectRow(panel.row('call=1'), { 状态: '已中止', 瀑布图: /中止于/ })
    expect(await receivedInPage(page)).toEqual([expect.objectContaining({ errMsg: 'request:fail abort' })])
    await panel.expectRow(panel.row('call=2'), { 状态: /等待响应/ })
  })

  test('ends a call from its details, which then show the fail that the app got', async ({ panel, page }) => {
    await startHanging(page, 1)
    await panel.open(panel.row('call=1'))
    await panel.details.getByRole('button', { name: '中止', exact: true }).click()
    await expect(panel.details).toContainText('在面板里按了中止。')
    await expect(panel.details).toContainText('fail({"errMsg":"request:fail abort"')
    expect(await receivedInPage(page)).toEqual([expect.objectContaining({ errMsg: 'request:fail abort' })])
    await expect(panel.details.getByRole('button', { name: '中止', exact: true })).toHaveCount(0)
    await panel.openTab('事件')
    await expect(panel.tab.getByRole('listitem').last()).toContainText('fail()')
  })

  test('ends all that is unfinished, those in line too, and no slot stays taken', async ({ panel, page }) => {
    await startHanging(page, 12)
    await expect(panel.row(/hang/).filter({ hasText: '等待响应' })).toHaveCount(10)
    await expect(panel.row(/hang/).filter({ hasText: '排队中' })).toHaveCount(2)
    const abortAll = panel.frame.getByRole('button', { name: /^全部中止/ })
    await expect(abortAll).toHaveAccessibleName(/12$/)
    await abortAll.click()
    await expect(panel.row(/hang/).filter({ hasText: '已中止' })).toHaveCount(12)
    await expect(abortAll).toBeDisabled()
    expect((await receivedInPage(page)).map(({ errMsg }) => errMsg)).toEqual(Array(12).fill('request:fail abort'))
    expect((await callWx(page, { url: `${API}/v1/teas/gaiwan` })).result.errMsg).toBe('request:ok')
  })
})

test.describe('the domain check', () => {
  const REFUSED = 'https://cdn.unlisted.example/hello.json'

  test('a refused call is allowed from its row, and the next call passes', async ({ panel, page }) => {
    expect(await callWx(page, { url: REFUSED })).toMatchObject({
      via: 'fail',
      result: { errMsg: 'request:fail url not in domain list', errno: 600002 },
    })
    const row = panel.row('hello.json')
    await row.getByRole('button', { name: /^加入列表：https:\/\/cdn\.unlisted\.example/ }).click()
    await panel.expectRow(row, { 响应来源: '已加入' })
    await expect(panel.details).toHaveCount(0)

    expect(await callWx(page, { url: REFUSED })).toMatchObject({ via: 'success', result: { data: { hello: true } } })
    await panel.expectRow(panel.rows.last(), { 状态: '200', 响应来源: '加入列表后才能到达' })
    await panel.chooseView('合法域名')
    await expect(panel.frame.getByRole('switch', { name: '启用 https://cdn.unlisted.example' })).toBeChecked()
  })

  test('the details name the clause that refused, allow the host with one click, and take that back', async ({ panel, page }) => {
    await callWx(page, { url: REFUSED })
    await panel.open(panel.row('hello.json'), '域名校验')
    await expect(panel.tab).toContainText('拒绝：请求没有发出')
    await expect(panel.tab.getByRole('row').filter({ hasText: 'DOM-3' })).toContainText('不通过')
    await expect(panel.tab.getByRole('row').filter({ hasText: 'DOM-14' })).toContainText('通过')
    await panel.tab.getByRole('button', { name: '添加 https://cdn.unlisted.example' }).click()
    await expect(panel.tab).toContainText('已添加 https://cdn.unlisted.example。')
    expect((await callWx(page, { url: REFUSED })).via).toBe('success')
    await panel.tab.getByRole('button', { name: '撤销' }).click()
    expect((await callWx(page, { url: REFUSED })).via).toBe('fail')
  })

  test('the pane adds a domain, switches it off and on, removes it and puts it back', async ({ panel, page }) => {
    await panel.chooseView('合法域名')
    const field = panel.frame.getByRole('textbox', { name: '添加 request 合法域名' })
    const entries = panel.frame.getByRole('list', { name: 'wx.request 合法域名' }).getByRole('listitem')
    const own = panel.frame.getByRole('switch', { name: '启用 https://cdn.unlisted.example' })
    const outcome = async () => (await callWx(page, { url: REFUSED })).via
    expect(await outcome()).toBe('fail')

    await field.fill('https://CDN.unlisted.example')
    await panel.button('添加').click()
    await expect(entries).toHaveCount(3)
    await expect(own).toBeChecked()
    expect(await outcome()).toBe('success')

    await own.click()
    await expect(own).not.toBeChecked()
    expect(await outcome()).toBe('fail')
    await own.click()
    expect(await outcome()).toBe('success')

    await panel.button('移除 https://cdn.unlisted.example').click()
    await expect(entries).toHaveCount(2)
    expect(await outcome()).toBe('fail')
    await expect(panel.frame.getByText('已移除 https://cdn.unlisted.example')).toBeVisible()
    await panel.button('撤销').click()
    await expect(entries).toHaveCount(3)
    expect(await outcome()).toBe('success')
  })

  test('the pane refuses at once what can be on no list, and says why', async ({ panel, page }) => {
    await panel.chooseView('合法域名')
    const field = panel.frame.getByRole('textbox', { name: '添加 request 合法域名' })
    const refusals = {
      'https://192.168.1.8': '不能是 IP 地址（DOM-7）。',
      'https://localhost': '不能是 localhost（DOM-7）。',
      'https://*.example.com': '不支持通配符，子域名要逐个添加（DOM-3）。',
      'https://api.example.com/v1': '不能带路径或参数，只写到域名和端口（URL-10）。',
      'http://api.example.com': '必须以 https:// 开头（DOM-14）。',
      'https://api.weixin.qq.com': 'api.weixin.qq.com 不能加入：它的接口要在服务端调用（DOM-8）。',
      [API]: '列表里已经有了',
    }
    for (const [text, why] of Object.entries(refusals)) {
      await field.fill(text)
      await expect(panel.frame.getByText(why), text).toBeVisible()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await panel.button('添加').click()
      await expect(panel.frame.getByRole('list', { name: 'wx.request 合法域名' }).getByRole('listitem')).toHaveCount(2)
    }
    expect(await page.evaluate(() => wxInspector.settings.domains.request.length)).toBe(2)
  })

  test('the pane takes many lines at once, tells of each what came of it, and keeps the refused ones', async ({ panel, page }) => {
    await panel.chooseView('合法域名')
    await panel.button('批量粘贴').click()
    const box = panel.frame.getByRole('textbox', { name: '每行一个域名' })
    await box.fill(['https://a.example.com', 'https://10.0.0.1', 'https://b.example.com:8443', `${API}`, 'http://c.example.com'].join('\n'))
    await panel.button('全部添加').click()
    await expect(panel.frame.getByText('已添加 2 个，2 个不合格')).toBeVisible()
    await expect(panel.frame.getByRole('listitem').filter({ hasText: '第 2 行' })).toContainText('不能是 IP 地址')
    await expect(panel.frame.getByRole('listitem').filter({ hasText: '第 4 行' })).toContainText('列表里已经有了')
    await expect(panel.frame.getByRole('listitem').filter({ hasText: '第 5 行' })).toContainText('必须以 https:// 开头')
    await expect(box).toHaveValue('https://10.0.0.1\nhttp://c.example.com')
    expect(await page.evaluate(() => wxInspector.settings.domains.request.map(({ origin }) => origin))).toEqual(
      expect.arrayContaining(['https://a.example.com', 'https://b.example.com:8443']),
    )
  })

  test('there are four lists, and none covers another', async ({ panel, page }) => {
    await panel.chooseView('合法域名')
    for (const [list, means, field] of [
      ['socket', 'wx.connectSocket 合法域名', 'wss://ws.example.com'],
      ['uploadFile', 'wx.uploadFile 合法域名', 'https://cdn.unlisted.example'],
      ['downloadFile', 'wx.downloadFile 合法域名', 'https://cdn.unlisted.example'],
    ] as const) {
      await panel.frame.getByRole('tab', { name: list, exact: true }).click()
      await panel.frame.getByRole('textbox', { name: `添加 ${list} 合法域名` }).fill(field)
      await panel.button('添加').click()
      const entries = panel.frame.getByRole('list', { name: means }).getByRole('listitem')
      // The shop has one entry in each list.
      await expect(entries).toHaveCount(2)
      await expect(entries.last()).toHaveText(new RegExp(field))
    }
    expect((await callWx(page, { url: REFUSED })).via).toBe('fail')
  })

  test('the check has three positions: it refuses, only reports, or is off, and a reload keeps it', async ({ panel, page }) => {
    const check = panel.frame.getByRole('group', { name: '校验合法域名' })
    const position = (name: string) => check.getByRole('button', { name, exact: true })
    await expect(position('拒绝')).toHaveAttribute('aria-pressed', 'true')
    await position('只报告').click()
    expect((await callWx(page, { url: REFUSED })).via).toBe('success')
    await expect(panel.rows.last()).toContainText('真机会拒绝')
    await panel.open(panel.rows.last(), '域名校验')
    await expect(panel.tab).toContainText('真机上会被拒绝：')
    await panel.close()

    await panel.chooseView('合法域名')
    const origin = new URL(REFUSED).origin
    await expect(panel.frame.getByRole('list', { name: '需要配置的 request 合法域名' })).toContainText(origin)
    await position('关').click()
    await expect(panel.frame.getByText('不校验合法域名，所有请求都通过')).toBeVisible()

    await page.reload()
    await expect(position('关')).toHaveAttribute('aria-pressed', 'true')
    expect((await callWx(page, { url: REFUSED })).via).toBe('success')
    await position('拒绝').click()
    expect((await callWx(page, { url: REFUSED })).via).toBe('fail')
  })
})

test.describe('the record', () => {
  test('pauses: calls go on, but are not recorded until it records again', async ({ panel, page }) => {
    await panel.button('记录中').click()
    await expect(panel.button('已暂停')).toHaveAttribute('aria-pressed', 'false')
    expect((await callWx(page, { url: `${API}/v1/teas/gaiwan` })).via).toBe('success')
    expect(await page.evaluate(() => wxInspector.tasks().length)).toBe(1)
    await panel.button('已暂停').click()
    await callWx(page, { url: `${API}/v1/teas/longjing` })
    await expect(panel.rows).toHaveCount(2)
    await expect(panel.rows.last()).toContainText('longjing')
  })

  test('is cleared, and the clear is undone', async ({ panel, page }) => {
    await callWx(page, { url: `${API}/v1/teas/gaiwan` })
    await expect(panel.rows).toHaveCount(2)
    // The second press meets a button that the first has switched off.
    await panel.button('清空').dblclick()
    await expect(panel.rows).toHaveCount(0)
    await expectFocusInPanel(page, 'after the second press')
    await expect(panel.frame.getByText('还没有请求')).toBeVisible()
    await callWx(page, { url: `${API}/v1/teas/longjing` })
    await expect(panel.rows).toHaveCount(1)
    await panel.notices.getByRole('button', { name: '撤销' }).click()
    await expect.poll(async () => (await panel.table('名称')).flat()).toEqual(['teas?page=1/v1/', 'gaiwan/v1/teas/', 'longjing/v1/teas/'])
    expect(await page.evaluate(() => wxInspector.tasks().length)).toBe(3)
  })
})

test.describe('the list', () => {
  test.beforeEach(async ({ page, panel }) => {
    await callWx(page, { url: `${API}/v1/teas/moon-tea` })
    await callWx(page, { url: `${API}/v1/trouble/broken`, method: 'POST', data: {} })
    await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
    await callWx(page, { url: `${API}/v1/trouble/harvest` })
    await expect(panel.rows).toHaveCount(5)
    await panel.expectRow(panel.rows.last(), { 状态: '200' })
  })

  test('is filtered by words, by what is left out, and by method, status and domain', async ({ panel }) => {
    const names = {
      teas: 'teas?page=1/v1/',
      moon: 'moon-tea/v1/teas/',
      broken: 'broken/v1/trouble/',
      hello: 'hello.jsoncdn.unlisted.example',
      harvest: 'harvest/v1/trouble/',
    }
    const expected: Record<string, readonly string[]> = {
      trouble: [names.broken, names.harvest],
      'trouble -harvest': [names.broken],
      '-trouble': [names.teas, names.moon, names.hello],
      'method:POST': [names.broken],
      'method:post': [names.broken],
      'status-code:404': [names.moon],
      '-status-code:200': [names.moon, names.broken, names.hello],
      'domain:cdn.unlisted.example': [names.hello],
      'domain:*.hillside.example': [names.teas, names.moon, names.broken, names.harvest],
      'domain:*.hillside.example method:GET -teas': [names.harvest],
      'url not in domain list': [names.hello],
    }
    for (const [query, found] of Object.entries(expected)) {
      await panel.filter.fill(query)
      await expect.poll(async () => (await panel.table('名称')).flat(), query).toEqual(found)
    }
    await expect(panel.frame.getByText('1 / 5 个请求')).toBeVisible()

    await panel.filter.fill('nothing-like-this')
    await expect(panel.frame.getByText('没有符合条件的请求')).toBeVisible()
    await expect(panel.frame.getByText('5 个请求被过滤掉了。')).toBeVisible()
    await panel.button('清除过滤').first().click()
    await expect(panel.rows).toHaveCount(5)
  })

  test('says of a filter which part means nothing, and uses the rest', async ({ panel }) => {
    await panel.filter.fill('trouble larger-than:much')
    await expect(panel.frame.getByText('已忽略 larger-than:much：需要大小，例如 10k、>1.5m 或 1k..20k')).toBeVisible()
    await expect(panel.rows).toHaveCount(2)
  })

  test('finds a row by what it shows, and takes a number of the summary bar as its filter', async ({ panel }) => {
    await panel.filter.fill('"域名被拦截" OR 没有这样的词')
    await expect(panel.rows).toHaveCount(1)
    await panel.filter.fill('600002')
    await expect(panel.rows).toHaveCount(1)
    await panel.filter.fill('trouble OR 600002')
    await expect(panel.rows).toHaveCount(3)
    const failed = panel.frame.getByRole('button', { name: '1 个失败' })
    await failed.click()
    await expect(failed).toHaveAttribute('aria-pressed', 'true')
    await expect(panel.filter).toHaveValue('(trouble OR 600002) is:failed')
    await expect(panel.rows).toHaveCount(1)
    await failed.click()
    await expect(panel.filter).toHaveValue('(trouble OR 600002)')
    await expect(panel.rows).toHaveCount(3)
  })

  test('is narrowed to a kind of call', async ({ panel }) => {
    const kinds = panel.frame.getByRole('group', { name: '请求类型' })
    await kinds.getByRole('button', { name: 'fetch / XHR' }).click()
    await expect(panel.rows).toHaveCount(0)
    await kinds.getByRole('button', { name: 'request', exact: true }).click()
    await expect(panel.rows).toHaveCount(5)
    await kinds.getByRole('button', { name: '全部' }).click()
    await expect(panel.rows).toHaveCount(5)
  })

  test('is sorted by a column, the other way round, and as the calls came', async ({ panel }) => {
    const head = panel.grid.getByRole('columnheader', { name: '大小' })
    const sizes = async () => (await panel.table('大小')).flat()
    const asCalled = await sizes()
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(sizes).toEqual([asCalled[4], asCalled[0], asCalled[1], asCalled[2], '–'])
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    // What has no size stays last, whichever way round.
    await expect.poll(sizes).toEqual([asCalled[2], asCalled[1], asCalled[0], asCalled[4], '–'])
    await head.getByRole('button').click()
    await expect(head).not.toHaveAttribute('aria-sort')
    await expect.poll(sizes).toEqual(asCalled)
  })

  test('hides a column, shows another, keeps that over a reload, and goes back to the default', async ({ panel, page }) => {
    const byDefault = ['#', '名称', '方法', '状态', '响应来源', '类型', '大小', '耗时', '瀑布图']
    await expect.poll(() => panel.columns()).toEqual(byDefault)
    await panel.button('列').click()
    await page.getByRole('menuitemcheckbox', { name: '方法' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'errno' }).click()
    await page.keyboard.press('Escape')
    const chosen = ['#', '名称', '状态', 'errno', '响应来源', '类型', '大小', '耗时', '瀑布图']
    await expect.poll(() => panel.columns()).toEqual(chosen)
    await panel.expectRow(panel.row('hello.json'), { errno: '600002' })
    await expect.poll(() => page.evaluate(() => localStorage.getItem('wx-request-inspector.panel'))).toContain('errno')

    await page.reload()
    await expect.poll(() => panel.columns()).toEqual(chosen)
    await panel.button('列').click()
    await page.getByRole('menuitem', { name: '恢复默认列' }).click()
    await expect.poll(() => panel.columns()).toEqual(byDefault)
  })

  test('resizes a column by its edge', async ({ panel, page }) => {
    const head = panel.grid.getByRole('columnheader', { name: '名称' })
    const before = await head.boundingBox()
    if (!before) throw new Error('the head is not drawn')
    await page.mouse.move(before.x + before.width - 2, before.y + before.height / 2)
    await page.mouse.down()
    await page.mouse.move(before.x + before.width + 78, before.y + before.height / 2, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await head.boundingBox())?.width).toBeCloseTo(before.width + 80, -1)
  })
})

test('a program leads to a call, to a tab of it, and to a view, and its row comes into sight', async ({ panel, page }) => {
  await page.evaluate(async (url) => {
    const calls = Array.from({ length: 80 }, (_, call) => `${url}?call=${call + 1}`)
    await Promise.all(calls.map((each) => new Promise((complete) => wx.request({ url: each, complete }))))
  }, `${API}/v1/trouble/ping`)
  await expect(panel.row('call=80')).toBeVisible()
  await expect(panel.row(/call=3$/)).toHaveCount(0)
  await page.evaluate(() => wxInspector.show({ view: 'domains' }))
  await expect(panel.grid).toHaveCount(0)
  await page.evaluate(() => {
    const task = wxInspector.tasks().find(({ url }) => url.endsWith('call=3'))
    wxInspector.show({ ...(task && { taskId: task.taskId }), tab: 'timing' })
  })
  const row = panel.row('call=3').first()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect(row).toBeInViewport()
  await expect(panel.details.getByRole('tab', { name: '耗时' })).toHaveAttribute('aria-selected', 'true')
  await expect(panel.details).toContainText('call=3')
})
