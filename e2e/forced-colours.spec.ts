import type { ElementHandle, Locator, Page } from '@playwright/test'
import { listWords } from '../src/panel/words/list-words.ts'
import { partWords } from '../src/panel/words/part-words.ts'
import { tabWords } from '../src/panel/words/tab-words.ts'
import { viewWords } from '../src/panel/words/view-words.ts'
import { openLook } from './drive/every-state.ts'
import { expect, test } from './drive/test.ts'

/** What says whether something is on. */
const STATES = ['aria-selected', 'aria-pressed', 'aria-checked', 'aria-current', 'data-opened', 'data-unusual', 'data-changed'] as const

/** What looks alike whether it is on or off: one of each kind is turned over, and what is painted there is compared. */
async function findAlike(page: Page, within: Locator): Promise<string[]> {
  const alike: string[] = []
  const seen = new Set<string>()
  await page.mouse.move(0, 0)
  for (const state of STATES) {
    // Handles, since a locator finds what is off no more.
    for (const element of (await within.locator(`[${state}]`).elementHandles()) as ElementHandle<HTMLElement>[]) {
      if (!(await element.isVisible())) continue
      const kind = await element.evaluate((node) => `${node.getAttribute('role') ?? node.tagName} ${node.className}`)
      if (seen.has(`${state} ${kind}`)) continue
      seen.add(`${state} ${kind}`)
      const box = await element.boundingBox()
      if (!box) continue
      const clip = { x: Math.max(0, box.x - 4), y: Math.max(0, box.y - 4), width: box.width + 8, height: box.height + 8 }
      const before = await page.screenshot({ clip })
      const turn = (value: string | null) =>
        element.evaluate(
          (node, [name, next]) => {
            if (next === null) node.removeAttribute(name)
            else node.setAttribute(name, next)
          },
          [state, value] as const,
        )
      const held = await element.getAttribute(state)
      await turn(state.startsWith('data-') ? null : held === 'false' ? 'true' : 'false')
      if (before.equals(await page.screenshot({ clip }))) alike.push(`${state} of ${kind}`)
      await turn(held)
    }
  }
  expect(seen.size, 'kinds of states that were looked at').toBeGreaterThan(0)
  return alike
}

test('in forced colours every switch, selection and mark can be told from one that is off', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openLook(page, { language: 'en', theme: 'light', width: 1440 }, '&panel=only')
  await page.evaluate(() =>
    Promise.allSettled(
      ['goods', 'cart', 'user'].map(
        (path) => new Promise((complete) => wx.request({ url: `https://api.hillside.example/v1/${path}`, complete })),
      ),
    ),
  )
  const frame = page.getByRole('region', { name: listWords.en.panel, exact: true })
  const rows = frame.getByRole('grid').locator('[role="row"][id^="row-"]')
  await rows.first().click()
  await frame.getByRole('tab', { name: tabWords.en.response, exact: true }).click()
  const alike = await findAlike(page, frame)
  for (const view of ['mocks', 'domains', 'environment'] as const) {
    await frame.getByRole('button', { name: viewWords.en[view], exact: true }).click()
    await expect(frame.getByRole('grid', { name: listWords.en.grid })).toHaveCount(0)
    await expect(frame.getByText(partWords.en.awaited)).toHaveCount(0)
    alike.push(...(await findAlike(page, frame)).map((each) => `${view}: ${each}`))
  }
  expect(alike).toEqual([])
})
