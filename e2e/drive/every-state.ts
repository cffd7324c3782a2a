import type { Page } from '@playwright/test'
import { detailWords } from '../../src/panel/words/detail-words.ts'
import type { Language } from '../../src/panel/words/dictionary.ts'
import { domainCheckWords } from '../../src/panel/words/domain-check-words.ts'
import { domainWords } from '../../src/panel/words/domain-words.ts'
import { failureWords } from '../../src/panel/words/failure-words.ts'
import { keyWords } from '../../src/panel/words/key-words.ts'
import { listWords } from '../../src/panel/words/list-words.ts'
import { partWords } from '../../src/panel/words/part-words.ts'
import { type TabId, tabWords } from '../../src/panel/words/tab-words.ts'
import { viewWords } from '../../src/panel/words/view-words.ts'
import { shellWords } from '../../src/playground/words/shell-words.ts'
import { shopWords } from '../../src/playground/words/shop-words.ts'
import { troubleWords } from '../../src/playground/words/trouble-words.ts'
import { escapeRegExp, listRests } from './panel.ts'
import { expect } from './test.ts'

const API = 'https://api.hillside.example'

export interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly width: 1440 | 390
}

/** Opens the demo in a look, without a service worker. `query` goes on the address. */
export async function openLook(page: Page, { language, theme, width }: Look, query = ''): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize(width === 390 ? { width, height: 844 } : { width, height: 900 })
  await page.goto(`/?lang=${language}&theme=${theme}&sw=off${query}`)
  await page.waitForFunction(() => 'wxInspector' in globalThis)
  await page.evaluate(() => wxInspector.ready)
}

/** Resolves when what a key did is on the screen. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
}

/**
 * Takes a panel that was opened by `openLook` with `&panel=only` through everything that it can show, and yields the name of each state.
 * Nothing of the data is Chinese or English but the names of the demo's rules, which follow the page.
 */
