import type { SystemInfo } from '../../src/contract/wx/wx-device.ts'
import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { type MessageServer, startMessageServer } from '../servers/message-server.ts'
import { type ReadForm, readForm } from '../servers/read-form.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf, readAppFile, writeAppFile } from './client-page.ts'

/** What a promised call gives; each has some of it. */
interface Result {
  readonly errMsg: string
  readonly data: unknown
  readonly tempFilePath: string
  readonly savedFilePath: string
  readonly fileList: readonly { readonly filePath: string; readonly size: number }[]
  readonly networkType: string
  readonly keys: readonly string[]
}

type Promised = Readonly<Record<PromisedApi, (option?: object) => Promise<Result>>>
type PromisedApi =
  | 'closeSocket'
  | 'connectSocket'
  | 'downloadFile'
  | 'getNetworkType'
  | 'getSavedFileList'
  | 'getStorage'
  | 'getStorageInfo'
  | 'removeSavedFile'
  | 'removeStorage'
  | 'request'
  | 'saveFile'
  | 'sendSocketMessage'
  | 'setStorage'
  | 'uploadFile'

declare global {
  var promises: {
    promisifyAll(wx: object, target: object): void
    promisify<Success>(call: object): (option?: object) => Promise<Success>
  }
  /** All of `wx`, made to promises by the client. */
  var wxp: Promised
}

const SIZE = 300_000
let client: string
let server: LoopbackServer
let sockets: MessageServer
let form: ReadForm | undefined

test.beforeAll(async () => {
  client = await bundleClient('api-promise-client')
  server = await startLoopbackServer({
    '/goods': ({ method, url, body }, response) => answerJson({ method, url, body })({} as never, response),
    '/photos': async (request, response) => {
      form = await readForm(request)
      answerJson({ stored: true })(request, response)
    },
    '/photo.png': (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': SIZE }).end(patternOf(SIZE)),
  })
  sockets = await startMessageServer((socket, message) => socket.send(message))
})

test.afterAll(() => Promise.all([server.close(), sockets.close()]))

test.beforeEach(async ({ page }) => {
  await openClientPage(page, client)
  await page.evaluate(() => {
    globalThis.wxp = {} as Promised
    promises.promisifyAll(wx, wxp)
  })
})

test.describe('miniprogram-api-promise 1.0.4', () => {
  test('finds the methods of wx by their names, and makes promises of calls to the network', async ({ page }) => {
    const path = await writeAppFile(page, 'tea.png', SIZE)
    const received = await page.evaluate(
      async ([base, filePath]) => ({
        found: ['canIUse', 'getFileSystemManager', 'getSystemInfoSync', 'onSocketOpen'].map((name) => typeof Object(wxp)[name]),
        got: await wxp.request({ url: `${base}/goods`, data: { page: 2 } }),
        posted: await wxp.request({ url: `${base}/goods`, method: 'POST', data: { id: 1 } }),
        uploaded: await wxp.uploadFile({ url: `${base}/photos`, filePath, name: 'photo', formData: { tea: '铁观音' } }),
        refused: await wxp.request({ url: 'http://127.0.0.1:9/nobody' }).catch(({ errMsg }: Result) => errMsg),
      }),
      [server.origin, path] as const,
    )
    expect(received).toMatchObject({
      found: ['function', 'function', 'function', 'function'],
      got: { statusCode: 200, data: { method: 'GET', url: '/goods?page=2', body: '' }, errMsg: 'request:ok' },
      posted: { statusCode: 200, data: { method: 'POST', url: '/goods', body: '{"id":1}' }, errMsg: 'request:ok' },
      uploaded: { statusCode: 200, data: '{"stored":true}', errMsg: 'uploadFile:ok' },
      refused: expect.stringMatching(/^request:fail ./),
    })
    expect(form?.fields).toEqual([['tea', '铁观音']])
    expect(form?.files[0]?.bytes.equals(patternOf(SIZE))).toBe(true)
    await expectRecorded(page, [
      { api: 'request', method: 'GET', path: '/goods', state: 'succeeded', statusCode: 200 },
      { api: 'request', method: 'POST', path: '/goods', state: 'succeeded', statusCode: 200 },
      { api: 'uploadFile', method: 'POST', path: '/photos', state: 'succeeded', statusCode: 200 },
      { api: 'request', method: 'GET', path: '/nobody', state: 'failed', errMsg: /^request:fail ./ },
    ])
  })

  test('saves a download, lists what was saved, and removes it', async ({ page }) => {
    const { savedFilePath, listed } = await page.evaluate(async (url) => {
      const { tempFilePath } = await wxp.downloadFile({ url })
      const { savedFilePath } = await wxp.saveFile({ tempFilePath })
      return { savedFilePath, listed: (await wxp.getSavedFileList()).fileList }
    }, `${server.origin}/photo.png`)
    expect(listed).toMatchObject([{ filePath: savedFilePath, size: SIZE }])
    expect((await readAppFile(page, savedFilePath)).equals(patternOf(SIZE))).toBe(true)
    const left = await page.evaluate(async (filePath) => {
      await wxp.removeSavedFile({ filePath })
      return (await wxp.getSavedFileList()).fileList
    }, savedFilePath)
    expect(left).toEqual([])
  })

  test('keeps values, and asks for the network and the phone', async ({ page }) => {
    const received = await page.evaluate(async () => {
      await wxp.setStorage({ key: 'tea', data: { name: '龙井' } })
      const kept = await wxp.getStorage({ key: 'tea' })
      const { keys } = await wxp.getStorageInfo()
      await wxp.removeStorage({ key: 'tea' })
      return {
        kept: kept.data,
        keys,
        gone: await wxp.getStorage({ key: 'tea' }).catch(({ errMsg }: Result) => errMsg),
        network: (await wxp.getNetworkType()).networkType,
        platform: (await promises.promisify<SystemInfo>(wx.getSystemInfo)()).platform,
      }
    })
    expect(received).toEqual({
      kept: { name: '龙井' },
      keys: ['tea'],
      gone: 'getStorage:fail data not found',
      network: 'wifi',
      platform: 'android',
    })
  })

  test('speaks through the one socket of the older calls, and hears that there is none', async ({ page }) => {
    const received = await page.evaluate(async (url) => {
      const opened = new Promise<void>((resolve) => wx.onSocketOpen(() => resolve()))
      const received = new Promise<unknown>((resolve) => wx.onSocketMessage(({ data }) => resolve(data)))
      const closed = new Promise<{ code: number }>((resolve) => wx.onSocketClose(resolve))
      const early = await wxp.sendSocketMessage({ data: 'too early' }).catch(({ errMsg }: Result) => errMsg)
      const taken = await wxp.connectSocket({ url })
      await opened
      const sent = await wxp.sendSocketMessage({ data: '水开了' })
      const message = await received
      const closing = await wxp.closeSocket({ code: 1000 })
      return { early, said: [taken, sent, closing].map((result) => result.errMsg), message, code: (await closed).code }
    }, `${sockets.origin}/echo`)
    expect(received).toEqual({
      early: 'sendSocketMessage:fail WebSocket is not connected',
      said: ['connectSocket:ok', 'sendSocketMessage:ok', 'closeSocket:ok'],
      message: '水开了',
      code: 1000,
    })
    await expectRecorded(page, [{ api: 'connectSocket', path: '/echo', state: 'closed' }])
  })
})
