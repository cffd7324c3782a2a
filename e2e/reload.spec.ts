import type { Page } from '@playwright/test'
import type { MockRule } from '../src/contract/mock/mock-rule.ts'
import { crashAndReload } from './drive/crash-tab.ts'
import './drive/page-globals.ts'
import { expect, test } from './drive/test.ts'
import { type MessageServer, startMessageServer } from './servers/message-server.ts'

const HOST = '/e2e/pages/plain.html'
const API = 'https://api.example.com'

const when = (path: string): MockRule['when'] => ({ url: `${API}${path}` })
const RULES: readonly MockRule[] = [
  { id: 'small', name: 'Small', enabled: true, when: when('/small'), respond: { kind: 'response', body: { json: { ok: true } } } },
  { id: 'large', name: 'Large', enabled: true, when: when('/large'), respond: { kind: 'response', body: { text: 'x'.repeat(100_000) } } },
  { id: 'huge', name: 'Huge', enabled: true, when: when('/huge'), respond: { kind: 'response', body: { text: 'x'.repeat(1_000_000) } } },
  { id: 'never', name: 'Never', enabled: true, when: when('/never'), respond: { kind: 'hang' } },
]

/** Opens the host page with the rules, and with Keep log as a person switches it on. */
async function openHost(page: Page): Promise<void> {
  await page.goto(HOST)
  await page.evaluate(() => wxInspector.ready)
  await setRules(page)
  await page.evaluate(() => {
    wxInspector.send?.({ type: 'configure', patch: { capture: { persist: true }, urlCheck: false } })
  })
}

/** As a text, since types of rules go deep. */
const setRules = (page: Page) => page.evaluate((rules) => wxInspector.setRules(JSON.parse(rules)), JSON.stringify(RULES))

/** Loads the script of the inspector once more. */
const loadScript = (page: Page) =>
  page.evaluate(async () => {
    const script = document.createElement('script')
    script.src = '../../dist/wx-request-inspector.iife.js'
    const done = new Promise((resolve) => {
      script.onload = resolve
    })
    document.head.append(script)
    await done
    await wxInspector.ready
  })

async function reload(page: Page): Promise<void> {
  await page.reload()
  await page.evaluate(() => wxInspector.ready)
}

/** Calls as often, ten at a time, and comes back when all have ended. */
const callTimes = (page: Page, path: string, times: number) =>
  page.evaluate(
    async ([url, count]) => {
      const call = () => new Promise((complete) => wx.request({ url, complete }))
      for (let nth = 0; nth < count; nth += 10) await Promise.all(Array.from({ length: Math.min(10, count - nth) }, call))
    },
    [`${API}${path}`, times] as const,
  )

/** How many calls are in the browser’s storage to their last callback. */
const countStored = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('wx-request-inspector/sessions')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('pieces').objectStore('pieces').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            const events = (reading.result as readonly (readonly { type: string; callback?: string }[])[]).flat()
            resolve(events.filter(({ type, callback }) => type === 'delivered' && callback === 'complete').length)
          }
        }
      }),
  )

const tasksOf = (page: Page) => page.evaluate(() => wxInspector.tasks())
const idsOf = async (page: Page) => (await tasksOf(page)).map(({ taskId }) => taskId)
const noticesOf = (page: Page) => page.evaluate(() => wxInspector.state?.().notices ?? [])

test('keeps the calls that had ended across a reload, on one clock and before the new ones', async ({ page }) => {
  await page.goto('/?lang=en&sw=off')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('200')
  const before = await page.evaluate(() => wxInspector.tasks().map(({ taskId, url, marks }) => ({ taskId, url, marks })))

  await page.getByRole('button', { name: 'Keep log' }).click()
  await expect(page.getByText('Stored unencrypted, with cookies and tokens')).toBeVisible()
  await page.reload()

  await expect(page.getByRole('button', { name: 'Keep log' })).toHaveAttribute('aria-pressed', 'true')
  // The shop calls again.
  await expect.poll(async () => (await tasksOf(page)).length).toBeGreaterThan(before.length)
  const after = await page.evaluate(() => wxInspector.tasks().map(({ taskId, url, marks }) => ({ taskId, url, marks })))
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.at(-1)?.marks.created).toBeGreaterThan(before.at(-1)?.marks.ended ?? Number.POSITIVE_INFINITY)
})

test('forgets them when it was not asked to keep them', async ({ page }) => {
  await page.goto('/?lang=en&sw=off')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('200')
  const [first] = await page.evaluate(() => wxInspector.tasks().map((task) => task.taskId))
  await page.reload()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('200')
  expect(await page.evaluate(() => wxInspector.tasks().map((task) => task.taskId))).not.toContain(first)
})

test('keeps a hundred answers of 100 kB, every event of them', async ({ page }) => {
  await openHost(page)
  await callTimes(page, '/large', 100)
  const before = await page.evaluate(() => wxInspector.events())
  await reload(page)
  expect(await tasksOf(page)).toHaveLength(100)
  const after = await page.evaluate(() => wxInspector.events())
  for (const id of await idsOf(page)) {
    const eventsOf = (events: typeof after) => events.filter(({ taskId }) => taskId === id)
    expect(eventsOf(after)).toEqual(eventsOf(before))
  }
  expect(await noticesOf(page)).toEqual([])
})

