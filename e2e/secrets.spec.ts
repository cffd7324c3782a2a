import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readShare } from '../src/exchange/share/share-link.ts'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const LOGIN = 'https://api.hillside.example/v1/login'
const ROOM = 'wss://chat.hillside.example/private'

/** Where the secrets are planted. Each value ends with a letter of its own, so that a leak says which it is. */
const REQUEST = {
  url: `${LOGIN}?access_token=planted-a&sign=planted-b&from=test`,
  method: 'POST' as const,
  header: { 'X-Api-Key': 'planted-c', 'Proxy-Authorization': 'Basic planted-d', token: 'planted-e' },
  data: { name: '明前龙井', password: 'planted-f' },
}
const RULES = [
  {
    id: 'login',
    name: 'login',
    enabled: true,
    when: {
      method: 'POST' as const,
      url: LOGIN,
      all: [{ on: 'query' as const, name: 'access_token', operator: 'equals' as const, value: 'planted-a' }],
    },
    respond: {
      kind: 'response' as const,
      headers: { 'X-Auth-Token': 'planted-g' },
      body: { json: { session_key: 'planted-h', echo: 'planted-a', name: '碧螺春' } },
    },
  },
  {
    id: 'room',
    name: 'room',
    enabled: true,
    when: { api: 'connectSocket' as const, url: ROOM },
    respond: { kind: 'socket' as const, script: [{ json: { type: 'hello', token: 'planted-i', greeting: '毛尖' } }] },
  },
]
const LOGIN_NAMES = ['access_token', 'sign', 'X-Api-Key', 'Proxy-Authorization', 'token', 'password', 'X-Auth-Token', 'session_key']

