import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'

test('the menu of a row opens by a right click, by Shift+F10 and by its button, and gives the focus back to the list', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
  const menu = page.getByRole('menu', { name: '请求操作' })
  await panel.row('hello.json').click({ button: 'right', position: { x: 60, y: 12 } })
  await expect(menu).toBeVisible()
  await expect(panel.details).toHaveCount(0)
  await menu.getByRole('menuitem', { name: /^加入列表：https:\/\/cdn\.unlisted\.example/ }).click()
  expect(await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })).toMatchObject({ via: 'success' })

  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+F10')
  await expect(menu).toBeVisible()
  await menu.getByRole('menuitem', { name: '按此过滤' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'domain:api.hillside.example' }).click()
  await expect(panel.row('hello.json')).toHaveCount(0)
  await expect(panel.grid).toBeFocused()

  await panel.rows.first().hover()
  await panel.rows.first().getByRole('button', { name: '请求操作' }).click()
  await menu.getByRole('menuitem', { name: '查看详情' }).click()
  await expect(panel.details).toBeVisible()
})

test('the menu acts on all rows that are chosen', async ({ context, openPanel, page, panel }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPanel()
  await page.evaluate((api) => {
    for (const call of [1, 2, 3]) wx.request({ url: `${api}/v1/trouble/hang?call=${call}` })
  }, API)
  await expect(panel.rows).toHaveCount(4)
  await panel.grid.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+ArrowUp')
  const menu = page.getByRole('menu', { name: '请求操作' })
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: '复制' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'URL', exact: true }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`${API}/v1/trouble/hang?call=2\n${API}/v1/trouble/hang?call=3`)
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: /^中止 2 个请求/ }).click()
  await expect(panel.frame.getByText('1 个进行中')).toBeVisible()
  await panel.expectRow(panel.row('call=1'), { 状态: /等待响应/ })
})
