import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage } from './client-page.ts'

interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what the server said
  readonly data: any
  readonly headers: Record<string, string[]>
}

interface Fly {
  readonly config: { baseURL: string; timeout: number; headers: Record<string, string> }
  readonly interceptors: { readonly request: { use(change: (request: { headers: Record<string, string> }) => unknown): void } }
  get(url: string, data?: unknown, option?: object): Promise<Answered>
  post(url: string, data?: unknown, option?: object): Promise<Answered>
  put(url: string, data?: unknown, option?: object): Promise<Answered>
  delete(url: string, data?: unknown, option?: object): Promise<Answered>
  all<Value>(calls: readonly Promise<Value>[]): Promise<Value[]>
}

declare global {
  var createFly: () => Fly
}

let client: string
let server: LoopbackServer

test.beforeAll(async () => {
  client = await bundleClient('fly-client')
  server = await startLoopbackServer({
    '/goods': (request, response) =>
      answerJson({ method: request.method, query: new URL(request.url, server.origin).search })(request, response),
    '/orders': (request, response) =>
      answerJson({ method: request.method, type: request.headers['content-type'], body: request.body, url: request.url }, 201)(
        request,
        response,
      ),
    '/forbidden': answerJson({ message: 'not yours' }, 403),
    '/bytes': (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(Buffer.from([0, 255, 128, 10])),
    '/never': () => {},
  })
})

test.afterAll(() => server.close())

test.beforeEach(({ page }) => openClientPage(page, client))

test.describe('flyio 0.6.14, its wx build', () => {
  test('gets with a query, a base address and a header that an interceptor adds', async ({ page }) => {
    const { status, data, headers } = await page.evaluate(async (base) => {
      const fly = createFly()
      fly.config.baseURL = base
      fly.interceptors.request.use((request) => {
        request.headers['X-Tag'] = 'fly'
        return request
      })
      const { status, data, headers } = await fly.get('/goods', { page: 2, tags: ['a', 'b'] })
      return { status, data, headers }
    }, server.origin)
    expect(status).toBe(200)
    expect(data).toEqual({ method: 'GET', query: '?page=2&tags%5B%5D=a&tags%5B%5D=b' })
    expect(headers['content-type']).toEqual(['application/json'])
    expect(server.seen.findLast(({ url }) => url.startsWith('/goods'))?.headers).toMatchObject({ 'x-tag': 'fly' })
    await expectRecorded(page, [{ api: 'request', method: 'GET', path: '/goods', state: 'succeeded', statusCode: 200 }])
  })

  test('posts JSON and forms, puts and deletes', async ({ page }) => {
    const answers = await page.evaluate(async (url) => {
      const fly = createFly()
      const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } }
      const calls = [
        () => fly.post(url, { id: 7 }),
        () => fly.post(url, { id: 7, name: '茶' }, form),
        () => fly.put(url, { id: 8 }),
        () => fly.delete(url, { id: 9 }),
      ]
      const data = []
      for (const call of calls) data.push((await call()).data)
      return data
    }, `${server.origin}/orders`)
    expect(answers).toMatchObject([
      { method: 'POST', type: 'application/json;charset=utf-8', body: '{"id":7}' },
      { method: 'POST', type: 'application/x-www-form-urlencoded', body: `id=7&name=${encodeURIComponent('茶')}` },
      { method: 'PUT', body: '{"id":8}' },
      // Fly puts what a DELETE carries in its query.
      { method: 'DELETE', body: '{}', url: '/orders?id=9' },
    ])
    const call = { api: 'request', path: '/orders', state: 'succeeded', statusCode: 201 } as const
    await expectRecorded(page, [
      { ...call, method: 'POST' },
      { ...call, method: 'POST' },
      { ...call, method: 'PUT' },
      { ...call, method: 'DELETE' },
    ])
  })

  test('gets bytes, and several answers at once', async ({ page }) => {
    const [bytes, count] = await page.evaluate(async (base) => {
      const fly = createFly()
      const { data } = await fly.get(`${base}/bytes`, null, { responseType: 'arraybuffer' })
      const answers = await fly.all(Array.from({ length: 12 }, (_, page) => fly.get(`${base}/goods`, { page })))
      return [[...new Uint8Array(data)], new Set(answers.map((answer) => answer.data.query)).size]
    }, server.origin)
    expect(bytes).toEqual([0, 255, 128, 10])
    expect(count).toBe(12)
    await expectRecorded(page, [
      { path: '/bytes', state: 'succeeded' },
      ...Array.from({ length: 12 }, () => ({ path: '/goods', state: 'succeeded' }) as const),
    ])
  })

  test('rejects a 403 with its answer, a call that takes too long and a server that is not there', async ({ page }) => {
    const received = await page.evaluate(async (base) => {
      const fly = createFly()
      const seen = (error: { status: number; message: string; response?: Answered }) => ({
        status: error.status,
        message: error.message,
        data: error.response?.data,
      })
      return [
        await fly.get(`${base}/forbidden`).catch(seen),
        await fly.get(`${base}/never`, null, { timeout: 300 }).catch(seen),
        await fly.get('http://127.0.0.1:9/nobody').catch(seen),
      ]
    }, server.origin)
    expect(received).toMatchObject([
      { status: 403, data: { message: 'not yours' } },
      { status: 1, message: 'timeout [ 300ms ]' },
      { status: 0 },
    ])
    await expectRecorded(page, [
      { path: '/forbidden', state: 'succeeded', statusCode: 403 },
      // The client counts the time itself and leaves the call alone.
      { path: '/never', state: 'running' },
      { path: '/nobody', state: 'failed', errMsg: /^request:fail ./ },
    ])
  })
})
