import type { Page } from '@playwright/test'
import { listWords } from '../src/panel/words/list-words.ts'
import { rowWords } from '../src/panel/words/row-words.ts'
import { callWx } from './drive/call-wx.ts'
import { expectLargeTargets } from './drive/find-small-targets.ts'
import { findViolations } from './drive/find-violations.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'
const WIDTHS = Array.from({ length: 21 }, (_, step) => 320 + step * 80)

/** One call of each kind that has something of its own to say in the list. */
async function makeTellingCalls(page: Page): Promise<void> {
  await callWx(page, { url: `${API}/v1/teas?page=1&size=6` })
  await callWx(page, { url: `${API}/v1/teas/moon-tea` })
  await callWx(page, { url: `${API}/v1/trouble/broken`, method: 'POST' })
  await callWx(page, { url: `${API}/v1/trouble/old-address`, method: 'OPTIONS' })
  await callWx(page, { url: `${API}/v1/trouble/reset` })
  await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
  await callWx(page, { url: 'http://plain.example/teas' })
  await callWx(page, { url: `${API}/v1/trouble/hang`, timeout: 100 })
  await page.evaluate((api) => {
    addEventListener('error', (event) => event.preventDefault(), { once: true })
    wx.request({
      url: `${api}/v1/teas/longjing`,
      success() {
        throw new Error('boom')
      },
    })
    wx.request({ url: `${api}/v1/trouble/hang` })
  }, API)
}

/** What of the list cannot be read whole: heads, and texts of cells. Only the place of a call and the name of a rule, which may be any text, end in an ellipsis. */
function findCutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const grid = document.querySelector('.wx-request-inspector')?.shadowRoot?.querySelector('[role="grid"]') as HTMLElement
    const found = grid.scrollWidth > grid.clientWidth ? [`the list scrolls sideways by ${grid.scrollWidth - grid.clientWidth} px`] : []
    const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1
    for (const head of grid.querySelectorAll('.list-head-text')) if (isCut(head)) found.push(`head ${head.textContent}`)
    for (const cell of grid.querySelectorAll<HTMLElement>('[role="gridcell"]:not([data-column="name"], [data-column="answeredBy"])')) {
      const text = cell.querySelector('.list-status-text') ?? cell
      if (isCut(text) || isCut(cell)) found.push(`${cell.dataset['column']} ${text.textContent}`)
    }
    for (const cell of grid.querySelectorAll<HTMLElement>('[role="gridcell"][data-column="name"]')) {
      const end = cell.getBoundingClientRect().right
      for (const part of cell.querySelectorAll('.list-name-main, .list-name-query'))
        if (part.getBoundingClientRect().right > end) found.push(`name ${part.textContent}`)
    }
    return found
  })
}

for (const language of ['zh', 'en'] as const) {
  test(`the list fits at every width, in ${language}: nothing cut, no sideways scrolling, the waterfall at least 200 px from 720 px on`, async ({
    page,
    uncaught,
  }) => {
    const words = listWords[language]
    await page.setViewportSize({ width: 1920, height: 900 })
    await page.goto(`/?panel=only&sw=off&lang=${language}`)
    await makeTellingCalls(page)
    const grid = page.getByRole('grid', { name: words.grid })
    await expect(grid.getByText(rowWords[language].threw('success'))).toBeVisible()
    for (const sorted of [false, true]) {
      if (sorted) {
        await page.setViewportSize({ width: 1920, height: 900 })
        await grid.getByRole('columnheader', { name: words.column.method }).getByRole('button').click()
      }
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        const head = grid.getByRole('columnheader', { name: words.column.waterfall })
        if (width >= 720) {
          const third = width >= 1000 ? Math.floor(width / 3) : 0
          await expect
            .poll(async () => (await head.boundingBox())?.width ?? 0, `${width} px`)
            .toBeGreaterThanOrEqual(Math.max(200, third - 6))
        } else {
          await expect
            .poll(() => grid.evaluate((element) => element.scrollWidth - element.clientWidth), `${width} px`)
            .toBeLessThanOrEqual(0)
        }
        expect.soft(await findCutTexts(page), `${width} px`).toEqual([])
      }
    }
    uncaught.length = 0
  })
}

test('a host is named where it is not that of the session, and that is decided once', async ({ openPanel, page, panel }) => {
  await openPanel()
  for (let call = 0; call < 3; call++) await callWx(page, { url: `${API}/v1/teas/gaiwan` })
  for (let call = 0; call < 8; call++) await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
  await expect(panel.row('hello.json').last()).toContainText('cdn.unlisted.example')
  await expect(panel.row('gaiwan').first()).not.toContainText('hillside')
})

test('turning the check off has words of its own, and is taken back in the row', async ({ openPanel, page, panel }) => {
  await openPanel()
  await callWx(page, { url: 'http://plain.example/teas' })
  await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
  const row = panel.row('plain.example')
  await row.getByRole('button', { name: /^关闭校验/ }).click()
  await expect.poll(() => page.evaluate(() => wxInspector.settings.urlCheck)).toBe(false)
  await row.getByRole('button', { name: '撤销：重新打开域名校验' }).click()
  await expect.poll(() => page.evaluate(() => wxInspector.settings.urlCheck)).toBe(true)
  await expect(row.getByRole('button', { name: /^关闭校验/ })).toBeVisible()
})

