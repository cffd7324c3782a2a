import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example/v1/teas/gaiwan'
const BUDGET = 2 * 2 ** 20

test('everything that calls hold counts, and the oldest of it goes when it is too much', async ({ openPanel, panel, page }) => {
  await openPanel()
  await page.evaluate((maxBodyBytes) => wxInspector.configure({ capture: { maxBodyBytes } }), BUDGET)
  const session = await page.context().newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize
  }
  // What is loaded or compiled with the first calls is no part of the record.
  await page.evaluate(async (url) => {
    for (let nth = 0; nth < 20; nth++) await new Promise((resolve) => wx.request({ url, complete: resolve }))
  }, API)
  await page.waitForLoadState('networkidle')
  const before = await heap()
  // Of each call 300 kB go into the url, and as much into a header.
  await page.evaluate(async (url) => {
    for (let nth = 0; nth < 40; nth++) {
      const long = String.fromCharCode(97 + (nth % 26)).repeat(300_000)
      await new Promise((resolve) => wx.request({ url, data: { nth, long }, header: { 'X-Long': long }, complete: resolve }))
    }
  }, API)
  await expect.poll(heap).toBeLessThan(before + 2 * BUDGET + 2 ** 20)
  const kept = await page.evaluate(() => wxInspector.state?.().kept)
  expect(kept?.tasks).toBe(61)
  expect(kept?.bytes).toBeGreaterThan(BUDGET / 2)
  expect(kept?.bytes).toBeLessThanOrEqual(BUDGET)

  await panel.filter.fill('nth=0&')
  await panel.open(panel.row('nth=0'))
  await expect(panel.details).toContainText(/为节省内存，记录里只保留了开头：.*\/sent\/url.*共 300,\d{3}/)
})

test('a text of 20 MB that a callback threw is kept in part, told as such, and drawn in part', async ({
  openPanel,
  panel,
  page,
  uncaught,
}) => {
  await openPanel()
  await page.evaluate(
    (url) =>
      new Promise<void>((resolve) => {
        wx.request({
          url,
          success: () => {
            throw new Error('x'.repeat(20_000_000))
          },
          complete: () => resolve(),
        })
      }),
    API,
  )
  await expect.poll(() => uncaught.splice(0).length).toBe(1)
  await expect(panel.rows).toHaveCount(2)
  await panel.open(panel.rows.last())
  await expect(panel.details).toContainText('/threw')
  await expect(panel.details).toContainText('前 65,536 / 共 20,000,007')
  // To lay out one line of so many characters takes a browser seconds, so far fewer are drawn.
  expect((await panel.details.innerText()).length).toBeLessThan(10_000)
})

test('memory is back once a clear can no longer be undone', async ({ openPanel, panel, page }) => {
  await openPanel()
  await page.evaluate(() => wxInspector.configure({ conditions: { preset: 'none' } }))
  const session = await page.context().newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize
  }
  const call = (count: number) =>
    page.evaluate(
      async ([url, calls]) => {
        const one = (nth: number) =>
          new Promise((resolve) =>
            wx.request({ url: String(url), data: { nth }, header: { 'X-Text': 'x'.repeat(20_000) + nth }, complete: resolve }),
          )
        await Promise.all(Array.from({ length: Number(calls) }, (_, nth) => one(nth)))
      },
      [API, count] as const,
    )
  // Once before, so that what is made for the first time counts for nothing.
  await call(100)
  await panel.button('清空').click()
  const before = await heap()
  await call(400)
  await expect(panel.grid).toHaveAttribute('aria-rowcount', '401', { timeout: 30_000 })
  const full = await heap()
  expect(full).toBeGreaterThan(before + 5_000_000)
  await panel.button('清空').click()
  await expect.poll(() => page.evaluate(() => wxInspector.state?.().canRestore)).toBe(false)
  await expect.poll(heap).toBeLessThan(before + (full - before) / 4)
})