export async function* everyStateOfPanel(page: Page, language: Language): AsyncGenerator<string> {
  const words = listWords[language]
  const detail = detailWords[language]
  const domain = domainWords[language]
  const check = domainCheckWords[language]
  const parts = partWords[language]
  const tabs = tabWords[language]
  const views = viewWords[language]
  const frame = page.getByRole('region', { name: words.panel, exact: true })
  const grid = frame.getByRole('grid')
  const details = frame.getByRole('region', { name: words.details })
  const filter = frame.getByRole('combobox', { name: words.filter })
  const button = (name: string) => frame.getByRole('button', { name, exact: true })
  const open = async (text: string) => {
    if ((await details.count()) > 0) await button(detail.close).click()
    const row = grid.getByRole('row').filter({ hasText: text }).first()
    // Of a long list, only what is in sight stays: a row that was drawn ahead of it goes again when the list rests.
    const inSight = () =>
      row.evaluateAll((rows) =>
        rows.some((element) => {
          const list = element.closest('[role="grid"]')?.getBoundingClientRect()
          const { top, bottom } = element.getBoundingClientRect()
          return list !== undefined && top >= list.top && bottom <= list.bottom
        }),
      )
    await expect(async () => {
      await grid.focus()
      await page.keyboard.press('Home')
      await expect(grid.locator('[aria-rowindex="2"]')).toBeVisible()
      for (let screens = 0; screens < 20 && !(await inSight()); screens++) {
        await page.keyboard.press('PageDown')
        await drawn(page)
      }
      // While it scrolls an element may become that of another row.
      await listRests(grid)
      await row.click({ position: { x: 60, y: 12 }, timeout: 5000 })
    }).toPass({ timeout: 120_000 })
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await expect(details).toBeVisible()
  }
  const openTab = async (tab: TabId) => {
    await details.getByRole('tab', { name: tabs[tab], exact: true }).click()
    await expect(details.getByText(parts.awaited)).toHaveCount(0)
  }

  await expect(frame.getByText(words.emptyTitle)).toBeVisible()
  yield 'no call yet'

  await makeEveryKindOfCall(page)
  await expect(button(`${words.abortAll} 12`)).toBeVisible()
  yield 'every kind of call'

  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  yield 'all rows selected'
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: keyWords[language].title })).toBeVisible()
  yield 'the list of keys'
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')

  await open('session')
  for (const tab of ['overview', 'headers', 'payload', 'response', 'cookies', 'timing', 'events', 'domain'] as const) {
    await openTab(tab)
    yield `a sign-in, ${tab}`
  }
  await open('feed')
  for (const tab of ['response', 'events', 'timing'] as const) {
    await openTab(tab)
    yield `a stream, ${tab}`
  }
  for (const [text, tabs] of [
    ['avatar', ['overview', 'payload', 'timing']],
    ['lakeside.svg?file', ['response', 'events', 'domain']],
    ['chat.hillside', ['overview', 'headers', 'messages', 'timing', 'events', 'domain']],
  ] as const) {
    await open(text)
    for (const tab of tabs) {
      await openTab(tab)
      yield `${text}, ${tab}`
    }
  }
  await details.getByRole('tab', { name: tabs.messages, exact: true }).click()
  await details.getByRole('option').first().click()
  yield 'a message of a socket'
  await open('hello.json')
  for (const tab of ['overview', 'headers', 'payload', 'response', 'timing', 'domain'] as const) {
    await openTab(tab)
    yield `refused, ${tab}`
  }
  await details.getByRole('button', { name: failureWords[language].fix.add('https://cdn.unlisted.example'), exact: true }).click()
  yield 'refused, then allowed'
  for (const [text, tab] of [
    ['call=1', 'overview'],
    ['call=11', 'timing'],
    ['aborted', 'overview'],
    ['reset', 'overview'],
    ['longjing', 'overview'],
    ['bad-json', 'response'],
    ['harvest', 'response'],
    ['picture', 'response'],
  ] as const) {
    await open(text)
    await openTab(tab)
    yield `${text}, ${tab}`
  }
  for (const form of Object.values(detail.response.form)) {
    const choice = details.getByRole('group', { name: detail.response.forms }).getByRole('button', { name: form, exact: true })
    if ((await choice.count()) === 0) continue
    await choice.click()
    yield `a body as ${form}`
  }
  await button(detail.close).click()

  // The narrow list has three columns that nobody chooses.
  if (await button(words.columns).isVisible()) {
    await button(words.columns).click()
    await expect(page.getByRole('menu')).toBeVisible()
    yield 'the menu of columns'
    // From the last, since a box that is ticked is not among those that are not.
    for (const box of (await page.getByRole('menuitemcheckbox', { checked: false }).all()).reverse()) await box.click()
    await page.keyboard.press('Escape')
    yield 'all columns'
    await button(words.columns).click()
    await page.getByRole('menuitem', { name: words.resetColumns }).click()
  }

  for (const query of ['larger-than:much is:asleep status:x domain:', 'nothing-like-it']) {
    await filter.fill(query)
    yield `the filter ${query}`
  }
  await filter.fill('')

  await button(words.record.on).click()
  await button(words.clear).click()
  await expect(frame.getByText(words.pausedTitle)).toBeVisible()
  yield 'cleared and paused'
  await button(words.startRecording).click()
  await frame.getByRole('region', { name: words.notices }).getByRole('button', { name: words.undo }).click()

  await button(views.domains).click()
  const pane = frame.getByRole('region', { name: domain.paneTitle })
  yield 'the domain lists'
  const field = pane.getByRole('textbox', { name: domain.addLabel('request') })
  for (const text of [
    'http://api.example.com',
    'https://10.0.0.1',
    'https://localhost',
    'https://*.example.com',
    'https://a.example/b',
    API,
  ]) {
    await field.fill(text)
    yield `refused as a domain: ${text}`
  }
  await field.fill('')
  await pane.getByRole('switch').first().click()
  await button(domain.remove('https://img.hillside.example')).click()
  yield 'a domain off, another taken out'
  await button(domain.pasteMany).click()
  await pane.getByRole('textbox', { name: domain.pasteLabel }).fill('https://a.example.com\nhttp://b.example.com\nhttps://a.example.com')
  await button(domain.pasteAdd).click()
  yield 'many domains pasted'
  await button(domain.cancel).click()
  for (const list of ['socket', 'uploadFile', 'downloadFile'] as const) {
    await pane.getByRole('tab', { name: list }).click()
    yield `the list of ${list}`
  }
  await button(check.position.name.report).click()
  yield 'the check only reports'
  await button(check.position.name.off).click()
  yield 'the check is off'
  await button(check.position.name.enforce).click()
  await button(views.requests).click()
}

