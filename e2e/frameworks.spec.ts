import type { Page } from '@playwright/test'
import type { MockRule } from '../src/contract/mock/mock-rule.ts'
import { streamFaults } from '../src/testing/set-up-shim.ts'
import { expect, test } from './drive/test.ts'
import { type HostServer, startHostServer } from './hosts/host-server.ts'
import { makeSixtyCalls, type Observed } from './hosts/sixty-calls.ts'

type FrameworkName = 'uni' | 'Taro'

let server: HostServer
test.beforeAll(async () => {
  server = await startHostServer()
})
test.afterAll(() => server.close())

/** Opens the page of the stand-ins; without the inspector its script is not there. */
async function openHost(page: Page, name: FrameworkName, inspected: boolean): Promise<void> {
  if (!inspected) await page.route('**/*.iife.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.goto('/e2e/pages/frameworks.html')
  await page.evaluate(
    ([framework, follow]) => {
      const page = globalThis as unknown as { frameworks: Record<string, object>; hostApi: unknown }
      page.hostApi = page.frameworks[framework]
      if (!follow) return
      wxInspector.configure({ urlCheck: false })
      wxInspector.adapt(page.frameworks[framework] as object)
    },
    [name, inspected] as const,
  )
}

const sixty = (page: Page, framework: FrameworkName) => page.evaluate(makeSixtyCalls, { framework, origin: server.origin })
const eventsOf = (page: Page) => page.evaluate(() => wxInspector.events())
const tasksOf = (page: Page) => page.evaluate(() => wxInspector.tasks())

for (const framework of ['uni', 'Taro'] as const) {
  test.describe(framework, () => {
    test('gives an app the same of sixty calls, followed or not', async ({ page, browser }) => {
      const bare = await browser.newPage({ baseURL: new URL(test.info().project.use.baseURL as string).origin })
      await openHost(bare, framework, false)
      const before = await sixty(bare, framework)
      await bare.close()
      await openHost(page, framework, true)
      const after = await sixty(page, framework)
      expect(after).toEqual(before)
      expect(before.length).toBeGreaterThanOrEqual(60)

      // What was recorded is whole: each call once, its events in an order that may be.
      const events = await eventsOf(page)
      expect(streamFaults(events)).toEqual([])
      const tasks = await tasksOf(page)
      // uni says that an upload of a `file` failed, and sends it nevertheless when the call is over: the worker sees it as the page's own.
      const others = tasks.filter((task) => task.framework !== framework).map(({ api, url }) => `${api} ${new URL(url).pathname}`)
      expect(others).toEqual(framework === 'uni' ? ['page /upload'] : [])
      expect(tasks.filter((task) => task.api === 'connectSocket')).toHaveLength(8)
      expect(tasks.filter((task) => task.warnings.includes('unseen')).map((task) => task.url)).toEqual(framework === 'uni' ? [] : ['/echo'])
      const kinds = new Set(tasks.map((task) => task.error?.kind))
      for (const kind of ['aborted', 'timed-out', 'network'] as const) expect(kinds).toContain(kind)
    })

    test('gives the answer of a rule in the shapes of the framework', async ({ page }) => {
      await openHost(page, framework, true)
      const real = await callAll(page, server.origin)
      await page.evaluate((rules) => wxInspector.setRules(JSON.parse(rules)), JSON.stringify(RULES))
      const mocked = await callAll(page, 'https://api.example.com')
      // Headers differ with the server.
      expect(withoutHeaders(mocked)).toEqual(withoutHeaders(real))
      const tasks = (await tasksOf(page)).slice(real.length)
      expect(tasks.map((task) => task.by)).toEqual(tasks.map(() => 'mock'))
      expect(streamFaults(await eventsOf(page))).toEqual([])
    })

    test('ends a call from the panel in the words of the framework', async ({ page }) => {
      await openHost(page, framework, true)
      const text = await page.evaluate(async (url) => {
        const { hostApi } = globalThis as unknown as { hostApi: { request(options: object): Promise<unknown> } }
        const ended = hostApi.request({ url }).then(
          () => 'answered',
          (thrown: { errMsg: string }) => thrown.errMsg,
        )
        while (!wxInspector.tasks()[0]?.by) await new Promise((resolve) => setTimeout(resolve, 10))
        wxInspector.abort(wxInspector.tasks()[0]?.taskId ?? '')
        return ended
      }, `${server.origin}/slow`)
      expect(text).toBe(framework === 'uni' ? 'request:fail abort' : 'signal is aborted without reason')
      await expect.poll(async () => (await tasksOf(page))[0]?.error).toEqual({ kind: 'aborted', by: 'panel', errMsg: text })
    })

    test('stops at a domain that is on no list where the check is enforced', async ({ page }) => {
      await openHost(page, framework, true)
      const outcome = await page.evaluate(async (url) => {
        wxInspector.configure({ urlCheck: true, domainCheck: 'enforce' })
        const { hostApi } = globalThis as unknown as { hostApi: { request(options: object): Promise<unknown> } }
        return hostApi.request({ url }).then(
          () => 'answered',
          () => 'failed',
        )
      }, `${server.origin}/goods`)
      expect(outcome).toBe('failed')
      await expect.poll(async () => (await tasksOf(page))[0]?.error?.kind).toBe('refused-domain')
    })
  })
}

test('undoes what adapt() did, to the page and to the framework', async ({ page }) => {
  await page.goto('/e2e/pages/frameworks.html')
  const restored = await page.evaluate(() => {
    const { uni } = (globalThis as unknown as { frameworks: { uni: Record<string, unknown> } }).frameworks
    const before = [uni['request'], globalThis.fetch, globalThis.XMLHttpRequest, globalThis.WebSocket]
    const undo = wxInspector.adapt(uni)
    const during = [uni['request'], globalThis.fetch, globalThis.XMLHttpRequest, globalThis.WebSocket]
    undo()
    const after = [uni['request'], globalThis.fetch, globalThis.XMLHttpRequest, globalThis.WebSocket]
    return { changed: during.map((one, nth) => one !== before[nth]), same: after.map((one, nth) => one === before[nth]) }
  })
  expect(restored).toEqual({ changed: [true, true, true, true], same: [true, true, true, true] })
})

test('leaves the calls of the page itself alone while a framework is followed', async ({ page }) => {
  await openHost(page, 'uni', true)
  const seen = await page.evaluate(async (origin) => {
    const response = await fetch(`${origin}/goods`)
    const xhr = new XMLHttpRequest()
    xhr.open('GET', `${origin}/text`)
    const text = await new Promise((resolve) => {
      xhr.onload = () => resolve(xhr.responseText)
      xhr.send()
    })
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/echo`)
    await new Promise((resolve) => {
      socket.onopen = resolve
    })
    socket.close()
    return {
      goods: await response.json(),
      text,
      followed: wxInspector.tasks().filter((task) => task.framework).length,
      socket: socket instanceof WebSocket,
    }
  }, server.origin)
  expect(seen).toEqual({ goods: [{ id: 1, name: '龙井' }], text: '春茶 spring tea', followed: 0, socket: true })
})

test('follows uni by itself when it takes the place of wx, and keeps its calls its own', async ({ page }) => {
  await page.goto('/e2e/pages/frameworks.html')
  const { tasks, shape } = await page.evaluate(async (url) => {
    const host = globalThis as unknown as {
      frameworks: { uni: { request(options: object): Promise<object> } }
      wx: unknown
      uni: { request(options: object): Promise<object> }
    }
    wxInspector.configure({ urlCheck: false })
    host.wx = host.frameworks.uni
    host.uni = host.frameworks.uni
    const result = await host.uni.request({ url })
    return { tasks: wxInspector.tasks().map((task) => `${task.framework}.${task.api}`), shape: Object.keys(result).sort() }
  }, `${server.origin}/goods`)
  expect(tasks).toEqual(['uni.request'])
  expect(shape).toEqual(['cookies', 'data', 'errMsg', 'header', 'statusCode'])
})

const API = 'https://api.example.com'
const rule = (path: string, body: object, more: object = {}): MockRule => ({
  id: path,
  name: path,
  enabled: true,
  when: { url: `${API}${path}` },
  respond: { kind: 'response', body, ...more } as MockRule['respond'],
})
const RULES: readonly MockRule[] = [
  rule('/goods', { json: [{ id: 1, name: '龙井' }] }),
  rule('/status', { json: { status: '404' } }, { status: 404 }),
  rule('/bad-json', { text: '{"id": 1,' }, { headers: { 'content-type': 'application/json' } }),
  rule('/text', { text: '春茶 spring tea' }),
  rule('/bytes', { base64: 'AAEC/f7/' }),
  rule('/file', { text: 'leaves' }, { headers: { 'content-type': 'text/plain' } }),
  rule('/put', { json: { put: true } }),
  { id: 'drop', name: 'drop', enabled: true, when: { url: `${API}/drop` }, respond: { kind: 'fail', error: 'ERR_CONNECTION_RESET' } },
  {
    id: 'ws',
    name: 'ws',
    enabled: true,
    when: { api: 'connectSocket', url: 'wss://api.example.com/echo' },
    respond: { kind: 'socket', script: [{ echo: true }] },
  },
]

/** Calls of every kind of body, and an echo, against a server or the rules that play it. */
function callAll(page: Page, origin: string): Promise<readonly Observed[]> {
  return page.evaluate(async (base) => {
    type Api = (options: object) => Promise<Record<string, unknown>>
    const { hostApi } = globalThis as unknown as { hostApi: Record<'request' | 'uploadFile' | 'downloadFile' | 'connectSocket', Api> }
    const observed: Observed[] = []
    const note = async (name: string, call: Promise<Record<string, unknown>>) => {
      const seen = await call.then(
        (result) => ({ ...result, ...(result['data'] instanceof ArrayBuffer && { data: [...new Uint8Array(result['data'])] }) }),
        (thrown: Record<string, unknown>) => ({ failed: thrown['errMsg'] ?? thrown['message'] }),
      )
      observed.push({ name, seen: [seen] })
    }
    await note('json', hostApi.request({ url: `${base}/goods` }))
    await note('404', hostApi.request({ url: `${base}/status?code=404` }))
    await note('bad json', hostApi.request({ url: `${base}/bad-json` }))
    await note('text', hostApi.request({ url: `${base}/text`, dataType: 'text' }))
    await note('bytes', hostApi.request({ url: `${base}/bytes`, responseType: 'arraybuffer' }))
    await note('nobody', hostApi.request({ url: `${base}/drop` }))
    const filePath = URL.createObjectURL(new File(['tea'], 'tea.txt'))
    await note('upload', hostApi.uploadFile({ url: `${base}/put`, filePath, name: 'leaf' }))
    const { statusCode, tempFilePath } = await hostApi.downloadFile({ url: `${base}/file` })
    observed.push({ name: 'download', seen: [statusCode, await (await fetch(String(tempFilePath))).text()] })

    type Task = {
      onOpen(listener: unknown): void
      onMessage(listener: unknown): void
      onClose(listener: unknown): void
      send(options: object): void
      close(options: object): void
    }
    const task = (await hostApi.connectSocket({
      url: `${base.replace('http', 'ws')}/echo`,
      ...('upx2px' in hostApi && { complete() {} }),
    })) as unknown as Task
    const opened = new Promise((resolve) => task.onOpen(resolve))
    const said = new Promise<unknown>((resolve) => task.onMessage(({ data }: { data: unknown }) => resolve(data)))
    await opened
    task.send({ data: 'hello' })
    const closed = new Promise<{ code: number }>((resolve) => task.onClose(resolve))
    observed.push({ name: 'echo', seen: [await said] })
    task.close({ code: 1000, reason: 'done' })
    observed.push({ name: 'close', seen: [(await closed).code] })
    return observed
  }, origin)
}

function withoutHeaders(observed: readonly Observed[]): unknown {
  return observed.map(({ name, seen }) => ({
    name,
    seen: seen.map((one) => (typeof one === 'object' ? { ...one, header: undefined } : one)),
  }))
}
