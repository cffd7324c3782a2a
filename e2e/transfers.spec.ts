import { createHash } from 'node:crypto'
import type { JSHandle, Page } from '@playwright/test'
import type { TaskEvent } from '../src/contract/event/task-event.ts'
import { expect, test } from './drive/test.ts'
import { MEGABYTE, PIXEL, type SeenPart, startTransferServer, type TransferServer } from './servers/transfer-server.ts'

let server: TransferServer

test.beforeAll(async () => {
  server = await startTransferServer()
})

test.afterAll(() => server.close())

test.beforeEach(async ({ page, panel }) => {
  await page.goto('/?panel=only&sw=off')
  await expect(panel.grid).toBeVisible()
  await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
})

/** Writes a file of the app, `size` bytes of a pattern or the bytes of `base64`; gives its path. */
function writeFile(page: Page, name: string, content: { size: number } | { base64: string }): Promise<string> {
  return page.evaluate(
    ([file, given]) => {
      const bytes =
        'base64' in given
          ? Uint8Array.from(atob(given.base64), (char) => char.charCodeAt(0))
          : new Uint8Array(given.size).map((_, at) => at % 251)
      const path = `${wx.env.USER_DATA_PATH}/${file}`
      wx.getFileSystemManager().writeFileSync(path, bytes.buffer)
      return path
    },
    [name, content] as const,
  )
}

interface TransferOutcome {
  readonly result: {
    readonly errMsg: string
    readonly statusCode?: number
    readonly data?: string
    readonly tempFilePath?: string
    readonly filePath?: string
  }
  readonly received: readonly string[]
  readonly progress: readonly { progress: number; totalBytesSent?: number; totalBytesExpectedToSend?: number; totalBytesWritten?: number }[]
}

/** Makes a transfer and, once it has ended, gives all that the app has heard by the moment somebody looks; `abortAt` ends it at so many percent. */
function transfer(page: Page, api: 'uploadFile' | 'downloadFile', option: object, abortAt?: number): Promise<JSHandle<TransferOutcome>> {
  return page.evaluateHandle(
    ([name, given, limit]) =>
      new Promise<TransferOutcome>((resolve) => {
        const received: string[] = []
        const progress: TransferOutcome['progress'][number][] = []
        const call = wx[name] as unknown as (option: object) => ReturnType<typeof wx.uploadFile>
        const task = call({
          ...given,
          success: () => received.push('success'),
          fail: () => received.push('fail'),
          complete: (result: TransferOutcome['result']) => {
            received.push('complete')
            resolve({ result, received, progress })
          },
        })
        task?.onHeadersReceived(() => received.push('headers'))
        task?.onProgressUpdate((update) => {
          progress.push(update)
          if (limit !== undefined && update.progress >= limit) task.abort()
        })
      }),
    [api, option, abortAt] as const,
  )
}

test('an upload reaches a real parser: fields in their order, then the file, byte for byte', async ({ page, panel }) => {
  const filePath = await writeFile(page, '图 片.png', { base64: PIXEL.toString('base64') })
  const outcome = await transfer(page, 'uploadFile', {
    url: `${server.origin}/upload?to=album`,
    filePath,
    name: 'pic"1',
    formData: { 名: '值\r\n二', n: 3, deep: { a: [1] } },
    header: { 'X-Token': 'abc', 'content-type': 'image/png' },
  })
  const { result } = await outcome.jsonValue()
  expect(result).toMatchObject({ errMsg: 'uploadFile:ok', statusCode: 201 })
  expect(typeof result.data).toBe('string')
  expect(JSON.parse(result.data ?? '')).toEqual([
    { kind: 'field', name: '名', value: '值\r\n二', type: 'text/plain' },
    { kind: 'field', name: 'n', value: '3', type: 'text/plain' },
    { kind: 'field', name: 'deep', value: '{"a":[1]}', type: 'text/plain' },
    {
      kind: 'file',
      name: 'pic%221',
      fileName: '图 片.png',
      type: 'image/png',
      size: PIXEL.length,
      sha256: createHash('sha256').update(PIXEL).digest('hex'),
    },
  ] satisfies SeenPart[])
  const seen = server.seen.at(-1)
  expect(seen).toMatchObject({ method: 'POST', url: '/upload?to=album', headers: { 'x-token': 'abc' } })
  expect(seen?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=----WxFormBoundary\w{24}$/)

  await panel.expectRow(panel.rows.last(), { 类型: 'upload', 状态: '201', 方法: 'POST' })
  await panel.open(panel.rows.last(), '载荷')
  expect(await panel.pairs('表单字段')).toMatchObject({ n: '3', deep: '{"a":[1]}' })
  expect(await panel.pairs('文件')).toMatchObject({ 文件名: '图 片.png', 类型: 'image/png' })
  await expect(panel.tab.getByRole('img')).toBeVisible()
  expect((await outcome.jsonValue()).received).toEqual(['headers', 'success', 'complete'])
})

