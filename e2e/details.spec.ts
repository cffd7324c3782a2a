import type { Page } from '@playwright/test'
import { expect, test } from './drive/test.ts'

const URL_OF_CALL = 'https://api.example.com/v1/teas?page=1&note=spring'

/** Has one call answered by a rule, and opens it. */
async function callTea(page: Page, body: string, header: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.evaluate(
    async ([url, body, header]) => {
      wxInspector.configure({ urlCheck: false })
      wxInspector.setRules([
        {
          id: 'tea',
          name: 'tea',
          enabled: true,
          when: { url: 'https://api.example.com/*' },
          respond: { kind: 'response', headers: { 'Content-Type': 'application/json', ...header }, body: { text: body } },
        },
      ])
      wxInspector.clear()
      await new Promise((complete) => {
        wx.request({ url, method: 'POST', data: { order: 'Spring picking' }, header: { 'X-Season': 'spring' }, complete })
      })
    },
    [URL_OF_CALL, body, header] as const,
  )
}

/** The texts that are marked as found, and the one that the search stands at. */
function marks(page: Page): Promise<{ readonly every: number; readonly current: readonly string[] }> {
  return page.evaluate(() => ({
    every: CSS.highlights.get('wx-inspector-found')?.size ?? 0,
    current: [...(CSS.highlights.get('wx-inspector-found-current') ?? [])].map((range) => range.toString()),
  }))
}

test('a text is found in every tab of a call, and each match leads to its tab', async ({ openPanel, page, panel }) => {
  await openPanel()
  await callTea(page, JSON.stringify({ list: [{ deep: { deeper: { name: 'Spring snow' } } }], id: 12 }), { 'X-Kind': 'SPRING' })
  await panel.open(panel.row('teas'))
  await panel.details.getByRole('tab', { name: '概览' }).focus()
  await page.keyboard.press('Control+f')
  const field = panel.details.getByRole('textbox', { name: '在详情中查找' })
  const count = panel.details.getByRole('search').getByRole('status')
  await expect(field).toBeFocused()
  await field.fill('spring')
  const seen: string[] = []
  await expect(count).toHaveText(/^1 \/ \d+$/)
  const all = Number((await count.innerText()).split(' / ')[1])
  for (let place = 1; place <= all; place += 1) {
    await expect(count).toHaveText(`${place} / ${all}`)
    await expect.poll(async () => (await marks(page)).current.join().toLowerCase()).toBe('spring')
    seen.push((await panel.details.getByRole('tab', { selected: true }).innerText()).replace(/[\s\d].*/s, ''))
    await field.press('Enter')
  }
  expect(new Set(seen)).toEqual(new Set(['概览', '标头', '载荷', '响应', '事件']))
  // Once around, then back.
  await expect(count).toHaveText(`1 / ${all}`)
  await field.press('Shift+Enter')
  await expect(count).toHaveText(`${all} / ${all}`)
  // What is only drawn is found like what came.
  for (const [text, tab] of [
    ['Android · 基础库', '概览'],
    ['peerIP', '耗时'],
    ['只能用 https 和 wss', '域名校验'],
  ] as const) {
    await field.fill(text)
    await expect(panel.details.getByRole('tab', { selected: true, name: tab })).toBeVisible()
    await expect.poll(async () => (await marks(page)).current).toEqual([text])
  }
  await field.fill('nowhere at all')
  await expect(count).toHaveText('无匹配')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(panel.details.getByRole('tab', { selected: true })).toBeFocused()
  expect(await marks(page)).toEqual({ every: 0, current: [] })
  // The details are still open: Esc meant the search.
  await expect(panel.details).toBeVisible()
})

test('a folded value of a JSON tree is unfolded where something is found in it', async ({ openPanel, page, panel }) => {
  await openPanel()
  await callTea(page, JSON.stringify({ a: { b: { c: { d: { e: 'needle' } } } } }))
  await panel.open(panel.row('teas'), '响应')
  await expect(panel.tab.getByText('"needle"')).toHaveCount(0)
  await panel.details.getByRole('button', { name: '查找' }).click()
  await panel.details.getByRole('textbox', { name: '在详情中查找' }).fill('needle')
  await expect(panel.tab.getByRole('treeitem', { selected: true })).toHaveText(/"needle"/)
  await expect.poll(() => marks(page)).toEqual({ every: 1, current: ['needle'] })
})

