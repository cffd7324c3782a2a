import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ROOT } from '../../tools/ensure-install.mjs'
import { openBuiltPage, spent } from './built-page.mjs'

const RULES = 1000
const ANSWER = 2 ** 20
const ROUNDS = 3
const CALLS = 200

/**
 * What mocking costs: acts with 1,000 rules that a person brought in and 500 recorded calls, and edits of an answer of 1 MB. Longest tasks in
 * processor time, the best of three rounds: other programs can only make it worse.
 * @param {import('@playwright/test').Browser} browser
 */
export async function measure(browser) {
  const { module } = await runnerImport(join(ROOT, 'e2e/bench/longest-task.ts'), { configFile: false, logLevel: 'error' })
  const { longestTask } = module
  /** @type {Map<string, number>} by what was done, ms */
  const best = new Map()
  /** @type {Record<'many' | 'one', number[]>} ms of the main thread, a call */
  const calls = { many: [], one: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const page = await openBuiltPage(browser, 'mocks.html')
    const take = async (/** @type {string} */ what, /** @type {() => Promise<void>} */ act) => {
      const longest = await longestTask(page, async () => {
        await act()
        await page.evaluate(() => mocksBench.settled())
      })
      best.set(what, Math.min(best.get(what) ?? Number.POSITIVE_INFINITY, longest))
    }
    await page.evaluate((rules) => mocksBench.prepare(rules, 0), RULES)
    await manyRules(page, take)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    for (const which of /** @type {const} */ (['many', 'one'])) {
      if (which === 'one') await page.evaluate(() => mocksBench.keep(1))
      await page.evaluate((count) => mocksBench.call(count), CALLS)
      const before = await spent(session)
      await page.evaluate((count) => mocksBench.call(count), CALLS)
      calls[which].push(((await spent(session)).cpu - before.cpu) / CALLS)
    }
    await page.reload()
    await page.waitForFunction(() => globalThis.mocksBench)
    await page.evaluate((length) => mocksBench.prepare(1, length), ANSWER)
    await largeAnswer(page, take)
    await page.close()
  }
  const added = Math.min(...calls.many) - Math.min(...calls.one)
  return [
    ...[...best].map(([what, value]) => ({
      what: `${what}: longest task`,
      value,
      unit: 'ms CPU',
      bar: what.startsWith('1 MB') ? 100 : 50,
    })),
    { what: `what ${RULES} rules add to a call, to one`, value: added, unit: 'ms CPU', bar: 1 },
  ]
}

/** @typedef {(what: string, act: () => Promise<void>) => Promise<void>} Take */

/**
 * @param {import('@playwright/test').Page} page
 * @param {Take} take
 */
async function manyRules(page, take) {
  const n = RULES.toLocaleString('en')
  const row = page.getByRole('group', { name: 'Goods 3', exact: true })
  await page.getByRole('searchbox', { name: /rule/i }).focus()
  await take(`${n} rules, type into the search`, () => page.keyboard.type('goods 77'))
  await take(`${n} rules, clear the search`, async () => {
    for (let letter = 0; letter < 8; letter++) await page.keyboard.press('Backspace')
  })
  const box = await row.boundingBox()
  if (!box) throw new Error('the list shows no rule')
  const price = page.getByRole('textbox', { name: /^price/ }).first()
  await take(`${n} rules, open one`, async () => {
    await page.mouse.click(box.x + 150, box.y + 20)
    await price.waitFor()
  })
  await price.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('9')
  await take(`${n} rules, edit a value`, () => page.keyboard.press('Enter'))
  await take(`${n} rules, undo`, () => page.keyboard.press('Control+z'))
  await row.getByRole('switch').focus()
  await take(`${n} rules, switch one off`, () => page.keyboard.press('Space'))
  await take(`${n} rules, move one`, () => page.keyboard.press('Alt+ArrowUp'))
  await page.mouse.move(box.x + 100, box.y + 100)
  await take(`${n} rules, scroll the list`, async () => {
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 1500)
  })
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {Take} take
 */
async function largeAnswer(page, take) {
  const box = await page.getByRole('group', { name: 'Goods 0', exact: true }).boundingBox()
  if (!box) throw new Error('the list shows no rule')
  const code = page.getByRole('textbox', { name: /^code/ }).first()
  await take('1 MB of JSON, open its form', async () => {
    await page.mouse.click(box.x + 150, box.y + 20)
    await code.waitFor()
  })
  for (const [digit, what] of [
    ['9', 'edit a value'],
    ['8', 'edit it again'],
  ]) {
    await code.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(digit ?? '')
    await take(`1 MB of JSON, ${what}`, () => page.keyboard.press('Enter'))
  }
  await take('1 MB of JSON, undo', () => page.keyboard.press('Control+z'))
  await take('1 MB of JSON, redo', () => page.keyboard.press('Control+Shift+Z'))
}
