import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas'
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test.describe('a call', () => {
  test('is copied in each form from its row and from its details, with secrets replaced until one asks for them', async ({
    context,
    openPanel,
    page,
    panel,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openPanel()
    await callWx(page, { url: `${TEAS}/longjing?access_token=planted-1`, header: { 'X-Api-Key': 'planted-2' } })
    const copyRow = async (form: string) => {
      await panel.row('access_token').click({ button: 'right', position: { x: 60, y: 12 } })
      await page.getByRole('menu', { name: '请求操作' }).getByRole('menuitem', { name: '复制' }).press('ArrowRight')
      await page.getByRole('menuitem', { name: form, exact: true }).click()
      await expect(panel.frame.getByRole('group', { name: '操作结果' })).toContainText(`已复制为 ${form}`)
    }
    for (const [form, wanted] of [
      ['cURL（bash）', /^curl '?https:\/\/api\.hillside\.example\/v1\/teas\/longjing\?access_token=redacted-\d'? \\\n {2}-H /],
      ['cURL（cmd）', /^curl \^"https/],
      ['PowerShell', /^Invoke-WebRequest -UseBasicParsing -Uri 'https/],
      ['fetch', /^const response = await fetch\('https/],
      ['wx.request', /^wx\.request\(\{\n {2}url: 'https/],
      ['MSW handler', /^import \{.*http.*\} from 'msw'/],
      ['HAR', /"startedDateTime": "20/],
    ] as const) {
      await copyRow(form)
      const text = await clipboard(page)
      expect(text).toMatch(wanted)
      expect(text).not.toContain('planted')
    }
    const outcome = panel.frame.getByRole('group', { name: '操作结果' })
    await copyRow('cURL（bash）')
    await expect(outcome).toContainText('2 个敏感值已替换：access_token、X-Api-Key')
    await outcome.getByRole('button', { name: '复制原文' }).click()
    await expect.poll(() => clipboard(page)).toContain('planted-2')
    expect(
      await page.evaluate((id) => wxInspector.copyAs(id, 'fetch'), (await page.evaluate(() => wxInspector.tasks().at(-1)?.taskId)) ?? ''),
    ).toMatch(/^const response = await fetch\('https.*redacted-1'/)

    await panel.open(panel.row('access_token'))
    await panel.details.getByRole('button', { name: '复制', exact: true }).press('Enter')
    await page.getByRole('menu', { name: '复制此请求' }).getByRole('menuitem', { name: '响应' }).click()
    await expect.poll(() => clipboard(page)).toContain('"id":"longjing"')
  })
})