test('in a body of 10 MB the search holds no frame up, and shows what it found', async ({ openPanel, page, panel }) => {
  await openPanel()
  const line = '{"id": 12345678901234567890, "name": "Tieguanyin from the upper garden"},\n'
  await page.evaluate((line) => Object.assign(globalThis, { big: `[${line.repeat(140_000)}"needle"]` }), line)
  await callTea(page, '{}')
  await page.evaluate(async () => {
    wxInspector.setRules([
      {
        id: 'big',
        name: 'big',
        enabled: true,
        when: { url: 'https://api.example.com/*' },
        respond: {
          kind: 'response',
          headers: { 'Content-Type': 'application/json' },
          body: { text: (globalThis as unknown as { big: string }).big },
        },
      },
    ])
    await new Promise((complete) => wx.request({ url: 'https://api.example.com/big', dataType: 'text', complete }))
  })
  await panel.open(panel.row('big'), '响应')
  await panel.details.getByRole('button', { name: '查找' }).click()
  const field = panel.details.getByRole('textbox', { name: '在详情中查找' })
  // Another program on the machine can hold a frame up too: the quietest of three counts.
  const longest: number[] = []
  for (const text of ['needle"', '"needle', 'needle']) {
    await page.evaluate(() => {
      const tasks = { longest: 0 }
      Object.assign(globalThis, { tasks })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration)
      }).observe({ entryTypes: ['longtask'] })
    })
    await field.fill(text)
    await expect(panel.details.getByRole('search').getByRole('status')).toHaveText('1 / 1')
    await expect.poll(async () => (await marks(page)).current).toEqual([text])
    longest.push(await page.evaluate(() => (globalThis as unknown as { tasks: { longest: number } }).tasks.longest))
  }
  expect(Math.min(...longest)).toBeLessThan(100)
})

test('headers are read as they went over the line too, and each value is copied by itself', async ({ context, openPanel, page, panel }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPanel()
  await callTea(page, '{}', { 'X-Kind': 'first flush' })
  await panel.open(panel.row('teas'), '标头')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const button = panel.tab.getByRole('button', { name: '复制 X-Kind 的值' })
  await button.focus()
  await expect(button.locator('..')).toHaveCSS('opacity', '1')
  await page.keyboard.press('Enter')
  await expect.poll(copied).toBe('first flush')
  await panel.tab.getByRole('switch', { name: '原始文本' }).last().click()
  await expect(panel.tab.getByRole('table', { name: '响应头' })).toHaveCount(0)
  await expect(panel.tab.getByText('X-Kind: first flush')).toBeVisible()
})

test('every event is explained at once, and a rule opens what it says, where that stands and how sure it is', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await callTea(page, '{}')
  await panel.open(panel.row('teas'), '事件')
  await expect(panel.tab.getByRole('listitem').last()).toContainText('complete()')
  await panel.tab.getByRole('switch', { name: '显示全部说明' }).click()
  const items = panel.tab.getByRole('listitem')
  for (const item of await items.all()) await expect(item.locator('.explanation')).not.toBeEmpty()
  const rule = items.last().getByRole('button', { name: 'RES-9', exact: true })
  await rule.focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: '规则 RES-9' })
  await expect(card).toBeFocused()
  await expect(card).toContainText('complete')
  await expect(card).toContainText('推断')
  await expect(card.getByRole('link').first()).toHaveAttribute('href', /^https:\/\//)
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(rule).toBeFocused()
  // As it was left, for the next call and after a reload.
  await page.reload()
  await callTea(page, '{}')
  await panel.open(panel.row('teas'), '事件')
  await expect(panel.tab.getByRole('switch', { name: '显示全部说明' })).toBeChecked()
})
