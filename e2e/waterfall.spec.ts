import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'

test.beforeEach(async ({ openPanel, page }) => {
  await page.setViewportSize({ width: 1200, height: 600 })
  await openPanel()
})

test('scrolling does not move the axis, with a call that hangs among others', async ({ page, panel }) => {
  const ruler = panel.grid.getByRole('columnheader', { name: '瀑布图' })
  await page.evaluate(async (api) => {
    wx.request({ url: `${api}/v1/trouble/hang` })
    for (let round = 0; round < 4; round++)
      await Promise.all(
        Array.from({ length: 9 }, () => new Promise((resolve) => wx.request({ url: `${api}/v1/teas/gaiwan`, complete: resolve }))),
      )
  }, API)
  await expect(panel.frame.getByText('1 个进行中')).toBeVisible()
  await panel.grid.focus()
  // Once the call that hangs counts as a long one, the axis shrinks to the others: that may fall between two looks, but not twice.
  await expect(async () => {
    await page.keyboard.press('Home')
    await expect(panel.rows.first()).toBeInViewport()
    const before = await ruler.innerText()
    await page.keyboard.press('End')
    await expect(panel.rows.last()).toBeInViewport()
    expect(await ruler.innerText()).toBe(before)
  }).toPass()
})

test('keys zoom the waterfall around the call under the cursor, move along it, and show all of it again', async ({ page, panel }) => {
  const ruler = panel.grid.getByRole('columnheader', { name: '瀑布图' })
  const reset = panel.button('显示全部时间（0）')
  await panel.grid.focus()
  await page.keyboard.press('ArrowDown')
  const whole = await ruler.innerText()
  await expect(reset).toHaveCount(0)
  await page.keyboard.press('+')
  await expect(reset).toBeVisible()
  await expect.poll(() => ruler.innerText()).not.toBe(whole)
  const zoomed = await ruler.innerText()
  await page.keyboard.press('+')
  await expect.poll(() => ruler.innerText()).not.toBe(zoomed)
  await expect(panel.frame.getByRole('status').filter({ hasText: /^显示 \d\d:\d\d:\d\d/ })).toHaveCount(1)
  const nearer = await ruler.innerText()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(reset).toBeVisible()
  await page.keyboard.press('-')
  await expect.poll(() => ruler.innerText()).not.toBe(nearer)
  await page.keyboard.press('0')
  await expect(reset).toHaveCount(0)
  await expect.poll(() => ruler.innerText()).toBe(whole)
})

test('dragging along the ruler zooms to what was dragged over, and Ctrl with the wheel zooms at the pointer', async ({ page, panel }) => {
  const ruler = panel.grid.getByRole('columnheader', { name: '瀑布图' })
  const reset = panel.button('显示全部时间（0）')
  const box = await ruler.boundingBox()
  if (!box) throw new Error('the ruler is not drawn')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 50, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 150, y, { steps: 4 })
  await page.mouse.up()
  await expect(reset).toBeVisible()
  await expect(ruler, 'a drag does not sort').not.toHaveAttribute('aria-sort')
  await reset.click()
  await expect(reset).toHaveCount(0)

  await page.mouse.move(box.x + 100, box.y + box.height + 13)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect(reset).toBeVisible()
})

test('a card tells the phases of the bar on which the pointer rests, and goes when it moves on', async ({ page, panel }) => {
  await callWx(page, { url: `${API}/v1/teas/longjing` })
  const card = page.getByRole('tooltip').filter({ hasText: 'longjing' })
  await (await panel.cell(panel.row('longjing'), '瀑布图')).hover()
  await expect(card.getByRole('rowheader', { name: '下载' })).toBeVisible()
  await expect(card.getByRole('row', { name: /^等待/ })).toContainText('模拟')
  await (await panel.cell(panel.row('longjing'), '名称')).hover()
  await expect(card).toHaveCount(0)
})

test('a key shows the card of the row under the cursor; it goes along with the cursor, and Escape puts it away first', async ({
  page,
  panel,
}) => {
  await callWx(page, { url: `${API}/v1/teas/longjing` })
  await callWx(page, { url: `${API}/v1/teas/gaiwan` })
  await panel.row('gaiwan').click()
  await panel.grid.focus()
  await page.keyboard.press('i')
  await expect(page.getByRole('tooltip').filter({ hasText: 'gaiwan' })).toBeVisible()
  await expect(panel.frame.getByRole('status').filter({ hasText: /^gaiwan, .*等待 / })).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('tooltip').filter({ hasText: 'longjing' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expect(panel.details).toBeVisible()
})

test('the legend says what colours, patterns and marks mean, by its button and by a key', async ({ page, panel }) => {
  const legend = page.getByRole('dialog', { name: '瀑布图图例' })
  const button = panel.grid.getByRole('button', { name: '图例', exact: true })
  await button.click()
  await expect(legend.getByRole('listitem')).toHaveCount(20)
  await expect(legend.getByRole('listitem').filter({ hasText: '斜纹' })).toContainText('模拟')
  await button.click()
  await expect(legend).toHaveCount(0)
  await panel.grid.focus()
  await page.keyboard.press('l')
  await expect(legend).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(legend).toHaveCount(0)
  await expect(panel.grid).toBeFocused()
})

test('ten slots as lanes tell which call had which slot when and how many waited; keys go from call to call', async ({ page, panel }) => {
  const slots = panel.frame.getByRole('region', { name: '并发名额' })
  const button = panel.frame.getByRole('button', { name: '并发名额', exact: true })
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await page.evaluate(async (api) => {
    wx.request({ url: `${api}/v1/trouble/hang` })
    await Promise.all(
      Array.from({ length: 12 }, () => new Promise((resolve) => wx.request({ url: `${api}/v1/teas/gaiwan`, complete: resolve }))),
    )
  }, API)
  // Fourteen calls, and the heads.
  await expect(panel.grid).toHaveAttribute('aria-rowcount', '15')
  await panel.grid.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('s')
  await expect(slots).toContainText('1 / 10 使用中')
  await expect(slots).toContainText('0 个排队，最多时 3 个')
  await expect(button).toHaveAttribute('aria-pressed', 'true')

  // The last call waited, and then took a slot that another one had had before.
  const call = slots.getByRole('button', { name: /^名额 \d+：/ })
  await expect(call).toHaveAccessibleName(/^名额 \d+：gaiwan, 排队 .*, .* 起占用 /)
  await call.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(call).not.toHaveAccessibleName(/排队/)
  await expect(call).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel.details).toContainText('gaiwan')
  await panel.close()

  await slots.getByRole('button', { name: '关闭并发名额' }).click()
  await expect(slots).toHaveCount(0)
})
