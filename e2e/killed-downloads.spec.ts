import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './drive/test.ts'
import './drive/page-globals.ts'
import { MEGABYTE, startTransferServer, type TransferServer } from './servers/transfer-server.ts'

const HOST = '/e2e/pages/plain.html'

let server: TransferServer

test.beforeAll(async () => {
  server = await startTransferServer()
})

test.afterAll(() => server.close())

/** How a tab can end, none of which lets it clean up behind itself. */
const ENDS: Readonly<Record<string, (page: Page, context: BrowserContext) => Promise<void>>> = {
  'is closed': (page) => page.close({ runBeforeUnload: false }),
  crashes: async (page, context) => {
    const devtools = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    // Nobody is left to answer it.
    void devtools.send('Page.crash').catch(() => {})
    await crashed
  },
  'goes elsewhere': async (page) => {
    await page.goto('about:blank')
  },
}

const openHost = async (page: Page) => {
  await page.goto(HOST)
  await page.evaluate(() => wxInspector.ready)
  await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
}

/** Begins a download and comes back when so much of it is there; `done` has what the app heard of its end. */
const download = (page: Page, option: { url: string; filePath?: string }, until: number) =>
  page.evaluate(
    ([given, wanted]) =>
      new Promise<void>((resolve) => {
        const task = wx.downloadFile({ ...given, complete: () => resolve() })
        task?.onProgressUpdate(({ totalBytesWritten }) => {
          if (totalBytesWritten >= wanted) resolve()
        })
      }),
    [option, until] as const,
  )

/** All that an app can find of its files, and all that lies in the browser's storage. */
const findFiles = (page: Page) =>
  page.evaluate(async () => {
    const fs = wx.getFileSystemManager()
    const user = fs
      .readdirSync(wx.env.USER_DATA_PATH)
      .map((name) => `${name} ${(fs.statSync(`${wx.env.USER_DATA_PATH}/${name}`) as { size: number }).size}`)
    const saved = await new Promise<number>((resolve) => fs.getSavedFileList({ success: ({ fileList }) => resolve(fileList.length) }))
    const stored = await new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('wx-request-inspector/files')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const keys = opening.result.transaction('files').objectStore('files').getAllKeys()
        keys.onsuccess = () => {
          opening.result.close()
          resolve(keys.result.map((key) => (key as string[])[1] ?? ''))
        }
      }
    })
    return { user, saved, stored }
  })

for (const [how, end] of Object.entries(ENDS)) {
  test(`a tab that ${how} in the middle of downloads leaves nothing of them`, async ({ page, context }) => {
    await openHost(page)
    const endless = `${server.origin}/endless?${encodeURIComponent(how)}`
    await Promise.all([
      download(page, { url: endless, filePath: 'wxfile://usr/half.zip' }, 4 * MEGABYTE),
      download(page, { url: endless }, 4 * MEGABYTE),
    ])
    await end(page, context)
    await expect
      .poll(() => server.seen.filter(({ url, gaveUp }) => url === new URL(endless).pathname + new URL(endless).search && gaveUp).length)
      .toBe(2)

    const next = await context.newPage()
    await openHost(next)
    expect(await findFiles(next)).toEqual({ user: [], saved: 0, stored: [] })
    // What the browser held of the pieces went with the page that held them.
    await expect.poll(() => next.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)).toBeLessThan(MEGABYTE)
  })
}

test('a file that is there stays whole while a download over it is killed, at whatever moment', async ({ context }) => {
  const first = await context.newPage()
  await openHost(first)
  await first.evaluate(
    () => new Promise((complete) => wx.getFileSystemManager().writeFile({ filePath: 'wxfile://usr/film', data: 'the old film', complete })),
  )
  await first.close()
  const size = 24 * MEGABYTE
  const found = new Set<string>()
  // Early, late, and while the file is being put in place: the moment after the last byte is drawn anew each time.
  for (const [nth, until] of [MEGABYTE, size / 2, size, size, size, size].entries()) {
    const page = await context.newPage()
    await openHost(page)
    await download(page, { url: `${server.origin}/big?megabytes=24`, filePath: 'wxfile://usr/film' }, until)
    await page.evaluate(
      async (frames) => {
        for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame)
      },
      Math.max(0, nth - 2),
    )
    await ENDS['crashes']?.(page, context)
    await page.close()
    const next = await context.newPage()
    await openHost(next)
    const { user, stored } = await findFiles(next)
    expect(stored).toEqual(['user/film'])
    expect([['film 12'], [`film ${size}`]]).toContainEqual(user)
    for (const name of user) found.add(name)
    const content = await next.evaluate(async () => {
      const { data } = await new Promise<{ data: unknown }>((success) =>
        wx.getFileSystemManager().readFile({ filePath: 'wxfile://usr/film', success } as never),
      )
      return (data as ArrayBuffer).byteLength
    })
    expect([12, size]).toContain(content)
    await next.close()
  }
  test.info().annotations.push({ type: 'what was found', description: [...found].join(', ') })
})