/** Calls that end in every way, the last eleven of which do not end: ten run and one waits in line. */
async function makeEveryKindOfCall(page: Page): Promise<void> {
  await page.evaluate(async (origin) => {
    const call = (option: Parameters<typeof wx.request>[0]) => new Promise((complete) => wx.request({ ...option, complete }))
    await call({
      url: `${origin}/v1/session?from=test`,
      method: 'POST',
      data: { phone: '13800000000', code: '2468' },
      header: { 'x-shop': 'hillside', Referer: 'https://elsewhere.example', Cookie: 'sid=1; theme=dark' },
      timeout: 9000,
    })
    await call({ url: `${origin}/v1/trouble/ping` })
    await call({ url: `${origin}/v1/trouble/unknown` })
    await call({ url: `${origin}/v1/trouble/broken`, method: 'POST', data: { kettle: 1 } })
    await call({ url: `${origin}/v1/trouble/old-address`, dataType: 'other' })
    await call({ url: `${origin}/v1/trouble/bad-json` })
    await call({ url: `${origin}/v1/trouble/harvest` })
    await call({ url: `${origin}/v1/trouble/reset` })
    await call({
      url: `${origin}/v1/cart/items`,
      method: 'POST',
      header: { 'content-type': 'application/x-www-form-urlencoded' },
      data: { sku: 'a' },
    })
    await call({ url: 'https://cdn.unlisted.example/hello.json' })
    await call({ url: '/v1/relative' })
    await call({ url: `${origin}/v1/teas/longjing`, method: 'PATCH' as 'GET' })
    await call({ url: 'https://img.hillside.example/places/lakeside.svg?picture', responseType: 'arraybuffer' })
    await call({ url: `${origin}/v1/orders/HS-1/feed`, enableChunked: true })
    const filePath = `${wx.env.USER_DATA_PATH}/portrait.txt`
    wx.getFileSystemManager().writeFileSync(filePath, 'a face')
    await new Promise((complete) => wx.uploadFile({ url: `${origin}/v1/me/avatar`, filePath, name: 'avatar', complete }))
    await new Promise((complete) => wx.downloadFile({ url: 'https://img.hillside.example/places/lakeside.svg?file', complete }))
    await new Promise((announced) => {
      const socket = wx.connectSocket({ url: 'wss://chat.hillside.example/rooms/tea' })
      socket?.onOpen(() => socket.send({ data: '{"text":"water"}' }))
      socket?.onMessage(announced)
    })
    await call({ url: `${origin}/v1/trouble/hang?late`, timeout: 50 })
    wx.request({ url: `${origin}/v1/trouble/hang?aborted` })?.abort()
    for (let number = 1; number <= 11; number++) wx.request({ url: `${origin}/v1/trouble/hang`, data: { call: number } })
  }, API)
}

/** Taps through every page of the shop in a demo that was opened by `openLook`, and yields the name of each. */
export async function* everyStateOfShop(page: Page, language: Language): AsyncGenerator<string> {
  const words = shopWords[language]
  const trouble = troubleWords[language]
  const phone = page.getByRole('region', { name: shellWords[language].phone })
  const top = phone.locator('.page.is-top')
  const tap = (name: string | RegExp) =>
    top
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  // The name of the cart's tab ends with how many things are in it.
  const goTo = (tab: keyof typeof words.tabs) =>
    phone
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${words.tabs[tab]}\\s?\\d*$`) })
      .click()
  const settled = () =>
    page.waitForFunction(() => wxInspector.tasks().every(({ state }) => ['succeeded', 'failed', 'closed'].includes(state)))

  await expect(top.getByRole('button', { name: words.more })).toBeVisible()
  yield 'home'
  await tap(new RegExp(words.hero.action))
  await expect(top.getByRole('img', { name: new RegExp(words.tea.picture('').trim()) })).toBeVisible()
  yield 'a tea'
  await tap(words.tea.addToCart)
  await settled()
  await tap(words.back)
  await goTo('search')
  yield 'search'
  await top.getByRole('textbox').fill('zzz')
  await settled()
  yield 'nothing found'
  await tap(words.search.clear)
  await tap(words.search.ideaList[1] ?? '')
  await settled()
  yield 'found'
  await goTo('cart')
  await settled()
  yield 'the cart of a guest'
  await goTo('me')
  await settled()
  yield 'me, a guest'
  await tap(words.me.signIn)
  await top.getByRole('textbox', { name: words.signIn.code }).fill('0000')
  await tap(words.signIn.submit)
  await settled()
  yield 'a wrong code'
  await top.getByRole('textbox', { name: words.signIn.code }).fill('2468')
  await tap(words.signIn.submit)
  await settled()
  yield 'me, signed in'
  await goTo('cart')
  await settled()
  yield 'the cart of a member'
  await tap(words.cart.submit)
  await expect(top.getByText(words.order.finished)).toBeVisible()
  yield 'an order'
  await tap(words.back)
  yield 'an empty cart'
  await goTo('me')
  await tap(new RegExp(`^${words.me.wallpaper}`))
  await expect(top.getByRole('progressbar')).toBeVisible()
  yield 'a download'
  await expect(top.getByRole('img', { name: words.me.wallpaperIs })).toBeVisible()
  yield 'a wallpaper'
  await tap(new RegExp(`^${words.chat.title}`))
  await tap(words.chat.ideaList[0] ?? '')
  await expect(top.getByRole('listitem').filter({ hasText: '80' })).toBeVisible()
  yield 'a chat'
  await tap(words.chat.ideaList[2] ?? '')
  await expect(top.getByRole('button', { name: words.chat.again })).toBeVisible()
  yield 'a chat that was closed'
  await tap(words.back)
  await goTo('trouble')
  for (const id of ['notFound', 'badJson', 'unlisted', 'relative'] as const) {
    await tap(new RegExp(`^${escapeRegExp(trouble.items[id][0])}`))
    await settled()
  }
  yield 'trouble'
  await page.evaluate(() => wxInspector.configure({ conditions: { preset: 'offline' } }))
  await goTo('home')
  await tap(words.more)
  await expect(top.getByRole('button', { name: words.retry })).toBeVisible()
  yield 'offline'
  await page.evaluate(() => wxInspector.setAppHidden(true))
  yield 'in the background'
}
