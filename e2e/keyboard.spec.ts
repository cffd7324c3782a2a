import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { findViolations } from './drive/find-violations.ts'
import { expectFocus, expectFocusInPanel, pressTo, readFocus, tabTo, walk } from './drive/focus.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'
const LIST = 'grid 请求列表'

/** Calls that are refused at once, enough of them that the list scrolls. */
async function fillList(page: Page, count: number): Promise<void> {
  await page.evaluate((last) => {
    for (let call = 1; call <= last; call++) wx.request({ url: `https://unlisted.example/tea/${call}` })
  }, count)
}

/** Calls that nobody answers. */
async function startHanging(page: Page, count = 1): Promise<void> {
  await page.evaluate(
    ([origin, last]) => {
      for (let call = 1; call <= last; call++) wx.request({ url: `${origin}/v1/trouble/hang`, data: { call } })
    },
    [API, count] as const,
  )
}

const statesOf = (page: Page) => page.evaluate(() => wxInspector.tasks().map(({ state, error }) => error?.kind ?? state))

test.describe('by Tab alone', () => {
  test('the list is reached from the top of the page, past the phone, with the focus in sight at every step', async ({
    openDemo,
    page,
  }) => {
    await openDemo('?sw=off')
    await expect(page.getByRole('button', { name: '加载更多' })).toBeVisible()
    await tabTo(page, LIST)
  })

  test('the panel is entered, passed through and left again, forwards and backwards', async ({ openPanel, page }) => {
    await openPanel()
    await tabTo(page, LIST)
    const forwards = await walk(page, 80)
    expect(
      forwards.some(({ inPanel }) => !inPanel),
      'Tab leaves the panel',
    ).toBe(true)
    expect(forwards.at(-1)?.announced, 'and comes back').toBe(LIST)
    const backwards = await walk(page, 80, 'Shift+Tab')
    expect(
      backwards.some(({ inPanel }) => !inPanel),
      'Shift+Tab leaves the panel',
    ).toBe(true)
    const names = (stops: typeof forwards) => stops.map(({ announced }) => announced).sort()
    expect(names(backwards)).toEqual(names(forwards))
    expect(forwards.filter(({ ringed }) => !ringed).map(({ announced }) => announced)).toEqual([])
  })

  for (const tab of ['概览', '标头', '载荷', '响应', 'Cookie', '耗时', '事件', '域名校验'])
    test(`the details open at ${tab} hold nobody`, async ({ openPanel, panel, page }) => {
      await openPanel()
      await panel.open(panel.rows.first(), tab)
      await panel.grid.focus()
      const stops = await walk(page, 120)
      expect(stops.length).toBeLessThan(120)
      expect(stops.some(({ inPanel }) => !inPanel)).toBe(true)
      expect(stops.some(({ announced }) => announced === 'button 关闭详情')).toBe(true)
      expect(stops.filter(({ ringed }) => !ringed).map(({ announced }) => announced)).toEqual([])
    })

  test('the domain lists and their paste box hold nobody', async ({ openPanel, panel, page }) => {
    await openPanel()
    await panel.chooseView('合法域名')
    await panel.button('批量粘贴').click()
    await expect(panel.frame.getByRole('textbox', { name: '每行一个域名' })).toBeVisible()
    const stops = await walk(page, 60)
    expect(stops.length).toBeLessThan(60)
    expect(stops.some(({ announced }) => announced === 'textbox 每行一个域名')).toBe(true)
    expect(stops.some(({ inPanel }) => !inPanel)).toBe(true)
    expect(stops.filter(({ ringed }) => !ringed).map(({ announced }) => announced)).toEqual([])
  })

  test('a call is made in the phone, and its details are opened in the list', async ({ openDemo, panel, page }) => {
    await openDemo('?sw=off')
    await tabTo(page, 'button 异常场景')
    await page.keyboard.press('Enter')
    await tabTo(page, /^button 404 没有这款茶/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(panel.row('moon-tea')).toBeVisible()
    await tabTo(page, LIST)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect(panel.details.getByRole('heading', { level: 2 })).toContainText('/v1/teas/moon-tea')
  })
})

test.describe('in the list', () => {
  const ROWS = 60

  test.beforeEach(async ({ openPanel, page, panel }) => {
    await openPanel()
    await fillList(page, ROWS - 1)
    await expect(panel.frame.getByText(`${ROWS} 个请求`)).toBeVisible()
    await tabTo(page, LIST)
  })

  const place = (page: Page) =>
    page.evaluate(() => {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      const row = (element?.getRootNode() as ShadowRoot | undefined)?.getElementById(element?.getAttribute('aria-activedescendant') ?? '')
      return Number(row?.getAttribute('aria-rowindex')) - 1
    })

  test('arrows, j and k, Home and End, and pages move, and the row is always in sight', async ({ page, panel }) => {
    const list = await panel.grid.boundingBox()
    if (!list) throw new Error('the list is not drawn')
    const cursor = panel.grid.getByRole('row').and(page.locator('[data-cursor]'))
    /** Whether the row under the cursor is below the heads and above the foot. */
    const isInSight = async () => {
      const row = await cursor.boundingBox()
      return row !== null && row.y >= list.y + 20 && row.y + row.height <= list.y + list.height + 1
    }
    const goes = async (key: string, to: number) => {
      await pressTo(page, key, LIST)
      await expect.poll(() => place(page), `the place after ${key}`).toBe(to)
      await expect.poll(isInSight, `the row is in sight after ${key}`).toBe(true)
    }
    await goes('Home', 1)
    await goes('ArrowDown', 2)
    await goes('j', 3)
    await goes('ArrowUp', 2)
    await goes('k', 1)
    await goes('ArrowUp', 1)
    await pressTo(page, 'PageDown', LIST)
    await expect.poll(() => place(page)).toBeGreaterThan(15)
    await expect.poll(isInSight).toBe(true)
    const paged = await place(page)
    await goes('PageDown', Math.min(ROWS, paged * 2 - 1))
    await goes('PageUp', Math.min(ROWS, paged * 2 - 1) - paged + 1)
    await goes('End', ROWS)
    await goes('ArrowDown', ROWS)
    await goes('Home', 1)
  })

  test('Shift extends, Shift+Space adds and takes away, Ctrl+A takes all, Esc lets go', async ({ page, panel }) => {
    const selected = panel.frame.getByText(/^已选 \d+ 个$/)
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(selected).toHaveText('已选 3 个')
    await page.keyboard.press('Shift+Space')
    await expect(selected).toHaveText('已选 2 个')
    await page.keyboard.press('Shift+End')
    await expect(selected).toHaveText(/^已选 (?:58|60) 个$/)
    await page.keyboard.press('Control+a')
    await expect(selected).toHaveText(`已选 ${ROWS} 个`)
    await page.keyboard.press('Escape')
    await expect(selected).toHaveCount(0)
    await expectFocus(page, LIST)
  })

  test('the heads are one stop: arrows move along them, Enter sorts, Shift with an arrow resizes', async ({ page, panel }) => {
    const head = panel.grid.getByRole('columnheader', { name: '大小' })
    await pressTo(page, 'Tab', 'button 名称')
    for (const column of ['方法', '状态', '响应来源', '类型', '大小']) await pressTo(page, 'ArrowRight', `button ${column}`)
    await page.keyboard.press('Enter')
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await page.keyboard.press('Enter')
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await page.keyboard.press('Enter')
    await expect(head).not.toHaveAttribute('aria-sort')
    const before = (await head.boundingBox())?.width ?? 0
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(async () => (await head.boundingBox())?.width).toBeGreaterThan(before)
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(async () => (await head.boundingBox())?.width).toBeCloseTo(before, 0)
    await pressTo(page, 'Home', 'button #')
    await pressTo(page, 'End', 'button 瀑布图')
    await pressTo(page, 'ArrowDown', LIST)
  })
})

test.describe('the button of a row', () => {
  test('keeps the focus while its row is scrolled away and back, and leaves it to the list when its work is done', async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    await page.evaluate(() => {
      wx.request({ url: 'https://api.hillside.example/v1/trouble/hang' })
      for (let call = 1; call <= 300; call++) wx.request({ url: `https://unlisted.example/tea/${call}` })
    })
    await expect(panel.frame.getByText(/^30\d 个请求/)).toBeVisible()
    await panel.grid.evaluate((grid) => grid.scrollTo(0, 0))
    await panel.row(/hang/).getByRole('button', { name: /中止/ }).focus()
    for (const top of [3000, 200, 7000, 0, 500, 7800, 0, 26, 52, 26, 0]) {
      await panel.grid.evaluate((grid, to) => grid.scrollTo(0, to), top)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      expect((await readFocus(page))?.announced, `scrolled to ${top}`).toBe('button 中止 hang')
    }

    await page.keyboard.press('Enter')
    await expectFocus(page, LIST)
    expect(await page.evaluate(() => wxInspector.tasks().filter(({ error }) => error?.kind === 'aborted').length)).toBe(1)

    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await pressTo(page, 'Tab', /^button 加入列表：/)
    await pressTo(page, 'ArrowDown', LIST)
  })
})

