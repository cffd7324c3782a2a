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
    {
      what: 'four downloads of 24 MB at once',
      work: (page) => page.evaluate(download, [`${files.origin}/big?megabytes=24`, 4]),
      bare: (page) => page.evaluate(fetchAll, [`${files.origin}/big?megabytes=24`, 4]),
    },
  ]
  try {
    const rows = []
    for (const { what, open, work, bare } of works) {
      const rounds = []
      for (let round = 0; round < ROUNDS; round++) {
        const page = await openPanel(browser, pages)
        await open?.(page)
        const frame = await longestPause(page, work)
        const bareFrame = bare && (await longestPause(page, bare))
        // Apart, since tracing takes time of its own.
        rounds.push({ frame, bareFrame, task: await longestTask(page, () => work(page)) })
        await page.close()
      }
      const best = (/** @type {'task' | 'frame' | 'bareFrame'} */ which) => Math.min(...rounds.map((each) => each[which] ?? 0))
      rows.push({ what: `${what}: longest task`, value: best('task'), unit: 'ms CPU', bar: 50 })
      rows.push({
        what: `${what}: longest time without a frame`,
        value: best('frame'),
        unit: 'ms',
        // Four downloads at once are more than one page asks for; what keeping them costs is told beside a bare fetch.
        ...(!bare && { bar: 50 }),
        ratio: bare && `${(best('frame') / best('bareFrame')).toFixed(2)} x bare fetch`,
      })
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

async function longestPause(page, work) {
  await page.evaluate(watchFrames)
  await work(page)
  return page.evaluate(() => globalThis.longestFrame())
}

/** In the page: `longestFrame` tells the longest time between two frames since now. */
function watchFrames() {
  let longest = 0
  let before = performance.now()
  const watch = (now) => {
    longest = Math.max(longest, now - before)
    before = now
    handle = requestAnimationFrame(watch)
  }
  let handle = requestAnimationFrame(watch)
  globalThis.longestFrame = () => {
    cancelAnimationFrame(handle)
    return longest
  }
}

/** In the page: the same by the page's own fetch, read piece by piece and kept, as whoever tells of progress has to. */
function fetchAll([url, times]) {
  const one = async () => {
    const { body } = await fetch(url)
    const pieces = []
    for await (const piece of body) pieces.push(piece)
    return new Blob(pieces)
  }
  return Promise.all(Array.from({ length: times }, one))
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
