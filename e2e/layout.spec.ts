import type { Locator, Page } from '@playwright/test'
import { holdFormWords } from '../src/panel/words/hold-form-words.ts'
import { listWords } from '../src/panel/words/list-words.ts'
import { mocksViewWords } from '../src/panel/words/mocks-view-words.ts'
import { viewWords } from '../src/panel/words/view-words.ts'
import { laneWords } from '../src/panel/words/waterfall/lane-words.ts'
import { shellWords } from '../src/playground/words/shell-words.ts'
import { callWx } from './drive/call-wx.ts'
import { expectWhole } from './drive/find-cut-off.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 720, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const

/** A failed call, a refused one and one that runs, which is when the toolbar has most to show. */
async function makeCalls(page: Page): Promise<void> {
  await callWx(page, { url: `${API}/v1/trouble/broken`, method: 'POST', data: { kettle: 1 } })
  await callWx(page, { url: 'https://cdn.unlisted.example/hello.json' })
  await page.evaluate((origin) => void wx.request({ url: `${origin}/v1/trouble/hang` }), API)
}

const heightOf = async (element: Locator) => (await element.boundingBox())?.height ?? 0

for (const language of ['zh', 'en'] as const) {
  const words = listWords[language]
  for (const size of SIZES) {
    test.describe(`${size.width} × ${size.height} in ${language}`, () => {
      test.use({ viewport: size })

      test('nothing is cut off or too wide: phone, list, details, domain lists, menus', async ({ page }) => {
        const frame = page.getByRole('region', { name: words.panel, exact: true })
        await page.goto(`/?lang=${language}&sw=off`)
        await expect(page.getByRole('region', { name: shellWords[language].phone }).locator('.tea-card-open').first()).toBeVisible()
        await expectWhole(page, 'the phone')
        if (size.width < 720) await page.getByRole('button', { name: shellWords[language].inspector, exact: true }).click()
        await expect(frame).toBeVisible()
        const toolbar = frame.getByRole('group', { name: words.toolbar, exact: true })
        const named = toolbar.getByText(viewWords[language].requests, { exact: true })
        expect((await named.boundingBox())?.width, 'the view that is shown is named').toBeGreaterThan(20)
        // The last to come.
        for (const name of [holdFormWords[language].hold, laneWords[language].title])
          await expect(toolbar.getByRole('button', { name, exact: true, includeHidden: true })).toBeAttached()
        const idle = await heightOf(toolbar)
        await makeCalls(page)
        await expect(frame.getByRole('button', { name: `${words.abortAll} 1` })).toBeVisible()
        await expectWhole(page, 'the list')
        expect(await heightOf(toolbar), 'the toolbar is as high as without a running call').toBe(idle)
        expect(idle, 'its lines are three at most').toBeLessThan(96)

        const rows = frame.getByRole('grid').getByRole('row')
        await rows.filter({ hasText: 'hello.json' }).click({ position: { x: 40, y: 12 } })
        await expect(frame.getByRole('region', { name: words.details })).toBeVisible()
        for (const tab of await frame.getByRole('tab').all()) {
          await tab.click()
          await expectWhole(page, `details: ${await tab.innerText()}`)
        }
        await page.keyboard.press('Escape')
        await expect(frame.getByRole('region', { name: words.details })).toHaveCount(0)
        await frame.getByRole('button', { name: viewWords[language].domains, exact: true }).click()
        await expectWhole(page, 'the domain lists')
        await frame.getByRole('button', { name: viewWords[language].requests, exact: true }).click()
        await frame.getByRole('button', { name: words.clear, exact: true }).click()
        await expect(frame.getByText(words.emptyTitle)).toBeVisible()
        await expectWhole(page, 'cleared')
      })
    })
  }
}

test('a panel of 1440 px has room for its toolbar in two lines, and tabbing goes through it as it is seen', async ({
  openPanel,
  page,
  panel,
}) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await openPanel()
  const toolbar = panel.frame.getByRole('group', { name: listWords.zh.toolbar, exact: true })
  expect(await heightOf(toolbar)).toBeLessThan(70)
  const places: [line: number, left: number][] = []
  await toolbar.getByRole('button').first().focus()
  while (await toolbar.evaluate((element) => element.matches(':focus-within'))) {
    places.push(
      await toolbar.evaluate((element) => {
        const { left = 0, top = 0 } = element.querySelector(':focus')?.getBoundingClientRect() ?? {}
        return [top - element.getBoundingClientRect().top < 34 ? 1 : 2, left]
      }),
    )
    await page.keyboard.press('Tab')
  }
  expect(places.length).toBeGreaterThan(12)
  expect(places).toEqual(places.toSorted(([line, left], [other, right]) => line - other || left - right))
})

