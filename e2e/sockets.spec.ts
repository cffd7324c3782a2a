import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { SocketTask } from '../src/contract/wx/wx-socket.ts'
import { expect, test } from './drive/test.ts'
import { type SocketServer, startSocketServer } from './servers/socket-server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: SocketServer

test.beforeAll(async () => {
  server = await startSocketServer()
})
test.afterAll(() => server.close())

test.beforeEach(async ({ page }) => {
  await page.goto('/?lang=zh&sw=off')
  await page.waitForFunction(() => globalThis.wxInspector)
  await page.evaluate(() => wxInspector.configure({ urlCheck: false, conditions: { preset: 'none' } }))
})

/** Opens a socket in the page and gives what the app heard of it, until it is closed or quiet. */
const observe = (page: Page, option: object, plan: { send?: (string | number[])[]; close?: object; until: string }) =>
  page.evaluate(
    ([given, { close, send = [], until }]) =>
      new Promise<string[]>((resolve) => {
        const received: string[] = []
        const note = (line: string) => {
          received.push(line)
          if (line.startsWith(until)) resolve(received)
        }
        const task = wx.connectSocket({
          ...given,
          success: ({ errMsg }: { errMsg: string }) => note(errMsg),
        } as never) as unknown as SocketTask
        task.onOpen(({ header, profile }) => {
          note(`open ${header['Sec-WebSocket-Protocol'] ?? ''} ${Object.keys(profile ?? {}).length}`)
          for (const data of send) task.send({ data: typeof data === 'string' ? data : new Uint8Array(data).buffer })
          if (close) task.close(close)
        })
        task.onMessage(({ data }) =>
          note(`message ${typeof data === 'string' ? data : `bytes ${data instanceof ArrayBuffer} ${new Uint8Array(data)}`}`),
        )
        task.onError(({ errMsg }) => note(`error ${errMsg}`))
        task.onClose(({ code, reason }) => note(`close ${code} ${reason}`))
      }),
    [option, plan] as const,
  )

test('speaks with a real server: sub-protocols, texts, bytes and a goodbye with a code', async ({ page }) => {
  const received = await observe(
    page,
    { url: `${server.origin}/echo?one`, protocols: ['v1', 'chat'], header: { 'X-Token': 'abc' } },
    { send: ['你好', [0, 1, 255]], until: 'message bytes' },
  )
  expect(received).toEqual(['connectSocket:ok', 'open chat 8', 'message 你好', 'message bytes true 0,1,255'])
  const seen = server.seen.find(({ path }) => path === '/echo')
  expect(seen?.headers['sec-websocket-protocol']).toBe('v1, chat')
  expect(seen?.headers).not.toHaveProperty('x-token')
  expect(seen?.received).toEqual(['你好', [0, 1, 255]])
  const closed = await observe(page, { url: `${server.origin}/quiet` }, { close: { code: 4001, reason: '再见' }, until: 'close' })
  expect(closed.at(-1)).toBe('close 4001 再见')
  await expect.poll(() => server.seen.find(({ path }) => path === '/quiet')?.closed).toEqual({ code: 4001, reason: '再见' })
})

test('tells how a server ends it: with a code, by breaking off, or by being none', async ({ page }) => {
  expect((await observe(page, { url: `${server.origin}/bye?code=4000&reason=enough` }, { until: 'close' })).at(-1)).toBe(
    'close 4000 enough',
  )
  expect((await observe(page, { url: `${server.origin}/drop` }, { until: 'close' })).slice(1)).toEqual([
    'open  8',
    'close 1006 abnormal closure',
  ])
  expect((await observe(page, { url: `${server.origin}/none` }, { until: 'close' })).slice(1)).toEqual([
    'error exception onOpen fail code:2, msg:Underlying Transport Error',
    'close 1006 abnormal closure',
  ])
})

test('all sockets live in one worker, so that a flood does not keep the page from drawing', async ({ page }) => {
  expect(page.workers()).toHaveLength(0)
  for (const query of ['?a', '?b']) await observe(page, { url: `${server.origin}/echo${query}` }, { send: ['hi'], until: 'message' })
  expect(page.workers()).toHaveLength(1)
})

test('where the policy of the page forbids workers they live in the page, and do the same', async ({ page }) => {
  await page.evaluate(() => {
    const policy = document.createElement('meta')
    policy.httpEquiv = 'Content-Security-Policy'
    policy.content = "worker-src 'none'"
    document.head.append(policy)
  })
  const received = await observe(
    page,
    { url: `${server.origin}/echo?policy`, protocols: ['chat'] },
    { send: ['你好', [0, 1, 255]], until: 'message bytes' },
  )
  expect(received).toEqual(['connectSocket:ok', 'open chat 8', 'message 你好', 'message bytes true 0,1,255'])
  expect(page.workers()).toHaveLength(0)
})

