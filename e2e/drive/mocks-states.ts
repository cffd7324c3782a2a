import type { Page } from '@playwright/test'
import { detailWords } from '../../src/panel/words/detail-words.ts'
import type { Language } from '../../src/panel/words/dictionary.ts'
import { listWords } from '../../src/panel/words/list-words.ts'
import { mockEditorWords } from '../../src/panel/words/mock-editor-words.ts'
import { mockWords } from '../../src/panel/words/mock-words.ts'
import { mocksViewWords } from '../../src/panel/words/mocks-view-words.ts'
import { tabWords } from '../../src/panel/words/tab-words.ts'
import { viewWords } from '../../src/panel/words/view-words.ts'
import { callWx } from './call-wx.ts'
import { expect } from './test.ts'

/** A rule of the demo that has a condition and named answers. */
const RULE: Readonly<Record<Language, string>> = { zh: '茶单 · 第 1 页', en: 'Tea list · page 1' }

/** Takes a panel that was opened by `openLook` with `&panel=only` through what there is to mock, and yields the name of each state. */
export async function* everyStateOfMocks(page: Page, language: Language): AsyncGenerator<string> {
  const words = mocksViewWords[language]
  const frame = page.getByRole('region', { name: listWords[language].panel, exact: true })
  const button = (name: string) => frame.getByRole('button', { name, exact: true })
  const menuItem = (name: string) => page.getByRole('menuitem', { name, exact: true })
  const pressEscape = () => page.keyboard.press('Escape')
  await callWx(page, { url: 'https://api.hillside.example/v1/teas?page=1' })

  await frame
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
    .last()
    .click({ position: { x: 60, y: 12 } })
  await frame.getByRole('tab', { name: tabWords[language].response, exact: true }).click()
  await frame.getByRole('button', { name: mockWords[language].edit, exact: true }).click()
  const find = frame.getByRole('searchbox', { name: mockEditorWords[language].find })
  await expect(find).toBeVisible()
  yield 'a response as fields'
  await frame.getByRole('button', { name: mockEditorWords[language].stressAll, exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  yield 'extreme values'
  await menuItem(mockEditorWords[language].stresses.sevenDigits).click()
  await expect(button(mockWords[language].openInMocks).first()).toBeVisible()
  yield 'a response that was changed'
  await button(mockEditorWords[language].json).first().click()
  yield 'a response as JSON'
  await button(detailWords[language].close).click()

  await frame
    .getByRole('button', { name: new RegExp(`^${viewWords[language].mocks}`) })
    .first()
    .click()
  const view = frame.getByRole('region', { name: words.title, exact: true })
  await expect(view).toBeVisible()
  yield 'the rules'
  await view.getByRole('button', { name: words.export }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  yield 'the menu of exports'
  await pressEscape()
  await view.getByRole('button', { name: words.saveAs }).click()
  yield 'the name of a scenario'
  await pressEscape()
  await view
    .getByRole('group', { name: words.list })
    .getByRole('button', { name: new RegExp(`^${RULE[language]}`) })
    .first()
    .click()
  const editor = view.getByRole('region', { name: words.editorOf(RULE[language]) })
  await expect(editor).toBeVisible()
  for (const tab of await editor.getByRole('tab').all()) {
    await tab.click()
    yield `the editor of a rule, ${await tab.innerText()}`
  }
  await editor.getByRole('button', { name: words.why }).click()
  yield 'why a rule took no call'
}
