import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'

test('rows are pinned with P, colored and noted by the menu, filtered by it, and are so after a reload', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await page.getByRole('button', { name: '保留记录' }).click()
  await callWx(page, { url: `${API}/v1/goods?page=1&call=pinned` })
  await callWx(page, { url: `${API}/v1/goods?page=2&call=noted` })

  await panel.row('call=pinned').click({ position: { x: 60, y: 12 } })
  await panel.grid.focus()
  await page.keyboard.press('p')
  await expect(panel.row('call=pinned').getByRole('img', { name: '已标记' })).toBeVisible()

  const menu = page.getByRole('menu', { name: '请求操作' })
  await panel.row('call=noted').click({ button: 'right', position: { x: 60, y: 12 } })
  await menu.getByRole('menuitem', { name: '颜色' }).press('ArrowRight')
  await page.getByRole('menuitemradio', { name: '绿色' }).click()
  await expect(panel.row('call=noted').getByRole('img', { name: '绿色' })).toBeVisible()
  await panel.row('call=noted').click({ button: 'right', position: { x: 60, y: 12 } })
  await menu.getByRole('menuitem', { name: '备注…' }).click()
  const dialog = page.getByRole('dialog', { name: '备注' })
  await dialog.getByRole('textbox', { name: '备注' }).fill('比上次慢 <img src=x onerror=alert(1)>')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(panel.row('call=noted')).toContainText('比上次慢 <img')

  await page.reload()
  await expect(panel.row('call=noted')).toContainText('比上次慢')
  const filter = page.getByRole('combobox', { name: /过滤/ })
  await filter.fill('is:pinned')
  await expect(panel.rows).toHaveCount(1)
  await expect(panel.row('call=pinned')).toBeVisible()
  await filter.fill('note:比上次 color:green')
  await expect(panel.rows).toHaveCount(1)
  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(panel.frame.getByRole('note')).toContainText('备注 比上次慢')

  // A file that a script adds to the record brings its marks into the panel that is there.
  await filter.fill('note:来自脚本')
  await expect(panel.rows).toHaveCount(0)
  await page.evaluate(async () => {
    const [entry] = wxInspector.toHar().log.entries
    Object.assign(Object(entry?._wx), { mark: { pinned: true, color: 'blue', note: '来自脚本' } })
    await wxInspector.fromHar({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: [entry] } })
  })
  await expect(panel.rows).toHaveCount(1)
  await expect(panel.rows.getByRole('img', { name: '蓝色' })).toBeVisible()
  await expect(panel.rows.getByRole('img', { name: '已标记' })).toBeVisible()
  expect(await page.evaluate(() => wxInspector.toHar().log.entries.map(({ _wx }) => _wx.mark?.note))).toContain('来自脚本')
})

test('pinned rows outlive the budget, Del deletes rows until that is undone, and marks travel in a HAR file', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  const add = (from: number, to: number) =>
    page.evaluate(
      async ([first, last]) => {
        for (let call = first; call <= last; call++)
          await new Promise<void>((done) => wx.request({ url: `https://unlisted.example/row/${call}`, complete: () => done() }))
      },
      [from, to] as const,
    )
  await add(1, 3)
  await panel.rows.nth(1).click({ position: { x: 60, y: 12 } })
  await panel.grid.focus()
  await page.keyboard.press('p')
  const pinned = panel.grid.getByRole('img', { name: '已标记' })
  await expect(pinned).toHaveCount(1)
  await page.evaluate(() => wxInspector.configure({ capture: { maxTasks: 4 } }))
  await add(4, 12)
  await expect(panel.rows).toHaveCount(4)
  await expect(pinned).toBeVisible()
  expect(await page.evaluate(() => wxInspector.tasks().map(({ url }) => url.split('/row/')[1]))).toEqual(['1', '10', '11', '12'])
  await expect(panel.frame.getByRole('region', { name: '提示' })).toContainText('最早')

  const marked = await page.evaluate(() => wxInspector.toHar().log.entries.map(({ _wx }) => _wx.mark))
  expect(marked).toEqual([{ pinned: true }, undefined, undefined, undefined])
  const chooser = page.waitForEvent('filechooser')
  await panel.frame.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '打开 HAR…' }).click()
  const har = await page.evaluate(() => JSON.stringify(wxInspector.toHar()))
  await (await chooser).setFiles({ name: 'marks.har', mimeType: 'application/json', buffer: Buffer.from(har) })
  await expect(panel.frame.getByRole('region', { name: '会话', exact: true })).toBeVisible()
  await expect(pinned).toHaveCount(1)
  await panel.frame.getByRole('button', { name: '关闭文件' }).click()

  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Delete')
  await expect(panel.rows).toHaveCount(2)
  await expect(panel.frame.getByText('已删除 2 个请求。')).toBeVisible()
  await expect(panel.rows.nth(1), 'the cursor goes on to the next row').toHaveAttribute('aria-selected', 'true')
  await panel.frame.getByRole('button', { name: '撤销' }).click()
  await expect(panel.rows).toHaveCount(4)
  expect(await page.evaluate(() => wxInspector.tasks().map(({ url }) => url.split('/row/')[1]))).toEqual(['1', '10', '11', '12'])
})

test('two selected requests are compared part by part, in the panel and by the handle', async ({ openPanel, page, panel }) => {
  await openPanel()
  await callWx(page, { url: `${API}/v1/goods?page=1&call=one`, header: { 'X-Trace': 'a' } })
  await callWx(page, { url: `${API}/v1/goods?page=2&call=two`, method: 'POST', data: 'a body', header: { 'X-Trace': 'b' } })
  await expect(panel.rows).toHaveCount(3)
  await panel.grid.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: '对比' }).click()
  const dialog = page.getByRole('dialog', { name: /^对比 #\d+ 和 #\d+$/ })
  const sent = dialog.getByRole('region', { name: '实际发送' })
  await expect(sent.getByRole('row', { name: /query\.page.*"1".*"2"/ })).toBeVisible()
  await expect(dialog.getByRole('region', { name: '请求头' }).getByRole('row', { name: /x-trace/ })).toContainText('"b"')
  await expect(dialog.getByRole('row').filter({ hasText: 'a body' }).first()).toContainText('无')
  await expect(dialog.locator('td:empty, code:empty')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(panel.grid).toBeFocused()

  const compared = await page.evaluate(async () => {
    const inspector = wxInspector
    const [one, other] = inspector.tasks().slice(-2)
    const parts = await inspector.compare(one?.taskId ?? '', other?.taskId ?? '')
    return parts.find(({ part }) => part === 'request-headers')?.differences
  })
  expect(compared).toEqual([{ path: '["x-trace"]', before: '"a"', after: '"b"' }])
})
