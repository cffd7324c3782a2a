import type { RequestSuccess } from '../../src/contract/wx/wx.ts'
import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage } from './client-page.ts'

interface Http {
  baseUrl: string
  beforeRequest: (options: { header: Record<string, string>; url: string }) => void
  afterRequest: (result: { errMsg: string }) => void
  get(url: string, data?: object): Promise<RequestSuccess>
  post(url: string, data?: object): Promise<RequestSuccess>
  put(url: string, data?: object): Promise<RequestSuccess>
  delete(url: string, data?: object): Promise<RequestSuccess>
}

declare global {
  var $http: Http
}

let client: string
let server: LoopbackServer

test.beforeAll(async () => {
  client = await bundleClient('escook-client')
  server = await startLoopbackServer({
    '/goods': ({ method, url, body, headers }, response) => answerJson({ method, url, body, tag: headers['x-tag'] })({} as never, response),
  })
})

test.afterAll(() => server.close())

test('@escook/request-miniprogram 0.2.1 calls with its hooks around each call', async ({ page }) => {
  await openClientPage(page, client)
  const { data, after, failed } = await page.evaluate(async (base) => {
    const after: string[] = []
    $http.baseUrl = base
    $http.beforeRequest = (options) => {
      options.header = { 'X-Tag': 'escook' }
    }
    $http.afterRequest = ({ errMsg }) => after.push(errMsg)
    const calls = [
      () => $http.get('/goods', { page: 1 }),
      () => $http.post('/goods', { id: 1 }),
      () => $http.put('/goods', { id: 2 }),
      () => $http.delete('/goods', { id: 3 }),
    ]
    const data = []
    for (const call of calls) data.push((await call()).data)
    $http.baseUrl = 'http://127.0.0.1:9'
    const failed: string = await $http.get('/nobody').catch(({ errMsg }) => errMsg)
    return { data, after, failed }
  }, server.origin)
  expect(data).toEqual([
    { method: 'GET', url: '/goods?page=1', body: '', tag: 'escook' },
    { method: 'POST', url: '/goods', body: '{"id":1}', tag: 'escook' },
    { method: 'PUT', url: '/goods', body: '{"id":2}', tag: 'escook' },
    { method: 'DELETE', url: '/goods', body: '{"id":3}', tag: 'escook' },
  ])
  expect(failed).toMatch(/^request:fail ./)
  expect(after).toEqual(['request:ok', 'request:ok', 'request:ok', 'request:ok', failed])
  await expectRecorded(page, [
    ...['GET', 'POST', 'PUT', 'DELETE'].map(
      (method) => ({ api: 'request', method, path: '/goods', state: 'succeeded', statusCode: 200 }) as const,
    ),
    { method: 'GET', path: '/nobody', state: 'failed', errMsg: failed },
  ])
})
