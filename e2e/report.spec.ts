import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas'

test('a session is summed up, copied as Markdown and printed, without its secrets', async ({ context, openPanel, page, panel }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    window.print = () => {
      Object.assign(window.parent, { printed: document.body.innerText })
      dispatchEvent(new Event('afterprint'))
    }
  })
  await openPanel()
  for (let times = 0; times < 3; times++) await callWx(page, { url: `${TEAS}/longjing?access_token=planted-1` })
  await callWx(page, { url: `${TEAS}/moon-tea` })
  await callWx(page, { url: 'https://cdn.unlisted.example/x.json' })
  await panel.frame.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '会话报告…' }).click()
  const dialog = page.getByRole('dialog', { name: '会话报告' })
  await expect(dialog.getByRole('list')).toContainText('6 个请求')
  await expect(dialog.getByRole('img', { name: /^请求随时间的分布/ })).toBeVisible()
  const section = (name: string) => dialog.getByRole('region', { name })
  await expect(section('最慢的请求').getByRole('row')).toHaveCount(6)
  await expect(section('出错的请求')).toContainText('404')
  await expect(section('重复的请求').getByRole('row').last()).toContainText(/longjing\?access_token=redacted-\d\s*3/)
  await expect(section('没有用上的字节')).toContainText('重复请求得到相同的内容')
  await expect(section('要在管理后台配置的域名').getByRole('row').filter({ hasText: 'cdn.unlisted.example' })).toContainText('否')
  await expect(dialog).not.toContainText('planted')

  await dialog.getByRole('button', { name: '复制为 Markdown' }).click()
  const markdown = await page.evaluate(() => navigator.clipboard.readText())
  expect(markdown).toContain('# 会话报告')
  expect(markdown).toContain('| request 合法域名 | `https://cdn.unlisted.example` | 1 | 否 |')
  expect(markdown).not.toContain('planted')

  await dialog.getByRole('button', { name: '打印…' }).click()
  await expect.poll(() => page.evaluate(() => String(Object(window).printed))).toContain('要在管理后台配置的域名')
  expect(await page.evaluate(() => String(Object(window).printed))).not.toContain('planted')

  await dialog.getByRole('checkbox', { name: '替换敏感值' }).uncheck()
  await expect(dialog).toContainText('planted-1')
})
