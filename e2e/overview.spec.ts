import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'

test.beforeEach(async ({ openPanel, page, panel }) => {
  await page.setViewportSize({ width: 1200, height: 600 })
  await openPanel()
  for (let call = 0; call < 3; call++) await callWx(page, { url: `${API}/v1/teas/gaiwan` })
  // Its end is drawn, so the axis stands.
  await panel.expectRow(panel.row('gaiwan').nth(2), { 状态: '200' })
})

test('a brush on the overview selects what the waterfall shows, and zooming there moves the brush', async ({ page, panel }) => {
  const strip = panel.frame.getByRole('group', { name: '时间概览' })
  const from = strip.getByRole('slider', { name: '起点' })
  const to = strip.getByRole('slider', { name: '终点' })
  const ruler = panel.grid.getByRole('columnheader', { name: '瀑布图' })
  const whole = await ruler.innerText()
  const box = await strip.boundingBox()
  if (!box) throw new Error('the overview is not drawn')
  const y = box.y + box.height - 6
  const drag = async (start: number, end: number) => {
    await page.mouse.move(start, y)
    await page.mouse.down()
    await page.mouse.move(end, y, { steps: 4 })
    await page.mouse.up()
  }
  const momentOf = async (slider: typeof from) => Number(await slider.getAttribute('aria-valuenow'))

  await drag(box.x + 400, box.x + 700)
  await expect(strip).toContainText(/\d\d:\d\d:\d\d\.\d{3} – .+ · \d/)
  await expect.poll(() => ruler.innerText()).not.toBe(whole)
  const [first, last] = [await momentOf(from), await momentOf(to)]
  expect(last).toBeGreaterThan(first)

  await test.step('an end is dragged alone', async () => {
    const handle = await to.boundingBox()
    if (!handle) throw new Error('the end is not drawn')
    expect(handle.width).toBeGreaterThanOrEqual(24)
    await drag(handle.x + 3, handle.x + 103)
    await expect.poll(() => momentOf(to)).toBeGreaterThan(last)
    expect(await momentOf(from)).toBe(first)
  })

  await test.step('what is selected is moved along', async () => {
    const length = (await momentOf(to)) - first
    await drag(box.x + 500, box.x + 450)
    await expect.poll(() => momentOf(from)).toBeLessThan(first)
    expect(Math.abs((await momentOf(to)) - (await momentOf(from)) - length)).toBeLessThanOrEqual(1)
  })

  await page.mouse.dblclick(box.x + 500, y)
  await expect.poll(() => ruler.innerText()).toBe(whole)
  await expect(strip).not.toContainText('–')

  await panel.grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('+')
  await expect(strip, 'the zoom of the list is the brush').toContainText('–')
  await page.keyboard.press('0')
  await expect(strip).not.toContainText('–')
})

test('keys move either end of the brush, zoom, move along and show all again', async ({ page, panel }) => {
  const strip = panel.frame.getByRole('group', { name: '时间概览' })
  const from = strip.getByRole('slider', { name: '起点' })
  const to = strip.getByRole('slider', { name: '终点' })
  const start = await from.getAttribute('aria-valuetext')
  await from.focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowRight')
  await expect(from).not.toHaveAttribute('aria-valuetext', start ?? '')
  await expect(from).toHaveAttribute('aria-valuetext', /^\d\d:\d\d:\d\d\.\d{3}$/)
  await page.keyboard.press('Home')
  await expect(from).toHaveAttribute('aria-valuetext', start ?? '')
  await expect(strip).not.toContainText('–')

  await page.keyboard.press('Tab')
  await expect(to).toBeFocused()
  let end = await to.getAttribute('aria-valuenow')
  for (let pages = 0; pages < 2; pages++) {
    await page.keyboard.press('PageDown')
    await expect(to).not.toHaveAttribute('aria-valuenow', end ?? '')
    end = await to.getAttribute('aria-valuenow')
  }
  await page.keyboard.press('Shift+ArrowRight')
  await expect(from, 'both ends moved').not.toHaveAttribute('aria-valuenow', '0')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(to).toHaveAttribute('aria-valuenow', end ?? '')
  await page.keyboard.press('-')
  await page.keyboard.press('+')
  await expect(strip).toContainText('–')
  await page.keyboard.press('Escape')
  await expect(strip).not.toContainText('–')
  await expect(to, 'the focus stays').toBeFocused()
})
