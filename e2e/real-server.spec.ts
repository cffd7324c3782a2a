import type { ServerResponse } from 'node:http'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from './servers/loopback-server.ts'

/** How long the server takes over one of its answers, ms. */
const STEEPED = 120

let server: LoopbackServer
/** The answer to /stream, which the test writes piece by piece. */
let stream: Promise<ServerResponse>

test.beforeEach(async ({ openPanel, page }) => {
  let opened: (response: ServerResponse) => void
  stream = new Promise((resolve) => {
    opened = resolve
  })
  server = await startLoopbackServer({
    '/teas': (request, response) => answerJson({ method: request.method, url: request.url, body: request.body })(request, response),
    '/moved': (_request, response) => response.writeHead(302, { Location: '/teas?moved=1' }).end(),
    '/half': (_request, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"name":"龙井",'),
    '/broken': answerJson({ message: 'the kettle fell over' }, 500),
    '/never': () => {},
    '/steeped': (_request, response) => void setTimeout(() => response.end('{}'), STEEPED),
    '/stream': (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).flushHeaders()
      opened(response)
    },
    '/no-cors': (_request, response) => {
      response.removeHeader('Access-Control-Allow-Origin')
      response.end('secret')
    },
    '/cut': (_request, response) => {
      response.writeHead(200, { 'Content-Length': 1000 })
      response.write('the first half', () => response.destroy())
    },
  })
  await openPanel()
  // Addresses of the local network are exempt from the domain check, as on a phone (DOM-6).
  await page.evaluate(() => wxInspector.configure({ lan: ['127.0.0.0/8'], platform: 'ios' }))
})

test.afterEach(() => server.close())

test('a call that no rule takes goes out with its method, headers and body, and without those of the page', async ({ page, panel }) => {
  const received = await callWx(page, {
    url: `${server.origin}/teas?page=2`,
    method: 'POST',
    header: { 'X-Tea': 'green', Referer: 'https://me.example/', Cookie: 'sid=1' },
    data: { name: '龙井', count: 2 },
  })
  expect(received).toMatchObject({
    via: 'success',
    result: { statusCode: 200, data: { method: 'POST', url: '/teas?page=2', body: '{"name":"龙井","count":2}' }, cookies: [] },
  })
  const [seen] = server.seen
  expect(seen).toMatchObject({ method: 'POST', url: '/teas?page=2', body: '{"name":"龙井","count":2}' })
  expect(seen?.headers).toMatchObject({ 'x-tea': 'green', 'content-type': 'application/json' })
  expect(seen?.headers.referer).toBeUndefined()

  const row = panel.row('page=2')
  await panel.expectRow(row, { 方法: 'POST', 状态: '200', 类型: 'request', 响应来源: '真实网络' })
  await panel.open(row, '域名校验')
  await expect(panel.tab).toContainText('通过：局域网地址免检')
  await panel.openTab('标头')
  const left = panel.tab.getByRole('table', { name: '没有发出的请求头' })
  await expect(left.getByRole('row', { name: /^Referer .*me\.example/ })).toContainText('Referer 由微信设置，不能自定义')
  await expect(left.getByRole('row', { name: /^Referer .*servicewechat\.com/ })).toContainText('浏览器不允许页面发送它')
  await expect(left.getByRole('row', { name: /^Cookie / })).toContainText('浏览器不允许页面发送它')
  await expect(panel.tab.getByRole('table', { name: '请求头（实际发出）' })).not.toContainText(/Referer|Cookie/)
  await panel.openTab('Cookie')
  await expect(panel.tab).toContainText('传入的参数 sid=1 没有发出，原因见“标头”。')
  await panel.openTab('载荷')
  await expect(panel.tab.getByRole('table', { name: '查询参数' })).toContainText('page')
  await panel.openTab('响应')
  await expect(panel.tab.getByRole('tree')).toContainText('"POST"')
})

