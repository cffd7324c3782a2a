import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { findViolations } from './drive/find-violations.ts'
import { expectFocus, pressTo, readFocus, tabTo } from './drive/focus.ts'
import { Panel } from './drive/panel.ts'
import { expect, test } from './drive/test.ts'

const HELLO = 'https://api.example.com/hello'
/** What the panel is resized by, px, and the line before it. */
const EDGE = 8
const LIST = 'grid 请求列表'

const openMenu = (panel: Panel) => panel.button('停靠位置').press('Enter')
const choose = async (page: Page, panel: Panel, name: string) => {
  await openMenu(panel)
  await page.getByRole('menuitemradio', { name }).press('Enter')
}
/** Where the panel stands in its window, px. */
const boxOf = async (panel: Panel) => (await panel.frame.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
/** The room that the page leaves free, px: bottom, right, left. */
const roomOf = (page: Page) =>
  page.evaluate(() => {
    const { paddingBottom, paddingRight, paddingLeft } = getComputedStyle(document.documentElement)
    return [paddingBottom, paddingRight, paddingLeft].map((length) => Math.round(Number.parseFloat(length)))
  })
// Nobody reloads while the worker is still being registered.
const reload = async (page: Page) => {
  await page.evaluate(() => wxInspector.ready)
  await page.reload()
}

test.use({ viewport: { width: 1280, height: 720 } })
test.beforeEach(async ({ page, panel }) => {
  await page.goto('/e2e/pages/plain.html')
  await expect(panel.frame).toBeVisible()
})

test.describe('a docked panel', () => {
  test('is two presses from the address bar: a link to its list is the first stop of the page', async ({ page }) => {
    await pressTo(page, 'Tab', 'link 跳到请求面板')
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expectFocus(page, LIST)
    expect(new URL(page.url()).hash, 'the address is left alone').toBe('')
    await page.keyboard.press('Alt+Shift+W')
    await page.getByRole('button', { name: 'Call' }).focus()
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => readFocus(page), 'it goes with the panel').toBeUndefined()
  })

  test('moves by the menu and by keys to every side, with room in the page, and stays there on the next visit', async ({ page, panel }) => {
    const { height } = await boxOf(panel)
    await expect.poll(() => roomOf(page)).toEqual([height + EDGE, 0, 0])

    await openMenu(panel)
    await expect(page.getByRole('menuitemradio', { checked: true })).toHaveAccessibleName('停靠到下方')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('menuitemradio', { name: '停靠到右侧' }).press('Enter')
    await expectFocus(page, 'button 停靠位置', 'the focus is back on the button')
    await expect.poll(async () => (await boxOf(panel)).y).toBe(0)
    const right = await boxOf(panel)
    expect(Math.round(right.x + right.width)).toBe(1280)
    await expect.poll(() => roomOf(page)).toEqual([0, right.width + EDGE, 0])
    expect(await findViolations(page)).toEqual([])

    const edge = page.getByRole('separator', { name: '调整面板宽度' })
    await edge.press('ArrowLeft')
    await expect.poll(async () => (await boxOf(panel)).width).toBe(right.width + 24)
    await edge.press('ArrowRight')
    await expect.poll(async () => (await boxOf(panel)).width).toBe(right.width)

    await panel.grid.press('Alt+Shift+ArrowLeft')
    await expect.poll(async () => (await boxOf(panel)).x).toBe(0)
    await expectFocus(page, LIST, 'moved by a key, it keeps the focus')
    await reload(page)
    await expect(panel.frame).toBeVisible()
    await expect.poll(async () => (await boxOf(panel)).x).toBe(0)

    await panel.button('收起面板').press('Enter')
    await expect.poll(() => roomOf(page)).toEqual([0, 0, 0])
    await expect.poll(() => page.evaluate(() => document.documentElement.hasAttribute('style'))).toBe(false)
  })

  test('is at the bottom of a narrow window, which has room for no other place', async ({ page, panel }) => {
    await choose(page, panel, '停靠到右侧')
    await page.setViewportSize({ width: 600, height: 800 })
    await expect.poll(async () => (await boxOf(panel)).width).toBe(600)
    await openMenu(panel)
    await expect(page.getByRole('menuitemradio', { name: '停靠到左侧' })).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1280, height: 720 })
    await expect.poll(async () => (await boxOf(panel)).height).toBe(720)
  })

  test('floats over the page: moved and resized by pointer and by keys, never out of the window', async ({ page, panel }) => {
    await choose(page, panel, '浮动在页面上')
    await expect.poll(() => roomOf(page)).toEqual([0, 0, 0])
    const first = await boxOf(panel)
    const mover = page.getByRole('button', { name: '移动面板' })
    await mover.press('ArrowLeft')
    await mover.press('ArrowUp')
    await expect.poll(() => boxOf(panel)).toEqual({ ...first, x: first.x - 24, y: first.y - 24 })
    await page.getByRole('button', { name: '调整面板大小' }).press('ArrowRight')
    await expect.poll(async () => (await boxOf(panel)).width).toBe(first.width + 24)
    expect(await findViolations(page)).toEqual([])

    await mover.hover()
    await page.mouse.down()
    await page.mouse.move(-500, -500, { steps: 3 })
    await page.mouse.up()
    await expect.poll(() => boxOf(panel)).toMatchObject({ x: 1, y: 25 })
    const corner = await boxOf(panel)
    await reload(page)
    await expect(panel.frame).toBeVisible()
    await expect.poll(() => boxOf(panel)).toEqual(corner)
  })
})

