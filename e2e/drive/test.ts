import { test as base, expect } from '@playwright/test'
import { callWx } from './call-wx.ts'
import './page-globals.ts'
import { Panel } from './panel.ts'
import { Shop } from './shop.ts'

interface Fixtures {
  readonly panel: Panel
  readonly shop: Shop
  /** Opens the demo in Chinese and waits for the first list of the shop; `query` goes on the address. */
  openDemo(query?: string): Promise<void>
  /** Opens the demo without the phone and without a service worker, and has the list begin with one call that went well. */
  openPanel(): Promise<void>
  /** What the page threw and nobody caught. A test that expects some takes them out. */
  readonly uncaught: Error[]
}

/** A page that loads for the first time has to start its scripts and its worker, on a machine that may be busy. ms. */
const FIRST_LOAD = 30_000

/** What the shop asks for when it opens. */
const FIRST_CALL = 'https://api.hillside.example/v1/teas?page=1'

/** Playwright's test with the panel and the shop at hand. A page that throws fails its test, whatever it was about. */
export const test = base.extend<Fixtures>({
  panel: ({ page }, use) => use(new Panel(page)),
  shop: ({ page }, use) => use(new Shop(page)),
  openDemo: ({ page, panel }, use) =>
    use(async (query = '') => {
      await page.goto(`/${query}`)
      await expect(panel.row('page=1').getByRole('gridcell', { name: /^\W*200$/ })).toBeVisible({ timeout: FIRST_LOAD })
    }),
  openPanel: ({ page, panel }, use) =>
    use(async () => {
      await page.goto('/?panel=only&sw=off')
      await callWx(page, { url: FIRST_CALL })
      await expect(panel.row('page=1').getByRole('gridcell', { name: /^\W*200$/ })).toBeVisible({ timeout: FIRST_LOAD })
    }),
  uncaught: [
    async ({ page }, use) => {
      const uncaught: Error[] = []
      page.on('pageerror', (error) => uncaught.push(error))
      await use(uncaught)
      expect(uncaught).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
