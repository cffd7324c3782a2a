import type { Page } from '@playwright/test'
import type { Language } from '../../src/panel/words/dictionary.ts'
import { requestWords } from '../../src/panel/words/exchange/request-words.ts'
import { exchangeWords } from '../../src/panel/words/exchange-words.ts'
import { listWords } from '../../src/panel/words/list-words.ts'
import { rowMenuWords } from '../../src/panel/words/row-menu-words.ts'
import { callWx } from './call-wx.ts'
import { expect } from './test.ts'

/** Takes a panel that was opened by `openLook` with `&panel=only` through what is copied, sent again, kept, compared and saved. */
export async function* everyStateOfExchange(page: Page, language: Language): AsyncGenerator<string> {
  const words = exchangeWords[language]
  const request = requestWords[language]
  const row = rowMenuWords[language]
  const frame = page.getByRole('region', { name: listWords[language].panel, exact: true })
  const grid = frame.getByRole('grid')
  const rows = grid.getByRole('row').filter({ has: page.getByRole('gridcell') })
  const dialog = page.getByRole('dialog')
  const menuItem = (name: string) => page.getByRole('menuitem', { name, exact: true })
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  const openRowMenu = async () => {
    await grid.focus()
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
  }
  const openFileMenu = async () => {
    await frame.getByRole('button', { name: words.file, exact: true }).press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
  }
  await callWx(page, { url: 'https://api.hillside.example/v1/teas?page=1&access_token=planted-1' })
  await callWx(page, { url: 'https://api.hillside.example/v1/teas/longjing' })
  await expect(rows).toHaveCount(2)

  await grid.focus()
  await page.keyboard.press('Home')
  await openRowMenu()
  await menuItem(words.copy).press('ArrowRight')
  await expect(menuItem(words.forms.curl)).toBeVisible()
  yield 'the forms to copy as'
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await openRowMenu()
  await menuItem(row.mark.color).press('ArrowRight')
  await page.getByRole('menuitemradio', { name: row.mark.colors.green }).click()
  await page.keyboard.press('p')
  await openRowMenu()
  await menuItem(row.mark.addNote).click()
  await dialog.getByRole('textbox').fill('slower than before')
  yield 'the note of a request'
  await dialog.getByRole('button', { name: row.mark.save }).click()
  await expect(dialog).toHaveCount(0)
  yield 'a request that is pinned, colored and noted'
  await grid.focus()
  await page.keyboard.press('Shift+R')
  await expect(dialog).toBeVisible()
  yield 'a request to be sent several times'
  await dialog.getByRole('textbox', { name: request.headers }).fill('no colon')
  await dialog.getByRole('button', { name: request.send }).click()
  yield 'a header that is none'
  await dialog.getByRole('textbox', { name: request.headers }).fill('')
  await dialog.getByRole('button', { name: request.send }).click()
  await expect(dialog).toContainText(request.sending('1', '1'))
  yield 'the summary of what was sent'
  await close()

  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await openRowMenu()
  await menuItem(row.compare.act).click()
  await expect(dialog).toBeVisible()
  yield 'two requests compared'
  await close()
  await openFileMenu()
  yield 'the menu of files'
  await menuItem(words.exportHar('3')).press('Enter')
  await expect(dialog.getByRole('region', { name: words.replacedList })).toBeVisible()
  yield 'what is replaced in a file'
  await close()

  const open = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser')
    await openFileMenu()
    await menuItem(words.openHar).press('Enter')
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }
  await open('notes.har', 'hello')
  await expect(frame.getByRole('alert')).toBeVisible()
  yield 'a file that is no HAR'
  const har = JSON.parse(await page.evaluate(() => JSON.stringify(wxInspector.toHar())))
  har.log.entries.push({ startedDateTime: 'never' })
  const longName = 'a rather long name of a file, as they come from the browsers of others.har'
  await open(longName, JSON.stringify(har))
  const bar = frame.getByRole('region', { name: words.session, exact: true })
  await bar.getByRole('button', { name: words.skipped('1') }).click()
  yield 'a session from a file, with what could not be read'
  await open('second.har', JSON.stringify(har))
  await expect(bar.getByRole('button', { name: 'second.har', exact: true })).toHaveAttribute('aria-pressed', 'true')
  yield 'two sessions from files'
  for (const name of [longName, 'second.har']) await bar.getByRole('button', { name: words.closeFile(name) }).click()
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect(frame.getByText(listWords[language].removed('1'))).toBeVisible()
  yield 'requests that were deleted'
}