for (const language of ['zh', 'en'] as const) {
  const words = mocksViewWords[language]
  test(`the editor of a rule is whole in panels of any width, and leads back to the list, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 720, height: 800 })
    await page.goto(`/?panel=only&sw=off&lang=${language}`)
    const frame = page.getByRole('region', { name: listWords[language].panel, exact: true })
    await frame.getByRole('button', { name: new RegExp(`^${viewWords[language].mocks}`) }).click()
    const list = frame.getByRole('group', { name: words.list })
    const name = language === 'zh' ? '茶单 · 第 1 页' : 'Tea list · page 1'
    const rule = list.getByRole('button', { name: new RegExp(`^${name}`) }).first()
    const editor = frame.getByRole('region', { name: words.editorOf(name) })
    await rule.click()
    await expect(editor).toBeVisible()
    await expect(list).toBeVisible()
    for (const width of [720, 640, 560, 480, 400, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await expectWhole(page, `${width} px`)
    }
    await page.setViewportSize({ width: 480, height: 800 })
    await expect(list).toBeHidden()
    await editor.getByRole('button', { name: words.back, exact: true }).click()
    await expect(list).toBeVisible()
    await rule.click()
    await expect(editor).toBeVisible()
    await expectWhole(page, 'opened at 480 px')
    await expect(editor.getByRole('textbox', { name: words.name, exact: true })).toBeFocused()
    await page.keyboard.press('F6')
    await expect(list).toBeVisible()
    await expect(rule).toBeFocused()
  })
}

test.describe('below 720 px', () => {
  test('phone and panel are two screens with a switch; from 720 px they stand side by side', async ({ page, panel, shop }) => {
    await page.setViewportSize({ width: 719, height: 800 })
    await page.goto('/?sw=off')
    const choice = page.getByRole('navigation', { name: '显示哪一屏' })
    await expect(shop.phone).toBeVisible()
    await expect(panel.frame).toBeHidden()
    await choice.getByRole('button', { name: '请求面板' }).click()
    await expect(panel.frame).toBeVisible()
    await expect(shop.phone).toBeHidden()
    await expect(choice.getByRole('button', { name: '请求面板' })).toHaveAttribute('aria-pressed', 'true')
    await expect(panel.row('page=1')).toBeVisible()
    await choice.getByRole('button', { name: '预览' }).click()
    await expect(shop.phone).toBeVisible()

    await page.setViewportSize({ width: 720, height: 800 })
    await expect(choice).toBeHidden()
    await expect(panel.frame).toBeVisible()
    await expect(shop.phone).toBeVisible()
  })
})

test.describe('details', () => {
  test('stand below the list, beside it in a flat panel, and over it in a narrow one; the list keeps its place', async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    await panel.open(panel.rows.first(), '耗时')
    const box = async (element: Locator) => (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const layout = async () => {
      const [list, details] = [await box(panel.grid), await box(panel.details)]
      return details.y >= list.y + list.height ? 'below' : details.x >= list.x + list.width ? 'beside' : 'over'
    }
    await expect.poll(layout).toBe('below')
    await page.setViewportSize({ width: 1200, height: 440 })
    await expect.poll(layout).toBe('beside')
    await page.setViewportSize({ width: 470, height: 844 })
    await expect.poll(layout).toBe('over')
    await expect(page.getByRole('dialog', { name: '请求详情' })).toBeVisible()
    await expect(panel.details.getByRole('tab', { name: '耗时' })).toHaveAttribute('aria-selected', 'true')
    await expect(panel.grid.getByRole('columnheader')).toHaveText([/^名称/, /^状态/, /^耗时/, /^瀑布图/, /^$/])
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect.poll(layout).toBe('below')
    await expect(panel.rows.first()).toHaveAttribute('aria-selected', 'true')
  })
})

test.describe('extremes', () => {
  test('an empty list says what to do, with a line that can be copied and works', async ({ page, panel }) => {
    await page.goto('/?panel=only&sw=off')
    await expect(panel.frame.getByText('还没有请求')).toBeVisible()
    const line = await panel.frame.locator('code').innerText()
    await expect(panel.button('复制')).toBeVisible()
    await page.evaluate(line)
    await expect(panel.rows).toHaveCount(1)
    await expect(panel.frame.getByText('还没有请求')).toHaveCount(0)
  })

  for (const width of [1440, 390]) {
    test(`a url of 2,000 characters neither widens the page nor hides what stands beside it, ${width} px wide`, async ({
      openPanel,
      page,
      panel,
    }) => {
      await page.setViewportSize({ width, height: 844 })
      await openPanel()
      const url = `${API}/v1/cart/${'items'.repeat(60)}?${'token=0123456789abcdef&'.repeat(75)}`.slice(0, 2000)
      expect(url).toHaveLength(2000)
      await callWx(page, { url, method: 'POST' })
      await expect(panel.rows).toHaveCount(2)
      expect(await panel.rows.last().evaluate((row) => row.getBoundingClientRect().height)).toBe(width < 640 ? 48 : 26)
      await panel.rows.last().click({ position: { x: 40, y: 12 } })
      for (const tab of ['概览', '标头', '载荷', '事件', '域名校验']) {
        await panel.openTab(tab)
        await expectWhole(page, tab)
      }
      const heading = panel.details.getByRole('heading', { level: 2 })
      await expect(heading).toHaveText(url)
      expect(await heightOf(heading), 'it scrolls instead of pushing the tabs away').toBeLessThan(80)
    })
  }

  test('10,000 calls: the list scrolls to both ends, and the document holds only what is seen', async ({ page, panel }) => {
    await page.goto('/?panel=only&sw=off')
    await page.evaluate(() => {
      wxInspector.configure({ capture: { maxTasks: 10_000 } })
      for (let call = 1; call <= 10_000; call++) wx.request({ url: `https://unlisted.example/${call}` })
    })
    await expect(panel.frame.getByText('10,000 个请求')).toBeVisible()
    await expect(panel.row(/^\s*10000|10,000/)).toHaveCount(1)
    await panel.grid.focus()
    await page.keyboard.press('Home')
    await expect(panel.grid.locator('[aria-rowindex="2"]')).toBeInViewport()
    await page.keyboard.press('End')
    await expect(panel.rows.last()).toBeInViewport()
    expect(await panel.rows.count()).toBeLessThan(120)
    await expectWhole(page, 'at the end')
  })
})
