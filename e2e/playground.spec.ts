import type { Locator, Page } from '@playwright/test'
import { codeWords } from '../src/playground/words/code-words.ts'
import { findViolations } from './drive/find-violations.ts'
import { expect, test } from './drive/test.ts'

const words = codeWords.en

/** As strict as the page that the demo can be served with: its own scripts, styles and frames, and no html from strings. */
const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

test.use({ viewport: { width: 1440, height: 900 } })

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/?sw=off&lang=en&screen=playground${query}`)
  const editor = page.getByRole('textbox', { name: words.editor })
  await expect(editor).toBeVisible({ timeout: 30_000 })
  return editor
}

/** Replaces the code, as one who pastes, and runs it. */
async function run(page: Page, code: string) {
  const editor = page.getByRole('textbox', { name: words.editor })
  await editor.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(code)
  await page.keyboard.press('Control+Enter')
}

const log = (page: Page) => page.getByRole('log', { name: words.console })
const status = (page: Page) => page.getByRole('region', { name: words.console }).getByRole('status')

test('a program is written with completion, run, and seen line by line beside its calls', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: words.run, exact: true }).click()
  await expect(log(page)).toContainText('order 201 /v1/orders/HS-1122')
  await expect(status(page)).toHaveText(/Finished · 3 requests/)
  await expect(page.getByRole('row', { name: /moon-tea/ }).getByRole('gridcell', { name: /404/ })).toBeVisible()
  await expect(page.locator('.cm-mark-text')).toHaveText([
    /#1 Succeeded/,
    /#1 .* ms/,
    /#2 Succeeded/,
    /#2 .* ms/,
    /#2 .* ms/,
    /#3 Succeeded/,
    /#3 .* ms/,
  ])

  await page.getByRole('textbox', { name: words.editor }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\nwx.request({ url: api, me')
  await page.getByRole('option', { name: /method/ }).click()
  await page.keyboard.type('HE')
  await expect(page.getByRole('option', { name: 'HEAD' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(words.changed(1))).toBeVisible()
  await page.getByRole('button', { name: words.reset }).click()
  await expect(page.locator('.cm-content')).not.toContainText("method: 'HE")
})

test('whatever a program does, the inspector stays usable and says what happened', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => {
    // The text of each worker is a blob.
    if (!request.url().startsWith('blob:')) requests.push(request.url())
  })
  await open(page)

  // An endless loop, after a call.
  await run(page, "wx.request({ url: 'https://api.hillside.example/v1/teas/longjing' })\nfor (;;);")
  await expect(log(page)).toContainText(words.killed['no-answer'])
  await expect(log(page)).toContainText(words.lastSeen(1))
  await expect(page.getByRole('row', { name: /longjing/ })).toBeVisible()

  // One that throws: in its own line, in a callback, in a promise; and one that is no JavaScript.
  await run(page, '\nsetTimeout(() => { null.later }, 10)\nawait 0\nundefined.now')
  await expect(log(page)).toContainText('TypeError: Cannot read properties of undefined')
  await expect(log(page)).toContainText('TypeError: Cannot read properties of null')
  await expect(log(page).getByRole('button', { name: words.lineShort(2) })).toBeVisible()
  await expect(log(page).getByRole('button', { name: words.lineShort(4) })).toBeVisible()
  await run(page, 'const fine = 1\nconst = 2')
  await expect(status(page)).toHaveText(words.status.broken)
  await expect(log(page).getByRole('button', { name: words.lineShort(2) })).toBeVisible()
  await expect(page.locator('.cm-lintRange-error')).toBeVisible()

  // One that deletes wx: it has none any more, the next run has.
  await run(page, 'delete globalThis.wx\nconsole.log(typeof wx)\nwx.request({})')
  await expect(log(page)).toContainText('undefined')
  await expect(log(page)).toContainText('ReferenceError: wx is not defined')

  // One that floods.
  await run(page, "for (let i = 0; i < 10000; i++) wx.request({ url: 'https://api.hillside.example/v1/trouble/slow?call=' + i })")
  await expect(log(page)).toContainText(words.killed['too-many-calls'], { timeout: 30_000 })
  await run(page, 'for (let i = 0; i < 100000; i++) postMessage({ type: "print", level: "log", values: [null] })')
  await expect(log(page)).toContainText(words.killed.flood, { timeout: 30_000 })

  await run(page, 'for (let i = 0; i < 10000; i++) console.log(i, "x".repeat(100))')
  await expect(log(page)).toContainText(words.silenced)
  await expect(status(page)).toHaveText(/^Finished/)

  // One that reaches for the page, its storage and the network.
  requests.length = 0
  await run(
    page,
    `const tries = {
  fetch: () => fetch('/'),
  socket: () => new WebSocket('ws://127.0.0.1:1/'),
  script: () => importScripts('/'),
  module: () => import('/'),
  eval: () => eval('1'),
  parent: () => parent.document,
  document: () => document.cookie,
  localStorage: () => localStorage.length,
  indexedDB: () => indexedDB.open('a'),
  native: () => Object.getPrototypeOf(self).fetch('https://127.0.0.1/'),
}
for (const [name, reach] of Object.entries(tries)) {
  try {
    await reach()
    console.log('reached', name)
  } catch (refused) {
    console.log('refused', name, refused.message)
  }
}
console.log('done')`,
  )
  await expect(log(page)).toContainText('done')
  await expect(log(page).getByText('refused', { exact: true })).toHaveCount(10)
  await expect(log(page)).toContainText('fetch is not available in the playground')
  expect(requests).toEqual([])

  // All is as before, and what is held shows in its line.
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Next request' }).click()
  await run(page, "wx.request({ url: 'https://api.hillside.example/v1/teas/longjing' })")
  await expect(page.locator('.cm-mark-text')).toHaveText(`#1 ${words.heldHere}`)
  await page.getByRole('button', { name: words.stop, exact: true }).click()
  await expect(status(page)).toHaveText(words.status.stopped)
  await run(page, "wx.request({ url: 'https://api.hillside.example/v1/teas/longjing', success: (res) => console.log(res.statusCode) })")
  await expect(log(page)).toContainText('200')
  await expect(status(page)).toHaveText(/Finished · 1 request/)
})

