import { shellWords } from '../src/playground/words/shell-words.ts'
import { findViolations } from './drive/find-violations.ts'
import { expectFocus, pressTo, tabTo } from './drive/focus.ts'
import { expect, test } from './drive/test.ts'

const words = shellWords.zh

test.use({ viewport: { width: 1440, height: 900 } })

test('the room between phone and panel is divided by pointer and by keys, and stays so', async ({ openDemo, page, panel, shop }) => {
  await openDemo('?sw=off')
  const divider = page.getByRole('separator', { name: words.divider })
  const wide = async () => (await panel.frame.boundingBox())?.width ?? 0
  const before = await wide()
  await tabTo(page, `separator ${words.divider}`)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(wide).toBe(before + 24)
  await page.keyboard.press('End')
  await expect.poll(wide).toBeLessThan(330)
  await expect(divider).toHaveAttribute('aria-valuenow', (await divider.getAttribute('aria-valuemax')) ?? '')
  await page.keyboard.press('Home')
  await expect.poll(async () => (await shop.phone.boundingBox())?.width).toBe(220)

  const box = (await divider.boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.move(box.x + 3, box.y + 300)
  await page.mouse.down()
  await page.mouse.move(303, box.y + 300, { steps: 3 })
  await page.mouse.up()
  await expect.poll(async () => (await shop.phone.boundingBox())?.width).toBe(303)
  expect(await findViolations(page)).toEqual([])
  await page.reload()
  await expect.poll(async () => (await shop.phone.boundingBox())?.width).toBe(303)
  await divider.dblclick()
  await expect.poll(wide).toBe(before)
})

test('the phone folds away and comes back, and the focus stays on the button that does it', async ({ openDemo, page, panel, shop }) => {
  await openDemo('?sw=off')
  await page.getByRole('button', { name: words.fold }).press('Enter')
  await expect(shop.phone).toBeHidden()
  await expect.poll(async () => (await panel.frame.boundingBox())?.width).toBeGreaterThan(1400)
  await expectFocus(page, `button ${words.unfold}`)
  expect(await findViolations(page)).toEqual([])
  await page.reload()
  await expect(panel.frame).toBeVisible()
  await expect(shop.phone).toBeHidden()
  await page.getByRole('button', { name: words.unfold }).press('Enter')
  await expect(shop.phone).toBeVisible()
  await expectFocus(page, `button ${words.fold}`)
  await tabTo(page, `separator ${words.divider}`)
  await page.keyboard.press('Enter')
  await expect(shop.phone).toBeHidden()
})

test('the line under the phone names the page, and loads it again where it is', async ({ openDemo, page, panel, shop }) => {
  await openDemo('?sw=off')
  await expect(page.getByText('pages/home/index', { exact: true })).toBeVisible()
  await shop
    .page('小山茶铺')
    .getByRole('button', { name: /看看明前龙井/ })
    .click()
  await expect(page.getByText('pages/tea/index?id=longjing', { exact: true })).toBeVisible()
  const asked = () => page.evaluate(() => wxInspector.tasks().filter(({ url }) => url.endsWith('/v1/teas/longjing')).length)
  await expect.poll(asked).toBe(1)
  await page.getByRole('button', { name: words.reload }).click()
  await expect.poll(asked).toBe(2)
  await expect(page.getByText('pages/tea/index?id=longjing', { exact: true })).toBeVisible()
  await expect(panel.rows).not.toHaveCount(0)
  await pressTo(page, 'Tab', `button ${words.fold}`)
})