test.describe('put away', () => {
  test('it is a button with the numbers of calls, of those that failed and of those that run', async ({ page, panel }) => {
    await page.keyboard.press('Alt+Shift+W')
    await expect(panel.frame).toBeHidden()
    const launcher = page.getByRole('button', { name: '打开请求面板' })
    await expect(launcher).toHaveAccessibleDescription('')
    await callWx(page, { url: HELLO })
    await callWx(page, { url: 'http://127.0.0.1:9/closed' })
    await page.evaluate(() => {
      wxInspector.setRules([{ id: 'h', name: 'h', enabled: true, when: { url: '*' }, respond: { kind: 'hang' } }])
      wx.request({ url: 'https://api.example.com/hang' })
    })
    await expect(launcher).toHaveAccessibleDescription('3 个请求，1 个失败，1 个进行中')
    expect(await findViolations(page)).toEqual([])
    await launcher.press('Enter')
    await expect(panel.rows).toHaveCount(3)
    await expectFocus(page, LIST)
  })
})

/** The browser has no windows that stay in front of others. */
const withoutInFront = () => {
  Object.defineProperty(globalThis, 'documentPictureInPicture', { value: undefined })
}

test.describe('a window of its own', () => {
  for (const kind of ['one in front of all others', 'an ordinary one']) {
    test(`${kind}, has the panel with all that it shows, its styles and its keys, and gives it back when it is closed`, async ({
      page,
      panel,
    }) => {
      if (kind === 'an ordinary one') await page.evaluate(withoutInFront)
      await callWx(page, { url: HELLO })
      await panel.open(panel.rows.first(), '耗时')
      const surface = await panel.filter.evaluate((element) => getComputedStyle(element).fontFamily)
      const [view] = await Promise.all([page.waitForEvent('popup'), choose(page, panel, '单独的窗口')])
      const own = new Panel(view)
      await expect(own.details.getByRole('tab', { name: '耗时' })).toHaveAttribute('aria-selected', 'true')
      expect(await own.filter.evaluate((element) => getComputedStyle(element).fontFamily)).toBe(surface)
      await expect(panel.frame).toBeHidden()
      await expect.poll(() => roomOf(page)).toEqual([0, 0, 0])
      await expectFocus(view, LIST)
      expect(await findViolations(view)).toEqual([])

      await callWx(page, { url: HELLO })
      await expect(own.rows).toHaveCount(2)
      await view.keyboard.press('ArrowDown')
      await tabTo(view, 'button 列', 'Shift+Tab')
      await view.keyboard.press('Enter')
      await expect(view.getByRole('menu', { name: '列' })).toBeVisible()
      await view.keyboard.press('Escape')
      await view.keyboard.press('?')
      await expect(view.getByRole('dialog', { name: '快捷键' })).toBeVisible()
      await view.keyboard.press('Escape')

      await Promise.all([view.waitForEvent('close'), view.close({ runBeforeUnload: true })])
      await expect(panel.rows).toHaveCount(2)
      await expect(panel.details).toBeVisible()
      await panel.grid.press('End')
      await expect(panel.rows.last()).toHaveAttribute('aria-selected', 'true')
      await expect.poll(async () => (await boxOf(panel)).width).toBe(1280)
    })
  }

  test('is closed by Alt+Shift+W, opened again by the button, and after a reload by a press', async ({ page, panel }) => {
    await page.addInitScript(withoutInFront)
    await reload(page)
    const [view] = await Promise.all([page.waitForEvent('popup'), choose(page, panel, '单独的窗口')])
    // It goes while the key is still down.
    await Promise.all([view.waitForEvent('close'), new Panel(view).grid.press('Alt+Shift+W').catch(() => {})])
    const launcher = page.getByRole('button', { name: '打开请求面板' })
    await expect(launcher).toBeVisible()
    const [again] = await Promise.all([page.waitForEvent('popup'), launcher.press('Enter')])
    await expect(new Panel(again).grid).toBeVisible()

    await Promise.all([again.waitForEvent('close'), reload(page)])
    await expect(panel.frame).toBeVisible()
    await expect(page.getByText('浏览器要等一次点按才允许打开单独的窗口。')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    const [third] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: '在单独的窗口中打开' }).press('Enter')])
    await expect(new Panel(third).grid).toBeVisible()
    // A worker that is still being looked for would be told of in the console.
    await page.evaluate(() => wxInspector.ready)
    await page.evaluate(() => wxInspector.dispose())
    await expect.poll(() => third.isClosed()).toBe(true)
  })

  test('that the browser blocks leaves the panel where it is, with words of what to do', async ({ page, panel }) => {
    await page.evaluate(withoutInFront)
    await page.evaluate(() => Object.assign(globalThis, { open: () => null }))
    await choose(page, panel, '单独的窗口')
    await expect(page.getByRole('status').filter({ hasText: '浏览器拦截了弹出的窗口' })).toBeVisible()
    await expect(panel.grid).toBeVisible()
    await page.getByRole('button', { name: '关闭提示' }).press('Enter')
    await expect(page.getByText('浏览器拦截了弹出的窗口')).toBeHidden()
  })

  test('opens under a strict policy as well, with all its styles', async ({ page, panel, context }) => {
    const refused: string[] = []
    context.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
    await page.goto('/e2e/pages/strict.html')
    // The worker is not allowed there, which the browser tells by itself.
    await page.evaluate(() => wxInspector.ready)
    refused.length = 0
    const [view] = await Promise.all([page.waitForEvent('popup'), choose(page, panel, '单独的窗口')])
    const own = new Panel(view)
    await expect(own.button('停靠位置')).toHaveCSS('block-size', '24px')
    await own.button('环境').press('Enter')
    await expect(own.frame.getByRole('heading', { name: '网络' })).toBeVisible()
    await openMenu(own)
    // The window goes while the key is still down.
    await view
      .getByRole('menuitemradio', { name: '停靠到右侧' })
      .press('Enter')
      .catch(() => {})
    await expect(panel.frame.getByRole('heading', { name: '网络' })).toBeVisible()
    expect(refused).toEqual([])
  })
})
