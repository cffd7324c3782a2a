import { expect, test } from '../drive/test.ts'
import { type CosStandIn, startCosStandIn } from '../servers/cos-stand-in.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf, waitForRunning, writeAppFile } from './client-page.ts'

interface Received {
  readonly statusCode: number
  readonly ETag: string
  readonly UploadId?: string
  // biome-ignore lint/suspicious/noExplicitAny: text or bytes, as was asked for
  readonly Body: any
  readonly Contents: readonly { Key: string; Size: string }[]
}

interface Failed {
  readonly statusCode?: number
  readonly error: string | { Code: string }
}

interface Progress {
  readonly loaded: number
  readonly total: number
  readonly percent: number
}

interface Cos {
  putObject(params: object): Promise<Received>
  postObject(params: object): Promise<Received>
  uploadFile(params: object): Promise<Received>
  getObject(params: object): Promise<Received>
  headObject(params: object): Promise<Received>
  deleteObject(params: object): Promise<Received>
  getBucket(params: object): Promise<Received>
  cancelTask(taskId: string): void
}

declare global {
  var COS: new (options: object) => Cos
  var cos: Cos
}

const BUCKET = { Bucket: 'tea-1250000000', Region: 'ap-guangzhou' }
const MEGABYTE = 1024 * 1024
let client: string
let server: CosStandIn

test.beforeAll(async () => {
  client = await bundleClient('cos-client')
})

test.beforeEach(async ({ page }) => {
  server = await startCosStandIn()
  await openClientPage(page, client)
  await page.evaluate((Domain) => {
    globalThis.cos = new COS({ SecretId: 'id-of-tea', SecretKey: 'key-of-tea', Domain, ProgressInterval: 0 })
  }, server.origin)
})

test.afterEach(() => server.close())

