import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf, readAppFile } from './client-page.ts'

interface Result {
  readonly statusCode: number
  // biome-ignore lint/suspicious/noExplicitAny: what the server said
  readonly data: any
  readonly tempFilePath: string
}

interface Wefetch {
  readonly before: { use(change: (request: { header: Record<string, string> }) => unknown): void }
  create(options: object): Wefetch
  get(url: string, option?: object): Promise<Result>
  post(url: string, option?: object): Promise<Result>
  download(option: object): Promise<Result>
  upload(url: string, option: object): Promise<Result>
  abort(event: string, done?: () => void): void
  onProcess(event: string, listener: (update: { progress: number }) => void): void
  retry(times: number, call: () => Promise<Result>, after?: number): Promise<Result>
  promisify<Found>(api: unknown): (option: object) => Promise<Found>
}

declare global {
  var wefetch: Wefetch
}

const SIZE = 300_000
let client: string
let server: LoopbackServer

test.beforeAll(async () => {
  client = await bundleClient('wefetch-client')
  let tries = 0
  server = await startLoopbackServer({
    '/goods': ({ url, headers }, response) => answerJson({ url, tag: headers['x-tag'] })({} as never, response),
    '/orders': ({ body, headers }, response) => answerJson({ body, type: headers['content-type'] }, 201)({} as never, response),
    // Chromium itself tries again when the connection goes before the head is in.
    '/flaky': (request, response) => {
      if (tries++ > 0) answerJson({ tries })(request, response)
      else response.writeHead(200, { 'Content-Length': 10 }).write('{', () => response.destroy())
    },
    '/photo.png': (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': SIZE }).end(patternOf(SIZE)),
    '/never': () => {},
  })
})

test.afterAll(() => server.close())

test.beforeEach(({ page }) => openClientPage(page, client))

test.describe('wefetch 1.3.6', () => {
  test('gets and posts through an instance with a base address and an interceptor', async ({ page }) => {
    const data = await page.evaluate(async (baseUrl) => {
      const shop = wefetch.create({ baseUrl })
      shop.before.use((request) => {
        request.header = { ...request.header, 'X-Tag': 'wefetch' }
        return request
      })
      return [(await shop.get('/goods', { data: { page: 2 } })).data, (await shop.post('/orders', { data: { id: 7 } })).data]
    }, server.origin)
    expect(data).toEqual([
      { url: '/goods?page=2', tag: 'wefetch' },
      { body: '{"id":7}', type: 'application/json' },
    ])
    await expectRecorded(page, [
      { api: 'request', method: 'GET', path: '/goods', state: 'succeeded', statusCode: 200 },
      { api: 'request', method: 'POST', path: '/orders', state: 'succeeded', statusCode: 201 },
    ])
  })

  test('tries again after a failure, and aborts by the name of an event', async ({ page }) => {
    const received = await page.evaluate(async (base) => {
      const { data } = await wefetch.retry(3, () => wefetch.get(`${base}/flaky`), 10)
      wefetch.abort('leave')
      const aborted = await wefetch.get(`${base}/never`, { config: { eventType: 'leave' } }).catch(({ errMsg }) => errMsg)
      return { data, aborted }
    }, server.origin)
    expect(received).toEqual({ data: { tries: 2 }, aborted: 'request:fail abort' })
    await expectRecorded(page, [
      { path: '/flaky', state: 'failed' },
      { path: '/flaky', state: 'succeeded' },
      { path: '/never', state: 'failed', errMsg: 'request:fail abort' },
    ])
  })

  test('lets a person choose an image; that its upload then loses the file is told as WeChat tells it', async ({ page }) => {
    const chosen = page.waitForEvent('filechooser')
    const uploaded = page.evaluate(async (base) => {
      const { tempFilePaths } = await wefetch.promisify<{ tempFilePaths: string[] }>(wx.chooseImage)({ count: 1 })
      // Of what it is given it passes on url, method, data and header, in WeChat too.
      const received: string = await wefetch
        .upload(`${base}/photos`, { filePath: tempFilePaths[0], name: 'photo' })
        .catch(({ errMsg }) => errMsg)
      return { path: tempFilePaths[0], received }
    }, server.origin)
    await (await chosen).setFiles({ name: 'tea.png', mimeType: 'image/png', buffer: patternOf(SIZE) })
    const { path, received } = await uploaded
    expect(path).toMatch(/^wxfile:.*\.png$/)
    expect(received).toBe(
      'uploadFile:fail parameter error: parameter.filePath should be String instead of Undefined;parameter.name should be String instead of Undefined;',
    )
    expect((await readAppFile(page, path ?? '')).equals(patternOf(SIZE))).toBe(true)
    await expectRecorded(page, [{ api: 'uploadFile', path: '/photos', state: 'failed', errMsg: received }])
  })

  test('downloads a file, with progress', async ({ page }) => {
    const { path, last } = await page.evaluate(async (url) => {
      const progress: number[] = []
      wefetch.onProcess('file', (update) => progress.push(update.progress))
      const { tempFilePath } = await wefetch.download({ url, config: { eventType: 'file' } })
      return { path: tempFilePath, last: progress.at(-1) }
    }, `${server.origin}/photo.png`)
    expect(path).toMatch(/\.png$/)
    expect(last).toBe(100)
    expect((await readAppFile(page, path)).equals(patternOf(SIZE))).toBe(true)
    await expectRecorded(page, [{ api: 'downloadFile', method: 'GET', path: '/photo.png', state: 'succeeded', statusCode: 200 }])
  })
})