test('the progress of an upload is that of the line: it comes on to 100, and the row shows it', async ({ page, panel }) => {
  const filePath = await writeFile(page, 'film.mp4', { size: 24 * MEGABYTE })
  const running = transfer(page, 'uploadFile', { url: `${server.origin}/slow`, filePath, name: 'film' })
  const bar = panel.rows.last().getByRole('progressbar')
  await expect(bar).toHaveAttribute('aria-valuenow', /^[1-9]\d?$/)
  await expect(bar).toHaveAccessibleName(/^已上传 \d+%$/)
  const { progress, result } = await (await running).jsonValue()
  expect(result).toMatchObject({ errMsg: 'uploadFile:ok', statusCode: 201 })
  expect(progress.length).toBeGreaterThan(4)
  const sent = progress.map((update) => update.totalBytesSent ?? 0)
  expect(sent).toEqual([...new Set(sent)].sort((a, b) => a - b))
  expect(progress.at(-1)).toMatchObject({ progress: 100, totalBytesSent: progress.at(-1)?.totalBytesExpectedToSend })
  expect(server.seen.at(-1)?.parts[0]).toMatchObject({ kind: 'file', size: 24 * MEGABYTE })
  await expect(bar).toHaveCount(0)
})

test('an upload that is aborted ends at the server too, and nothing is heard of it afterwards', async ({ page, panel }) => {
  const filePath = await writeFile(page, 'film.mp4', { size: 24 * MEGABYTE })
  const outcome = await transfer(page, 'uploadFile', { url: `${server.origin}/slow`, filePath, name: 'film' }, 10)
  const untilAbort = (await outcome.jsonValue()).progress.length
  await expect.poll(() => server.seen.at(-1)?.gaveUp).toBe(true)
  await panel.expectRow(panel.rows.last(), { 类型: 'upload', 状态: /已中止/ })
  const { received, progress, result } = await outcome.jsonValue()
  expect([result, received]).toEqual([{ errMsg: 'uploadFile:fail abort' }, ['fail', 'complete']])
  expect(progress).toHaveLength(untilAbort)
  expect(progress.at(-1)?.progress).toBeLessThan(100)
})

test('a download leaves a temp file with the suffix of its type, and the panel shows what is in it', async ({ page, panel }) => {
  const outcome = await transfer(page, 'downloadFile', { url: `${server.origin}/pixel` })
  const { result } = await outcome.jsonValue()
  expect(result).toMatchObject({
    errMsg: 'downloadFile:ok',
    statusCode: 200,
    tempFilePath: expect.stringMatching(/^wxfile:\/\/tmp_.+\.png$/),
  })
  expect(result).not.toHaveProperty('filePath')
  const base64 = await page.evaluate((path) => wx.getFileSystemManager().readFileSync(path, 'base64'), result.tempFilePath ?? '')
  expect(base64).toBe(PIXEL.toString('base64'))
  await panel.expectRow(panel.rows.last(), { 类型: 'download', 状态: '200' })
  await panel.open(panel.rows.last(), '响应')
  await expect(panel.tab.getByRole('img')).toBeVisible()
  await expect(panel.tab).toContainText(result.tempFilePath ?? '–')
  const { received, progress } = await outcome.jsonValue()
  expect([received, progress]).toEqual([
    ['headers', 'success', 'complete'],
    [{ progress: 100, totalBytesWritten: PIXEL.length, totalBytesExpectedToWrite: PIXEL.length }],
  ])
})

