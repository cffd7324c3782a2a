import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstall, ROOT } from './ensure-install.mjs'
import { BROWSER_ARGS, ensureBrowser } from './find-browser.mjs'
import { servePages } from './page-server.mjs'
import { build } from './steps.mjs'

// npm run screenshots: builds the demo, taps around in it as a person would, and writes docs/screenshots/.

/** What the buttons are called, found by role and name as a person finds them. */
const NAMES = {
  zh: {
    tabs: { home: '首页', search: '搜索', me: '我的', trouble: '异常场景' },
    family: {
      portrait: '更换头像',
      wallpaper: '下载壁纸',
      chat: '联系客服',
      question: '水温多少合适？',
      answer: '黑茶就用滚水',
      bye: '再见',
      again: '重新连接',
      back: '返回',
    },
    troubles: ['一口气 12 个', '404 没有这款茶', '坏掉的 JSON', '连接被重置', '没有加入合法域名'],
    search: '搜索茶和茶器',
    query: '龙井茶',
    tea: '明前龙井',
    picture: '风景',
    inspector: '请求面板',
    grid: '请求列表',
    timing: '耗时',
    running: '个进行中',
    firstPage: '茶单 · 第 1 页',
  },
  en: {
    tabs: { home: 'Home', search: 'Search', me: 'Me', trouble: 'Trouble' },
    family: {
      portrait: 'Change photo',
      wallpaper: 'Download wallpaper',
      chat: 'Chat with us',
      question: 'How hot should the water be?',
      answer: 'straight off the boil',
      bye: 'Goodbye',
      again: 'Reconnect',
      back: 'Back',
    },
    troubles: ['12 requests at once', '404, no such tea', 'Broken JSON', 'Connection reset', 'A domain not on the list'],
    search: 'Search tea and teaware',
    query: 'jasmine',
    tea: 'Pre-Qingming Longjing',
    picture: 'A view of',
    inspector: 'Inspector',
    grid: 'Requests',
    timing: 'Timing',
    running: 'running',
    firstPage: 'Tea list · page 1',
  },
}

const FOLDER = join(ROOT, 'docs', 'screenshots')

ensureInstall()
if ((await build()).failed) process.exit(1)
mkdirSync(FOLDER, { recursive: true })
const { chromium } = await import('@playwright/test')
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_ARGS })
const server = await servePages(0)
try {
  for (const language of /** @type {const} */ (['zh', 'en'])) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await shoot(language, theme, { width: 1440, height: 900 })
      await shoot(language, theme, { width: 390, height: 844 })
    }
    await shootMocks(language)
  }
} finally {
  server.close()
  await browser.close()
}

/**
 * The Mocks view, with the first page of the shop's list open in it.
 * @param {keyof typeof NAMES} language
 */
async function shootMocks(language) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The pages are not served.')
  await page.goto(`http://127.0.0.1:${address.port}/?lang=${language}&theme=light`)
  await page.getByRole('button', { name: NAMES[language].tea }).first().waitFor()
  await page.getByRole('button', { name: /^Mock/ }).first().click()
  await page.getByText(NAMES[language].firstPage).first().click()
  await page.getByRole('textbox', { name: 'price' }).first().waitFor()
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(FOLDER, `mocks-light-${language}-1440.png`), animations: 'disabled' })
  console.log(`docs/screenshots/mocks-light-${language}-1440.png`)
  await context.close()
}

/**
 * @param {keyof typeof NAMES} language
 * @param {'light' | 'dark'} theme
 * @param {{ width: number, height: number }} viewport
 */
async function shoot(language, theme, viewport) {
  const names = NAMES[language]
  const narrow = viewport.width < 720
  const context = await browser.newContext({ viewport, deviceScaleFactor: narrow ? 2 : 1, colorScheme: theme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The pages are not served.')
  await page.goto(`http://127.0.0.1:${address.port}/?lang=${language}&theme=${theme}`)

  const tap = (/** @type {string} */ name, exact = false) => page.getByRole('button', { name, exact }).first().click()
  await page.getByRole('button', { name: names.tea }).first().waitFor()
  await tap(names.tabs.trouble, true)
  for (const trouble of names.troubles) {
    await tap(trouble)
    await settled(page)
  }
  await tap(names.tabs.search, true)
  await page.getByLabel(names.search).pressSequentially(names.query, { delay: 90 })
  await settled(page)
  await tap(names.tabs.me, true)
  const chooser = page.waitForEvent('filechooser')
  await tap(names.family.portrait)
  await (await chooser).setFiles(join(ROOT, 'public', 'shop', 'mark.svg'))
  await settled(page)
  await tap(names.family.wallpaper)
  await settled(page)
  await tap(names.family.chat)
  await tap(names.family.question)
  await page.getByText(names.family.answer).waitFor()
  await tap(names.family.bye, true)
  await page.getByRole('button', { name: names.family.again }).waitFor()
  await tap(names.family.back, true)
  await tap(names.tabs.home, true)
  await tap(names.tea)
  await page.getByRole('img', { name: names.picture }).waitFor()
  await settled(page)
  if (narrow) await tap(names.inspector, true)
  const rows = page.getByRole('grid', { name: names.grid }).getByRole('row')
  if (!narrow) {
    await rows.last().click()
    await page.getByRole('tab', { name: names.timing }).click()
    await page.getByRole('tabpanel').waitFor()
  }
  // The summary sums up a few times a second only.
  await page.getByRole('contentinfo').getByText(names.running).waitFor({ state: 'detached' })
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(FOLDER, `${theme}-${language}-${viewport.width}.png`), animations: 'disabled' })
  console.log(`docs/screenshots/${theme}-${language}-${viewport.width}.png`)
  await context.close()
}

/**
 * Until no call is under way.
 * @param {import('@playwright/test').Page} page
 */
async function settled(page) {
  await page.waitForFunction(() => {
    const { wxInspector } = /** @type {{ wxInspector: { tasks(): readonly { state: string }[] } }} */ (/** @type {unknown} */ (globalThis))
    return wxInspector.tasks().every(({ state }) => ['succeeded', 'failed', 'closed'].includes(state))
  })
}