test('a page that has a WebSocket of its own making sees the sockets of wx', async ({ page }) => {
  await page.routeWebSocket(`${server.origin}/echo?double`, (socket) => socket.send('from the double'))
  await page.goto('/?lang=zh&sw=off')
  await page.waitForFunction(() => globalThis.wxInspector)
  await page.evaluate(() => wxInspector.configure({ urlCheck: false, conditions: { preset: 'none' } }))
  const received = await observe(page, { url: `${server.origin}/echo?double` }, { until: 'message' })
  expect(received.at(-1)).toBe('message from the double')
  expect(server.seen.filter(({ path }) => path.includes('double'))).toEqual([])
})

test('a rule plays the server, and the real one is never asked', async ({ page }) => {
  await page.evaluate(() =>
    wxInspector.setRules([
      {
        id: 'chat',
        name: '聊天室',
        enabled: true,
        when: { url: 'wss://chat.example.com/:room' },
        respond: {
          kind: 'socket',
          script: [{ json: { welcome: true } }, { echo: true }, { after: 50, close: { code: 4002, reason: 'full' } }],
        },
      },
    ]),
  )
  const received = await observe(page, { url: 'wss://chat.example.com/7' }, { send: ['x'], until: 'close' })
  expect(received).toEqual(['connectSocket:ok', 'open  8', 'message {"welcome":true}', 'message x', 'close 4002 full'])
})

test('the panel shows a socket while it lives: its messages, a message by hand, and its end', async ({ page, panel }) => {
  await observe(
    page,
    { url: `${server.origin}/echo?hand`, protocols: ['chat'], header: { 'X-Token': 'abc' } },
    { send: ['{"type":"login","user":{"id":7}}'], until: 'message' },
  )
  const row = panel.row('echo?hand')
  await panel.expectRow(row, { 类型: 'socket', 响应来源: '真实网络', 状态: /101 · 已打开/ })
  await panel.open(row, '消息')
  const list = panel.tab.getByRole('listbox', { name: '消息列表' })
  await expect(list.getByRole('option')).toHaveCount(2)

  await list.getByRole('option').first().click()
  await expect(panel.tab.getByRole('tree')).toContainText('login')
  await list.press('ArrowDown')
  await expect(list.getByRole('option', { selected: true }).getByRole('img', { name: '收到' })).toBeVisible()

  // On a low screen too, everything that sends stays in sight beneath a message that is being read.
  await page.setViewportSize({ width: 1440, height: 760 })
  await expect(panel.tab.getByRole('button', { name: '发送', exact: true })).toBeInViewport({ ratio: 1 })

  const typed = panel.tab.getByRole('textbox', { name: '要发送的消息' })
  await typed.fill('手动发送')
  await typed.press('Enter')
  await expect(list.getByRole('option')).toHaveCount(4)
  await panel.tab.getByRole('group', { name: '消息格式' }).getByRole('button', { name: '十六进制' }).click()
  await typed.fill('00 ff')
  await panel.tab.getByRole('button', { name: '发送', exact: true }).click()
  await expect(list.getByRole('option')).toHaveCount(6)
  const seen = server.seen.filter(({ path }) => path === '/echo').at(-1)
  expect(seen?.received.slice(1)).toEqual(['手动发送', [0, 255]])

  await panel.tab.getByRole('textbox', { name: '过滤消息' }).fill('手动')
  await expect(list.getByRole('option')).toHaveCount(2)

  await panel.openTab('标头')
  await expect(panel.tab.getByRole('table', { name: '没有发出的请求头' })).toContainText('X-Token')

  await panel.details.getByRole('button', { name: '关闭连接' }).click()
  await panel.expectRow(row, { 状态: /101 · 已关闭 1000/ })
  await panel.openTab('消息')
  await expect(panel.tab.getByRole('textbox', { name: '要发送的消息' })).toBeDisabled()
  await expect.poll(() => seen?.closed?.code).toBe(1000)
})

for (const theme of ['light', 'dark'] as const) {
  test(`the messages have nothing that keeps people out, in the ${theme} theme`, async ({ page, panel }) => {
    await page.goto(`/?lang=zh&sw=off&theme=${theme}`)
    await page.waitForFunction(() => globalThis.wxInspector)
    await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
    await observe(page, { url: `${server.origin}/greet?${theme}` }, { until: 'message bytes' })
    await panel.open(panel.row(`greet?${theme}`), '消息')
    await panel.tab.getByRole('option').first().click()
    await page.addScriptTag({ content: axe })
    const violations = await panel.details.evaluate(async (details) => {
      const { axe } = globalThis as unknown as {
        axe: { run(within: Node): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }
      }
      return (await axe.run(details)).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
      )
    })
    expect(violations).toEqual([])
  })
}