test('every method that WeChat has and a page may send reaches the server as itself', async ({ page, panel }) => {
  const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']
  for (const method of methods) {
    const statusCode = method === 'OPTIONS' ? 204 : 200
    expect((await callWx(page, { url: `${server.origin}/teas`, method })).result, method).toMatchObject({ statusCode })
  }
  // The server cannot tell an OPTIONS of the app from a preflight.
  expect(server.seen.map(({ method }) => method)).toEqual(methods.filter((method) => method !== 'OPTIONS'))
  await expect.poll(async () => (await panel.table('方法')).flat().slice(1)).toEqual(methods)

  expect((await callWx(page, { url: `${server.origin}/teas`, method: 'TRACE' })).via).toBe('fail')
  await panel.open(panel.row('TRACE'))
  await expect(panel.details).toContainText('浏览器不允许页面发出 TRACE 和 CONNECT。真机可以。可以用 Mock 规则响应它。')
})

test('404 and 500 are successes with their status, and broken JSON stays text', async ({ page, panel }) => {
  expect(await callWx(page, { url: `${server.origin}/missing` })).toMatchObject({
    via: 'success',
    result: { statusCode: 404, data: { message: 'no such path' } },
  })
  expect(await callWx(page, { url: `${server.origin}/broken` })).toMatchObject({ via: 'success', result: { statusCode: 500 } })
  expect(await callWx(page, { url: `${server.origin}/half` })).toMatchObject({
    via: 'success',
    result: { statusCode: 200, data: '{"name":"龙井",' },
  })
  await expect.poll(async () => (await panel.table('状态')).flat().slice(1)).toEqual(['404', '500', '200'])
  await panel.open(panel.row('half'), '响应')
  await expect(panel.tab).toContainText('不是合法的 JSON：小程序得到的是字符串（RES-2）。')
})

test('a stream reaches the app and the panel piece by piece, as the server writes it', async ({ page, panel }) => {
  await page.evaluate((url) => {
    const pieces: string[] = []
    Object.assign(globalThis, { pieces })
    const decoder = new TextDecoder()
    const task = wx.request({ url, enableChunked: true, success: ({ data }) => pieces.push(`success ${JSON.stringify(data)}`) })
    task?.onHeadersReceived(({ statusCode }) => pieces.push(`head ${statusCode}`))
    task?.onChunkReceived(({ data }) => pieces.push(decoder.decode(data, { stream: true })))
  }, `${server.origin}/stream`)
  const pieces = () => page.evaluate('pieces')
  const response = await stream
  const row = panel.row('stream')

  response.write('water ')
  await expect.poll(pieces).toEqual(['head 200', 'water '])
  await panel.expectRow(row, { 状态: /200 · 接收中/, 大小: /6\sB/ })
  await panel.open(row, '事件')
  await expect(panel.tab.getByRole('listitem').filter({ hasText: '收到分块' })).toHaveCount(1)

  response.write('and tea')
  await expect.poll(pieces).toEqual(['head 200', 'water ', 'and tea'])
  await expect(panel.tab.getByRole('listitem').filter({ hasText: '收到分块' })).toHaveCount(2)
  await expect(await panel.cell(row, '大小')).toHaveText(/13\sB/)

  response.end()
  await expect.poll(pieces).toEqual(['head 200', 'water ', 'and tea', 'success ""'])
  await panel.expectRow(row, { 状态: '200 · 2 个分块', 瀑布图: /结束于/ })
})

test('an abort reaches the server, before the head of the answer and in the middle of its body', async ({ page, panel }) => {
  for (const path of ['never', 'stream']) {
    await page.evaluate((url) => void wx.request({ url }), `${server.origin}/${path}`)
    if (path === 'stream') (await stream).write('water ')
    await expect(panel.row(path)).toContainText(path === 'stream' ? '接收中' : '等待响应')
    await expect.poll(() => server.seen.find(({ url }) => url === `/${path}`)?.gaveUp).toBe(false)
    await panel
      .row(path)
      .getByRole('button', { name: `中止 ${path}` })
      .click()
    await panel.expectRow(panel.row(path), { 状态: '已中止' })
    await expect.poll(() => server.seen.find(({ url }) => url === `/${path}`)?.gaveUp).toBe(true)
  }
})