test.describe('cos-wx-sdk-v5 1.8.0', () => {
  test('puts text and bytes, gets them back, and deletes', async ({ page }) => {
    const received = await page.evaluate(async (bucket) => {
      const text = await cos.putObject({ ...bucket, Key: 'tea/名.txt', Body: '铁观音' })
      await cos.putObject({ ...bucket, Key: 'tea/bytes.bin', Body: new Uint8Array([0, 255, 7, 10]).buffer })
      const { Body: read } = await cos.getObject({ ...bucket, Key: 'tea/名.txt' })
      const { Body: bytes } = await cos.getObject({ ...bucket, Key: 'tea/bytes.bin', DataType: 'arraybuffer' })
      const { Contents } = await cos.getBucket({ ...bucket, Prefix: 'tea/' })
      await cos.deleteObject({ ...bucket, Key: 'tea/名.txt' })
      const missing = await cos
        .getObject({ ...bucket, Key: 'tea/名.txt' })
        .catch(({ statusCode, error }: Failed) => ({ statusCode, error }))
      return { tag: text.ETag, read, bytes: [...new Uint8Array(bytes)], keys: Contents.map(({ Key }) => Key), missing }
    }, BUCKET)
    expect(received).toEqual({
      tag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      read: '铁观音',
      bytes: [0, 255, 7, 10],
      keys: ['tea/名.txt', 'tea/bytes.bin'],
      missing: { statusCode: 404, error: expect.objectContaining({ Code: 'NoSuchKey' }) },
    })
    expect([...server.objects.keys()]).toEqual(['tea/bytes.bin'])
    const named = `/tea/${encodeURIComponent('名')}.txt`
    const call = { api: 'request', state: 'succeeded' } as const
    await expectRecorded(page, [
      { ...call, method: 'PUT', path: named, statusCode: 200 },
      { ...call, method: 'PUT', path: '/tea/bytes.bin', statusCode: 200 },
      { ...call, method: 'GET', path: named, statusCode: 200 },
      { ...call, method: 'GET', path: '/tea/bytes.bin', statusCode: 200 },
      { ...call, method: 'GET', path: '/', statusCode: 200 },
      { ...call, method: 'DELETE', path: named, statusCode: 204 },
      { ...call, method: 'GET', path: named, statusCode: 404 },
    ])
  })

  test('uploads a small file with a form, with progress', async ({ page }) => {
    const path = await writeAppFile(page, 'tea.png', 200_000)
    const { received, progress } = await page.evaluate(
      async ([bucket, FilePath]) => {
        const progress: Progress[] = []
        const received = await cos.uploadFile({
          ...bucket,
          Key: 'photos/tea.png',
          FilePath,
          SliceSize: 1024 * 1024,
          onProgress: (update: Progress) => progress.push(update),
        })
        return { received, progress }
      },
      [BUCKET, path] as const,
    )
    expect(received.statusCode).toBe(200)
    expect(server.objects.get('photos/tea.png')?.bytes.equals(patternOf(200_000))).toBe(true)
    expect(progress.at(-1)?.percent).toBe(1)
    await expectRecorded(page, [{ api: 'uploadFile', method: 'POST', path: '/', state: 'succeeded', statusCode: 200 }])
  })

  test('uploads a large file in parts that it reads piece by piece, with progress', async ({ page }) => {
    const size = 2.5 * MEGABYTE
    const path = await writeAppFile(page, 'video.mp4', size)
    const { received, progress } = await page.evaluate(
      async ([bucket, FilePath]) => {
        const progress: Progress[] = []
        const received = await cos.uploadFile({
          ...bucket,
          Key: 'video.mp4',
          FilePath,
          SliceSize: 1024 * 1024,
          onProgress: (update: Progress) => progress.push(update),
        })
        return { received, progress }
      },
      [BUCKET, path] as const,
    )
    expect(received.UploadId).toBe('upload-1')
    expect(server.objects.get('video.mp4')?.bytes.equals(patternOf(size))).toBe(true)
    expect(progress.at(-1)).toMatchObject({ loaded: size, total: size, percent: 1 })
    const call = { api: 'request', path: '/video.mp4', state: 'succeeded', statusCode: 200 } as const
    await expectRecorded(page, [
      { ...call, method: 'GET', path: '/' },
      { ...call, method: 'POST' },
      ...Array.from({ length: 3 }, () => ({ ...call, method: 'PUT' })),
      { ...call, method: 'POST' },
    ])
  })

  test('cancels an upload that is under way', async ({ page }) => {
    const path = await writeAppFile(page, 'tea.png', 200_000)
    await page.evaluate(
      ([bucket, FilePath]) => {
        const cancel = (taskId: string) => addEventListener('click', () => cos.cancelTask(taskId), { once: true })
        void cos.postObject({ ...bucket, Key: 'never.png', FilePath, onTaskReady: cancel }).catch(() => {})
      },
      [BUCKET, path] as const,
    )
    await waitForRunning(page, '/')
    await page.evaluate(() => dispatchEvent(new MouseEvent('click')))
    await expectRecorded(page, [{ api: 'uploadFile', path: '/', state: 'failed', errMsg: 'uploadFile:fail abort' }])
    expect(server.objects.size).toBe(0)
  })

  test('gives up after its timeout', async ({ page }) => {
    const error = await page.evaluate(
      ([bucket, Domain]) =>
        new COS({ SecretId: 'id', SecretKey: 'key', Domain, Timeout: 300 })
          .getObject({ ...bucket, Key: 'never.txt' })
          .catch((failed: Failed) => failed.error),
      [BUCKET, server.origin] as const,
    )
    expect(error).toMatch(/^request:fail .*time ?out/)
  })

  test('is told when nobody is there', async ({ page }) => {
    const error = await page.evaluate(
      (bucket) =>
        new COS({ SecretId: 'id', SecretKey: 'key', Domain: 'http://127.0.0.1:9' })
          .headObject({ ...bucket, Key: 'tea.txt' })
          .catch((failed: Failed) => failed.error),
      BUCKET,
    )
    expect(error).toMatch(/^request:fail ./)
  })
})
