import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { type MessageServer, startMessageServer } from '../servers/message-server.ts'
import { type ReadForm, readForm } from '../servers/read-form.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf, readAppFile, waitForRunning, writeAppFile } from './client-page.ts'

interface Result {
  readonly statusCode: number
  // biome-ignore lint/suspicious/noExplicitAny: what the server said
  readonly data: any
  readonly tempFilePath: string
  readonly errMsg: string
}

interface Requests {
  get(options: object): Promise<Result>
  post(options: object): Promise<Result>
  patch(options: object): Promise<Result>
  upload(options: object): Promise<Result>
  download(options: object): Promise<Result>
  fetch(options: object): Promise<Result>
}

interface Adapter {
  readonly reqClass: new (config: { timeout: number; timeoutMsg: string; restrictedMethods?: string[] }) => Requests
  readonly wsClass: new (url: string, options?: object) => WebSocket
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear'>
  getAppSign(): string
}

declare global {
  var cloudbaseAdapter: { isMatch(): boolean; genAdapter(options?: object): Adapter }
}

const SIZE = 300_000
let client: string
let server: LoopbackServer
let sockets: MessageServer
let form: ReadForm | undefined
let sendRest = () => {}

test.beforeAll(async () => {
  client = await bundleClient('cloudbase-client')
  server = await startLoopbackServer({
    '/goods': ({ method, url, body, headers }, response) =>
      answerJson({ method, url, body, override: headers['x-http-method-override'] })({} as never, response),
    '/broken': answerJson({ code: 'OOPS' }, 500),
    '/photos': async (request, response) => {
      form = await readForm(request)
      answerJson({ stored: true })(request, response)
    },
    '/photo.png': (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': SIZE }).end(patternOf(SIZE)),
    '/stream': (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: 铁\n\n')
      sendRest = () => response.end('data: 观音\n\n')
    },
    '/broken-off': (_request, response) => {
      // The last byte of its last character is still to come.
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(Buffer.from('data: 铁观').subarray(0, -1))
    },
    '/never': () => {},
  })
  sockets = await startMessageServer((socket, message) => {
    if (message === 'leave') socket.close(4001, 'as you like')
    else socket.send(message)
  })
})

test.afterAll(() => Promise.all([server.close(), sockets.close()]))

test.beforeEach(({ page }) => openClientPage(page, client))

test.describe('@cloudbase/adapter-wx_mp 1.3.1', () => {
  test('takes the page for a mini-program once it has a Page, and finds its appid and its storage', async ({ page }) => {
    const found = await page.evaluate(() => {
      const before = cloudbaseAdapter.isMatch()
      Object.assign(globalThis, { Page: () => {} })
      const { localStorage, getAppSign } = cloudbaseAdapter.genAdapter()
      localStorage.setItem('token', 'abc')
      const kept = localStorage.getItem('token')
      localStorage.removeItem('token')
      return { before, after: cloudbaseAdapter.isMatch(), appid: getAppSign(), kept, gone: localStorage.getItem('token') }
    })
    expect(found).toEqual({ before: false, after: true, appid: expect.stringMatching(/^wx[0-9a-f]{16}$/), kept: 'abc', gone: '' })
  })

  test('gets, posts, puts and patches', async ({ page }) => {
    const data = await page.evaluate(async (url) => {
      const { reqClass } = cloudbaseAdapter.genAdapter()
      const requests = new reqClass({ timeout: 5000, timeoutMsg: 'slow' })
      const calls = [
        () => requests.get({ url, body: { page: 2 } }),
        () => requests.post({ url, data: { id: 1 } }),
        () => requests.fetch({ url, method: 'put', body: { id: 2 } }),
        () => requests.patch({ url, method: 'patch', data: { id: 3 } }),
        () => requests.get({ url: url.replace('goods', 'broken') }).catch((result: Result) => result),
      ]
      const data = []
      for (const call of calls) data.push((await call()).data)
      return data
    }, `${server.origin}/goods`)
    expect(data).toEqual([
      { method: 'GET', url: '/goods?page=2', body: '' },
      { method: 'POST', url: '/goods', body: '{"id":1}' },
      { method: 'PUT', url: '/goods', body: '{"id":2}' },
      // wx.request has no PATCH (METH-3).
      { method: 'POST', url: '/goods', body: '{"id":3}', override: 'PATCH' },
      { code: 'OOPS' },
    ])
    await expectRecorded(page, [
      ...['GET', 'POST', 'PUT', 'POST'].map(
        (method) => ({ api: 'request', method, path: '/goods', state: 'succeeded', statusCode: 200 }) as const,
      ),
      { method: 'GET', path: '/broken', state: 'succeeded', statusCode: 500 },
    ])
  })

  test('uploads with fields and progress, and downloads, without a word of complaint on the console', async ({ page }) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    const path = await writeAppFile(page, 'tea.png', SIZE)
    const { uploaded, progress, downloaded } = await page.evaluate(
      async ([base, file]) => {
        const { reqClass } = cloudbaseAdapter.genAdapter()
        const requests = new reqClass({ timeout: 20_000, timeoutMsg: 'slow' })
        const progress: { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }[] = []
        const uploaded = await requests.upload({
          url: `${base}/photos`,
          file,
          data: { key: 'photos/tea.png', success_action_status: '201' },
          headers: { 'X-Tag': 'cloudbase' },
          onUploadProgress: (update: (typeof progress)[number]) => progress.push(update),
        })
        return { uploaded, progress, downloaded: await requests.download({ url: `${base}/photo.png` }) }
      },
      [server.origin, path] as const,
    )
    // The status is what it asked the storage to answer.
    expect(uploaded).toEqual({ statusCode: 201, data: '{"stored":true}' })
    expect(form?.fields).toEqual([
      ['key', 'photos/tea.png'],
      ['success_action_status', '201'],
    ])
    expect(form?.files).toMatchObject([{ name: 'file', type: 'image/png' }])
    expect(form?.files[0]?.bytes.equals(patternOf(SIZE))).toBe(true)
    expect(server.seen.find(({ url }) => url === '/photos')?.headers['x-tag']).toBe('cloudbase')
    expect(progress.at(-1)?.progress).toBe(100)
    expect(progress.at(-1)?.totalBytesSent).toBe(progress.at(-1)?.totalBytesExpectedToSend)
    expect(downloaded.statusCode).toBe(200)
    expect((await readAppFile(page, downloaded.tempFilePath)).equals(patternOf(SIZE))).toBe(true)
    expect(complaints).toEqual([])
    await expectRecorded(page, [
      { api: 'uploadFile', method: 'POST', path: '/photos', state: 'succeeded', statusCode: 200 },
      { api: 'downloadFile', method: 'GET', path: '/photo.png', state: 'succeeded', statusCode: 200 },
    ])
  })

  test('reads a streamed answer as it comes', async ({ page }) => {
    const read = page.evaluate(async (url) => {
      const { reqClass } = cloudbaseAdapter.genAdapter()
      const { data } = await new reqClass({ timeout: 20_000, timeoutMsg: 'slow' }).fetch({ url, method: 'post', body: {}, stream: true })
      const reader = (data as ReadableStream<Uint8Array>).getReader()
      const decoder = new TextDecoder()
      const first = decoder.decode((await reader.read()).value, { stream: true })
      document.title = 'first'
      let rest = ''
      for (let step = await reader.read(); !step.done; step = await reader.read()) rest += decoder.decode(step.value, { stream: true })
      return [first, rest]
    }, `${server.origin}/stream`)
    await expect(page).toHaveTitle('first')
    sendRest()
    expect(await read).toEqual(['data: 铁\n\n', 'data: 观音\n\n'])
    await expectRecorded(page, [{ api: 'request', method: 'POST', path: '/stream', state: 'succeeded', statusCode: 200 }])
  })

  test('stops a streamed answer by its signal, in the middle of a character, and hears no more of it', async ({ page, uncaught }) => {
    const received = await page.evaluate(async (url) => {
      const controller = new AbortController()
      const { reqClass } = cloudbaseAdapter.genAdapter()
      const requests = new reqClass({ timeout: 20_000, timeoutMsg: 'slow' })
      const { data } = await requests.fetch({ url, method: 'post', body: {}, stream: true, signal: controller.signal })
      const reader = (data as ReadableStream<Uint8Array>).getReader()
      const first = new TextDecoder().decode((await reader.read()).value, { stream: true })
      controller.abort()
      return { first, over: (await reader.read()).done }
    }, `${server.origin}/broken-off`)
    expect(received).toEqual({ first: 'data: 铁', over: true })
    await expect.poll(() => server.seen.find(({ url }) => url === '/broken-off')?.gaveUp).toBe(true)
    await expectRecorded(page, [
      { api: 'request', method: 'POST', path: '/broken-off', state: 'failed', statusCode: 200, errMsg: 'request:fail abort' },
    ])
    // Of a stream it throws in `fail` as well.
    expect(uncaught.splice(0)).toHaveLength(1)
  })

  test('gives up after its timeout, and on an abort signal', async ({ page }) => {
    await page.evaluate(() => wxInspector.configure({ platform: 'devtools' }))
    const timedOut = await page.evaluate(async (url) => {
      const { reqClass } = cloudbaseAdapter.genAdapter()
      const requests = new reqClass({ timeout: 300, timeoutMsg: 'slow', restrictedMethods: ['get', 'post'] })
      return [
        await requests.get({ url }).catch(({ errMsg }: Result) => errMsg),
        await requests.post({ url }).catch(({ errMsg }: Result) => errMsg),
      ]
    }, `${server.origin}/never`)
    expect(timedOut).toEqual(['request:fail timeout', 'request:fail timeout'])
    await page.evaluate(() => wxInspector.clear())
    const aborted = page.evaluate((url) => {
      const controller = new AbortController()
      addEventListener('click', () => controller.abort(), { once: true })
      const { reqClass } = cloudbaseAdapter.genAdapter()
      return new reqClass({ timeout: 20_000, timeoutMsg: 'slow' })
        .fetch({ url, method: 'get', signal: controller.signal })
        .catch(({ errMsg }: Result) => errMsg)
    }, `${server.origin}/never`)
    await waitForRunning(page, '/never')
    await page.evaluate(() => dispatchEvent(new MouseEvent('click')))
    expect(await aborted).toBe('request:fail abort')
    await expectRecorded(page, [{ path: '/never', state: 'failed', errMsg: 'request:fail abort' }])
  })

  test('talks over its WebSocket', async ({ page }) => {
    const received = await page.evaluate(async (url) => {
      const { wsClass } = cloudbaseAdapter.genAdapter()
      const socket = new wsClass(url, { header: { 'X-Tag': 'cloudbase' }, protocols: ['watch'] })
      const received: unknown[] = [socket.readyState]
      await new Promise((resolve) => {
        socket.onopen = resolve
      })
      received.push(socket.readyState)
      const two = new Promise<void>((resolve) => {
        let left = 2
        socket.onmessage = ({ data }) => {
          received.push(typeof data === 'string' ? data : [...new Uint8Array(data)])
          if (--left === 0) resolve()
        }
      })
      socket.send('你好')
      socket.send(new Uint8Array([0, 255, 7]).buffer)
      await two
      const closed = new Promise<CloseEvent>((resolve) => {
        socket.onclose = resolve
      })
      socket.send('leave')
      const { code, reason } = await closed
      received.push({ code, reason }, socket.readyState)
      return received
    }, `${sockets.origin}/watch`)
    expect(received).toEqual([0, 1, '你好', [0, 255, 7], { code: 4001, reason: 'as you like' }, 3])
    expect(sockets.handshakes.at(-1)?.headers['sec-websocket-protocol']).toBe('watch')
    await expectRecorded(page, [{ api: 'connectSocket', path: '/watch', state: 'closed' }])
  })
})