test('a timeout gives up at the server too', async ({ page, panel }) => {
  expect((await callWx(page, { url: `${server.origin}/never`, timeout: 400 })).via).toBe('fail')
  await panel.expectRow(panel.row('never'), { 状态: /超时 · 600001$/ })
  await expect.poll(() => server.seen[0]?.gaveUp).toBe(true)
})

test('redirects are followed, and what the server gave last is the answer', async ({ page, panel }) => {
  expect(await callWx(page, { url: `${server.origin}/moved` })).toMatchObject({
    via: 'success',
    result: { statusCode: 200, data: { url: '/teas?moved=1' } },
  })
  await panel.expectRow(panel.row('moved'), { 状态: '200' })
})

for (const { platform, errMsg, errno } of [
  { platform: 'ios', errMsg: 'request:fail errcode:-2 cronet_error_code:-2 error_msg:net::ERR_FAILED', errno: 600001 },
  { platform: 'android', errMsg: 'request:fail -2:net::ERR_FAILED', errno: 600001 },
  { platform: 'devtools', errMsg: 'request:fail', errno: undefined },
] as const) {
  test(`an answer that CORS keeps from the page fails with the text of ${platform}, and the panel tells what a phone would do`, async ({
    page,
    panel,
  }) => {
    await page.evaluate((name) => wxInspector.configure({ platform: name }), platform)
    const received = await callWx(page, { url: `${server.origin}/no-cors` })
    expect(received.via).toBe('fail')
    expect(received.result).toMatchObject({ errMsg, ...(errno && { errno }) })
    await panel.open(panel.row('no-cors'))
    await expect(panel.details).toContainText('浏览器不会告诉页面究竟是被 CORS 拦下，还是网络不通。真机上没有 CORS，同样的请求可能成功。')
    await expect(panel.details).toContainText(errMsg)
    await page.evaluate(() => wxInspector.setLanguage('en'))
    await expect(page.getByRole('region', { name: 'Request details' })).toContainText(
      'Phones have no CORS: there the same request may succeed.',
    )
  })
}

test('a server that is not there, and one that hangs up in the middle, fail with what came before kept', async ({ page, panel }) => {
  const { origin } = server
  expect(await callWx(page, { url: `${origin}/cut` })).toMatchObject({ via: 'fail', result: { errno: 600001 } })
  await panel.expectRow(panel.row('cut'), { 状态: /网络错误/ })
  await server.close()
  expect(await callWx(page, { url: `${origin}/gone` })).toMatchObject({ via: 'fail', result: { errno: 600001 } })
  await panel.expectRow(panel.row('gone'), { 状态: '网络错误 · 600001', 响应来源: '真实网络' })
})

test('the times of a real call are measured, and the profile tells the same', async ({ page, panel }) => {
  const received = await callWx(page, { url: `${server.origin}/steeped` })
  const profile = received.via === 'success' ? received.result.profile : undefined
  expect(profile).toMatchObject({ SSLconnectionStart: 0, SSLconnectionEnd: 0, protocol: 'http1.1' })
  await panel.open(panel.row('steeped'), '耗时')
  const wait = panel.tab.getByRole('table', { name: '阶段' }).getByRole('row').filter({ hasText: '等待' })
  await expect(wait).toContainText('实测')
  expect((profile?.responseStart ?? 0) - (profile?.requestStart ?? 0)).toBeGreaterThanOrEqual(STEEPED - 1)
  const { marks, simulated } = await page.evaluate(() => wxInspector.tasks().at(-1)?.timing ?? { marks: {}, simulated: [] })
  expect(simulated).toEqual([])
  const startedAt = await page.evaluate(() => wxInspector.startedAt)
  expect(profile?.responseEnd).toBe(Math.round(startedAt + (marks.responseEnd ?? 0)))
})
