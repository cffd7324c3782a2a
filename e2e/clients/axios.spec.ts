import type { AxiosStatic, CancelTokenSource } from 'axios'
import { expect, test } from '../drive/test.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, waitForRunning } from './client-page.ts'

declare global {
  var axios: AxiosStatic
  var source: CancelTokenSource
}

const API = 'https://axios.example.com'

let client: string
let server: LoopbackServer

test.beforeAll(async () => {
  client = await bundleClient('axios-client')
  server = await startLoopbackServer({
    '/goods': (request, response) => answerJson({ query: new URL(request.url, server.origin).search })(request, response),
    '/orders': (request, response) => answerJson({ got: JSON.parse(request.body) }, 201)(request, response),
    '/never': () => {},
  })
})

test.afterAll(() => server.close())

test.beforeEach(async ({ page }) => {
  // The tool's error texts are the ones that axios-miniprogram-adapter looks for.
  await openClientPage(page, client, { platform: 'devtools' })
  await page.evaluate((api) => {
    wxInspector.setRules([
      {
        id: 'goods',
        name: 'goods',
        enabled: true,
        when: { method: 'GET', url: `${api}/goods` },
        respond: { kind: 'response', body: { template: { query: '?{{query.page}}' } } },
      },
      {
        id: 'orders',
        name: 'orders',
        enabled: true,
        when: { method: 'POST', url: `${api}/orders` },
        respond: { kind: 'response', status: 201, body: { template: { got: { id: '{{body.id}}' } } } },
      },
      {
        id: 'missing',
        name: 'missing',
        enabled: true,
        when: { url: `${api}/missing` },
        respond: { kind: 'response', status: 404, body: { json: { message: 'no such path' } } },
      },
      { id: 'never', name: 'never', enabled: true, when: { url: `${api}/never` }, respond: { kind: 'hang' } },
    ])
  }, API)
})

const bases = [
  { name: 'the mocked API', base: () => API },
  { name: 'a real loopback server', base: () => server.origin },
]

for (const { name, base } of bases) {
  test.describe(`axios 0.26.1 with axios-miniprogram-adapter over ${name}`, () => {
    test('gets with a query', async ({ page }) => {
      const answer = await page.evaluate(async (url) => {
        const { status, data } = await axios.get(`${url}/goods`, { params: { page: 2 } })
        return { status, data }
      }, base())
      expect(answer.status).toBe(200)
      expect(answer.data.query).toContain('2')
      await expectRecorded(page, [{ api: 'request', method: 'GET', path: '/goods', state: 'succeeded', statusCode: 200 }])
      await expect(page.getByRole('row').filter({ hasText: 'goods' })).toBeVisible()
    })

    test('posts JSON', async ({ page }) => {
      const answer = await page.evaluate(async (url) => {
        const { status, data } = await axios.post(`${url}/orders`, { id: 7 })
        return { status, data }
      }, base())
      expect(answer).toEqual({ status: 201, data: { got: { id: 7 } } })
      await expectRecorded(page, [{ api: 'request', method: 'POST', path: '/orders', state: 'succeeded', statusCode: 201 }])
      await expect(page.getByRole('row').filter({ hasText: 'orders' })).toBeVisible()
    })

    test('rejects a 404 with the answer in the error', async ({ page }) => {
      const answer = await page.evaluate(
        (url) => axios.get(`${url}/missing`).catch((error) => ({ status: error.response.status, data: error.response.data })),
        base(),
      )
      expect(answer).toEqual({ status: 404, data: { message: 'no such path' } })
      await expectRecorded(page, [{ api: 'request', method: 'GET', path: '/missing', state: 'succeeded', statusCode: 404 }])
      await expect(page.getByRole('row').filter({ hasText: 'missing' })).toBeVisible()
    })

    test('times out after the time it was given', async ({ page }) => {
      const message = await page.evaluate((url) => axios.get(`${url}/never`, { timeout: 300 }).catch((error) => error.message), base())
      expect(message).toBe('timeout of 300ms exceeded')
      await expectRecorded(page, [{ api: 'request', method: 'GET', path: '/never', state: 'failed', errMsg: 'request:fail timeout' }])
      await expect(page.getByRole('row').filter({ hasText: 'never' })).toBeVisible()
    })

    test('cancels a call that is under way', async ({ page }) => {
      const call = page.evaluate((url) => {
        globalThis.source = axios.CancelToken.source()
        return axios.get(`${url}/never`, { cancelToken: source.token }).catch((error) => error.message)
      }, base())
      await waitForRunning(page, '/never')
      await page.evaluate(() => source.cancel('changed my mind'))
      expect(await call).toBe('changed my mind')
      await expectRecorded(page, [{ api: 'request', method: 'GET', path: '/never', state: 'failed', errMsg: 'request:fail abort' }])
      await expect(page.getByRole('row').filter({ hasText: 'never' })).toBeVisible()
    })
  })
}
