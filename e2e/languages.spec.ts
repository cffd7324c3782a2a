import type { Page } from '@playwright/test'
import type { Language } from '../src/panel/words/dictionary.ts'
import { profileWords } from '../src/panel/words/profile-words.ts'
import { everyStateOfPanel, everyStateOfShop, openLook } from './drive/every-state.ts'
import { readTexts } from './drive/read-texts.ts'
import { expect, test } from './drive/test.ts'

const CHINESE = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]/

/** Words of WeChat, HTTP and this page that are the same to everybody. */
const SHARED = new Set(
  [
    'wx-request-inspector Wi-Fi EN API JSON HTML URL DNS TCP TLS Cookie request socket uploadFile downloadFile errno success complete fail data',
    // What the caps of a keyboard say.
    'Alt Ctrl End Enter Esc Home Page Down Up Shift Space Tab',
    'Mock queued started android true false http https IP wx WebSocket handshakeCost cost',
  ].flatMap((words) => words.split(' ')),
)
const SHARED_TEXTS = [
  'fetch / XHR',
  'status:4xx -domain:*cdn*',
  'res.data',
  'res.exception',
  'wx.request',
  'wx.uploadFile',
  'wx.downloadFile',
  'wx.connectSocket',
  'fail(',
  'GET, POST',
  'urlCheck: true',
  'https://api.example.com',
  'wss://ws.example.com',
  'http://b.example.com',
  ...Object.keys(profileWords.zh.means),
]

const isMeasure = (text: string) =>
  /^(?:p\d\d )?[+–-]?[\d,.]+(?: (?:ms|s|min|h|B|kB|MB|MiB|kbps)\b ?[\d,.]*)+$/.test(text) || /^[\d.,]+ \/ [\d,]+(?: MiB)?$/.test(text)
/** How a callback was called, by its name: `success · 200 · request:ok`, or `complete +646 ms` on the time axis. */
const isCallback = (text: string) => /^(?:success|fail|complete|on[A-Z]\w+) (?:· |\+[\d,.]+ m?s$)/.test(text)
/** A page of the mini-program, under its phone. */
const isPagePath = (text: string) => /^pages\/[\w-]+\/index(?:\?id=[\w-]+)?$/.test(text)
const isRuleNumber = (text: string) => /^[A-Z]+-\d+(?: · [A-Z]+-\d+)*$/.test(text)

/** Everything that the program asked for and was told, as text: what the panel shows of it is in the language of the program. */
async function readData(page: Page): Promise<string> {
  const data = await page.evaluate(() => {
    const strings: string[] = []
    const visit = (value: unknown) => {
      if (typeof value === 'string') strings.push(value)
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          strings.push(key)
          visit(inner)
        }
    }
    visit([wxInspector.events(), wxInspector.tasks(), wxInspector.rules, wxInspector.settings])
    return strings.join('\n')
  })
  return `${data}\n${data.replace(/\\?"/g, '')}`.replace(/[ \t]+/g, ' ')
}

/** Texts that neither are the same in every language nor come from the program. */
async function readOwnTexts(page: Page): Promise<string[]> {
  const data = await readData(page)
  // An event is told in one line, with the JSON of its message in the middle.
  const texts = (await readTexts(page)).map((text) => text.replace(/ · \{".*\}/, ''))
  return texts.filter((text) => {
    const bare = text.replace(/^"|"$|…$/g, '')
    return !(data.includes(text) || (bare.length > 1 && data.includes(bare)) || text.startsWith('{"'))
  })
}

/** Chinese that is left in the English page. The button that leads to Chinese says so in Chinese too. */
async function readChinese(page: Page): Promise<string[]> {
  return (await readOwnTexts(page)).filter(
    (text) => CHINESE.test(text) && text !== '中' && text !== 'Switch to Chinese 中' && text !== '中文',
  )
}

/** English that is left in the Chinese page. */
async function readEnglish(page: Page): Promise<string[]> {
  return (await readOwnTexts(page)).filter(
    (text) =>
      !CHINESE.test(text) &&
      /[A-Za-z]{2}/.test(text) &&
      !isMeasure(text) &&
      !isRuleNumber(text) &&
      !isPagePath(text) &&
      !isCallback(text) &&
      !SHARED_TEXTS.includes(text) &&
      !text.startsWith('wx.request({ url: ') &&
      !text.split(/[\s·,()]+/).every((word) => SHARED.has(word) || !/[A-Za-z]{2}/.test(word)),
  )
}

const READ_LEFT: Record<Language, (page: Page) => Promise<string[]>> = { zh: readEnglish, en: readChinese }
const OTHER = { zh: 'English', en: 'Chinese' }

test.setTimeout(240_000)

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    const look = { language, theme: 'light', width: 1440 } as const

    test(`no word of ${OTHER[language]} is left in any state of the panel, titles and labels included`, async ({ page }) => {
      await openLook(page, look, '&panel=only')
      for await (const state of everyStateOfPanel(page, language)) {
        // The bytes of an image, drawn as letters, are in no language.
        if (state.startsWith('a body as') || state.startsWith('picture')) continue
        // What was typed is the person's own, and what the filter suggests of the record is the app's.
        const typed = state.startsWith('the filter ') ? state : ''
        const left = await READ_LEFT[language](page)
        expect
          .soft(
            left.filter((text) => !typed.includes(text) && !(typed !== '' && /^[\w-]+:\S+$/.test(text))),
            state,
          )
          .toEqual([])
      }
    })

    test(`no word of ${OTHER[language]} is left on any page of the shop`, async ({ page }) => {
      await openLook(page, look)
      for await (const state of everyStateOfShop(page, language)) expect.soft(await READ_LEFT[language](page), state).toEqual([])
    })
  })
}

