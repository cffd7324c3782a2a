import { filterWords } from '../src/panel/words/filter/filter-words.ts'
import { savedFilterWords } from '../src/panel/words/filter/saved-filter-words.ts'
import { searchWords } from '../src/panel/words/filter/search-words.ts'
import { listWords } from '../src/panel/words/list-words.ts'
import { everyStateOfPanel, openLook } from './drive/every-state.ts'
import { expect, test } from './drive/test.ts'

test.describe('the filter', () => {
  for (const language of ['zh', 'en'] as const) {
    test(`finds each row by each text that it shows, in ${language}`, async ({ page }) => {
      test.setTimeout(300_000)
      await openLook(page, { language, theme: 'light', width: 1440 }, '&panel=only')
      for await (const state of everyStateOfPanel(page, language)) if (state === 'all columns') break
      const frame = page.getByRole('region', { name: listWords[language].panel, exact: true })
      const filter = frame.getByRole('combobox', { name: listWords[language].filter })
      const rows = frame.getByRole('grid').locator('[role="row"][id^="row-"]')
      await expect(rows.first()).toBeVisible()
      const shown = await rows.evaluateAll((elements) =>
        elements.map((row) => ({
          id: row.id,
          running: row.matches('[data-tone="pending"]'),
          texts: [...row.querySelectorAll('[role="gridcell"]')].flatMap((cell) => {
            // A sign is a picture of what is said beside it, and a button or what came of it is an act.
            const signs = [...cell.querySelectorAll('[aria-hidden="true"], [role="img"], button, .list-allowed')].map(
              (sign) => sign.textContent,
            )
            return signs.reduce((text, sign) => text.replace(sign, ''), (cell as HTMLElement).innerText).split('\n')
          }),
        })),
      )
      expect(shown.length).toBeGreaterThan(25)
      const rowsOf = new Map<string, Set<string>>()
      for (const { id, texts } of shown.filter(({ running }) => !running)) {
        for (const text of texts.map((text) => text.trim()).filter(Boolean)) rowsOf.set(text, (rowsOf.get(text) ?? new Set()).add(id))
      }
      const softly = expect.configure({ soft: true })
      for (const [text, ids] of rowsOf) {
        await filter.fill(text)
        const lost = async () => {
          const found = new Set(await rows.evaluateAll((elements) => elements.map(({ id }) => id)))
          return [...ids].filter((id) => !found.has(id))
        }
        await softly.poll(lost, { message: text, timeout: 5000 }).toEqual([])
      }
    })
  }

  test('underlines what it cannot use, and covers no head of a column', async ({ page }) => {
    await openLook(page, { language: 'en', theme: 'light', width: 1440 }, '&panel=only')
    const frame = page.getByRole('region', { name: listWords.en.panel, exact: true })
    const filter = frame.getByRole('combobox', { name: listWords.en.filter })
    await filter.fill('feed larger-than:much -status:x')
    await expect(frame.locator('.filter-marks u')).toHaveText(['larger-than:much', '-status:x'])
    await expect(filter).toHaveAccessibleDescription(/^Ignored larger-than:much: use a size/)
    const reason = await frame.getByRole('status').filter({ hasText: 'Ignored' }).boundingBox()
    const list = await frame.getByRole('grid').boundingBox()
    expect(reason && list && reason.y >= list.y + list.height).toBe(true)
  })

  test('suggests keys and the values that occur, taken by keys or with the mouse, and leaves a plain word alone', async ({ page }) => {
    await openLook(page, { language: 'en', theme: 'light', width: 1440 }, '&panel=only')
    await page.evaluate(() =>
      Promise.allSettled(
        ['goods', 'goods', 'cart'].map(
          (path) => new Promise((complete) => wx.request({ url: `https://api.shop.example/${path}`, method: 'POST', complete })),
        ),
      ),
    )
    const frame = page.getByRole('region', { name: listWords.en.panel, exact: true })
    const filter = frame.getByRole('combobox', { name: listWords.en.filter })
    const list = frame.getByRole('listbox', { name: filterWords.en.suggestions })
    const chosen = list.getByRole('option', { selected: true })
    await page.keyboard.press('Tab')
    await filter.pressSequentially('me')
    await expect(list.getByRole('option')).toHaveText([/^method:HTTP method/])
    await expect(filter).toHaveAttribute('aria-expanded', 'true')
    await expect(frame.getByRole('status').filter({ hasText: filterWords.en.found('1') })).toHaveCount(1)
    await expect(chosen).toHaveCount(0)
    await filter.press('Enter')
    await expect(list).toHaveCount(0)
    await expect(filter).toHaveValue('me')
    await filter.press('ArrowDown')
    await expect(chosen).toHaveText(/^method:/)
    await filter.press('Enter')
    await expect(filter).toHaveValue('method:')
    await expect(chosen).toHaveText(/^method:POST.*3 requests$/)
    await filter.press('Tab')
    await expect(filter).toHaveValue('method:POST')
    await expect(filter).toBeFocused()
    await expect(list).toHaveCount(0)
    await filter.pressSequentially(' -domain:shop')
    await list.getByRole('option', { name: /^-domain:api\.shop\.example/ }).click()
    await expect(filter).toHaveValue('method:POST -domain:api.shop.example')
    await expect(filter).toBeFocused()
    await filter.pressSequentially(' is:')
    await expect(chosen).toHaveCount(1)
    await filter.press('Escape')
    await expect(list).toHaveCount(0)
    await expect(filter).toHaveValue('method:POST -domain:api.shop.example is:')
    await filter.press('Escape')
    await expect(filter).toHaveValue('')
    await filter.press('ArrowDown')
    await expect(chosen).toHaveText(/^status:/)
    await filter.press('ArrowUp')
    await expect(chosen).toHaveCount(0)
    await filter.press('Tab')
    await expect(list).toHaveCount(0)
    await expect(filter).not.toBeFocused()
  })

  test('searches bodies and headers when a key asks for it, and says how many', async ({ page }) => {
    await openLook(page, { language: 'en', theme: 'light', width: 1440 }, '&panel=only')
    await page.evaluate(() =>
      Promise.all(
        ['tea', 'tin', 'cup'].map(
          (name) =>
            new Promise((complete) =>
              wx.request({ url: 'https://api.shop.example/add', method: 'POST', data: { name }, header: { 'X-Name': name }, complete }),
            ),
        ),
      ),
    )
    const frame = page.getByRole('region', { name: listWords.en.panel, exact: true })
    const filter = frame.getByRole('combobox', { name: listWords.en.filter })
    const rows = frame.getByRole('grid').locator('[role="row"][id^="row-"]')
    await expect(rows).toHaveCount(3)
    await filter.fill('body:TEA')
    await expect(rows).toHaveCount(1)
    await expect(frame.getByRole('status').filter({ hasText: searchWords.en.searched('3') })).toBeVisible()
    await filter.fill('-req-body:tea')
    await expect(rows).toHaveCount(2)
    await filter.fill('header:x-name')
    await expect(rows).toHaveCount(3)
    await filter.fill('resp-body:tea')
    await expect(frame.getByText(listWords.en.noMatchTitle)).toBeVisible()
    await filter.fill('')
    await expect(rows).toHaveCount(3)
    await expect(frame.getByText(searchWords.en.searched('3'))).toHaveCount(0)
  })

  test('saves a filter under a name, suggests it, and keeps it for the next visit', async ({ page }) => {
    const words = savedFilterWords.en
    await openLook(page, { language: 'en', theme: 'light', width: 1440 }, '&panel=only')
    const frame = page.getByRole('region', { name: listWords.en.panel, exact: true })
    const filter = frame.getByRole('combobox', { name: listWords.en.filter })
    const button = frame.getByRole('button', { name: words.menu })
    await filter.fill('status:>=400 -is:aborted')
    await button.click()
    await page.getByRole('menuitem', { name: words.save }).click()
    await expect(page.getByRole('textbox', { name: words.name })).toBeFocused()
    await page.keyboard.type('Errors')
    await page.keyboard.press('Enter')
    await expect(button).toBeFocused()
    await filter.fill('')
    await filter.press('ArrowDown')
    await expect(page.getByRole('option', { selected: true })).toHaveText(/Errors$/)
    await filter.pressSequentially('err')
    await page.getByRole('option', { name: /^status:>=400 -is:aborted ?Errors/ }).click()
    await expect(filter).toHaveValue('status:>=400 -is:aborted')
    await button.click()
    await page.getByRole('menuitem', { name: words.rename }).click()
    await page.getByRole('menuitem', { name: 'Errors', exact: true }).click()
    await expect(page.getByRole('textbox', { name: words.name })).toBeFocused()
    await page.keyboard.type('Bad ones')
    await page.keyboard.press('Enter')
    await page.reload()
    await filter.fill('')
    await button.click()
    await page.getByRole('menuitemradio', { name: /^Bad ones/ }).click()
    await expect(filter).toHaveValue('status:>=400 -is:aborted')
    await button.click()
    await page.getByRole('menuitem', { name: words.remove }).click()
    await page.getByRole('menuitem', { name: 'Bad ones', exact: true }).click()
    await button.click()
    await expect(page.getByRole('menuitemradio')).toHaveCount(0)
  })
})
