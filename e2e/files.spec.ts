import { expect, test } from './drive/test.ts'
import './drive/page-globals.ts'

const HOST = '/e2e/pages/plain.html'
const STRICT_HOST = '/e2e/pages/strict.html'

test.beforeEach(async ({ page }) => {
  await page.goto(HOST)
  await page.evaluate(() => wxInspector.ready)
})

/** Names and sizes of what lies in the user directory. */
const list = () => {
  const fs = wx.getFileSystemManager()
  return fs
    .readdirSync(wx.env.USER_DATA_PATH)
    .map((name) => `${name} ${(fs.readFileSync(`${wx.env.USER_DATA_PATH}/${name}`) as ArrayBuffer).byteLength}`)
}

test('files of the app are there after a reload, for the Sync calls too', async ({ page }) => {
  const bytes = await page.evaluate(async () => {
    const fs = wx.getFileSystemManager()
    fs.mkdirSync(`${wx.env.USER_DATA_PATH}/茶`)
    fs.writeFileSync(`${wx.env.USER_DATA_PATH}/茶/a.txt`, '铁观音')
    const data = crypto.getRandomValues(new Uint8Array(65_536))
    await new Promise((complete) => fs.writeFile({ filePath: `${wx.env.USER_DATA_PATH}/b.bin`, data: data.buffer, complete }))
    return [...data]
  })
  await page.reload()
  await page.evaluate(() => wxInspector.ready)
  const found = await page.evaluate(() => {
    const fs = wx.getFileSystemManager()
    return {
      text: fs.readFileSync(`${wx.env.USER_DATA_PATH}/茶/a.txt`, 'utf8'),
      bytes: [...new Uint8Array(fs.readFileSync(`${wx.env.USER_DATA_PATH}/b.bin`) as ArrayBuffer)],
    }
  })
  expect(found).toEqual({ text: '铁观音', bytes })
})

test('a page that is killed while it writes leaves the old file or the new one, no half', async ({ page, context }) => {
  await page.evaluate(
    () => new Promise((complete) => wx.getFileSystemManager().writeFile({ filePath: `${wx.env.USER_DATA_PATH}/x`, data: 'old', complete })),
  )
  const devtools = await context.newCDPSession(page)
  await page.evaluate(() => wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/x`, new ArrayBuffer(60 * 1024 * 1024)))
  const crashed = page.waitForEvent('crash')
  void devtools.send('Page.crash').catch(() => {})
  await crashed
  const next = await context.newPage()
  await next.goto(HOST)
  await next.evaluate(() => wxInspector.ready)
  expect([['x 3'], [`x ${60 * 1024 * 1024}`]]).toContainEqual(await next.evaluate(list))
})

test('a browser without room fails the call in WeChat’s words, and changes nothing', async ({ page, context }) => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1_000_000 })
  const result = await page.evaluate(
    () =>
      new Promise((complete) =>
        wx.getFileSystemManager().writeFile({ filePath: `${wx.env.USER_DATA_PATH}/x`, data: new ArrayBuffer(5_000_000), complete }),
      ),
  )
  expect(result).toMatchObject({ errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded', errno: 1300202 })
  expect(await page.evaluate(list)).toEqual([])
})

test('without IndexedDB files live in memory, and the person is told', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  await page.reload()
  await page.evaluate(() => wxInspector.ready)
  await page.evaluate(() => wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/x`, 'a'))
  expect(await page.evaluate(list)).toEqual(['x 1'])
  expect(await page.evaluate(() => wxInspector.state?.().notices.map(({ code }) => code))).toContain('files-not-kept')
})

test('under a strict policy the calls that wait still read, and what they read is at hand', async ({ page }) => {
  await page.evaluate(
    () => new Promise((complete) => wx.getFileSystemManager().writeFile({ filePath: `${wx.env.USER_DATA_PATH}/x`, data: 'old', complete })),
  )
  await page.goto(STRICT_HOST)
  await page.evaluate(() => wxInspector.ready)
  const read = await page.evaluate(async () => {
    const fs = wx.getFileSystemManager()
    const filePath = `${wx.env.USER_DATA_PATH}/x`
    let first: unknown
    try {
      first = fs.readFileSync(filePath, 'utf8')
    } catch (error) {
      first = (error as Error).message
    }
    const waited = await new Promise<{ data: unknown }>((success) => fs.readFile({ filePath, encoding: 'utf8', success }))
    return [first, waited.data, fs.readFileSync(filePath, 'utf8')]
  })
  expect(read).toEqual(['readFileSync:fail Input/output error', 'old', 'old'])
})

test('wx.chooseImage opens the browser’s own picker', async ({ page }) => {
  await page.evaluate(() => {
    document.querySelector('#call')?.addEventListener('click', () => {
      wx.chooseImage({ count: 1, complete: (result) => Object.assign(globalThis, { chosen: result }) })
    })
  })
  const opened = page.waitForEvent('filechooser')
  await page.locator('#call').click()
  const picker = await opened
  expect(picker.isMultiple()).toBe(false)
  await picker.setFiles({ name: 'tea.png', mimeType: 'image/png', buffer: Buffer.from('a picture') })
  await expect
    .poll(() => page.evaluate(() => (globalThis as { chosen?: unknown }).chosen))
    .toMatchObject({
      tempFiles: [{ path: expect.stringMatching(/^wxfile:\/\/tmp_[0-9a-f]{32}\.png$/), size: 9 }],
      errMsg: 'chooseImage:ok',
    })
})

test('a storage that another tab holds fails calls instead of hanging them, and the person is told', async ({ page, context }) => {
  // A tab that will not let go, and one that wants another version: everybody behind them waits without a word.
  const holder = await context.newPage()
  await holder.goto('/e2e/pages/host.css')
  await holder.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const name = 'wx-request-inspector/files'
        const opening = indexedDB.open(name, 1)
        opening.onsuccess = () => {
          Object.assign(globalThis, { held: opening.result })
          indexedDB.open(name, 2).onblocked = () => resolve()
        }
      }),
  )
  await page.reload()
  const waited = page.evaluate(() => wxInspector.ready)
  const result = await page.evaluate(
    () => new Promise((complete) => wx.getFileSystemManager().readFile({ filePath: `${wx.env.USER_DATA_PATH}/x`, complete })),
  )
  await waited
  expect(result).toEqual({ errMsg: 'readFile:fail Input/output error', errno: 1300005, errCode: 1300005 })
  expect(await page.evaluate(() => wxInspector.state?.().notices.map(({ code }) => code))).toContain('files-not-answering')

  // Once the others are through, so is this page: here the version it knows is gone, so its files live in memory.
  await holder.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close())
  await page.waitForFunction(() => wxInspector.state?.().notices.some(({ code }) => code === 'files-not-kept'))
  await page.evaluate(() => wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/x`, 'a'))
  expect(await page.evaluate(list)).toEqual(['x 1'])
})