test('is left without a pause, with sixty answers of 1 MB in the log', async ({ page }) => {
  await page.addInitScript(() => addEventListener('pagehide', () => performance.mark('going')))
  await openHost(page)
  await callTimes(page, '/huge', 60)
  await expect.poll(() => countStored(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(60)
  await page.evaluate(() =>
    addEventListener('pagehide', () => localStorage.setItem('took', String(performance.measure('left', 'going').duration))),
  )
  await reload(page)
  expect(Number(await page.evaluate(() => localStorage.getItem('took')))).toBeLessThan(250)
  expect(await tasksOf(page)).toHaveLength(60)
})

test.describe('what still ran', () => {
  let server: MessageServer
  test.beforeAll(async () => {
    server = await startMessageServer((socket, message) => socket.send(message))
  })
  test.afterAll(() => server.close())

  test('is there after a reload, with the end that the page put to it', async ({ page }) => {
    await openHost(page)
    await page.evaluate(
      ([never, url]) =>
        new Promise<void>((resolve) => {
          wx.request({ url: never })
          const task = wx.connectSocket({ url })
          task?.onOpen(() => task.send({ data: 'hello' }))
          task?.onMessage(() => resolve())
        }),
      [`${API}/never`, server.origin] as const,
    )
    await reload(page)
    const [call, socket] = await tasksOf(page)
    expect(call).toMatchObject({ state: 'failed', error: { kind: 'page-closed' } })
    expect(socket).toMatchObject({ state: 'closed', socket: { sent: 1, received: 1, closure: { by: 'page', code: 1001 } } })
    expect(await noticesOf(page)).toEqual([])
    await page.evaluate(() => {
      wxInspector.setLanguage('en')
      wxInspector.open()
    })
    await expect(page.getByRole('grid').getByRole('row', { name: /never/ })).toContainText('Page closed')
  })
})

test('a killed tab has every call that had ended a second before, at 50 calls a second', async ({ page }) => {
  await openHost(page)
  await page.evaluate((url) => {
    setInterval(() => wx.request({ url }), 20)
  }, `${API}/small`)
  await expect.poll(async () => (await tasksOf(page)).length, { timeout: 30_000 }).toBeGreaterThan(150)
  const before = await page.evaluate(() => ({
    ended: wxInspector.tasks().flatMap(({ marks, taskId }) => (marks.ended === undefined ? [] : [{ taskId, at: marks.ended }])),
    now: wxInspector.now(),
  }))
  const tab = await crashAndReload(page)
  const after = await tab.evaluate(() => ({
    ids: wxInspector.tasks().map(({ taskId }) => taskId),
    whole: wxInspector
      .events()
      .flatMap((event) =>
        event.type === 'succeeded' && event.body.kind === 'text' && event.body.text === '{"ok":true}' ? [event.taskId] : [],
      ),
    notices: wxInspector.state?.().notices.map(({ code }) => code),
  }))
  const due = before.ended.filter(({ at }) => at <= before.now - 1000).map(({ taskId }) => taskId)
  expect(due.length).toBeGreaterThan(50)
  expect(after.ids.filter((taskId) => due.includes(taskId))).toEqual(due)
  expect(after.whole).toEqual(expect.arrayContaining(due))
  expect(after.notices).toEqual(['session-cut-off'])
})

test('two tabs keep a log each, also where one began as a copy of the other', async ({ context, page }) => {
  await openHost(page)
  await callTimes(page, '/small', 3)
  const opened = context.waitForEvent('page')
  await page.evaluate((url) => void window.open(url), HOST)
  const other = await opened
  await other.waitForLoadState()
  await other.evaluate(() => wxInspector.ready)
  expect(await tasksOf(other)).toEqual([])
  await setRules(other)
  await callTimes(other, '/small', 2)
  const before = [await idsOf(page), await idsOf(other)]
  await reload(other)
  await reload(page)
  expect([await idsOf(page), await idsOf(other)]).toEqual(before)
  expect([...(await noticesOf(page)), ...(await noticesOf(other))]).toEqual([])
})

test('a script that is there twice costs nothing that was kept', async ({ page, uncaught }) => {
  await openHost(page)
  await callTimes(page, '/small', 5)
  const before = await idsOf(page)
  await loadScript(page)
  await reload(page)
  expect(await idsOf(page)).toEqual(before)
  await loadScript(page)
  await reload(page)
  expect(await idsOf(page)).toEqual(before)
  uncaught.length = 0
})

test('an inspector that takes the place of one that was disposed of goes on with its log', async ({ page }) => {
  await openHost(page)
  await callTimes(page, '/small', 5)
  const before = await idsOf(page)
  await page.evaluate(() => wxInspector.dispose())
  await loadScript(page)
  expect(await idsOf(page)).toEqual(before)
  await reload(page)
  expect(await idsOf(page)).toEqual(before)
  expect(await noticesOf(page)).toEqual([])
})

test('a kept log that somebody changed comes in without what is not sound, and says so', async ({ page }) => {
  await openHost(page)
  await callTimes(page, '/small', 3)
  await reload(page)
  const [first, ...others] = await idsOf(page)
  await expect
    .poll(() =>
      page.evaluate(
        (taskId) =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('wx-request-inspector/sessions')
            opening.onsuccess = () => {
              const pieces = opening.result.transaction('pieces', 'readwrite').objectStore('pieces')
              let changed = 0
              pieces.openCursor().onsuccess = ({ target }) => {
                const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
                if (!cursor) {
                  opening.result.close()
                  resolve(changed)
                  return
                }
                if (cursor.value[0].taskId === taskId && cursor.value[0].type === 'created') {
                  cursor.update([{ ...cursor.value[0], at: 1e308 }, ...cursor.value.slice(1)])
                  changed++
                }
                cursor.continue()
              }
            }
          }),
        first,
      ),
    )
    .toBe(1)
  await reload(page)
  expect(await idsOf(page)).toEqual(others)
  expect(await noticesOf(page)).toMatchObject([{ code: 'session-refused', count: 1, detail: expect.stringContaining('events[0].at') }])
  await page.evaluate(() => wxInspector.open())
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3)
})
