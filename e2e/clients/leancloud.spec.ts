import type LeanCloud from 'leancloud-storage'
import { expect, test } from '../drive/test.ts'
import { type LeanCloudStandIn, startLeanCloudStandIn } from '../servers/leancloud-stand-in.ts'
import { type MessageServer, startMessageServer } from '../servers/message-server.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf, waitForRunning, writeAppFile } from './client-page.ts'

interface CallOptions {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
}

/** Its own types bring in a `wx` of their own. */
interface Adapters {
  request(url: string, options: CallOptions): Promise<unknown>
  upload(url: string, file: { field: string; data: { uri: string } }, options: CallOptions): Promise<unknown>
  readonly WebSocket: new (url: string, protocol: string) => WebSocket
}

declare global {
  var leancloud: typeof LeanCloud
  var leancloudAdapters: Adapters
}

const SIZE = 300_000
let client: string
let server: LeanCloudStandIn
let sockets: MessageServer

test.beforeAll(async () => {
  client = await bundleClient('leancloud-client')
  server = await startLeanCloudStandIn()
  sockets = await startMessageServer((socket, message) => socket.send(message))
})

test.afterAll(() => Promise.all([server.close(), sockets.close()]))

test.beforeEach(async ({ page }) => {
  await openClientPage(page, client)
  await page.evaluate((serverURL) => leancloud.init({ appId: 'tea-house', appKey: 'key-of-tea', serverURL }), server.origin)
})

