import type { Page } from '@playwright/test'
import { keyWords } from '../src/panel/words/key-words.ts'
import { listWords } from '../src/panel/words/list-words.ts'
import { partWords } from '../src/panel/words/part-words.ts'
import { viewWords } from '../src/panel/words/view-words.ts'
import { type Look, openLook } from './drive/every-state.ts'
import { everyStateOfExchange } from './drive/exchange-states.ts'
import { expectWhole, expectWholeTexts } from './drive/find-cut-off.ts'
import { everyStateOfMocks } from './drive/mocks-states.ts'
import { expect, test } from './drive/test.ts'

/** What WCAG 2.2, 1.4.12, has a reader choose. */
const SPACED = `
  *, *::before, *::after { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

/** Opens the panel in a look, with a reader's spacing. */
async function openSpaced(page: Page, look: Look): Promise<void> {
  await openLook(page, look, '&panel=only')
  await expect(page.getByRole('region', { name: listWords[look.language].panel, exact: true })).toBeVisible()
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const { shadowRoot } = document.querySelector('.wx-request-inspector') ?? {}
    if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet]
  }, SPACED)
}

/** The list, each tab of the details, each other view, and the list of keys. */
async function* everyView(page: Page, { language }: Look): AsyncGenerator<string> {
  const words = listWords[language]
  const frame = page.getByRole('region', { name: words.panel, exact: true })
  await frame.getByRole('grid').focus()
  await page.keyboard.press('Home')
  yield 'the list'
  await page.keyboard.press('Enter')
  const details = frame.getByRole('region', { name: words.details })
  for (const tab of await details.getByRole('tab').all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    yield `details, ${await tab.innerText()}`
  }
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
  for (const view of ['environment', 'domains', 'requests'] as const) {
    const button = frame.getByRole('button', { name: viewWords[language][view], exact: true })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await expect(frame.getByText(partWords[language].awaited)).toHaveCount(0)
    yield view
  }
  await frame.getByRole('grid').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: keyWords[language].title })).toBeVisible()
  yield 'the list of keys'
}

for (const look of [
  { language: 'zh', theme: 'light', width: 1440 },
  { language: 'en', theme: 'light', width: 390 },
] as const)
  test(`with a reader's spacing of text nothing is cut off: ${look.language}, ${look.width} px wide`, async ({ page }) => {
    const expectAllWhole = async (state: string) => {
      await expectWhole(page, state)
      await expectWholeTexts(page, state)
    }
    await openSpaced(page, look)
    for await (const state of everyStateOfExchange(page, look.language)) await expectAllWhole(state)
    for await (const state of everyView(page, look)) await expectAllWhole(state)
    await openSpaced(page, look)
    for await (const state of everyStateOfMocks(page, look.language)) await expectAllWhole(state)
  })