test('a 404 page is written to the file that the caller chose', async ({ page }) => {
  const outcome = await transfer(page, 'downloadFile', { url: `${server.origin}/none`, filePath: 'wxfile://usr/none.html' })
  const { result } = await outcome.jsonValue()
  expect(result).toMatchObject({ errMsg: 'downloadFile:ok', statusCode: 404, filePath: 'wxfile://usr/none.html' })
  expect(await page.evaluate(() => wx.getFileSystemManager().readFileSync('wxfile://usr/none.html', 'utf8'))).toBe('<h1>404</h1>')
})

test('a download that is aborted ends at the server too, and leaves no file', async ({ page }) => {
  const ended = page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const task = wx.downloadFile({ url, filePath: `${wx.env.USER_DATA_PATH}/half.zip`, complete: ({ errMsg }) => resolve(errMsg) })
        task?.onProgressUpdate(({ totalBytesWritten, totalBytesExpectedToWrite }) => {
          if (totalBytesWritten > 1024 * 1024 && totalBytesExpectedToWrite === -1) task.abort()
        })
      }),
    `${server.origin}/endless`,
  )
  expect(await ended).toBe('downloadFile:fail abort')
  await expect.poll(() => server.seen.at(-1)?.gaveUp).toBe(true)
  expect(await page.evaluate(() => wx.getFileSystemManager().readdirSync(wx.env.USER_DATA_PATH))).not.toContain('half.zip')
})

test('100 MB come down, and the record says what it did not keep', async ({ page, panel }) => {
  const filePath = 'wxfile://usr/big.zip'
  const outcome = await transfer(page, 'downloadFile', { url: `${server.origin}/big?megabytes=100`, filePath })
  expect((await outcome.jsonValue()).result).toMatchObject({ errMsg: 'downloadFile:ok', filePath })
  await panel.expectRow(panel.rows.last(), { 类型: 'download', 状态: '200' })
  const size = await page.evaluate((path) => (wx.getFileSystemManager().statSync(path) as { size: number }).size, filePath)
  expect(size).toBe(100 * MEGABYTE)

  const events = (await page.evaluate(() => wxInspector.events(wxInspector.tasks().at(-1)?.taskId))) as TaskEvent[]
  expect(events.length).toBeLessThan(1000)
  const end = events.find((event) => event.type === 'succeeded')
  expect(end?.type === 'succeeded' && end.body).toMatchObject({ size: 100 * MEGABYTE, kept: 8 * MEGABYTE })
  await panel.open(panel.rows.last(), '响应')
  await panel.tab.getByRole('button', { name: '显示' }).click()
  await expect(panel.tab).toContainText(/只保留了前 8\.4\sMB，共 105\sMB。/)
})

test('four downloads at once all arrive whole', async ({ page }) => {
  const sizes = await page.evaluate(
    (url) =>
      Promise.all(
        [1, 2, 3, 4].map(
          (nth) =>
            new Promise<number>((resolve, reject) => {
              const filePath = `${wx.env.USER_DATA_PATH}/${nth}.zip`
              const sizeOf = () => (wx.getFileSystemManager().statSync(filePath) as { size: number }).size
              wx.downloadFile({ url, filePath, success: () => resolve(sizeOf()), fail: ({ errMsg }) => reject(new Error(errMsg)) })
            }),
        ),
      ),
    `${server.origin}/big?megabytes=24`,
  )
  expect(sizes).toEqual(Array<number>(4).fill(24 * MEGABYTE))
})
