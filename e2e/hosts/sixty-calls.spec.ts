import { readFileSync, writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { streamFaults } from '../../src/testing/set-up-shim.ts'
import '../drive/page-globals.ts'
import { type HostName, hostOf } from './host-kinds.ts'
import { startHostServer } from './host-server.ts'
import { makeSixtyCalls, type Observed } from './sixty-calls.ts'

// `npm run hosts` runs this twice: first over the example without our line, which writes down what the app sees, then with it.

const name = process.env.WX_HOST_NAME as HostName
const { framework } = hostOf(name)
const inspected = process.env.WX_HOST_INSPECTED !== 'no'
const record = process.env.WX_HOST_RECORD ?? ''

if (framework) {
  test(`${framework} gives an app the same of sixty calls, followed or not`, async ({ page }) => {
    await using server = await startServer()
    await page.goto('/')
    await expect(page.getByText('List teas', { exact: true })).toBeVisible({ timeout: 90_000 })
    if (inspected) await page.evaluate(() => wxInspector.ready)
    await page.evaluate(findApi, framework)
    const observed = withoutOurTag(await page.evaluate(makeSixtyCalls, { framework, origin: server.origin }))
    expect(observed.length).toBeGreaterThanOrEqual(60)
    if (!inspected) {
      expect(await page.evaluate(() => 'wxInspector' in globalThis)).toBe(false)
      writeFileSync(record, JSON.stringify(observed))
      return
    }
    expect(observed).toEqual(JSON.parse(readFileSync(record, 'utf8')))
    await expectWhole(page)
  })
}

async function startServer() {
  const { origin, close } = await startHostServer()
  return { origin, [Symbol.asyncDispose]: close }
}

/** Puts the framework's calls where the sixty look for them. Taro's are exports of a module that the app has loaded. */
async function findApi(framework: 'uni' | 'Taro'): Promise<void> {
  const host = globalThis as unknown as { uni: object; hostApi: object }
  if (framework === 'uni') {
    host.hostApi = host.uni
    return
  }
  const urls = performance.getEntriesByType('resource').map((entry) => entry.name)
  const url = urls.find((one) => /tarojs_taro\.js|wx-request-inspector\/taro/.test(one))
  if (!url) throw new Error('the page has loaded no Taro')
  host.hostApi = { ...(await import(url)) }
}

/** A dev server answers a url that it does not know with its page, and our tag is in that. */
function withoutOurTag(observed: readonly Observed[]): readonly Observed[] {
  const text = JSON.stringify(observed).replace(
    /<script type=\\"module\\" src=\\"\/@wx-request-inspector\/boot\.js\\"><\/script>(?:\\n|\s)*/g,
    '',
  )
  return JSON.parse(text, (_key, value) => {
    if (!String(value?.['content-type']).startsWith('text/html')) return value
    const { etag: _etag, 'content-length': _length, ...header } = value
    return header
  })
}

/** Each call is in the record once, its events in an order that may be. */
async function expectWhole(page: Page): Promise<void> {
  const [events, tasks] = await page.evaluate(() => [wxInspector.events(), wxInspector.tasks()] as const)
  expect(streamFaults(events)).toEqual([])
  // uni-app says that an upload of a `file` failed, and sends it nevertheless when the call is over: the worker sees it as the page's own.
  const others = tasks.filter((task) => task.framework !== framework).map(({ api, url }) => `${api} ${new URL(url).pathname}`)
  expect(others).toEqual(framework === 'uni' ? ['page /upload'] : [])
  expect(tasks.filter((task) => task.api === 'connectSocket')).toHaveLength(8)
  // The last address is taken for one of the dev server, which may leave a socket without an answer.
  const running = tasks.filter(
    ({ state, url }) => !['succeeded', 'failed', 'closed'].includes(state) && !url.endsWith('/not%20an%20address'),
  )
  expect(running).toEqual([])
}
