import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ROOT } from '../../tools/ensure-install.mjs'
import { servePages } from '../../tools/page-server.mjs'
import { build } from '../../tools/steps.mjs'

const ROUNDS = 3
const MESSAGES = 5000

/**
 * Heavy traffic with real servers while the panel draws it: the longest task of the page's main thread, and the longest time between two
 * frames. The best of three rounds: other programs can only make it worse.
 * @param {import('@playwright/test').Browser} browser
 */
export async function measure(browser) {
  if ((await build()).failed) throw new Error('the demo cannot be built')
  const [{ startTransferServer }, { startSocketServer }, { longestTask }] = await Promise.all(
    ['e2e/servers/transfer-server.ts', 'e2e/servers/socket-server.ts', 'e2e/bench/longest-task.ts'].map(importTyped),
  )
  const pages = await servePages(0)
  const [files, sockets] = [await startTransferServer(), await startSocketServer()]
  const works = [
    {
      what: `${MESSAGES} messages of one socket`,
      open: (page) => openMessages(page, `${sockets.origin}/flood`),
      work: (page) => page.evaluate((count) => globalThis.flood(count), MESSAGES),
    },
    { what: 'a download of 100 MB', work: (page) => page.evaluate(download, [`${files.origin}/big?megabytes=100`, 1]) },
    { what: 'four downloads of 24 MB at once', work: (page) => page.evaluate(download, [`${files.origin}/big?megabytes=24`, 4]) },
  ]
  try {
    const rows = []
    for (const { what, open, work } of works) {
      const rounds = []
      for (let round = 0; round < ROUNDS; round++) {
        const page = await openPanel(browser, pages)
        await open?.(page)
        await page.evaluate(watchFrames)
        await work(page)
        const frame = await page.evaluate(() => globalThis.longestFrame())
        // Apart, since tracing takes time of its own.
        rounds.push({ frame, task: await longestTask(page, () => work(page)) })
        await page.close()
      }
      const best = (/** @type {'task' | 'frame'} */ which) => Math.min(...rounds.map((each) => each[which]))
      rows.push({ what: `${what}: longest task`, value: best('task'), unit: 'ms CPU', bar: 50 })
      // The server shares the cores: on two of them a bare WebSocket that does nothing leaves gaps of 40 to 80 ms.
      rows.push({ what: `${what}: longest time without a frame`, value: best('frame'), unit: 'ms', bar: 50 })
    }
    return rows
  } finally {
    await Promise.all([files.close(), sockets.close()])
    pages.close()
  }
}

/** @param {string} path */
async function importTyped(path) {
  const { module } = await runnerImport(join(ROOT, path), { root: ROOT, configFile: false, logLevel: 'error' })
  return module
}

async function openPanel(browser, pages) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`http://127.0.0.1:${pages.address().port}/?lang=zh&panel=only&sw=off`)
  await page.waitForFunction(() => globalThis.wxInspector)
  await page.evaluate(() => wxInspector.ready)
  await page.evaluate(() => wxInspector.configure({ urlCheck: false, conditions: { preset: 'none' } }))
  return page
}

/** Opens a socket, and its messages in the panel. */
async function openMessages(page, url) {
  await page.evaluate(openFlood, url)
  await page.getByRole('grid').getByRole('row').last().click()
  await page.getByRole('tab', { name: '消息' }).click()
}

/** In the page: a socket from which `flood` asks for so many messages, and ends when all have come. */
function openFlood(url) {
  return new Promise((resolve) => {
    const task = wx.connectSocket({ url })
    let heard = () => {}
    task.onMessage(() => heard())
    globalThis.flood = (count) =>
      new Promise((all) => {
        let come = 0
        heard = () => ++come === count && all()
        task.send({ data: String(count) })
      })
    task.onOpen(resolve)
  })
}

/** In the page: `longestFrame` tells the longest time between two frames since now. */
function watchFrames() {
  let longest = 0
  let before = performance.now()
  const watch = (now) => {
    longest = Math.max(longest, now - before)
    before = now
    requestAnimationFrame(watch)
  }
  requestAnimationFrame(watch)
  globalThis.longestFrame = () => longest
}

/** In the page: so many downloads of the same file, until all are there. */
function download([url, times]) {
  const one = (nth) =>
    new Promise((resolve, reject) => {
      wx.downloadFile({
        ...{ url, filePath: `${wx.env.USER_DATA_PATH}/${nth}.zip` },
        success: resolve,
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      })
    })
  return Promise.all(Array.from({ length: times }, (_, nth) => one(nth)))
}
