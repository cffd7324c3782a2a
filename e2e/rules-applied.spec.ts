import { callWx } from './drive/call-wx.ts'
import { expectWhole } from './drive/find-cut-off.ts'
import { findViolations } from './drive/find-violations.ts'
import { expect, test } from './drive/test.ts'

const URL_OF_TEAS = 'https://api.hillside.example/v1/teas?page=2'

test('the overview lists the rules that applied, and each leads to its event by keyboard too', async ({ openPanel, page, panel }) => {
  await openPanel()
  await callWx(page, { url: URL_OF_TEAS, data: { ids: [1, 2] }, header: { Referer: 'mine' } })
  await panel.open(panel.row('page=2'), '概览')
  const rules = panel.tab.getByRole('table', { name: '适用的微信规则' })
  const row = (id: string) => rules.getByRole('row').filter({ has: page.getByRole('rowheader', { name: id, exact: true }) })
  await expect(row('CONV-6')).toContainText('查询参数里的对象和数组先转成 JSON，再编码。')
  await expect(row('CONV-6').getByRole('cell', { name: '推断', exact: true })).toBeVisible()
  await expect(row('HDR-5').getByRole('cell', { name: '官方文档', exact: true })).toBeVisible()
  // What every call shows is folded away.
  await expect(row('RES-1')).toHaveCount(0)
  await panel.tab.getByRole('button', { name: /^与往常一样的 \d+ 条$/ }).press('Enter')
  await expect(row('RES-1').getByRole('cell', { name: '官方文档 / 推断' })).toBeVisible()
  await expect(row('CONV-2')).toHaveCount(0)
  await expect(panel.tab).toContainText('docs/wechat.md')

  await row('RES-1').getByRole('button', { name: '查看事件“成功”' }).press('Enter')
  await expect(panel.details.getByRole('tab', { name: '事件' })).toHaveAttribute('aria-selected', 'true')
  const event = panel.tab.getByRole('button', { name: /成功/ })
  await expect(event).toHaveAttribute('aria-expanded', 'true')
  await expect(event).toBeFocused()
  await expect(event).toBeInViewport()
  await expect(panel.tab.getByRole('list', { name: '适用的微信规则' }).getByRole('listitem').filter({ hasText: 'RES-1' })).toBeVisible()

  await panel.openTab('概览')
  await panel.openTab('事件')
  await expect(panel.tab.getByRole('button', { expanded: true })).toHaveCount(0)
})

test('a refused call shows what refused it, and no rule of an answer', async ({ openPanel, page, panel }) => {
  await openPanel()
  await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
  await panel.open(panel.row('hello.json'), '概览')
  const rules = panel.tab.getByRole('table', { name: '适用的微信规则' })
  await expect(rules.getByRole('row', { name: /^DOM-1 / })).toContainText('不在合法域名列表')
  await expect(rules.getByRole('row', { name: /^RES-1 / })).toHaveCount(0)
})

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the rules fit and are readable at ${width} × ${height}, in both languages and themes`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const [language, theme, name] of [
      ['zh', 'light', '适用的微信规则'],
      ['en', 'dark', 'WeChat rules that applied'],
    ] as const) {
      await page.goto(`/?panel=only&sw=off&lang=${language}&theme=${theme}`)
      await page.waitForFunction(() => globalThis.wx)
      await callWx(page, { url: URL_OF_TEAS, data: { ids: [1, 2] } })
      await page
        .getByRole('row')
        .filter({ hasText: 'teas' })
        .click({ position: { x: 60, y: 12 } })
      await page.getByRole('table', { name }).scrollIntoViewIfNeeded()
      await expectWhole(page, language)
      expect.soft(await findViolations(page)).toEqual([])
    }
  })
}
