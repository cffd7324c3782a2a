import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas'

/** ms that a page may compute for one step of a replay. */
const LONGEST_STEP = 50
const STEPS = 20

async function startReplay(page: Page): Promise<void> {
  await page.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '回放此会话' }).click()
  // The bar is loaded when it is first asked for; keys pressed before go elsewhere.
  await expect(page.getByRole('slider', { name: '位置' })).toBeFocused()
}

test('the live session is gone through event by event, and goes on meanwhile', async ({ openPanel, page, panel }) => {
  await openPanel()
  await page.evaluate(
    (teas) =>
      Promise.all(
        Array.from({ length: 11 }, (_, nth) => new Promise((complete) => wx.request({ url: `${teas}/longjing?n=${nth}`, complete }))),
      ),
    TEAS,
  )
  await expect(panel.rows).toHaveCount(12)
  await startReplay(page)
  const bar = panel.frame.getByRole('region', { name: '回放', exact: true })
  const scrub = bar.getByRole('slider', { name: '位置' })
  const event = bar.getByRole('status')
  const slots = bar.getByRole('region', { name: '并发名额' })
  const calls = bar.getByRole('region', { name: '已调用的回调' })
  await expect(panel.rows).toHaveCount(12)
  await expect(bar.getByRole('button', { name: '并发与回调' })).toHaveAttribute('aria-expanded', 'true')
  for (const command of ['清空', '记录中', '全部中止']) await expect(panel.button(command)).toHaveCount(0)

  await page.keyboard.press('Home')
  await expect(event).toHaveText('还没有事件')
  await expect(panel.rows).toHaveCount(0)
  await expect(calls).toContainText('还没有调用回调')
  await page.keyboard.press('ArrowRight')
  await expect(event).toContainText('#1')
  await expect(event).toContainText('创建')
  await expect(panel.rows).toHaveCount(1)
  await panel.expectRow(panel.rows.first(), { 状态: '已创建' })

  // The details tell what was known then, and go and come with their call.
  await event.getByRole('button', { name: /^#1/ }).click()
  await expect(panel.tab.getByRole('listitem')).toHaveCount(1)
  await expect(panel.tab).toContainText('创建')
  await scrub.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(panel.details).toHaveCount(0)
  await page.keyboard.press('.')
  await expect(panel.details).toBeVisible()

  await page.keyboard.press('Shift+ArrowRight')
  await expect(event).toContainText('#2')
  await expect(panel.rows).toHaveCount(2)
  await expect(panel.tab).toContainText('success()')
  await panel.expectRow(panel.row('page=1'), { 状态: '200' })
  await panel.close()
  for (let nth = 3; nth <= 12; nth++) await bar.getByRole('button', { name: '下一个请求' }).click()
  await expect(event).toContainText('#12')
  for (let steps = 0; steps < 2; steps++) await bar.getByRole('button', { name: '下一个事件' }).click()
  await expect(event).toContainText('排队')
  await expect(slots).toContainText('10 / 10')
  await expect(bar.getByRole('region', { name: '排队', exact: true })).toContainText('#12')
  await panel.expectRow(panel.row('n=10'), { 状态: '排队中' })
  await expect(calls).toContainText('success()')

  await bar.getByRole('button', { name: '播放' }).click()
  await expect(scrub).toHaveValue((await scrub.getAttribute('max')) ?? '')
  await expect(bar.getByRole('button', { name: '播放' })).toBeVisible()
  await expect(slots).toContainText('0 / 10')

  await callWx(page, { url: `${TEAS}?page=2` })
  await expect(panel.rows).toHaveCount(12)
  await scrub.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(panel.grid).toBeFocused()
  await expect(panel.rows).toHaveCount(13)

  // What was kept over a reload is gone through like the rest.
  await panel.button('保留记录').click()
  await expect(panel.button('保留记录')).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(panel.rows).toHaveCount(13)
  await callWx(page, { url: `${TEAS}?page=3` })
  await expect(panel.rows).toHaveCount(14)
  await startReplay(page)
  await page.keyboard.press('Home')
  await expect(panel.rows).toHaveCount(0)
  for (let calls = 0; calls < 2; calls++) await page.keyboard.press('Shift+ArrowRight')
  await expect(event).toContainText('#2')
  await expect(panel.rows).toHaveCount(2)
  await page.keyboard.press('End')
  await expect(panel.rows).toHaveCount(14)
})

test('a step in a file of 5,000 requests is drawn at once', async ({ context, openPanel, page, panel }) => {
  await openPanel()
  const entries = Array.from({ length: 5000 }, (_, nth) => ({
    startedDateTime: new Date(1_790_000_000_000 + nth * 20).toISOString(),
    time: 95,
    request: { method: 'GET', url: `${TEAS}?n=${nth}`, headers: [] },
    response: { status: nth % 9 === 0 ? 500 : 200, headers: [], content: { size: 2, mimeType: 'text/plain', text: 'hi' } },
    timings: { send: 1, wait: 85, receive: 9 },
  }))
  const har = JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } })
  const chooser = page.waitForEvent('filechooser')
  await panel.frame.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '打开 HAR…' }).click()
  await (await chooser).setFiles({ name: 'many.har', mimeType: 'application/json', buffer: Buffer.from(har) })
  await expect(panel.frame.getByRole('region', { name: '会话', exact: true })).toContainText('共 5,000 个请求')
  await startReplay(page)
  const bar = panel.frame.getByRole('region', { name: '回放', exact: true })
  const scrub = bar.getByRole('slider', { name: '位置' })
  await expect(bar).toContainText('文件 many.har')
  const end = Number(await scrub.getAttribute('max'))
  await scrub.fill(String(Math.round(end * 0.9)))
  await expect(panel.grid).toHaveAttribute('aria-rowcount', /^45\d\d$/)

  // What the page computes from the key to the frame that shows it, whatever else the machine does meanwhile.
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const computed = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  for (const key of ['ArrowLeft', 'ArrowRight']) {
    const before = await computed()
    await scrub.evaluate(
      async (slider, [name, steps]) => {
        for (let step = 0; step < steps; step++) {
          slider.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true }))
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        }
      },
      [key, STEPS] as const,
    )
    const each = ((await computed()) - before) / STEPS
    test.info().annotations.push({ type: key, description: `${each.toFixed(1)} ms a step` })
    expect(each).toBeLessThan(LONGEST_STEP)
  }
  await expect(scrub).toHaveValue(String(Math.round(end * 0.9)))
  await bar.getByRole('button', { name: '退出回放' }).click()
  await expect(panel.grid).toHaveAttribute('aria-rowcount', '5001')
})