/** Opens a socket to `/flood`; `send` starts the flood and resolves when all of it has come. */
async function openFlood(page: Page): Promise<{ send(count: number): Promise<void> }> {
  await page.evaluate(
    (url) =>
      new Promise<void>((resolve) => {
        const task = wx.connectSocket({ url }) as unknown as SocketTask
        let come = 0
        let expected = 0
        let done = () => {}
        task.onMessage(() => {
          come += 1
          if (come === expected) done()
        })
        const send = (count: number) =>
          new Promise<void>((all) => {
            expected = come + count
            done = all
            task.send({ data: String(count) })
          })
        Object.assign(globalThis, { flood: send })
        task.onOpen(() => resolve())
      }),
    `${server.origin}/flood`,
  )
  return {
    send: (count) => page.evaluate((wanted) => (globalThis as unknown as { flood(count: number): Promise<void> }).flood(wanted), count),
  }
}

test('five thousand messages are all there, drawn a few at a time, to be walked through and filtered', async ({ page, panel }) => {
  const flood = await openFlood(page)
  await panel.open(panel.row('flood'), '消息')
  const list = panel.tab.getByRole('listbox', { name: '消息列表' })
  await flood.send(5000)
  await expect(panel.tab.getByText('5,001 条')).toBeVisible()
  // It stood at its end, and followed.
  await expect(list.getByRole('option').last()).toContainText('"nth":5000')
  expect(await list.getByRole('option').count()).toBeLessThan(120)

  await list.focus()
  for (const key of ['Home', 'PageDown', 'PageDown', 'End', 'Home', 'End']) await list.press(key)
  await expect(list.getByRole('option', { selected: true })).toContainText('"nth":5000')
  await panel.tab.getByRole('textbox', { name: '过滤消息' }).pressSequentially('第 4999')
  await expect(list.getByRole('option')).toHaveCount(1)
})

test('of 102,000 messages the newest are kept one by one, and what became of the others is said', async ({ page, panel }) => {
  const flood = await openFlood(page)
  await panel.open(panel.row('flood'), '消息')
  await flood.send(99_000)
  // The limit is passed while they are looked at.
  await flood.send(3_000)
  await expect(panel.tab.getByText(/更早的 [\d,]+ 条太多，只留下了数目和大小/)).toBeVisible()
  await expect(panel.tab.getByRole('option').last()).toContainText('"nth":3000')
  const held = await page.evaluate(() => {
    const [task] = wxInspector.tasks().filter(({ api }) => api === 'connectSocket')
    const events = wxInspector.events(task?.taskId)
    const condensed = events.flatMap((event) => (event.type === 'condensed' ? [event.count] : []))
    return {
      condensed,
      pieces: events.filter(({ type }) => type.startsWith('message-')).length,
      socket: task?.socket,
      bytes: task?.receivedBytes,
    }
  })
  // Whoever reads the record anew counts what whoever was there from the start has counted.
  expect(held).toMatchObject({ condensed: [expect.any(Number)], socket: { received: 102_000, sent: 2 } })
  expect(held.pieces).toBeLessThanOrEqual(100_000)
  expect(held.pieces + (held.condensed[0] ?? 0)).toBe(102_002)
})

test('bodies beyond the budget are released, their sizes kept, and the tab says so', async ({ page, panel }) => {
  const flood = await openFlood(page)
  await flood.send(2000)
  const budget = await page.evaluate(() => (wxInspector.state?.().kept.bytes ?? 0) - 20_000)
  await page.evaluate((maxBodyBytes) => wxInspector.configure({ capture: { maxBodyBytes } }), budget)
  await panel.open(panel.row('flood'), '消息')
  await expect(panel.tab.getByText(/较早的 [\d,]+ 条内容已清理/)).toBeVisible()
  expect(await page.evaluate(() => wxInspector.state?.().kept.bytes ?? 0)).toBeLessThanOrEqual(budget)
  const list = panel.tab.getByRole('listbox', { name: '消息列表' })
  await list.press('Home')
  await expect(list.getByRole('option', { selected: true })).toContainText('已清理')
})

test('going to the background for five seconds closes a socket, and the app is told', async ({ page }) => {
  const closed = observe(page, { url: `${server.origin}/echo?hidden` }, { until: 'close' })
  await page.waitForFunction(() => wxInspector.tasks().some((task) => task.url.includes('echo?hidden') && task.state === 'open'))
  await page.evaluate(() => wxInspector.setAppHidden(true))
  expect((await closed).at(-1)).toBe('close 1000 interrupted')
  await page.evaluate(() => wxInspector.setAppHidden(false))
})
