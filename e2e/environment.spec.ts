import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { expectWhole } from './drive/find-cut-off.ts'
import { findViolations } from './drive/find-violations.ts'
import type { Panel } from './drive/panel.ts'
import { expect, test } from './drive/test.ts'

async function openEnvironment(panel: Panel) {
  await panel.button('环境').click()
  const view = panel.frame.getByRole('region', { name: '环境' })
  await expect(view).toBeVisible()
  return view
}

const readSettings = (page: Page) => page.evaluate(() => globalThis.wxInspector.settings)

test.describe('the Environment view', () => {
  test('shows each setting with its default, and marks and puts back what was changed here, one or all', async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    const view = await openEnvironment(panel)
    await expect(view.getByRole('status').first()).toHaveText('没有在这里更改过设置')
    await expect(view.getByText('由页面设置 · 默认 不限')).toBeVisible()

    await view.getByRole('combobox', { name: '平台' }).selectOption('iOS 真机')
    await view.getByRole('button', { name: '正式版' }).click()
    await view.getByRole('textbox', { name: '版本号' }).fill('12')
    await view.getByRole('textbox', { name: '版本号' }).press('Enter')
    await expect(view.getByText('https://servicewechat.com/wx5a7ea0fc0ffee123/12/page-frame.html')).toBeVisible()
    await view.getByRole('textbox', { name: 'request' }).fill('2,000')
    await view.getByRole('textbox', { name: 'request' }).press('Enter')
    await view.getByRole('textbox', { name: '自动继续' }).fill('5,000')
    await view.getByRole('textbox', { name: '自动继续' }).press('Enter')
    await view.getByRole('switch', { name: '暂停超时' }).click()
    await expect(view.getByRole('status').first()).toHaveText('已更改 6 项')
    expect(await readSettings(page)).toMatchObject({
      platform: 'ios',
      envVersion: 'release',
      versionNumber: 12,
      networkTimeout: { request: 2000 },
      hold: { continueAfter: 5000, freezeTimeout: false },
    })

    await page.reload()
    await openEnvironment(panel)
    await expect(view.getByRole('status').first()).toHaveText('已更改 6 项')
    await view.getByRole('button', { name: '还原平台' }).click()
    await expect(view.getByRole('combobox', { name: '平台' })).toHaveValue('android')
    await expect(view.getByRole('status').first()).toHaveText('已更改 5 项')
    await view.getByRole('button', { name: '全部还原' }).click()
    await expect(view.getByRole('status').first()).toHaveText('没有在这里更改过设置')
    expect(await readSettings(page)).toMatchObject({ platform: 'android', envVersion: 'develop', versionNumber: 1, networkTimeout: {} })
  })

  test('says what a field wants when it gets something else, and changes nothing', async ({ openPanel, page, panel }) => {
    await openPanel()
    const view = await openEnvironment(panel)
    const before = await readSettings(page)
    for (const [name, text, form] of [
      ['基础库', '3.17', '写成三段数字，例如 3.17.0'],
      ['AppID', 'wx1', '写成 wx 加 16 位十六进制数'],
      ['局域网', '10.0.0.0/99', '写成 IPv4 网段，例如 192.168.1.0/24'],
      ['断开比例', '101', '写成 0 到 100 的数字'],
      ['uploadFile', '-1', '写成大于 0 的毫秒数；留空为默认的 60,000'],
    ] as const) {
      const field = view.getByRole('textbox', { name, exact: true })
      await field.fill(text)
      await field.press('Enter')
      await expect(view.getByRole('alert')).toHaveText(form)
      await expect(field).toHaveAccessibleDescription(form)
      await field.press('Escape')
      await expect(view.getByRole('alert')).toHaveCount(0)
    }
    expect(await readSettings(page)).toEqual(before)
  })

  test('sets the network by a preset or by a number, which mocked calls follow, and the toolbar says so', async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    const view = await openEnvironment(panel)
    await view.getByRole('button', { name: '离线' }).click()
    await expect(panel.button('网络 离线')).toBeVisible()
    expect(await callWx(page, { url: 'https://api.hillside.example/v1/teas?page=1' })).toMatchObject({ via: 'fail' })
    await panel.button('网络 离线').click()
    await page.getByRole('menuitemradio', { name: '3G' }).click()
    await expect(view.getByRole('textbox', { name: '延迟' })).toHaveValue('180')
    await view.getByRole('textbox', { name: '延迟' }).fill('300')
    await view.getByRole('textbox', { name: '延迟' }).press('Enter')
    await expect(panel.button('网络 自定义')).toBeVisible()
    expect((await readSettings(page)).conditions).toMatchObject({ preset: 'custom', latency: 300, downKbps: 1600 })
  })

  test('sends the app to the background, which the toolbar tells in every view', async ({ openPanel, page, panel }) => {
    await openPanel()
    const view = await openEnvironment(panel)
    await view.getByRole('button', { name: '后台', exact: true }).click()
    await panel.button('请求').click()
    await panel.button('在后台: 回到前台').click()
    await expect(panel.button('在后台: 回到前台')).toHaveCount(0)
    expect(await page.evaluate(() => globalThis.wxInspector.state?.().appHidden)).toBe(false)
  })

  test('shows how much of what may be recorded is used', async ({ openPanel, panel }) => {
    await openPanel()
    const view = await openEnvironment(panel)
    await expect(view.getByRole('meter', { name: '已用 1', exact: true })).toHaveAttribute('value', '1')
    await view.getByRole('textbox', { name: '请求' }).fill('200')
    await view.getByRole('textbox', { name: '请求' }).press('Enter')
    await expect(view.getByRole('meter', { name: '已用 1', exact: true })).toHaveAttribute('max', '200')
  })

  test('is whole at every width, in both languages and themes', async ({ page }) => {
    for (const language of ['zh', 'en'] as const) {
      await page.goto(`/?panel=only&sw=off&lang=${language}&theme=${language === 'zh' ? 'dark' : 'light'}`)
      const name = { zh: '环境', en: 'Environment' }[language]
      const frame = page.getByRole('region', { name: { zh: '请求面板', en: 'Request inspector' }[language], exact: true })
      await frame.getByRole('button', { name, exact: true }).click()
      await expect(frame.getByRole('region', { name })).toBeVisible()
      for (let width = 320; width <= 1920; width += 160) {
        await page.setViewportSize({ width, height: 900 })
        await expectWhole(page, `${language} at ${width}`)
      }
      expect.soft(await findViolations(page), language).toEqual([])
    }
  })
})