test('the page in which a call was made is told in a column and in the details, and filters the list', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  for (const route of ['pages/home/index', 'pages/cart/index']) {
    await page.evaluate((route) => Object.assign(globalThis, { getCurrentPages: () => [{ route }] }), route)
    await callWx(page, { url: `${API}/v1/teas/longjing`, responseType: 'arraybuffer' })
  }
  await panel.frame.getByRole('button', { name: '列', exact: true }).click()
  for (const column of ['页面', '启动器', 'responseType']) await page.getByRole('menuitemcheckbox', { name: column, exact: true }).click()
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => (await panel.table('页面', 'responseType')).slice(-2))
    .toEqual([
      ['pages/home/index', 'arraybuffer'],
      ['pages/cart/index', 'arraybuffer'],
    ])
  const [[place = ''] = []] = await panel.table('启动器')
  expect(place).toMatch(/^[^/]+:\d+$/)
  const head = panel.grid.getByRole('columnheader', { name: '启动器' })
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await panel.frame.getByRole('combobox', { name: '过滤请求' }).fill(place)
  await expect(panel.grid.getByRole('gridcell', { name: place, exact: true }).first()).toBeVisible()
  await panel.frame.getByRole('combobox', { name: '过滤请求' }).fill('page:cart')
  await expect(panel.rows).toHaveCount(1)
  await panel.open(panel.rows.first(), '概览')
  await expect(panel.details.getByText('pages/cart/index', { exact: true })).toBeVisible()
})

test('calls are grouped by host, path or page; keys and clicks fold a group, and the filter keeps them', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  for (const url of [`${API}/v1/teas/longjing`, `${API}/v1/teas/moon-tea`, 'https://cdn.unlisted.example/hello.json'])
    await callWx(page, { url })
  await panel.frame.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('menuitem', { name: '分组', exact: true }).click()
  await page.getByRole('menuitemradio', { name: '按域名', exact: true }).click()
  const tree = panel.frame.getByRole('treegrid', { name: '请求列表' })
  const group = tree.getByRole('row', { name: /^api\.hillside\.example/ })
  const calls = tree.getByRole('row', { name: /longjing|moon-tea/ })
  await expect(group).toHaveAccessibleName(/^api\.hillside\.example 3 个请求 ▲ 1 个 4xx \/ 5xx .*s$/)
  await expect(tree.getByRole('row', { name: /^cdn\.unlisted\.example/ })).toHaveAccessibleName(/1 个失败/)
  await expect(calls).toHaveCount(2)

  await group.click()
  await expect(group).toHaveAttribute('aria-expanded', 'false')
  await expect(calls).toHaveCount(0)
  await tree.focus()
  await page.keyboard.press('ArrowRight')
  await expect(calls).toHaveCount(2)
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByRole('row', { selected: true })).toHaveCount(1)
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('row', { selected: true })).toHaveCount(0)
  expect(await findViolations(page)).toEqual([])

  await panel.frame.getByRole('combobox', { name: '过滤请求' }).fill('status:404')
  await expect(group).toHaveAccessibleName(/ 1 个请求/)
  await expect(calls).toHaveCount(1)
  await calls.click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: '复制' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(tree).toBeVisible()
})

test('columns that were chosen by hand stay where they do not fit: the list scrolls below the name', async ({ openPanel, page, panel }) => {
  await openPanel()
  await page.setViewportSize({ width: 800, height: 700 })
  await panel.button('列').click()
  for (const name of ['URL', '域名', '开始于']) await page.getByRole('menuitemcheckbox', { name }).click()
  await page.keyboard.press('Escape')
  const name = await panel.cell(panel.rows.first(), '名称')
  await panel.grid.evaluate((grid) => grid.scrollBy(400, 0))
  await expect.poll(async () => Math.round((await name.boundingBox())?.x ?? -1)).toBe(0)
})

test.describe('for a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('rows are two lines, every target is 40 px high, and columns can be chosen', async ({ openPanel, page, panel }) => {
    await openPanel()
    await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
    await page.evaluate((api) => void wx.request({ url: `${api}/v1/trouble/hang` }), API)
    await expect(panel.rows).toHaveCount(3)
    for (const target of [...(await panel.grid.getByRole('button').all()), ...(await panel.rows.all())]) {
      const box = await target.boundingBox()
      if (box) expect(box.height).toBeGreaterThanOrEqual(40)
    }
    const method = panel.rows.first().getByRole('gridcell', { name: 'GET', exact: true })
    await expect(method).toHaveCount(0)
    await panel.button('列').click()
    await page.getByRole('menuitemcheckbox', { name: '方法' }).click()
    await expect(method).toBeVisible()
  })

  test('all that can be pressed in the list, in the details and in every view is 40 px large', async ({ openPanel, page, panel }) => {
    await openPanel()
    await callWx(page, { url: `${API}/v1/teas/longjing`, header: { 'x-trace': '1' } })
    await expectLargeTargets(page, 'list')
    await panel.open(panel.row('longjing'))
    for (const tab of ['概览', '标头', '载荷', '响应', '耗时', '事件']) {
      await panel.openTab(tab)
      await expectLargeTargets(page, tab)
    }
    await panel.button('关闭详情').click()
    for (const view of ['合法域名', '环境', 'Mock'] as const) {
      await panel.chooseView(view)
      await expectLargeTargets(page, view)
    }
    await panel.frame
      .getByRole('button', { name: /^茶单 · 第 1 页/ })
      .first()
      .click()
    const editor = panel.frame.getByRole('region', { name: '规则 茶单 · 第 1 页' })
    for (const tab of ['内容', '状态与响应头', '时间', 'JSON']) {
      await editor.getByRole('tab', { name: tab }).click()
      await expectLargeTargets(page, `rule: ${tab}`)
    }
  })
})