test.describe('the language', () => {
  test('is switched live: the page, the shop, the panel and its open details, there and back', async ({ openDemo, page, panel, shop }) => {
    await openDemo('?lang=zh&sw=off')
    await shop.goTo('异常场景')
    await shop.makeTrouble('没有加入合法域名')
    await panel.open(panel.row('hello.json'), '域名校验')
    expect(await readEnglish(page)).toEqual([])

    await page.getByRole('button', { name: '切换到英文 EN' }).click()
    await expect(page).toHaveTitle('wx-request-inspector · Preview')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    const details = page.getByRole('region', { name: 'Request details' })
    await expect(details.getByRole('tab', { name: 'Domain check' })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('navigation', { name: 'Tab bar' })).toBeVisible()
    expect(await readChinese(page)).toEqual([])

    await page.getByRole('button', { name: 'Switch to Chinese 中' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await expect(panel.details.getByRole('tab', { name: '域名校验' })).toHaveAttribute('aria-selected', 'true')
    expect(await readEnglish(page)).toEqual([])
  })

  test('is kept for the next visit, and an address that names one comes first', async ({ openDemo, page, panel }) => {
    await openDemo('?sw=off')
    await page.getByRole('button', { name: '切换到英文 EN' }).click()
    await page.goto('/?sw=off')
    await expect(page.getByRole('region', { name: 'Request inspector', exact: true })).toBeVisible()
    await page.goto('/?sw=off&lang=zh')
    await expect(panel.frame).toBeVisible()
    await page.goto('/?sw=off')
    await expect(page.getByRole('region', { name: 'Request inspector', exact: true })).toBeVisible()
  })

  test('of a docked panel is chosen in its own menu and kept', async ({ page, panel }) => {
    await page.goto('/e2e/pages/plain.html')
    await panel.button('语言与主题').click()
    await page.getByRole('menuitem', { name: /^语言/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    const inEnglish = page.getByRole('region', { name: 'Request inspector', exact: true })
    await expect(inEnglish.getByText('No requests yet')).toBeVisible()
    expect(await readChinese(page)).toEqual([])
    await page.reload()
    await expect(inEnglish.getByText('No requests yet')).toBeVisible()
  })
})

test.describe('the theme', () => {
  const backgrounds = (page: Page) =>
    page.evaluate(() => {
      const host = document.querySelector('.wx-request-inspector')
      const look = host?.shadowRoot?.querySelector('.look')
      return [document.querySelector('.header-bar'), look].map((element) => element && getComputedStyle(element).backgroundColor)
    })
  const LIGHT = ['rgb(255, 255, 255)', 'rgb(255, 255, 255)']
  const DARK = ['rgb(23, 24, 28)', 'rgb(23, 24, 28)']

  test('follows the system, is switched for page and panel alike, and is kept', async ({ openDemo, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await openDemo('?sw=off')
    await expect.poll(() => backgrounds(page)).toEqual(DARK)
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => backgrounds(page)).toEqual(LIGHT)

    await page.getByRole('button', { name: '主题：跟随系统，点按切换' }).click()
    await page.getByRole('button', { name: '主题：浅色，点按切换' }).click()
    await expect(page.getByRole('button', { name: '主题：深色，点按切换' })).toBeVisible()
    await expect.poll(() => backgrounds(page)).toEqual(DARK)
    await page.reload()
    await expect.poll(() => backgrounds(page)).toEqual(DARK)
    await page.goto('/?sw=off&theme=light')
    await expect.poll(() => backgrounds(page)).toEqual(LIGHT)
    await page.goto('/?sw=off')
    await expect.poll(() => backgrounds(page)).toEqual(DARK)
  })
})

test.describe('the address', () => {
  test('?panel=only draws no phone, so the shop calls nobody', async ({ page, panel, shop }) => {
    await page.goto('/?panel=only&sw=off')
    await expect(panel.frame.getByText('还没有请求')).toBeVisible()
    await expect(shop.phone).toHaveCount(0)
    await expect(page.getByRole('navigation')).toHaveCount(0)
    // The line that the empty list offers is answered, with the domain check enforced.
    await page.evaluate(await panel.frame.getByText(/^wx\.request\(/).innerText())
    await panel.expectRow(panel.rows.first(), { 状态: '200' })
  })

  test('?sw=off leaves the fetch of the page alone; without it the rules answer that too', async ({ page, panel }) => {
    const fetchTeas = () =>
      page.evaluate(() =>
        fetch('https://api.hillside.example/v1/trouble/ping').then(
          ({ status }) => status,
          () => 'failed',
        ),
      )
    await page.goto('/?panel=only&sw=off')
    await expect(panel.frame).toBeVisible()
    expect(await page.evaluate(() => wxInspector.ready.then(() => wxInspector.serviceWorker))).toBe('off')
    expect(await fetchTeas()).toBe('failed')
    await page.goto('/?panel=only')
    expect(await page.evaluate(() => wxInspector.ready.then(() => wxInspector.serviceWorker))).toBe('active')
    expect(await fetchTeas()).toBe(200)
    await expect(panel.rows).toHaveCount(1)
  })
})
