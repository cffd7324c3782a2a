import type { RequestSuccess } from '../src/contract/wx/wx.ts'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas'

test('a call is held at each gate, changed there, and the app gets what was changed', async ({ openPanel, page, panel }) => {
  await openPanel()
  await panel.frame.getByRole('button', { name: /^断点/ }).click()
  await page.getByRole('menuitemradio', { name: '匹配的请求…' }).click()
  const dialog = page.getByRole('dialog', { name: '停住哪些请求' })
  await dialog.getByRole('textbox', { name: '地址' }).fill(TEAS)
  // What is a rule's, and what is never held, is not asked for.
  await expect(dialog.getByRole('textbox', { name: '分组' })).toHaveCount(0)
  await expect(dialog.getByRole('option', { name: 'connectSocket' })).toHaveCount(0)
  for (const gate of ['首个分块', '回调前']) await dialog.getByRole('checkbox', { name: gate, exact: true }).check()
  await dialog.getByRole('button', { name: '开始' }).click()
  await expect(panel.frame.getByRole('button', { name: /^断点 匹配/ })).toBeVisible()

  const got = page.evaluate(
    (url) =>
      new Promise<{ readonly head: object; readonly result: RequestSuccess }>((resolve) => {
        let head = {}
        const task = wx.request({ url, success: (result) => resolve({ head, result }) })
        task?.onHeadersReceived((result) => {
          head = result
        })
      }),
    `${TEAS}?page=2`,
  )
  const row = panel.row('page=2')
  await panel.expectRow(row, { 状态: /断点 · 发送前/ })
  // The count leads to it.
  await panel.frame.getByRole('button', { name: '停住 1 个请求，查看下一个' }).click()
  const bar = panel.details.getByRole('group', { name: '断点' })
  await expect(bar).toContainText(/断点 · 发送前\s*超时已暂停 · \d+ 秒后自动继续/)

  const form = bar.getByRole('form', { name: '修改停住的请求' })
  const edit = bar.getByRole('button', { name: '修改…' })
  await edit.click()
  await form.getByRole('textbox', { name: 'URL' }).press('Escape')
  await expect(edit).toBeFocused()
  await expect(form).toHaveCount(0)
  await edit.click()
  await form.getByRole('textbox', { name: 'URL' }).fill('no url')
  await form.getByRole('button', { name: '按修改继续' }).click()
  await expect(form.getByRole('alert')).toHaveText('url must be an absolute http or https url')
  await expect(form.getByRole('alert')).toBeInViewport({ ratio: 1 })
  await form.getByRole('textbox', { name: 'URL' }).fill(`${TEAS}?page=3`)
  await form.getByRole('button', { name: '按修改继续' }).click()

  await expect(bar).toContainText('断点 · 响应头')
  await expect(form).toHaveCount(0)
  await bar.getByRole('button', { name: '修改…' }).click()
  await form.getByRole('textbox', { name: '状态码' }).fill('202')
  await form.getByRole('textbox', { name: 'Header' }).fill('Content-Type: application/json\nX-Held: yes')
  await page.keyboard.press('F8')

  await expect(bar).toContainText('断点 · 首个分块')
  await page.keyboard.press('F8')
  await expect(bar).toContainText('断点 · 回调前')
  await bar.getByRole('button', { name: '修改…' }).click()
  await expect(form.getByRole('textbox', { name: '响应体' })).toHaveValue(/"items"/)
  await form.getByRole('textbox', { name: '响应体' }).fill('{"teas":[]}')
  await form.getByRole('button', { name: '按修改继续' }).click()
  await expect(bar).toHaveCount(0)

  const { head, result } = await got
  expect(head).toMatchObject({ statusCode: 202, header: { 'X-Held': 'yes' } })
  expect(result).toMatchObject({ statusCode: 202, data: { teas: [] }, header: { 'X-Held': 'yes' } })
  await panel.expectRow(panel.row('page=3'), { 状态: '202' })
  await panel.openTab('载荷')
  await expect(panel.tab.getByRole('table', { name: '断点处的修改' }).getByRole('row')).toHaveText([`url${TEAS}?page=3原为 ${TEAS}?page=2`])
  await panel.openTab('耗时')
  await expect(panel.tab.getByRole('row', { name: /^停在断点 ×4/ })).toBeVisible()
  await panel.openTab('事件')
  await expect(panel.tab.getByRole('listitem').filter({ hasText: '改了' })).toHaveText([/url/, /statusCode, header/, /data/])
})

