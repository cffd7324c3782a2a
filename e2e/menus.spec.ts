import type { Locator, Page } from '@playwright/test'
import { expectFocusInPanel } from './drive/focus.ts'
import { expect, test } from './drive/test.ts'

async function boxOf(element: Locator): Promise<{ left: number; top: number; right: number; bottom: number }> {
  const box = await element.boundingBox()
  if (!box) throw new Error('it is not on the screen')
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
}

async function expectApart(one: Locator, other: Locator): Promise<void> {
  const [a, b] = await Promise.all([boxOf(one), boxOf(other)])
  expect(a.bottom <= b.top || a.top >= b.bottom || a.right <= b.left || a.left >= b.right).toBe(true)
}

/** What an open menu may not do to the page that it stands over. */
const readPage = (page: Page) =>
  page.evaluate(() => [
    document.body.style.cssText,
    document.querySelectorAll('[inert], [aria-hidden]').length,
    document.head.children.length,
  ])

test.describe('a menu of a button', () => {
  test('never lies over it, however low the panel is docked, and leaves the page around as it is', async ({ page, panel }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto('/e2e/pages/plain.html')
    const button = panel.button('列')
    await expect(button).toBeVisible()
    const before = await readPage(page)
    await button.click()
    await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused()
    expect((await boxOf(page.getByRole('menu'))).top).toBeGreaterThanOrEqual(0)
    await expectApart(page.getByRole('menu'), button)
    expect(await readPage(page)).toEqual(before)
  })

  test('closes by the button and by a press anywhere else, which does what it would have done', async ({ page, panel }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto('/e2e/pages/plain.html')
    const button = panel.button('列')
    await button.click()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('menu')).toBeVisible()
    await button.click()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(button).toBeFocused()
    await button.click()
    await page.getByRole('button', { name: 'Call' }).click()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await expect(page.getByRole('button', { name: 'Call' })).toBeFocused()
    await expect(panel.rows).toHaveCount(1)
  })

  test('closes with Tab, from where the focus goes on', async ({ openPanel, page, panel }) => {
    await openPanel()
    await panel.button('列').click()
    await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(panel.button('列')).not.toBeFocused()
    await expectFocusInPanel(page, 'the focus goes on in the panel')
    await page.keyboard.press('Shift+Tab')
    await expect(panel.button('列')).toBeFocused()
  })
})

test.describe('a submenu', () => {
  test('opens with the right arrow, closes with the left one and with Escape, level by level', async ({ page, panel }) => {
    await page.goto('/e2e/pages/plain.html')
    const button = panel.button('语言与主题')
    await button.press('Enter')
    const language = page.getByRole('menuitem', { name: /^语言/ })
    await expect(language).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(language).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('menuitemradio', { name: '跟随系统' })).toBeFocused()
    await expectApart(page.getByRole('menu', { name: '语言', exact: true }), language)
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('menuitemradio')).toHaveCount(0)
    await expect(language).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(language).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(button).toBeFocused()
  })

  test('opens under a resting pointer, and does not close on the way into it', async ({ page, panel }) => {
    await page.goto('/e2e/pages/plain.html')
    await panel.button('语言与主题').click()
    await page.getByRole('menuitem', { name: /^主题/ }).hover()
    const dark = page.getByRole('menuitemradio', { name: '深色' })
    await expect(dark).toBeVisible()
    await dark.hover({ position: { x: 4, y: 4 } })
    await expect(dark).toBeFocused()
    await dark.click()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(panel.button('语言与主题')).toBeFocused()
    await panel.button('语言与主题').click()
    await page.getByRole('menuitem', { name: '主题 深色' }).press('ArrowRight')
    await expect(page.getByRole('menuitemradio', { name: '深色' })).toHaveAttribute('aria-checked', 'true')
  })

  test('covers nothing of its item on the narrowest phone', async ({ page, panel }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/e2e/pages/plain.html')
    await panel.button('语言与主题').click()
    const theme = page.getByRole('menuitem', { name: /^主题/ })
    await theme.click()
    const submenu = page.getByRole('menu', { name: '主题', exact: true })
    await expect(submenu).toBeVisible()
    await expectApart(submenu, theme)
    const { left, right } = await boxOf(submenu)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(320)
  })
})

test.describe('the menu of the column heads', () => {
  test('opens at the pointer by a right click, and moves with the next one', async ({ openPanel, page, panel }) => {
    // Where the whole menu has room below the heads; where it has none it moves up.
    await page.setViewportSize({ width: 1760, height: 1000 })
    await openPanel()
    const head = panel.grid.getByRole('columnheader', { name: '状态' })
    const at = await boxOf(head)
    const [x, y] = [Math.round(at.left) + 10, Math.round(at.top) + 8]
    await page.mouse.click(x, y, { button: 'right' })
    const menu = page.getByRole('menu', { name: '列' })
    const { left, top } = await boxOf(menu)
    expect([left, top]).toEqual([x, y])
    await panel.grid.getByRole('columnheader', { name: '方法' }).click({ button: 'right' })
    await expect(menu).toHaveCount(1)
    await page.getByRole('menuitemcheckbox', { name: '方法' }).click()
    await expect(panel.grid.getByRole('columnheader', { name: '方法' })).toHaveCount(0)
  })

  test('opens under the heads with Shift+F10, and Escape gives the focus back', async ({ openPanel, page, panel }) => {
    await openPanel()
    const head = panel.grid.getByRole('columnheader', { name: '状态' }).getByRole('button')
    await head.press('Shift+F10')
    await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused()
    await expectApart(page.getByRole('menu'), head)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(head).toBeFocused()
  })
})
