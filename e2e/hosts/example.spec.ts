import { test as base, expect, type Frame, type Page } from '@playwright/test'
import type { TaskSnapshot } from '../../src/recorder/tasks/task-snapshot.ts'
import { streamFaults } from '../../src/testing/set-up-shim.ts'
import '../drive/page-globals.ts'
import { type HostName, hostOf } from './host-kinds.ts'
import { type HostServer, startHostServer } from './host-server.ts'

// Every example is the same small shop with five buttons, written as its framework would have it. With `?api=` it asks a server of ours.

const name = process.env.WX_HOST_NAME as HostName
const host = hostOf(name)

const test = base.extend<{ readonly shop: Shop; readonly uncaught: string[] }>({
  shop: ({ page }, use) => use(new Shop(page)),
  uncaught: [
    async ({ page }, use) => {
      const uncaught: string[] = []
      page.on('pageerror', (error) => uncaught.push(error.message))
      await use(uncaught)
      expect(uncaught).toEqual([])
    },
    { auto: true },
  ],
})

/** The example as a person uses it, and the inspector of the page in which its code runs. */
class Shop {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(api?: string): Promise<void> {
    await this.page.goto(api ? host.askingAt(api) : '/')
    await this.ready()
  }

  async ready(): Promise<void> {
    await expect(this.app.getByText('List teas', { exact: true })).toBeVisible({ timeout: 60_000 })
    await host.openPanel(this.page)
    await expect(this.list).toBeVisible()
  }

  get app(): Frame {
    return host.frameOf(this.page)
  }

  get list() {
    return this.page.getByRole('grid', { name: 'Requests' })
  }

  row(text: string) {
    return this.list.getByRole('row').filter({ hasText: text })
  }

  press(label: string): Promise<void> {
    return this.app.getByText(label, { exact: true }).click()
  }

  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.app.getByText(text)).toBeVisible()
  }

  /** The one task with this in its url, once it has ended and its callbacks are over. */
  async taskOf(part: string): Promise<TaskSnapshot> {
    const find = () => this.app.evaluate((text) => wxInspector.tasks().filter(({ url }) => url.includes(text)), part)
    await expect.poll(async () => (await find()).map(({ state }) => state)).not.toEqual([])
    await expect.poll(async () => (await find()).filter(({ state }) => !ENDED.includes(state))).toEqual([])
    const tasks = await find()
    expect(tasks).toHaveLength(1)
    const events = await this.app.evaluate((id) => wxInspector.events(id), tasks[0]?.taskId)
    expect(streamFaults(events)).toEqual([])
    expect(events.length).toBeGreaterThan(4)
    expect(tasks[0]?.framework).toBe(host.framework)
    return tasks[0] as TaskSnapshot
  }
}
const ENDED: readonly string[] = ['succeeded', 'failed', 'closed']

let server: HostServer
test.beforeAll(async ({ browser, baseURL }) => {
  server = await startHostServer()
  // A dev server finds packages to prepare while the first page loads, and may load it once more.
  const page = await browser.newPage()
  await page.goto(baseURL ?? '')
  await expect(host.frameOf(page).getByText('List teas', { exact: true })).toBeVisible({ timeout: 90_000 })
  await page.waitForTimeout(host.settles)
  await page.close()
})
test.afterAll(() => server.close())

test.describe(name, () => {
  test('has a call answered by the rule of its own configuration, and shows it', async ({ shop }) => {
    await shop.open()
    await shop.press('List teas')
    await shop.expectText('Teas: Longjing')
    const task = await shop.taskOf('/goods')
    expect(task).toMatchObject({ api: 'request', by: 'mock', ruleId: 'teas', statusCode: 200, state: 'succeeded' })
    await expect(shop.row('goods')).toContainText('200')
  })

  test('lets calls go to a server, and records the domains that a phone would have refused', async ({ shop }) => {
    await shop.open(server.origin)
    await shop.press('List teas')
    await shop.expectText('Teas: 龙井')
    const task = await shop.taskOf('/goods')
    expect(task).toMatchObject({ by: 'fetch', statusCode: 200, check: { verdict: 'refused' } })
    await expect(shop.row('goods')).toContainText('200')
  })

  test('sends a file', async ({ shop }) => {
    await shop.open(server.origin)
    await shop.press('Send a leaf')
    await shop.expectText(/^Sent: .*a green leaf/)
    const task = await shop.taskOf('/upload')
    expect(task).toMatchObject({ api: 'uploadFile', statusCode: 200, form: { file: { field: 'leaf', size: 12 } } })
  })

  test('talks over a socket', async ({ shop }) => {
    await shop.open(server.origin)
    await shop.press('Ask the keeper')
    await shop.expectText('Heard: Is it fresh?')
    const task = await shop.taskOf('/echo')
    expect(task).toMatchObject({ api: 'connectSocket', state: 'closed', socket: { sent: 1, received: 1 } })
  })

  for (const by of ['app', 'panel'] as const) {
    test(`ends a call that the ${by} aborts, in the words of its API`, async ({ shop }) => {
      await shop.open(server.origin)
      await shop.press('Brew')
      const abort = shop.row('slow').getByRole('button', { name: 'Abort' })
      await expect(abort).toBeVisible()
      if (by === 'app') await shop.press('Stop brewing')
      else await abort.click()
      await shop.expectText(host.abortText)
      expect(await shop.taskOf('/slow')).toMatchObject({ error: { kind: 'aborted', by } })
    })
  }

  test('opens the panel and puts it away when Alt+Shift+W is pressed in the app', async ({ page, shop }) => {
    await shop.open()
    const panel = shop.app.getByRole('region', { name: 'wx request inspector' })
    const wasOpen = await panel.isVisible()
    await shop.app.getByText('Tea shop', { exact: true }).click()
    for (const open of [!wasOpen, wasOpen, !wasOpen]) {
      await page.keyboard.press('Alt+Shift+W')
      await expect(panel).toBeVisible({ visible: open })
    }
  })

  test('starts anew after a reload, unless the record is to be kept', async ({ page, shop }) => {
    await shop.open()
    await shop.press('List teas')
    await shop.taskOf('/goods')
    await page.reload()
    await shop.ready()
    expect(await shop.app.evaluate(() => wxInspector.ready.then(() => wxInspector.tasks().length))).toBe(0)

    await shop.press('List teas')
    await shop.taskOf('/goods')
    await page.getByRole('button', { name: 'Keep log' }).click()
    await page.reload()
    await shop.ready()
    await expect(shop.row('goods')).toContainText('200')
    expect(await shop.taskOf('/goods')).toMatchObject({ by: 'mock', statusCode: 200 })
  })
})
