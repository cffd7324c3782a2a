import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas'

async function compareSessions(page: Page) {
  await page.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '对比会话…' }).click()
  return page.getByRole('dialog', { name: '对比会话' })
}

test('a session is compared with a file and with what was kept over a reload, call by call', async ({ openPanel, page, panel }) => {
  await openPanel()
  const dialog = await compareSessions(page)
  await expect(dialog).toContainText('要对比两份会话')
  await dialog.getByRole('button', { name: '关闭对比' }).click()

  await callWx(page, { url: `${TEAS}/longjing?n=1` })
  await callWx(page, { url: `${TEAS}/longjing?n=2` })
  const har = await page.evaluate(() => JSON.stringify(wxInspector.toHar()).replaceAll('longjing?n=2', 'longjing-gone?n=2'))
  const chooser = page.waitForEvent('filechooser')
  await panel.frame.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '打开 HAR…' }).click()
  await (await chooser).setFiles({ name: 'yesterday.har', mimeType: 'application/json', buffer: Buffer.from(har) })
  await expect(panel.frame.getByRole('region', { name: '会话', exact: true })).toContainText('yesterday.har')
  await compareSessions(page)
  await expect(dialog.getByRole('combobox', { name: '之前' })).toHaveValue('0')
  const filter = dialog.getByRole('group', { name: '显示' })
  const table = dialog.getByRole('table', { name: '两份会话中的请求' })
  await expect(filter.getByRole('button', { name: '新增 1' })).toBeVisible()
  await filter.getByRole('button', { name: '消失 1' }).click()
  await expect(table).toContainText('longjing-gone')
  await dialog.getByRole('button', { name: '交换' }).click()
  await filter.getByRole('button', { name: '新增 1' }).click()
  await expect(table).toContainText('longjing-gone')
  await dialog.getByRole('button', { name: '关闭对比' }).click()
  await panel.frame.getByRole('button', { name: '关闭文件' }).click()

  await panel.button('保留记录').click()
  await expect(panel.button('保留记录')).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await callWx(page, { url: `${TEAS}/longjing?n=1`, header: { 'X-New': '1' } })
  await expect(panel.row('n=1')).toHaveCount(2)
  await compareSessions(page)
  await expect(dialog.getByRole('combobox', { name: '之前' })).toContainText('刷新前保留的记录 · 3 个请求')
  await filter.getByRole('button', { name: /^消失 / }).click()
  await expect(table).toContainText('page=1')
  await filter.getByRole('button', { name: '不同 1' }).click()
  await table.getByRole('button', { name: /n=1/ }).click()
  await expect(dialog.getByRole('region', { name: '请求头' })).toContainText('x-new')
  await dialog.getByRole('button', { name: '返回列表' }).click()
  await expect(table).toBeVisible()
})
