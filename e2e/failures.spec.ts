import { gzipSync } from 'node:zlib'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'
import { type LoopbackServer, startLoopbackServer } from './servers/loopback-server.ts'

const TEXT = Buffer.from('spring tea '.repeat(500))

let server: LoopbackServer

test.beforeEach(async ({ openPanel, page }) => {
  server = await startLoopbackServer({
    '/short': (_request, response) => {
      response.writeHead(200, { 'Content-Length': 1000 })
      response.write('the first half', () => response.destroy())
    },
    // Where the type of a short body has to be guessed, XMLHttpRequest shows no head before its end.
    '/late': (_request, response) => {
      response.writeHead(200, { 'Content-Length': 1000, 'X-Content-Type-Options': 'nosniff' })
      response.write('the first half', () => void setTimeout(() => response.destroy(), 300))
    },
    '/cut': (_request, response) => {
      response.writeHead(200, { 'Transfer-Encoding': 'chunked' })
      response.write('the first half', () => response.destroy())
    },
    '/no-gzip': (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': TEXT.length }).end(TEXT),
    '/gzip': (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(TEXT)),
    '/teas': (request, response) => response.end(JSON.stringify({ type: request.headers['content-type'], header: request.headers['x-a'] })),
  })
  await openPanel()
  // Addresses of the local network are exempt from the domain check, as on a phone (DOM-6).
  await page.evaluate(() => wxInspector.configure({ lan: ['127.0.0.0/8'] }))
})

test.afterEach(() => server.close())

for (const [what, path, errMsg, says] of [
  ['shorter than its Content-Length', '/short', '-354:net::ERR_CONTENT_LENGTH_MISMATCH', '14 / 1000 bytes'],
  ['cut in the middle of its chunks', '/cut', '-355:net::ERR_INCOMPLETE_CHUNKED_ENCODING', '14 bytes'],
  ['that does not decode', '/no-gzip', '-330:net::ERR_CONTENT_DECODING_FAILED', `${TEXT.length} bytes`],
] as const) {
  test(`a body ${what} fails by its own name, and CORS is not blamed`, async ({ page, panel }) => {
    expect(await callWx(page, { url: server.origin + path })).toMatchObject({ via: 'fail', result: { errMsg: `request:fail ${errMsg}` } })
    await panel.open(panel.row(path.slice(1)))
    await expect(panel.details).toContainText(says)
    await expect(panel.details).not.toContainText('Access-Control-Allow-Origin')
  })
}

test('a body that decodes is taken as it is', async ({ page }) => {
  expect(await callWx(page, { url: `${server.origin}/gzip` })).toMatchObject({ via: 'success', result: { data: TEXT.toString() } })
})

test('an upload whose answer breaks off fails by the same names', async ({ page }) => {
  const received = await page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const filePath = `${wx.env.USER_DATA_PATH}/a.txt`
        wx.getFileSystemManager().writeFileSync(filePath, 'abc')
        wx.uploadFile({ url, filePath, name: 'file', success: resolve, fail: resolve })
      }),
    `${server.origin}/late`,
  )
  expect(received).toMatchObject({ errMsg: 'uploadFile:fail -354:net::ERR_CONTENT_LENGTH_MISMATCH' })
})

test('a blocked port is named, for requests and sockets', async ({ page, panel }) => {
  expect(await callWx(page, { url: 'http://127.0.0.1:6000/x' })).toMatchObject({
    via: 'fail',
    result: { errMsg: 'request:fail -312:net::ERR_UNSAFE_PORT' },
  })
  await panel.open(panel.row('127.0.0.1:6000').first())
  await expect(panel.details).toContainText('Fetch 标准的端口黑名单')
  await page.evaluate(() => new Promise((resolve) => wx.connectSocket({ url: 'ws://127.0.0.1:6000/feed' })?.onError(resolve)))
  await panel.open(panel.row('feed'))
  await expect(panel.details).toContainText('ERR_UNSAFE_PORT')
})

test('what new WebSocket refuses is told in its own words', async ({ page, panel }) => {
  await page.evaluate(
    () => new Promise((resolve) => wx.connectSocket({ url: 'ws://127.0.0.1:8099/feed', protocols: ['a b'] })?.onError(resolve)),
  )
  await panel.open(panel.row('feed'))
  await expect(panel.details).toContainText("The subprotocol 'a b' is invalid.")
})

test('a header that HTTP cannot carry is left out on a phone, with the character that is at fault, and fails in the tool', async ({
  page,
  panel,
}) => {
  const option = { url: `${server.origin}/teas`, method: 'POST', header: { 'X-A': '春；' }, data: { a: 1 } } as const
  expect(await callWx(page, option)).toMatchObject({ via: 'success', result: { data: { type: 'application/json' } } })
  await panel.open(panel.row(/^.*127\.0\.0\.1/).last(), '标头')
  await expect(panel.details).toContainText('值里有 HTTP 请求头不能用的字符“春”（U+6625）')
  await page.evaluate(() => wxInspector.configure({ platform: 'devtools' }))
  expect(await callWx(page, option)).toMatchObject({
    via: 'fail',
    result: { errMsg: "request:fail Failed to execute 'setRequestHeader' on 'XMLHttpRequest': Value is not a valid ByteString." },
  })
})

test('where the network was set to Offline, one button brings it back, and the next call passes', async ({ openPanel, page, panel }) => {
  await openPanel()
  await page.evaluate(() => wxInspector.configure({ conditions: { preset: 'offline' } }))
  const call = () => callWx(page, { url: 'https://api.hillside.example/v1/teas/longjing' })
  expect((await call()).via).toBe('fail')
  await panel.open(panel.row('longjing'))
  await expect(panel.details).toContainText('网络状况当前设为“离线”。')
  await panel.details.getByRole('button', { name: '恢复联网', exact: true }).click()
  await expect(panel.details.getByText('已恢复联网，请在页面里重新发起请求。')).toBeVisible()
  expect((await call()).via).toBe('success')
})
