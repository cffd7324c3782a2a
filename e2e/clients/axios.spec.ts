import { expect, type Page, test } from '@playwright/test'
import type { AxiosStatic } from 'axios'
import type { WxInspector } from '../../src/entry/inspector-types.ts'
import { answerJson, type LoopbackServer, startLoopbackServer } from '../servers/loopback-server.ts'
import { bundleClient } from './bundle-client.ts'

declare global {
  var axios: AxiosStatic
  var wxInspector: WxInspector
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
  await page.goto('/?lang=en&sw=off')
  await page.waitForFunction(() => globalThis.wxInspector)
  await page.addScriptTag({ content: client })
  await page.evaluate((api) => {
    // The tool's error texts are the ones that axios-miniprogram-adapter looks for.
    wxInspector.configure({ platform: 'devtools', urlCheck: false })
    wxInspector.setRules([
      ...wxInspector.rules,
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
      await expectTask(page, { method: 'GET', path: '/goods', state: 'succeeded', statusCode: 200 })
    })

    test('posts JSON', async ({ page }) => {
      const answer = await page.evaluate(async (url) => {
        const { status, data } = await axios.post(`${url}/orders`, { id: 7 })
        return { status, data }
      }, base())
      expect(answer).toEqual({ status: 201, data: { got: { id: 7 } } })
      await expectTask(page, { method: 'POST', path: '/orders', state: 'succeeded', statusCode: 201 })
    })

    test('rejects a 404 with the answer in the error', async ({ page }) => {
      const answer = await page.evaluate(
        (url) => axios.get(`${url}/missing`).catch((error) => ({ status: error.response.status, data: error.response.data })),
        base(),
      )
      expect(answer).toEqual({ status: 404, data: { message: 'no such path' } })
      await expectTask(page, { method: 'GET', path: '/missing', state: 'succeeded', statusCode: 404 })
    })

    test('times out after the time it was given', async ({ page }) => {
      const message = await page.evaluate((url) => axios.get(`${url}/never`, { timeout: 300 }).catch((error) => error.message), base())
      expect(message).toBe('timeout of 300ms exceeded')
      await expectTask(page, { method: 'GET', path: '/never', state: 'failed', errMsg: 'request:fail timeout' })
    })

    test('cancels a call that is under way', async ({ page }) => {
      const message = await page.evaluate(async (url) => {
        const source = axios.CancelToken.source()
        const call = axios.get(`${url}/never`, { cancelToken: source.token }).catch((error) => error.message)
        while (!wxInspector.tasks().some((task) => task.url.endsWith('/never') && task.state === 'running')) {
          await new Promise(requestAnimationFrame)
        }
        source.cancel('changed my mind')
        return call
      }, base())
      expect(message).toBe('changed my mind')
      await expectTask(page, { method: 'GET', path: '/never', state: 'failed', errMsg: 'request:fail abort' })
    })
  })
}

interface Expected {
  readonly method: string
  readonly path: string
  readonly state: string
  readonly statusCode?: number
  readonly errMsg?: string
}

/** The call is a task of the record, and a row of the panel. */
async function expectTask(page: Page, { method, path, state, statusCode, errMsg }: Expected): Promise<void> {
  const task = await page.evaluate((end) => wxInspector.tasks().findLast((task) => new URL(task.url).pathname === end), path)
  expect(task).toMatchObject({ method, state, ...(statusCode && { statusCode }) })
  if (errMsg) expect(task?.error?.errMsg).toBe(errMsg)
  const grid = page.getByRole('grid')
  await expect(
    grid
      .getByRole('row')
      .filter({ hasText: path.slice(1) })
      .last(),
  ).toBeVisible()
}