test.describe('details', () => {
  test.beforeEach(async ({ openPanel, page }) => {
    await openPanel()
    await callWx(page, { url: `${API}/v1/teas/moon-tea` })
    await tabTo(page, LIST)
    await page.keyboard.press('Home')
  })

  for (const key of ['Enter', 'Space'])
    test(`open with ${key}, follow the arrows, and close with Escape, which leaves the row and then lets it go`, async ({
      page,
      panel,
    }) => {
      await page.keyboard.press(key)
      const heading = panel.details.getByRole('heading', { level: 2 })
      await expect(heading).toContainText('/v1/teas?page=1')
      await expectFocus(page, LIST)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press(key)
      await expect(heading).toContainText('/v1/teas/moon-tea')
      await page.keyboard.press('Escape')
      await expect(panel.details).toHaveCount(0)
      await expect(panel.rows.nth(1)).toHaveAttribute('aria-selected', 'true')
      await expectFocus(page, LIST)
      await page.keyboard.press('Escape')
      await expect(panel.rows.nth(1)).toHaveAttribute('aria-selected', 'false')
    })

  test('F6 goes over and back, arrows and Enter change the tab, the next call keeps it, Escape closes from within', async ({
    page,
    panel,
  }) => {
    await page.keyboard.press('Enter')
    await expect(panel.details).toBeVisible()
    await pressTo(page, 'F6', 'tab 概览')
    await pressTo(page, 'ArrowRight', 'tab 标头')
    await expect(panel.details.getByRole('tab', { name: '概览' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(panel.details.getByRole('tab', { name: '标头' })).toHaveAttribute('aria-selected', 'true')
    await pressTo(page, 'End', 'tab 域名校验')
    await page.keyboard.press('Space')
    await expect(panel.tab).toContainText('通过')
    await pressTo(page, 'ArrowRight', 'tab 概览')
    await pressTo(page, 'ArrowLeft', 'tab 域名校验')
    await pressTo(page, 'Tab', /^tabpanel/)
    await pressTo(page, 'Shift+F6', LIST)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(panel.details.getByRole('heading', { level: 2 })).toContainText('moon-tea')
    await expect(panel.details.getByRole('tab', { name: '域名校验' })).toHaveAttribute('aria-selected', 'true')
    await pressTo(page, 'Control+]', 'tab 域名校验')
    await page.keyboard.press('Escape')
    await expect(panel.details).toHaveCount(0)
    await expectFocus(page, LIST)
  })

  test('→ opens the events, again goes into them, ← closes', async ({ page, panel }) => {
    await page.keyboard.press('ArrowRight')
    await expect(panel.details.getByRole('tab', { name: '事件' })).toHaveAttribute('aria-selected', 'true')
    await expectFocus(page, LIST)
    await pressTo(page, 'ArrowRight', /^tab 事件/)
    await pressTo(page, 'F6', LIST)
    await page.keyboard.press('ArrowLeft')
    await expect(panel.details).toHaveCount(0)
  })

  test('their divider moves by arrows and folds with Enter', async ({ page, panel }) => {
    await page.keyboard.press('Enter')
    await tabTo(page, /^separator/)
    const divider = panel.frame.getByRole('separator')
    await expect(divider).toHaveAttribute('aria-valuenow', '50')
    await page.keyboard.press('ArrowUp')
    await expect(divider).toHaveAttribute('aria-valuenow', '46')
    await page.keyboard.press('Enter')
    await expect(divider).toHaveAttribute('aria-valuenow', '15')
    await page.keyboard.press('Enter')
    await expect(divider).toHaveAttribute('aria-valuenow', '46')
  })

  test('a tree of JSON is opened and closed by arrows', async ({ page, panel }) => {
    await page.keyboard.press('Enter')
    await expect(panel.details).toBeVisible()
    await pressTo(page, 'F6', 'tab 概览')
    for (const tab of [/^tab 标头/, /^tab 载荷/, /^tab 响应/]) await pressTo(page, 'ArrowRight', tab)
    await page.keyboard.press('Enter')
    const items = panel.tab.getByRole('treeitem')
    await expect(items).not.toHaveCount(0)
    await tabTo(page, /^tree/)
    const open = await items.count()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    await expect(items).toHaveCount(1)
    await page.keyboard.press('ArrowRight')
    await expect(items).toHaveCount(open)
    await expect.poll(async () => (await readFocus(page))?.ringed).toBe(true)
  })

  test('on a small screen they come as a sheet that takes the focus, keeps it, and gives it back', async ({ page, panel }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: '请求详情' })).toBeVisible()
    await expectFocus(page, 'tab 概览')
    const stops = await walk(page, 60)
    expect(stops.filter(({ inPanel }) => inPanel).map(({ announced }) => announced)).not.toContain(LIST)
    await tabTo(page, 'button 关闭详情')
    await page.keyboard.press('Enter')
    await expect(panel.details).toHaveCount(0)
    await expectFocus(page, LIST)
    await page.keyboard.press('Enter')
    await expectFocus(page, 'tab 概览')
    await page.keyboard.press('Escape')
    await expect(panel.details).toHaveCount(0)
    await expectFocus(page, LIST)
  })
})

