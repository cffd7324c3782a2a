import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, test } from './drive/test.ts'

/** Always the same strings: a failure can be looked at again. */
const SEED = 20260601
const COUNT = 2000

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Texts that have run as code, left the page or broken the layout somewhere; `trap` is an address that nobody may ask. */
function hostileStrings(trap: string): string[] {
  const random = seeded(SEED)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const run = 'globalThis.ran=(globalThis.ran||0)+1'
  const attacks = [
    `<script>${run}</script>`,
    `<img src=x onerror="${run}">`,
    `<img src="${trap}/img">`,
    `"><svg onload=${run}>`,
    `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
    `<iframe src="${trap}/frame"></iframe>`,
    `<base href="${trap}/"><link rel=stylesheet href="${trap}/css">`,
    `<meta http-equiv=refresh content="0;url=${trap}/refresh">`,
    `<form action="${trap}/form"><input autofocus onfocus=${run}>`,
    `<a href="javascript:${run}">x</a>`,
    `javascript:${run}`,
    `data:text/html,<script>${run}</script>`,
    `\`\${${run}}\``,
    `{{constructor.constructor('${run}')()}}`,
    `\${${run}}`,
    `'-(${run})-'`,
    `</style><style>@import "${trap}/import";*{background:url(${trap}/bg)}</style>`,
    `;background:url(${trap}/bg)`,
    `__proto__`,
    `constructor`,
    `{"__proto__":{"polluted":true}}`,
    `$(curl ${trap})`,
    `\`curl ${trap}\``,
    `%00%0d%0aSet-Cookie: a=b`,
    `=HYPERLINK("${trap}")`,
    `//${trap.replace(/^\w+:\/\//, '')}/path`,
    `[click](${trap}/md)`,
    '(a+)+$',
    '/(a|a)*b/',
  ]
  const bends = [
    '\u202e\u202d\u2066',
    '\u0000\u0007\u001b[31m\u009b',
    'A'.repeat(4000),
    '字'.repeat(800),
    'Z̸̡̢̧͖̠̘̗̙̣̲̰͋̓̈́̀͂̕͝'.repeat(40),
    '\n'.repeat(200),
    '\t'.repeat(200),
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(60),
    '\ud800',
    '\ufeff\u200b\u2028\u2029',
    'ﷺ'.repeat(60),
    '',
    '-'.repeat(600),
  ]
  return Array.from({ length: COUNT }, () => {
    const parts = [pick(bends), pick(attacks), pick(bends)].slice(Math.floor(random() * 2), 2 + Math.floor(random() * 2))
    return random() < 0.5 ? pick(attacks) : parts.join('')
  })
}