test('nine planted secrets go into no copy, file, link or report by default, and what was replaced is listed', async ({
  context,
  openPanel,
  page,
  panel,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPanel()
  await page.evaluate((rules) => wxInspector.send?.({ type: 'set-rules', rules }), RULES)
  const { result } = await callWx(page, REQUEST)
  expect(result).toMatchObject({ statusCode: 200, data: { session_key: 'planted-h' } })
  await page.evaluate(
    (url) =>
      new Promise((answered) => {
        const socket = wx.connectSocket({ url })
        socket?.onOpen(() => socket.send({ data: 'said in private: planted-j' }))
        socket?.onMessage(answered)
      }),
    ROOM,
  )
  const [login, room] = [panel.row('login?'), panel.row('private')]
  await expect(panel.rows).toHaveCount(3)
  await expect(room).toBeVisible()
  const outcome = panel.frame.getByRole('group', { name: '操作结果' })

  await test.step('copies', async () => {
    const menu = page.getByRole('menu', { name: '请求操作' })
    const openForms = async () => {
      await panel.grid.focus()
      await page.keyboard.press('Shift+F10')
      await menu.getByRole('menuitem', { name: '复制', exact: true }).press('ArrowRight')
      const forms = page.getByRole('menu', { name: '复制', exact: true }).getByRole('menuitem')
      await expect(forms.first()).toBeFocused()
      return forms
    }
    /** Every form that the menu offers for the chosen rows, with what was told of it. */
    const copies = async () => {
      const names = await (await openForms()).allInnerTexts()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      const copied: Record<string, { text: string; told: string }> = {}
      for (const name of names) {
        const forms = await openForms()
        await page.evaluate(() => navigator.clipboard.writeText(''))
        await forms.and(page.getByRole('menuitem', { name, exact: true })).press('Enter')
        await expect.poll(() => clipboard(page)).not.toBe('')
        await expect(outcome).toContainText(
          name === 'URL' || name === '响应' ? `已复制${name === 'URL' ? ' ' : ''}${name}` : `已复制为 ${name}`,
        )
        copied[name] = { text: await clipboard(page), told: await outcome.innerText() }
      }
      return copied
    }
    await panel.grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect(login).toHaveAttribute('aria-selected', 'true')
    const ofLogin = await copies()
    expect(Object.keys(ofLogin)).toEqual([
      'URL',
      'cURL（bash）',
      'cURL（cmd）',
      'PowerShell',
      'fetch',
      'wx.request',
      'MSW handler',
      'HAR',
      '响应',
    ])
    expect(ofLogin['URL']?.text).toMatch(
      /^https:\/\/api\.hillside\.example\/v1\/login\?access_token=redacted-\d+&sign=redacted-\d+&from=test$/,
    )
    expect(ofLogin['URL']?.told).toContain('2 个敏感值已替换：access_token、sign')
    expect(ofLogin['响应']?.text).toContain('碧螺春')
    expect(ofLogin['响应']?.told).toContain('session_key')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(room).toHaveAttribute('aria-selected', 'true')
    const ofBoth = await copies()
    await page.keyboard.press('ArrowDown')
    await expect(login).toHaveAttribute('aria-selected', 'false')
    const ofRoom = await copies()
    expect(Object.keys(ofRoom)).toEqual(['URL', 'wx.request', 'HAR'])
    expect(ofRoom['HAR']?.told).toContain('消息')
    for (const copied of [ofLogin, ofBoth, ofRoom])
      for (const [name, { text, told }] of Object.entries(copied)) {
        expect(text, name).not.toContain('planted')
        if (text.includes('redacted')) expect(told, name).toContain('敏感值已替换')
      }

    await panel.open(login)
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await panel.details.getByRole('button', { name: '复制 url' }).press('Enter')
    await expect.poll(() => clipboard(page)).toBe(ofLogin['URL']?.text)
    await outcome.getByRole('button', { name: '复制原文' }).press('Enter')
    await expect.poll(() => clipboard(page)).toBe(REQUEST.url)
    await panel.close()
  })

  await test.step('a saved session, and the report', async () => {
    await panel.button('文件').press('Enter')
    await page.getByRole('menuitem', { name: '导出 HAR（3 个请求）…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: '导出 HAR' })
    const listed = dialog.getByRole('region', { name: '将被替换的值' })
    await expect(listed).toBeVisible()
    for (const name of LOGIN_NAMES) await expect(listed.getByRole('cell', { name, exact: true }).first()).toBeVisible()
    await expect(listed.getByRole('row', { name: /消息/ })).not.toHaveCount(0)
    await expect(dialog).not.toContainText('planted')
    const har = await saved(page, () => dialog.getByRole('button', { name: '保存' }).press('Enter'))
    expect(har.name).toMatch(/\.har$/)
    expect(har.text).toContain('明前龙井')
    expect(har.text).not.toContain('planted')
    expect(await page.evaluate(() => JSON.stringify(wxInspector.toHar()))).not.toContain('planted')

    await panel.button('文件').press('Enter')
    await page.getByRole('menuitem', { name: '会话报告…' }).press('Enter')
    const report = page.getByRole('dialog', { name: '会话报告' })
    await expect(report.getByRole('region', { name: '最慢的请求' })).toContainText('/login?access_token=redacted-')
    await expect(report).not.toContainText('planted')
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await report.getByRole('button', { name: '复制为 Markdown' }).press('Enter')
    await expect.poll(() => clipboard(page)).toContain('# 会话报告')
    expect(await clipboard(page)).not.toContain('planted')
    await page.keyboard.press('Escape')
    await expect(report).toHaveCount(0)
  })

  await test.step('rules, also those made of the calls, as files and as a link', async () => {
    for (const row of [login, room]) {
      await row.click({ button: 'right', position: { x: 60, y: 12 } })
      await page.getByRole('menuitem', { name: 'Mock 此请求' }).press('ArrowRight')
      await page.getByRole('menuitem', { name: '按记录', exact: true }).press('Enter')
      await expect(panel.frame.getByRole('status').filter({ hasText: '将返回“按记录”' })).toBeVisible()
    }
    await panel.chooseView('Mock')
    const exportAs = async (name: string) => {
      await panel.button('导出').press('Enter')
      await page.getByRole('menuitem', { name, exact: true }).press('Enter')
    }
    const rules = await saved(page, () => exportAs('规则和场景（JSON）'))
    await expect(outcome).toContainText(/敏感值已替换：.*X-Auth-Token.*session_key/)
    const handlers = await saved(page, () => exportAs('MSW handlers（TypeScript）'))
    await exportAs('分享链接…')
    const dialog = page.getByRole('dialog', { name: '分享规则' })
    for (const name of ['access_token', 'X-Auth-Token', 'session_key', 'token'])
      await expect(dialog.getByRole('status').first()).toContainText(name)
    const sharedFile = await saved(page, () => dialog.getByRole('button', { name: '导出文件' }).press('Enter'))
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await dialog.getByRole('button', { name: '复制链接' }).press('Enter')
    await expect.poll(() => clipboard(page)).toContain('#wx-mocks=')
    const link = await clipboard(page)
    const fromLink = JSON.stringify((await readShare(link.slice(link.indexOf('#wx-mocks=') + 10))).file)
    for (const text of [rules.text, handlers.text, sharedFile.text, fromLink]) {
      expect(text).toContain('碧螺春')
      expect(text).not.toContain('planted')
    }
    for (const text of [rules.text, sharedFile.text, fromLink]) expect(text).toContain('毛尖')
    await expect(dialog).not.toContainText('planted')
  })
})

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

/** The file that an act saves. */
async function saved(page: Page, act: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const download = page.waitForEvent('download')
  await act()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}
