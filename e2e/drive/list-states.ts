import type { Page } from '@playwright/test'
import { headerColumnWords } from '../../src/panel/requests/header-column/header-column-words.ts'
import type { Language } from '../../src/panel/words/dictionary.ts'
import { filterWords } from '../../src/panel/words/filter/filter-words.ts'
import { savedFilterWords } from '../../src/panel/words/filter/saved-filter-words.ts'
import { listWords } from '../../src/panel/words/list-words.ts'
import { laneWords } from '../../src/panel/words/waterfall/lane-words.ts'
import { legendWords } from '../../src/panel/words/waterfall/legend-words.ts'
import { expect } from './test.ts'

const API = 'https://api.hillside.example'

/** Takes a panel that was opened by `openLook` with `&panel=only` through what opens over and beside the list, and yields the name of each state. */
export async function* everyStateOfList(page: Page, language: Language): AsyncGenerator<string> {
  const words = listWords[language]
  const saved = savedFilterWords[language]
  const frame = page.getByRole('region', { name: words.panel, exact: true })
  const grid = frame.getByRole('grid').or(frame.getByRole('treegrid'))
  const filter = frame.getByRole('combobox', { name: words.filter })
  const columns = frame.getByRole('button', { name: words.columns, exact: true })
  const dialog = page.getByRole('dialog')
  await page.evaluate(async (api) => {
    wx.request({ url: `${api}/v1/trouble/hang` })
    wx.request({ url: 'https://cdn.unlisted.example/hello.json' })
    await Promise.all(Array.from({ length: 12 }, () => new Promise((complete) => wx.request({ url: `${api}/v1/teas/gaiwan`, complete }))))
  }, API)
  await expect(grid.getByRole('row').filter({ hasText: 'gaiwan' })).toHaveCount(12)

  await filter.fill('st')
  await expect(frame.getByRole('listbox', { name: filterWords[language].suggestions })).toBeVisible()
  yield 'suggestions'
  await page.keyboard.press('ArrowDown')
  yield 'a suggestion that is chosen'
  await filter.fill('status:404')
  await frame.getByRole('button', { name: saved.menu }).click()
  await page.getByRole('menuitem', { name: saved.save }).click()
  await page.getByRole('textbox', { name: saved.name }).fill('not found')
  yield 'the name of a filter'
  await page.keyboard.press('Enter')
  await frame.getByRole('button', { name: saved.menu }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  yield 'the menu of saved filters'
  await page.keyboard.press('Escape')
  await filter.fill('')

  // The narrow list has neither a waterfall nor columns that are chosen.
  if (!(await columns.isVisible())) return
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('l')
  await expect(page.getByRole('dialog', { name: legendWords[language].title })).toBeVisible()
  yield 'the legend of the waterfall'
  await page.keyboard.press('Escape')
  await page.keyboard.press('i')
  await expect(page.getByRole('tooltip')).toBeVisible()
  yield 'the card of a call that runs'
  await page.keyboard.press('End')
  await expect(page.getByRole('tooltip').filter({ hasText: 'gaiwan' })).toBeVisible()
  yield 'the card of a call'
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await page.keyboard.press('s')
  const slots = frame.getByRole('region', { name: laneWords[language].title })
  await expect(slots).toContainText(laneWords[language].taken('1', '10'))
  yield 'the slots'
  await slots.getByRole('button', { name: /gaiwan/ }).focus()
  yield 'a call in its slot'
  await slots.getByRole('button', { name: laneWords[language].close }).click()

  await columns.click()
  await page.getByRole('menuitem', { name: words.headerColumn }).click()
  await expect(dialog).toBeVisible()
  yield 'the name of a header'
  await dialog.getByRole('textbox').or(dialog.getByRole('combobox')).fill('content-type')
  await dialog.getByRole('button', { name: headerColumnWords[language].add, exact: true }).click()
  await expect(dialog).toHaveCount(0)
  yield 'the column of a header'

  for (const by of ['host', 'path', 'page'] as const) {
    await columns.click()
    await page.getByRole('menuitem', { name: words.group.title, exact: true }).click()
    await page.getByRole('menuitemradio', { name: words.group.by[by], exact: true }).click()
    const groups = frame.getByRole('treegrid').getByRole('row', { expanded: true })
    await expect(groups.first()).toBeVisible()
    yield `grouped by ${by}`
    await groups.first().click({ position: { x: 60, y: 12 } })
    await expect(frame.getByRole('treegrid').getByRole('row', { expanded: false })).toHaveCount(1)
    yield `grouped by ${by}, one folded`
  }
}
