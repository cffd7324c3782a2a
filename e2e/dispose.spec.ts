import type { Page } from '@playwright/test'
import type { SocketTask } from '../src/contract/wx/wx-socket.ts'
import type { createInspector } from '../src/entry/inspector.ts'
import type { createWx } from '../src/entry/shim.ts'
import { bundleClient } from './clients/bundle-client.ts'
import { countLiving, findDetached, type Living, readLiving } from './drive/count-living.ts'
import type { Panel } from './drive/panel.ts'
import { expect, test } from './drive/test.ts'
import { type LoopbackServer, startLoopbackServer } from './servers/loopback-server.ts'
import { type SocketServer, startSocketServer } from './servers/socket-server.ts'

declare global {
  var lives: { readonly createInspector: typeof createInspector; readonly createWx: typeof createWx }
  var handles: WeakRef<object>[]
}

const CYCLES = 20

/** The engine learns how objects look from some of them, and keeps those. */
const MOST_LEARNED_FROM = 2

const NOTHING: Living = { listeners: [], observers: [], workers: [], timers: [], databases: [], objectUrls: [] }

// A trace takes pictures of the page by elements and listeners of its own.
test.use({ trace: 'off' })

let client: string
let server: LoopbackServer
let sockets: SocketServer

test.beforeAll(async () => {
  client = await bundleClient('lives-client')
  server = await startLoopbackServer((_, response) => response.end('{"real":true}'))
  sockets = await startSocketServer()
})
test.afterAll(() => Promise.all([server.close(), sockets.close()]))

test.beforeEach(async ({ page }) => {
  await countLiving(page)
  await page.goto('/e2e/pages/bare.html')
  await page.addScriptTag({ content: client })
})

/** Makes an inspector, uses all of it, and disposes of it; gives how many of the 50 calls succeeded. */
async function liveOnce(page: Page, panel: Panel): Promise<number> {
  const succeeded = await page.evaluate(
    async ([http, ws]) => {
      const inspector = lives.createInspector({
        settings: { urlCheck: false },
        rules: [
          {
            id: 'a',
            name: 'A',
            enabled: true,
            when: { url: 'https://api.example.com/*' },
            respond: { kind: 'response', body: { json: { a: 1 } } },
          },
          { id: 'h', name: 'H', enabled: true, when: { url: 'https://slow.example.com/*' }, respond: { kind: 'hang' } },
        ],
      })
      globalThis.handles = [...(globalThis.handles ?? []), new WeakRef(inspector)]
      inspector.install()
      inspector.open()
      await inspector.ready
      const call = (url: string) => new Promise<string>((resolve) => wx.request({ url, complete: ({ errMsg }) => resolve(errMsg) }))
      const ends = await Promise.all(
        Array.from({ length: 50 }, (_, nth) => call(nth % 5 === 0 ? `${http}/real-${nth}` : `https://api.example.com/mocked-${nth}`)),
      )
      await new Promise<void>((resolve) => {
        const task = wx.connectSocket({ url: `${ws}/echo` }) as SocketTask
        task.onMessage(() => resolve())
        task.onOpen(() => task.send({ data: 'hello' }))
      })
      // The socket stays open, and this one runs: the end has to end them.
      void call('https://slow.example.com/last')
      wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/note.txt`, 'kept')
      return ends.filter((errMsg) => errMsg === 'request:ok').length
    },
    [server.origin, sockets.origin] as const,
  )
  await panel.row('mocked-49').click()
  await panel.grid.press('Enter')
  await expect(panel.details).toBeVisible()
  await page.evaluate(() => wxInspector.dispose())
  return succeeded
}

/** React listens to the selection of each document it ever drew in, once, and Playwright to what it has to see. */
const isOurs = (line: string) => !line.startsWith('selectionchange on [object HTMLDocument]') && !line.includes('InjectedScript')

test('twenty inspectors that were used and disposed of leave nothing behind, and the next one works', async ({ page, panel }) => {
  test.setTimeout(300_000)
  for (let cycle = 0; cycle < CYCLES; cycle++) expect(await liveOnce(page, panel)).toBe(50)
  const { listeners, observers, ...living } = await readLiving(page)
  expect({ ...living, listeners: listeners.filter(isOurs), observers: observers.filter(isOurs) }).toEqual(NOTHING)
  // The browser itself holds what was last under the pointer, until that moves, and lets trees go in steps.
  await page.mouse.move(1, 1)
  await expect.poll(() => findDetached(page)).toEqual([])
  expect(await page.evaluate(() => handles.filter((handle) => handle.deref()).length)).toBeLessThanOrEqual(MOST_LEARNED_FROM)
  expect(await liveOnce(page, panel)).toBe(50)
})

test('a wx alone that was disposed of leaves nothing behind', async ({ page }) => {
  for (let cycle = 0; cycle < 3; cycle++) {
    const ends = await page.evaluate(
      async ([http, ws]) => {
        const wx = lives.createWx({ settings: { urlCheck: false } })
        const call = () => new Promise<string>((resolve) => wx.request({ url: `${http}/real`, complete: ({ errMsg }) => resolve(errMsg) }))
        const first = await call()
        await new Promise<void>((resolve) => wx.connectSocket({ url: `${ws}/echo` })?.onOpen(() => resolve()))
        wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/note.txt`, 'kept')
        await wx.dispose()
        return [first, await call()]
      },
      [server.origin, sockets.origin] as const,
    )
    expect(ends).toEqual(['request:ok', 'request:fail interrupted'])
  }
  const { listeners, observers, ...living } = await readLiving(page)
  expect({ ...living, listeners: listeners.filter(isOurs), observers: observers.filter(isOurs) }).toEqual(NOTHING)
  // Each was closed as an app closes it, and not cut off with the worker.
  expect(sockets.seen.slice(-3).map(({ closed }) => closed?.code)).toEqual([1000, 1000, 1000])
})