test.describe('a pending call', () => {
  test.beforeEach(async ({ openPanel, page, panel }) => {
    await openPanel()
    await startHanging(page, 3)
    await expect(panel.row(/hang/).filter({ hasText: '等待响应' })).toHaveCount(3)
    await tabTo(page, LIST)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
  })

  test('is aborted with A on its row; the others run on', async ({ page, panel }) => {
    await page.keyboard.press('a')
    await expect(panel.row(/hang/).filter({ hasText: '已中止' })).toHaveCount(1)
    expect(await statesOf(page)).toEqual(['succeeded', 'aborted', 'running', 'running'])
    await page.keyboard.press('Shift+End')
    await page.keyboard.press('A')
    await expect(panel.row(/hang/).filter({ hasText: '已中止' })).toHaveCount(3)
  })

  test('is aborted by the button of its row, which Tab reaches', async ({ page, panel }) => {
    await tabTo(page, /^button 中止 hang/)
    await page.keyboard.press('Enter')
    await expect(panel.row(/hang/).filter({ hasText: '已中止' })).toHaveCount(1)
    await expectFocusInPanel(page, 'the focus stays in the panel when the button goes')
  })

  test('is aborted in the details, and the focus is not lost with the button', async ({ page, panel }) => {
    await page.keyboard.press('Enter')
    await tabTo(page, 'button 中止')
    await page.keyboard.press('Space')
    await expect(panel.details).toContainText('fail({"errMsg":"request:fail abort"')
    await expectFocusInPanel(page, 'the focus stays in the panel when the button goes')
  })

  test('is aborted with all others from the toolbar', async ({ page, panel }) => {
    await tabTo(page, /^button 全部中止/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(panel.row(/hang/).filter({ hasText: '已中止' })).toHaveCount(3)
  })
})

test.describe('the Mocks view', () => {
  const ROW = /^button 茶单 · 第 1 页/
  const NAME = 'text 规则名称'
  // With the number of rules.
  const VIEW = /^button Mock\d*$/

  test.beforeEach(async ({ openPanel, page }) => {
    await openPanel()
    await tabTo(page, VIEW)
    await page.keyboard.press('Enter')
  })

  test('F6 goes from the rules to the editor and back to the row of its rule, past all others', async ({ page, panel }) => {
    const editor = panel.frame.getByRole('region', { name: '规则 茶单 · 第 1 页' })
    await expect(panel.frame.getByRole('group', { name: '规则列表' })).toBeVisible()
    await page.keyboard.press('F6')
    await expectFocus(page, VIEW, 'no rule is chosen')
    await tabTo(page, ROW)
    await page.keyboard.press('Enter')
    await expect(editor).toBeVisible()
    await pressTo(page, 'F6', NAME)
    await pressTo(page, 'Control+[', ROW)
    await pressTo(page, 'Shift+F6', NAME)
    await tabTo(page, 'button 返回列表')
    await pressTo(page, 'Control+]', ROW)
    await tabTo(page, 'search 查找规则', 'Shift+Tab')
    await page.keyboard.type('no such rule')
    await pressTo(page, 'F6', NAME)
    await pressTo(page, 'F6', 'search 查找规则')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await pressTo(page, 'F6', NAME)
    await tabTo(page, 'button 返回列表')
    await pressTo(page, 'Enter', ROW)
    await expect(editor).toHaveCount(0)
    await page.keyboard.press('F6')
    await expectFocus(page, ROW, 'no editor is open')
  })

  test('on a small screen, where the editor stands in place of the rules, F6 closes it and keeps what was typed', async ({
    page,
    panel,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await tabTo(page, ROW)
    await page.keyboard.press('Enter')
    await expect(panel.frame.getByRole('region', { name: '规则 茶单 · 第 1 页' })).toBeVisible()
    await expectFocus(page, 'button 返回列表', 'the editor takes the focus')
    await tabTo(page, NAME)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('第一页')
    await pressTo(page, 'F6', /^button 第一页/)
    await expect(panel.frame.getByRole('region', { name: /^规则 / })).toHaveCount(0)
  })

  test('the focus stays with its rule when a move is undone, so that Space switches no other', async ({ page }) => {
    const first = () => page.evaluate(() => wxInspector.rules.slice(0, 2).map(({ name, enabled }) => ({ name, enabled })))
    const [rule, next] = await first()
    await tabTo(page, `switch ${rule?.name} 启用`)
    await pressTo(page, 'Alt+ArrowDown', `switch ${rule?.name} 启用`)
    await expect.poll(first).toMatchObject([{ name: next?.name }, { name: rule?.name }])
    await page.keyboard.press('Control+z')
    await expect.poll(first).toMatchObject([{ name: rule?.name }, { name: next?.name }])
    await expectFocus(page, `switch ${rule?.name} 启用`)
    await page.keyboard.press('Space')
    await expect.poll(first).toEqual([{ ...rule, enabled: false }, next])
  })

  test('the row is found again where it was scrolled away, of rules of which only those in sight are drawn', async ({ page, panel }) => {
    await page.evaluate(() =>
      wxInspector.setRules(
        Array.from({ length: 200 }, (_, place) => ({
          id: `tea-${place}`,
          name: `tea ${place}`,
          enabled: true,
          when: { url: `https://api.hillside.example/v1/teas/${place}` },
          respond: { kind: 'response', body: { json: {} } },
        })),
      ),
    )
    const rows = panel.frame.getByRole('group', { name: '规则列表' })
    const row = rows.getByRole('group', { name: 'tea 2', exact: true })
    await expect(row).toBeVisible()
    await tabTo(page, /^button tea 2/)
    await page.keyboard.press('Enter')
    await expect(panel.frame.getByRole('region', { name: '规则 tea 2' })).toBeVisible()
    await pressTo(page, 'F6', NAME)
    await rows.hover()
    await page.mouse.wheel(0, 6000)
    await expect(row).toHaveCount(0)
    await pressTo(page, 'F6', /^button tea 2/)
  })
})

test.describe('domains', () => {
  test('the lists are reached, a domain is switched, added, taken out and put back', async ({ openPanel, page, panel }) => {
    await openPanel()
    await tabTo(page, 'button 合法域名')
    await page.keyboard.press('Enter')
    const own = panel.frame.getByRole('switch', { name: `启用 ${API}` })
    await expect(own).toBeVisible()
    await tabTo(page, `switch 启用 ${API}`)
    await page.keyboard.press('Space')
    await expect(own).not.toBeChecked()
    expect((await callWx(page, { url: `${API}/v1/teas/gaiwan` })).result.errMsg).toBe('request:fail url not in domain list')
    await page.keyboard.press('Enter')
    await expect(own).toBeChecked()

    await tabTo(page, 'textbox 添加 request 合法域名', 'Shift+Tab')
    await page.keyboard.type('https://pay.example.com')
    await page.keyboard.press('Enter')
    const entries = panel.frame.getByRole('list', { name: 'wx.request 合法域名' }).getByRole('listitem')
    await expect(entries).toHaveCount(3)
    await expectFocus(page, 'textbox 添加 request 合法域名')

    await tabTo(page, 'button 移除 https://pay.example.com')
    await page.keyboard.press('Enter')
    await expect(entries).toHaveCount(2)
    await expectFocus(page, 'button 撤销', 'the focus goes to the undo, not to the switch of another domain')
    await page.keyboard.press('Enter')
    await expect(entries).toHaveCount(3)
    await expectFocusInPanel(page, 'the focus stays in the panel when the undo goes')
  })

  test('arrows go between the four lists', async ({ openPanel, page, panel }) => {
    await openPanel()
    await panel.chooseView('合法域名')
    await expect(panel.frame.getByRole('tab', { name: /^request/ })).toBeVisible()
    await tabTo(page, /^tab request/)
    await pressTo(page, 'ArrowRight', /^tab socket/)
    await page.keyboard.press('Enter')
    await expect(panel.frame.getByRole('textbox', { name: '添加 socket 合法域名' })).toBeVisible()
    await pressTo(page, 'End', /^tab downloadFile/)
  })

  test('a refused call is allowed from its row', async ({ openPanel, page, panel }) => {
    await openPanel()
    const url = 'https://cdn.unlisted.example/hello.json'
    await callWx(page, { url })
    await expect(panel.rows).toHaveCount(2)
    await tabTo(page, LIST)
    await page.keyboard.press('End')
    await tabTo(page, /^button 加入列表：https:\/\/cdn\.unlisted\.example/)
    await page.keyboard.press('Enter')
    await expect(panel.rows.last()).toContainText('已加入')
    await expectFocusInPanel(page, 'the focus stays in the panel when the button goes')
    expect((await callWx(page, { url })).via).toBe('success')
  })
})

test.describe('menus', () => {
  test('the columns open with Enter, are ticked with Space, found by letter, and Escape gives the focus back', async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    await tabTo(page, 'button 列')
    await page.keyboard.press('Enter')
    await expectFocus(page, /^menuitemcheckbox/)
    await pressTo(page, 'e', /errno$/)
    await page.keyboard.press('Space')
    await expect(panel.grid.getByRole('columnheader', { name: 'errno' })).toBeVisible()
    await pressTo(page, 'End', /恢复默认列$/)
    await pressTo(page, 'ArrowDown', /^menuitemcheckbox/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    await expectFocus(page, 'button 列')
  })

  test('Escape closes a menu before the details, and the details before the selection', async ({ openPanel, page, panel }) => {
    await openPanel()
    await tabTo(page, LIST)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await tabTo(page, 'button 列', 'Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(panel.details).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel.details).toHaveCount(0)
    await expect(panel.rows.first()).toHaveAttribute('aria-selected', 'true')
  })
})

test.describe('keys of the whole panel', () => {
  test('/ goes to the filter, what is typed there is text, Escape empties it', async ({ openPanel, page, panel }) => {
    await openPanel()
    await startHanging(page)
    await tabTo(page, LIST)
    await page.keyboard.press('/')
    await expectFocus(page, /^combobox/)
    await page.keyboard.type('a/jk-e')
    await expect(panel.filter).toHaveValue('a/jk-e')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('hang')
    await expect(panel.filter).toHaveValue('hang')
    await expect(panel.rows).toHaveCount(1)
    expect(await statesOf(page)).toEqual(['succeeded', 'running'])
    await page.keyboard.press('Escape')
    await expect(panel.filter).toHaveValue('')
    await expect(panel.rows).toHaveCount(2)
  })

  test('Ctrl+E pauses and goes on, Ctrl+L clears, and the undo is reached by Tab', async ({ openPanel, page, panel }) => {
    await openPanel()
    await tabTo(page, LIST)
    await page.keyboard.press('Control+e')
    await expect(panel.button('已暂停')).toBeVisible()
    await page.keyboard.press('Control+e')
    await expect(panel.button('记录中')).toBeVisible()
    await page.keyboard.press('Control+l')
    await expect(panel.rows).toHaveCount(0)
    await tabTo(page, 'button 撤销', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(panel.rows).toHaveCount(1)
    await expectFocusInPanel(page, 'the focus stays in the panel when the undo goes')
  })
})

test.describe('outside of the panel', () => {
  /** What the page hears of its keys, and whether somebody took them. */
  async function listen(page: Page): Promise<() => Promise<string[]>> {
    await page.evaluate(() => {
      const announced: string[] = []
      Object.assign(globalThis, { announced })
      addEventListener('keydown', ({ key, ctrlKey, defaultPrevented }) =>
        announced.push(`${ctrlKey ? 'Ctrl+' : ''}${key}${defaultPrevented ? ' taken' : ''}`),
      )
    })
    return () => page.evaluate(() => (globalThis as unknown as { announced: string[] }).announced)
  }

  test('letters and shortcuts in an input of the shop are its own', async ({ openDemo, page, panel, shop }) => {
    await openDemo('?sw=off')
    await shop.goTo('搜索')
    const search = shop.phone.getByRole('textbox', { name: '搜索茶和茶器' })
    await search.focus()
    const announced = await listen(page)
    await startHanging(page)
    await expect(panel.row(/hang/)).toBeVisible()
    await page.keyboard.type('a/jk ')
    await expect(search).toHaveValue('a/jk ')
    const keys = ['Control+l', 'Control+e', 'F6', 'Escape', 'Home', 'End', 'PageDown', 'Control+[']
    for (const key of keys) await page.keyboard.press(key)
    expect((await announced()).filter((key) => key.endsWith('taken'))).toEqual([])
    expect(await announced()).toContain('Ctrl+l')
    await expect(panel.row(/hang/)).toBeVisible()
    await expect(panel.button('记录中')).toBeVisible()
    expect(await page.evaluate(() => wxInspector.tasks().find(({ url }) => url.includes('hang'))?.state)).toBe('running')
    expect((await readFocus(page))?.inPanel).toBe(false)
  })

  test('with the focus nowhere, the panel hears no key', async ({ openDemo, page, panel }) => {
    await openDemo('?sw=off')
    const announced = await listen(page)
    await panel.open(panel.rows.first())
    await page.evaluate(() => {
      const host = document.activeElement
      if (host instanceof HTMLElement) host.blur()
    })
    expect(await readFocus(page)).toBeUndefined()
    for (const key of ['Control+l', 'Control+e', 'Escape', 'a', '/', 'j']) await page.keyboard.press(key)
    await expect(panel.details).toBeVisible()
    expect(await announced()).toEqual(expect.arrayContaining(['Ctrl+l', 'Ctrl+e', 'Escape', 'a', '/', 'j']))
  })

  test('keys that the panel has no use for go on to the page', async ({ openPanel, page }) => {
    await openPanel()
    const announced = await listen(page)
    await tabTo(page, LIST)
    for (const key of ['Control+p', 'Control+f', 'q', 'F5']) {
      if (key !== 'F5') await page.keyboard.press(key)
    }
    expect(await announced()).toEqual(expect.arrayContaining(['Ctrl+p', 'Ctrl+f', 'q']))
  })
})

test.describe('docked in a page', () => {
  test.beforeEach(async ({ page, panel }) => {
    await page.goto('/e2e/pages/plain.html')
    await expect(panel.frame).toBeVisible()
  })

  test('the page is left for the panel and come back to; a button closes it and another opens it again', async ({ page, panel }) => {
    await pressTo(page, 'Tab', 'link 跳到请求面板')
    await pressTo(page, 'Tab', 'button Call')
    await page.keyboard.press('Enter')
    await expect(panel.rows).toHaveCount(1)
    await tabTo(page, LIST)
    await tabTo(page, 'button Call')
    await tabTo(page, 'button 收起面板')
    await page.keyboard.press('Enter')
    await expect(panel.frame).toBeHidden()
    await expect.poll(() => readFocus(page)).toMatchObject({ announced: 'button 打开请求面板', ringed: true })
    await page.keyboard.press('Enter')
    await expect(panel.frame).toBeVisible()
    await expectFocusInPanel(page, 'the focus goes along with the button that opens')
  })

  test('it is as it was left on the next visit: its height, and whether it is open', async ({ page, panel }) => {
    // Nobody reloads while the worker is still being registered.
    const reload = async () => {
      await page.evaluate(() => wxInspector.ready)
      await page.reload()
    }
    const launcher = page.getByRole('button', { name: '打开请求面板' })
    await page.goto('/e2e/pages/plain.html')
    const edge = page.getByRole('separator', { name: '调整面板高度' })
    await edge.press('ArrowUp')
    await edge.press('ArrowUp')
    const height = (await panel.frame.boundingBox())?.height
    await reload()
    await expect(panel.frame).toBeVisible()
    await expect.poll(async () => (await panel.frame.boundingBox())?.height).toBe(height)
    await panel.button('收起面板').click()
    await reload()
    await expect(launcher).toBeVisible()
    await expect(panel.frame).toBeHidden()
    await launcher.click()
    await expect(panel.frame).toBeVisible()
    await expect.poll(async () => (await panel.frame.boundingBox())?.height).toBe(height)
    await reload()
    await expect(panel.frame).toBeVisible()
  })

  test('its height is changed by arrows', async ({ page, panel }) => {
    await tabTo(page, 'separator 调整面板高度')
    const before = (await panel.frame.boundingBox())?.height ?? 0
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await panel.frame.boundingBox())?.height).toBeGreaterThan(before + 10)
  })
})

test.describe('the list of keys', () => {
  test('opens with ? from anywhere in the panel but a field, is grouped by view, and gives the focus back', async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    const keys = page.getByRole('dialog', { name: '快捷键' })
    await tabTo(page, LIST)
    await page.keyboard.press('?')
    await expect(keys.getByRole('heading', { level: 3 })).toHaveText(['整个面板', '请求', '请求列表', '详情', 'Mock'])
    await expect(
      keys
        .locator('div')
        .filter({ has: page.getByRole('term').filter({ hasText: /^记录或暂停$/ }) })
        .last(),
    ).toHaveText('记录或暂停Ctrl+E')
    await expect(keys.locator('section').filter({ hasText: /^Mock/ })).toHaveText('Mock在列表和详情之间切换F6 或 Ctrl+[')
    // Nothing is heard beneath it.
    await page.keyboard.press('Control+l')
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await expect(panel.rows).toHaveCount(1)
    await expectFocus(page, LIST)

    await page.keyboard.press('/')
    await page.keyboard.type('?')
    await expect(panel.filter).toHaveValue('?')
    await expect(keys).toBeHidden()
    await page.keyboard.press('Escape')
    await panel.button('快捷键').press('Enter')
    await expect(keys).toBeVisible()
    await keys.getByRole('button', { name: '关闭快捷键' }).press('Enter')
    await expect(keys).toBeHidden()
    await expectFocus(page, 'button 快捷键')
  })

  test('turns keys of one character off and keeps it so, and has new requests announced, several at a time', async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    const keys = page.getByRole('dialog', { name: '快捷键' })
    const single = keys.getByRole('switch', { name: '单个字符的快捷键' })
    const announces = keys.getByRole('switch', { name: '向读屏软件播报新请求' })
    const said = (text: string) => panel.frame.getByRole('status').filter({ hasText: text })
    await panel.button('快捷键').press('Enter')
    await expect(keys.getByRole('definition').filter({ hasText: /^P$/ })).toHaveCount(1)
    await expect(announces).not.toBeChecked()
    await announces.press('Space')
    await expect(announces).toBeChecked()
    await single.press('Space')
    await expect(single).not.toBeChecked()
    await expect(keys.getByRole('definition').filter({ hasText: /^(?:Shift\+)?[A-Z/?+0=.,-]$/ })).toHaveCount(0)
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await startHanging(page, 2)
    await expect(panel.row(/hang/)).toHaveCount(2)
    await expect(said('新增 2 个请求，共 3 个')).toHaveCount(1)
    const changed = async () => ({ states: await statesOf(page), pinned: await page.getByRole('img', { name: '已标记' }).count() })
    await tabTo(page, LIST)
    await page.keyboard.press('End')
    for (const key of ['a', 'p', 'r', 'Shift+R', '/', '?', 'l', 's', 'm', '0']) await page.keyboard.press(key)
    expect((await readFocus(page))?.announced).toBe(LIST)
    expect(await changed()).toEqual({ states: ['succeeded', 'running', 'running'], pinned: 0 })
    await page.keyboard.press('Shift+F10')
    const menu = page.getByRole('menu', { name: '请求操作' })
    await expect(menu.getByRole('menuitem', { name: /^标记/ })).not.toHaveAttribute('aria-keyshortcuts')
    await page.keyboard.press('Escape')

    await panel.filter.fill('hang')
    await expect(said('过滤结果：2 / 3')).toHaveCount(1)
    await page.reload()
    await panel.button('快捷键').press('Enter')
    await expect(announces).toBeChecked()
    await expect(single).not.toBeChecked()
    await single.press('Space')
    await expect(single).toBeChecked()
    await page.keyboard.press('Escape')
    await startHanging(page)
    await expect(panel.row(/hang/)).toBeVisible()
    await tabTo(page, LIST)
    await page.keyboard.press('Home')
    await page.keyboard.press('p')
    await expect(panel.rows.first().getByRole('img', { name: '已标记' })).toBeVisible()
  })
})