test('2,000 hostile strings are shown as text, wherever they stand: nothing runs, nothing is asked, the layout holds', async ({
  openPanel,
  page,
  panel,
}) => {
  const asked: string[] = []
  const server = createServer((socket) => {
    asked.push('connection')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // However the test ends.
  page.on('close', () => server.close())
  const trap = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  await openPanel()
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin) asked.push(request.url())
  })
  page.on('dialog', (dialog) => {
    asked.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => asked.push(`popup ${popup.url()}`))
  await page.evaluate(() => document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.blockedURI}`)))

  const strings = hostileStrings(trap)
  const text = (nth: number) => strings[nth % COUNT] as string
  const entries = strings.map((hostile, nth) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + nth).toISOString(),
    time: 1,
    comment: hostile,
    request: {
      method: nth % 3 === 0 ? hostile : 'GET',
      url: nth % 2 === 0 ? `https://a.example/${hostile}` : hostile || 'x',
      headers: [
        { name: text(nth + 1), value: hostile },
        { name: 'Cookie', value: hostile },
      ],
      postData: { mimeType: hostile, text: hostile },
    },
    response: {
      status: 200,
      statusText: hostile,
      headers: [
        { name: 'Content-Type', value: nth % 4 === 0 ? 'text/html' : nth % 4 === 1 ? 'image/svg+xml' : hostile },
        { name: 'Set-Cookie', value: hostile },
        { name: text(nth + 2), value: text(nth + 3) },
      ],
      content: { mimeType: 'text/html', size: hostile.length, text: hostile },
      _error: hostile,
    },
    timings: { send: 0, wait: 1, receive: 0 },
    _wx: { mark: { note: hostile, color: hostile, pinned: true }, rule: hostile },
    [hostile]: hostile,
  }))
  const har = JSON.stringify({ log: { version: '1.2', creator: { name: text(7), version: text(8) }, entries } })

  const overflows = () =>
    panel.frame.evaluate((frame) => {
      const width = frame.getBoundingClientRect().right
      return [...frame.querySelectorAll<HTMLElement>('.frame-head, .toolbar, .summary, .list, .details, .notices, dialog')]
        .filter((each) => each.getBoundingClientRect().right > width + 1)
        .map(({ className }) => className)
        .concat(document.documentElement.scrollWidth > innerWidth ? ['page'] : [])
    })
  const look = async (what: string) => {
    expect.soft(await overflows(), what).toEqual([])
    expect(asked, what).toEqual([])
    expect(await page.evaluate(() => [(globalThis as { ran?: number }).ran, ({} as { polluted?: boolean }).polluted]), what).toEqual([
      undefined,
      undefined,
    ])
  }

  // From a file: urls, methods, headers, cookies, bodies, notes, and names of fields.
  const chooser = page.waitForEvent('filechooser')
  await panel.button('文件').press('Enter')
  await page.getByRole('menuitem', { name: '打开 HAR…' }).press('Enter')
  await (await chooser).setFiles({
    name: `${text(3)
      .replace(/[\\/\0]/g, '_')
      .slice(0, 120)}.har`,
    mimeType: 'application/json',
    buffer: Buffer.from(har),
  })
  const bar = panel.frame.getByRole('region', { name: '会话', exact: true })
  await expect(bar).toContainText('只能查看', { timeout: 30_000 })
  await expect(bar).toContainText('2,000')
  await look('a file')
  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(panel.details.getByRole('tab').first()).toBeVisible()
  const tabs = await panel.details.getByRole('tab').count()
  for (let step = 0; step < 40; step++) {
    if (step % 5 === 0)
      await panel.details
        .getByRole('tab')
        .nth((step / 5) % tabs)
        .click()
    if (step % 4 === 0) await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await panel.grid.focus()
    await page.keyboard.press(step % 10 === 9 ? 'PageDown' : 'ArrowDown')
  }
  await look('the details of its requests')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await look('the menu of all')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  const fromFileMenu = async (item: RegExp | string) => {
    await panel.button('文件').press('Enter')
    await page.getByRole('menuitem', { name: item }).press('Enter')
  }
  const dialog = (name: RegExp | string) => page.getByRole('dialog', { name })
  const closeDialog = async (name: RegExp | string) => {
    await page.keyboard.press('Escape')
    await expect(dialog(name)).toHaveCount(0)
  }
  await fromFileMenu('会话报告…')
  await expect(dialog('会话报告').getByRole('region', { name: '最慢的请求' })).toBeVisible({ timeout: 30_000 })
  await look('a report of them')
  await closeDialog('会话报告')
  await fromFileMenu('对比会话…')
  await expect(dialog('对比会话').getByRole('table')).toBeVisible({ timeout: 30_000 })
  await look('two sessions side by side')
  await closeDialog('对比会话')
  await panel.grid.focus()
  for (const key of ['Home', 'Shift+ArrowDown', 'Shift+F10']) await page.keyboard.press(key)
  await page.getByRole('menuitem', { name: '对比', exact: true }).press('Enter')
  await expect(
    dialog(/^对比 #/)
      .getByRole('region')
      .first(),
  ).toBeVisible()
  await look('two requests side by side')
  await closeDialog(/^对比 #/)
  await fromFileMenu('回放此会话')
  await expect(page.getByRole('slider', { name: '位置' })).toBeFocused()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) await page.keyboard.press(key)
  await look('a replay of them')
  await panel.frame.getByRole('button', { name: '退出回放' }).press('Enter')
  await bar.getByRole('button', { name: '关闭文件' }).click()

  // As an app gives them, and as rules and filters.
  await page.evaluate(async (hostile) => {
    wxInspector.setRules(
      hostile.slice(0, 300).map((name, nth) => ({
        id: `hostile-${nth}`,
        name,
        enabled: true,
        group: name.slice(0, 80),
        when: { url: `https://api.hillside.example/hostile/${nth}` },
        respond: { kind: 'response' as const, body: { text: name } },
      })),
    )
    const calls = hostile.map(
      (each, nth) =>
        new Promise<void>((done) => {
          try {
            wx.request({
              url: nth < 300 ? `https://api.hillside.example/hostile/${nth}` : each || 'x',
              data: { [each]: each },
              header: { [`X-${nth}`]: each },
              complete: () => done(),
            })
          } catch {
            done()
          }
        }),
    )
    await Promise.race([Promise.all(calls), new Promise((done) => setTimeout(done, 5000))])
  }, strings)
  await look('calls of the app')
  for (const nth of [0, 1, 2, 15, 27, 28]) {
    await panel.filter.fill(strings[nth] as string)
    await panel.filter.fill(`body:"${strings[nth]}"`)
  }
  await panel.filter.fill('')
  await look('filters')
  await panel.button('文件').press('Enter')
  await page.getByRole('menuitem', { name: /^导出 HAR/ }).press('Enter')
  await expect(page.getByRole('dialog', { name: '导出 HAR' })).not.toContainText('正在准备', { timeout: 30_000 })
  await look('what a file will hold')
  await page.keyboard.press('Escape')
  // A rule of a call whose texts are hostile, as the Mocks view opens it.
  await expect(dialog('导出 HAR')).toHaveCount(0)
  await panel.filter.fill('hostile')
  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('m')
  await page.getByRole('menu', { name: 'Mock 此请求' }).getByRole('menuitem').first().press('Enter')
  await panel.frame.getByRole('button', { name: /^Mock/ }).first().click()
  await expect(panel.frame.getByRole('button', { name: /新建|添加/ }).first()).toBeVisible()
  await look('the rules')
})
