import type { Page } from '@playwright/test'
import { readObscured } from './drive/focus.ts'
import { expect, test } from './drive/test.ts'

/** Presses a key, and sees to it that something of what has the focus then is seen. */
async function expectSeen(page: Page, key: string, times = 1): Promise<void> {
  for (let nth = 0; nth < times; nth++) {
    await page.keyboard.press(key)
    await expect
      .configure({ soft: true })
      .poll(() => readObscured(page), { message: `what has the focus after ${key}`, timeout: 5000 })
      .toBeUndefined()
  }
}

test('the focus is never wholly hidden: of the page not by a docked panel, in the panel by nothing that stays above', async ({
  openPanel,
  page,
  panel,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('/e2e/pages/plain.html')
  await expect(panel.frame).toBeVisible()
  await page.evaluate(() => {
    for (let nth = 1; nth <= 25; nth++) {
      const button = document.createElement('button')
      button.textContent = `Order ${nth}`
      button.style.cssText = 'display: block; margin: 8px 0 8px auto'
      document.body.append(button)
    }
  })
  for (const place of ['bottom', 'right']) {
    if (place === 'right') {
      await panel.button('停靠位置').press('Enter')
      await page.getByRole('menuitemradio', { name: '停靠到右侧' }).press('Enter')
      await expect.poll(async () => (await panel.frame.boundingBox())?.y).toBe(0)
    }
    await page.getByRole('button', { name: 'Call' }).focus()
    await expectSeen(page, 'Tab', 25)
    await expectSeen(page, 'Shift+Tab', 25)
  }

  await test.step('rows beneath the head of the list', async () => {
    await page.evaluate(() => {
      for (let nth = 0; nth < 60; nth++) wx.request({ url: `https://api.example.com/call/${nth}` })
    })
    await expect(panel.row('59')).toBeAttached()
    await panel.grid.focus()
    await expectSeen(page, 'End')
    await expectSeen(page, 'ArrowUp', 25)
    await expectSeen(page, 'PageUp', 3)
    await expectSeen(page, 'ArrowDown', 25)
    await page.keyboard.press('Enter')
    await expect(panel.details).toBeVisible()
    await panel.grid.focus()
    await expectSeen(page, 'ArrowDown', 10)
    await expectSeen(page, 'ArrowUp', 20)
  })
  await page.keyboard.press('Escape')

  for (const width of [1280, 390]) {
    await test.step(`stops of Tab, ${width} px wide`, async () => {
      if (width === 390) {
        await page.setViewportSize({ width, height: 844 })
        await openPanel()
      }
      for (const view of ['请求', '环境', 'Mock', '合法域名']) {
        const button = panel.frame.getByRole('group', { name: '视图' }).getByRole('button', { name: new RegExp(`^${view}`) })
        await button.click()
        await expect(button).toHaveAttribute('aria-pressed', 'true')
        await expect(panel.frame.getByText('正在加载')).toHaveCount(0)
        await expectSeen(page, 'Tab', 30)
      }
    })
  }
})