test('code in a link is shown, and runs only when it is asked to', async ({ page }) => {
  await open(page)
  const code = "console.log('from a link', '明前')"
  await run(page, code)
  await page.getByRole('button', { name: words.share }).click()
  const field = page.getByRole('textbox', { name: words.shareLink })
  // The code is packed first.
  await expect(field).toHaveValue(/\?screen=playground#code=./)
  const link = await field.inputValue()
  await page.evaluate(() => localStorage.clear())

  await page.goto('about:blank')
  await page.goto(link.replace('?', '?sw=off&lang=en&'))
  const asks = page.getByRole('region', { name: words.askTitle })
  await expect(asks).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.cm-content')).toContainText(code)
  await page.getByRole('textbox', { name: words.editor }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(asks.getByRole('button', { name: words.askRun })).toBeFocused()
  await expect(log(page).getByRole('listitem')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(log(page)).toContainText('from a link 明前')
  await expect(asks).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')

  await page.goto('about:blank')
  await page.goto('/?sw=off&lang=en&screen=playground#code=broken')
  await expect(page.getByRole('alert')).toContainText(words.badLink)
})

test('it works under a strict policy, with the keyboard alone, and one part at a time on a phone', async ({ page }) => {
  const reports: string[] = []
  await page.exposeFunction('report', (text: string) => reports.push(text))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
      ;(globalThis as unknown as { report(text: string): void }).report(`${violatedDirective} ${blockedURI}`)
    })
  })
  await page.route('**/?*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': STRICT_CSP } })
  })
  await page.setViewportSize({ width: 390, height: 844 })
  const editor = await open(page)
  await editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type("\nconsole.log('typed', { one: [1, 2] })")
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await page.getByRole('button', { name: words.run, exact: true }).click()
  await page.getByRole('navigation', { name: words.parts }).getByRole('button', { name: words.console }).click()
  await expect(log(page)).toContainText('typed { one: (2) […] }')
  await expect(editor).toBeHidden()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('navigation', { name: words.parts }).getByRole('button', { name: words.panel }).click()
  await expect(page.getByRole('row', { name: /moon-tea/ })).toBeVisible()
  await page.getByRole('navigation', { name: words.parts }).getByRole('button', { name: words.code }).click()
  expect(await findViolations(page)).toEqual([])
  expect(reports).toEqual([])
})
