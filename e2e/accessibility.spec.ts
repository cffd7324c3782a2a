import { everyStateOfPanel, everyStateOfShop, type Look, openLook } from './drive/every-state.ts'
import { everyStateOfExchange } from './drive/exchange-states.ts'
import { findViolations } from './drive/find-violations.ts'
import { everyStateOfList } from './drive/list-states.ts'
import { everyStateOfMocks } from './drive/mocks-states.ts'
import { expect, test } from './drive/test.ts'

/** Every language meets every theme and every width, and every theme every width. */
const LOOKS: readonly Look[] = [
  { language: 'zh', theme: 'light', width: 1440 },
  { language: 'zh', theme: 'dark', width: 390 },
  { language: 'en', theme: 'dark', width: 1440 },
  { language: 'en', theme: 'light', width: 390 },
]

// Some forty states each, and axe looks at every pixel of text.
test.setTimeout(240_000)

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.theme}, ${look.width} px wide`, () => {
    test('axe finds nothing serious in any state of the panel', async ({ page }) => {
      await openLook(page, look, '&panel=only')
      for await (const state of everyStateOfPanel(page, look.language)) expect.soft(await findViolations(page), state).toEqual([])
    })

    test('axe finds nothing serious in what opens over the list and beside it', async ({ page }) => {
      await openLook(page, look, '&panel=only')
      for await (const state of everyStateOfList(page, look.language)) expect.soft(await findViolations(page), state).toEqual([])
    })

    test('axe finds nothing serious in the Mocks view, its editor and the editor of a response', async ({ page }) => {
      await openLook(page, look, '&panel=only')
      for await (const state of everyStateOfMocks(page, look.language)) expect.soft(await findViolations(page), state).toEqual([])
    })

    test('axe finds nothing serious in what is copied, sent again, kept, compared and saved', async ({ page }) => {
      await openLook(page, look, '&panel=only')
      for await (const state of everyStateOfExchange(page, look.language)) expect.soft(await findViolations(page), state).toEqual([])
    })

    test('axe finds nothing serious on any page of the shop', async ({ page }) => {
      await openLook(page, look)
      for await (const state of everyStateOfShop(page, look.language)) expect.soft(await findViolations(page), state).toEqual([])
    })
  })
}