test('many held calls leave the focus where it was, and go on with the panel gone, when they are aborted, or made to fail', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await panel.frame.getByRole('button', { name: /^断点/ }).click()
  await page.getByRole('menuitemradio', { name: '下一个', exact: true }).click()
  await panel.filter.focus()
  const failed = callWx(page, { url: `${TEAS}?page=fail` })
  await panel.frame.getByRole('button', { name: '停住 1 个请求，查看下一个' }).click()
  const bar = panel.details.getByRole('group', { name: '断点' })
  await bar.getByRole('button', { name: '单步' }).click()
  await expect(bar).toContainText('断点 · 响应头')
  await bar.getByRole('button', { name: '修改…' }).click()
  await bar.getByRole('combobox', { name: '结果' }).selectOption({ label: '失败：ERR_CONNECTION_RESET' })
  await bar.getByRole('button', { name: '按修改继续' }).click()
  expect(await failed).toMatchObject({ via: 'fail', result: { errMsg: expect.stringContaining('ERR_CONNECTION_RESET') } })

  // The same again, from the row.
  await panel.row('page=fail').click({ button: 'right', position: { x: 60, y: 12 } })
  await page.getByRole('menuitem', { name: '停住同类请求' }).click()
  await panel.filter.focus()
  const ended = page.evaluate(
    (url) =>
      Promise.all(
        Array.from(
          { length: 50 },
          (_, nth) =>
            new Promise<string>((resolve) => wx.request({ url: `${url}?many=${nth}`, complete: ({ errMsg }) => resolve(errMsg) })),
        ),
      ),
    TEAS,
  )
  await expect(panel.frame.getByRole('button', { name: '停住 10 个请求，查看下一个' })).toBeVisible()
  await expect(panel.filter).toBeFocused()
  await expect(panel.details.getByRole('group', { name: '断点' })).toHaveCount(0)
  await page.keyboard.press('F8')
  await bar.getByRole('button', { name: '中止' }).click()
  // Ten have a slot, and the next of the line takes the one that came free (LIM-1).
  await expect(panel.rows.filter({ hasText: '已中止' })).toHaveCount(1)
  await expect(panel.frame.getByRole('button', { name: '停住 10 个请求，查看下一个' })).toBeVisible()
  await page.evaluate(() => wxInspector.close())
  expect((await ended).map((errMsg) => errMsg.replace(/:.*/, errMsg.endsWith('abort') ? ' abort' : ' ok')).sort()).toEqual([
    'request abort',
    ...Array<string>(49).fill('request ok'),
  ])
})

test('simulated waiting goes slowly or event by event, and the record has the times of real time', async ({ openPanel, page, panel }) => {
  await openPanel()
  await panel.frame.getByRole('button', { name: /^断点/ }).click()
  await page.getByRole('menuitemradio', { name: '逐个事件' }).click()
  await expect(panel.frame.getByRole('button', { name: /^断点 逐个事件/ })).toBeVisible()
  const got = callWx(page, { url: `${TEAS}?page=4` })
  const row = panel.row('page=4')
  await panel.expectRow(row, { 状态: /等待响应/ })
  await panel.open(row, '事件')
  const events = panel.tab.getByRole('listitem')
  await expect(events.last()).toContainText('路由')
  await panel.button('下一个事件').click()
  await expect(events.filter({ hasText: '收到响应头' })).toHaveCount(1)
  await panel.frame.getByRole('button', { name: /^断点/ }).click()
  await page.getByRole('menuitemradio', { name: '×1', exact: true }).click()
  expect(await got).toMatchObject({ via: 'success' })
})