test.describe('leancloud-storage 4.15.2 with @leancloud/platform-adapters-weapp 1.6.3', () => {
  test('saves, changes, finds and destroys objects', async ({ page }) => {
    const received = await page.evaluate(async () => {
      const tea = await new leancloud.Object('Tea').save({ name: '铁观音', hot: true })
      await new leancloud.Object('Tea').save({ name: '龙井', hot: false })
      tea.set('name', '正山小种')
      await tea.save()
      const found = await new leancloud.Query('Tea').equalTo('hot', true).find()
      await tea.destroy()
      const missing = await new leancloud.Query('Tea').get(tea.id ?? '').catch((error) => ({ code: error.code, message: error.rawMessage }))
      return { found: found.map((row) => row.get('name')), missing }
    })
    expect(received).toEqual({ found: ['正山小种'], missing: { code: 101, message: 'Object not found.' } })
    const call = { api: 'request', state: 'succeeded' } as const
    await expectRecorded(page, [
      { ...call, method: 'POST', path: '/1.1/classes/Tea', statusCode: 201 },
      { ...call, method: 'POST', path: '/1.1/classes/Tea', statusCode: 201 },
      { ...call, method: 'PUT', path: '/1.1/classes/Tea/o1', statusCode: 200 },
      { ...call, method: 'GET', path: '/1.1/classes/Tea', statusCode: 200 },
      { ...call, method: 'DELETE', path: '/1.1/classes/Tea/o1', statusCode: 200 },
      { ...call, method: 'GET', path: '/1.1/classes/Tea/o1', statusCode: 404 },
    ])
    expect(server.seen[0]?.headers).toMatchObject({ 'x-lc-id': 'tea-house' })
  })

  test('signs in, keeps the user in the storage of the app, and calls functions as that user', async ({ page }) => {
    const received = await page.evaluate(async () => {
      const wrong = await leancloud.User.logIn('lu', 'wrong').catch((error) => error.code)
      const user = await leancloud.User.logIn('lu', 'longjing')
      const answer = await leancloud.Cloud.run('hello', { name: 'Lu' })
      const kept = wx.getStorageInfoSync().keys.filter((key) => key.includes('currentUser'))
      await leancloud.User.logOut()
      return { wrong, name: user.getUsername(), answer, kept: kept.length, after: leancloud.User.current() }
    })
    expect(received).toEqual({ wrong: 210, name: 'lu', answer: { hello: 'Lu', session: 'session-of-tea' }, kept: 1, after: null })
    await expectRecorded(page, [
      { method: 'POST', path: '/1.1/login', state: 'succeeded', statusCode: 400 },
      { method: 'POST', path: '/1.1/login', state: 'succeeded', statusCode: 200 },
      { method: 'POST', path: '/1.1/functions/hello', state: 'succeeded', statusCode: 200 },
    ])
  })

  test('uploads an image that a person chose, with progress', async ({ page }) => {
    const chosen = page.waitForEvent('filechooser')
    const saved = page.evaluate(async () => {
      const { tempFilePaths } = await wx.chooseImage({ count: 1 })
      const progress: { loaded: number; total: number; percent: number }[] = []
      const file = new leancloud.File('tea.png', { blob: { uri: tempFilePaths[0] } } as never)
      await file.save({ onprogress: (update: unknown) => progress.push(update as never) } as never)
      return { url: file.url(), last: progress.at(-1) }
    })
    await (await chosen).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: patternOf(SIZE) })
    const { url, last } = await saved
    expect(url).toContain(`${server.origin}/files/`)
    expect(last).toMatchObject({ percent: 100 })
    expect(last?.loaded).toBe(last?.total)
    const [form] = server.forms
    expect(form?.fields.map(([name]) => name)).toEqual(['name', 'key', 'token'])
    expect(new Map(form?.fields).get('token')).toBe('token-of-file')
    expect(form?.files).toMatchObject([{ name: 'file', type: 'image/png' }])
    expect(form?.files[0]?.bytes.equals(patternOf(SIZE))).toBe(true)
    await expectRecorded(page, [
      { api: 'request', method: 'POST', path: '/1.1/fileTokens', state: 'succeeded' },
      { api: 'uploadFile', method: 'POST', path: '/storage', state: 'succeeded', statusCode: 200 },
      { api: 'request', method: 'POST', path: '/1.1/fileCallback', state: 'succeeded' },
    ])
  })

  test('gives up after the time that it was given', async ({ page }) => {
    const message = await page.evaluate(() => {
      leancloud.setRequestTimeout(300)
      return leancloud.Cloud.run('never').catch((error) => error.message)
    })
    expect(message).toContain('Timeout')
    // It counts the time itself and leaves the call alone.
    await expectRecorded(page, [{ path: '/1.1/functions/never', state: 'running' }])
  })

  test('aborts a request and an upload by a signal', async ({ page }) => {
    const path = await writeAppFile(page, 'tea.png', SIZE)
    const aborted = page.evaluate(
      async ([url, uri]) => {
        const controller = new AbortController()
        addEventListener('click', () => controller.abort(), { once: true })
        const calls = [
          leancloudAdapters.request(url, { method: 'POST', headers: { 'X-LC-Id': 'tea-house' }, signal: controller.signal }),
          leancloudAdapters.upload(
            url,
            { field: 'file', data: { uri } },
            { headers: { 'X-LC-Id': 'tea-house' }, signal: controller.signal },
          ),
        ]
        return Promise.all(calls.map((call) => call.catch((error) => error.message)))
      },
      [`${server.origin}/1.1/functions/never`, path] as const,
    )
    await waitForRunning(page, '/1.1/functions/never', 2)
    await page.evaluate(() => dispatchEvent(new MouseEvent('click')))
    expect(await aborted).toEqual(['Request aborted', 'Request aborted'])
    const call = { path: '/1.1/functions/never', state: 'failed' } as const
    await expectRecorded(page, [
      { ...call, api: 'request', errMsg: 'request:fail abort' },
      { ...call, api: 'uploadFile', errMsg: 'uploadFile:fail abort' },
    ])
  })

  test('opens a WebSocket with a sub-protocol, and talks in text and in bytes', async ({ page }) => {
    const received = await page.evaluate(async (url) => {
      const socket = new leancloudAdapters.WebSocket(url, 'lc.json.3')
      const received: unknown[] = []
      const next = (type: string) =>
        new Promise<MessageEvent & CloseEvent>((resolve) =>
          socket.addEventListener(type, (event) => resolve(event as never), { once: true }),
        )
      await next('open')
      for (const message of ['你好', new Uint8Array([0, 255, 7]).buffer]) {
        const answer = next('message')
        socket.send(message)
        const { data } = await answer
        received.push(typeof data === 'string' ? data : [...new Uint8Array(data)])
      }
      const closed = next('close')
      socket.close()
      await closed
      received.push(socket.readyState)
      return received
    }, `${sockets.origin}/realtime`)
    expect(received).toEqual(['你好', [0, 255, 7], 3])
    expect(sockets.handshakes[0]?.headers['sec-websocket-protocol']).toBe('lc.json.3')
    await expectRecorded(page, [{ api: 'connectSocket', path: '/realtime', state: 'closed' }])
  })
})
