import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas'
const firstId = (page: Page) => page.evaluate(() => wxInspector.tasks()[0]?.taskId)
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test.describe('a call', () => {
  test('is copied in each form from its row and from its details, with secrets replaced until one asks for them', async ({
    context,
    openPanel,
    page,
    panel,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openPanel()
    await callWx(page, { url: `${TEAS}/longjing?access_token=planted-1`, header: { 'X-Api-Key': 'planted-2' } })
    const copyRow = async (form: string) => {
      await panel.row('access_token').click({ button: 'right', position: { x: 60, y: 12 } })
      await page.getByRole('menu', { name: '请求操作' }).getByRole('menuitem', { name: '复制' }).press('ArrowRight')
      await page.getByRole('menuitem', { name: form, exact: true }).click()
      await expect(panel.frame.getByRole('group', { name: '操作结果' })).toContainText(`已复制为 ${form}`)
    }
    for (const [form, wanted] of [
      ['cURL（bash）', /^curl '?https:\/\/api\.hillside\.example\/v1\/teas\/longjing\?access_token=redacted-\d'? \\\n {2}-H /],
      ['cURL（cmd）', /^curl \^"https/],
      ['PowerShell', /^Invoke-WebRequest -UseBasicParsing -Uri 'https/],
      ['fetch', /^const response = await fetch\('https/],
      ['wx.request', /^wx\.request\(\{\n {2}url: 'https/],
      ['MSW handler', /^import \{.*http.*\} from 'msw'/],
      ['HAR', /"startedDateTime": "20/],
    ] as const) {
      await copyRow(form)
      const text = await clipboard(page)
      expect(text).toMatch(wanted)
      expect(text).not.toContain('planted')
    }
    const outcome = panel.frame.getByRole('group', { name: '操作结果' })
    await copyRow('cURL（bash）')
    await expect(outcome).toContainText('2 个敏感值已替换：access_token、X-Api-Key')
    await outcome.getByRole('button', { name: '复制原文' }).click()
    await expect.poll(() => clipboard(page)).toContain('planted-2')
    expect(
      await page.evaluate((id) => wxInspector.copyAs(id, 'fetch'), (await page.evaluate(() => wxInspector.tasks().at(-1)?.taskId)) ?? ''),
    ).toMatch(/^const response = await fetch\('https.*redacted-1'/)

    await panel.open(panel.row('access_token'))
    await panel.details.getByRole('button', { name: '复制', exact: true }).press('Enter')
    await page.getByRole('menu', { name: '复制此请求' }).getByRole('menuitem', { name: '响应' }).click()
    await expect.poll(() => clipboard(page)).toContain('"id":"longjing"')

    // Rules are saved likewise, but for those that the code brought.
    await page.evaluate(() =>
      wxInspector.send?.({
        type: 'set-rules',
        rules: [
          {
            id: 'login',
            name: 'login',
            enabled: true,
            when: { url: 'https://api.hillside.example/login' },
            respond: {
              kind: 'response',
              headers: { 'X-Auth-Token': 'planted-3' },
              body: { json: { session_key: 'planted-4', name: '明前龙井' } },
            },
          },
        ],
      }),
    )
    await panel.frame.getByRole('button', { name: /^Mock/ }).first().click()
    for (const [item, file] of [
      ['规则和场景（JSON）', 'rules.json'],
      ['MSW handlers（TypeScript）', 'handlers.ts'],
    ] as const) {
      const save = async (act: () => Promise<void>) => {
        const download = page.waitForEvent('download')
        await act()
        const saved = await download
        expect(saved.suggestedFilename()).toBe(file)
        return readFile(await saved.path(), 'utf8')
      }
      const text = await save(async () => {
        await panel.button('导出').press('Enter')
        await page.getByRole('menuitem', { name: item }).press('Enter')
      })
      expect(text).toContain('明前龙井')
      expect(text).not.toContain('planted')
      await expect(outcome).toContainText('2 个敏感值已替换：X-Auth-Token、session_key')
      expect(await save(() => outcome.getByRole('button', { name: '保存原文' }).press('Enter'))).toContain('planted-4')
    }
  })
})

test('the list goes to a HAR file and comes back beside the live session, and what cannot be read is told', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await page.evaluate(() => Object.assign(globalThis, { getCurrentPages: () => [{ route: 'pages/cart/index' }] }))
  await callWx(page, { url: `${TEAS}?access_token=planted-1` })
  await panel.frame.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '导出 HAR（2 个请求）…' }).click()
  const dialog = page.getByRole('dialog', { name: '导出 HAR' })
  await expect(dialog).toContainText('将替换')
  await expect(dialog.getByRole('region', { name: '将被替换的值' })).toContainText('access_token')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '保存' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/^wx-requests-\d{8}-\d{6}\.har$/)
  const har = JSON.parse(await readFile(await saved.path(), 'utf8'))
  expect(JSON.stringify(har)).not.toContain('planted')
  expect(har.log.entries).toHaveLength(2)
  expect(har.log.entries[1]._wx).toMatchObject({ page: 'pages/cart/index', simulated: expect.any(Array), rule: expect.any(String) })

  // Another tool's entry, and one that is broken.
  har.log.entries.push(
    {
      startedDateTime: new Date(har.log._wx.startedAt + 60_000).toISOString(),
      time: 40,
      request: { method: 'GET', url: 'https://other.example/from-chrome', headers: [] },
      response: { status: 418, headers: [], content: { size: 2, mimeType: 'text/plain', text: 'hi' } },
      timings: { send: 1, wait: 30, receive: 9 },
    },
    { startedDateTime: 'never', request: { method: 'GET', url: 'https://other.example/broken' } },
  )
  const open = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser')
    await panel.frame.getByRole('button', { name: '文件', exact: true }).click()
    await page.getByRole('menuitem', { name: '打开 HAR…' }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }
  await open('tea.har', JSON.stringify(har))
  const bar = panel.frame.getByRole('region', { name: '会话', exact: true })
  await expect(bar).toContainText('来自文件，共 3 个请求，只能查看')
  await expect(panel.frame.getByText('只读', { exact: true }), 'which is said once').toHaveCount(0)
  await expect(panel.rows).toHaveCount(3)
  await expect(bar.getByRole('button', { name: 'tea.har', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(panel.grid, 'the keys go on in the list of the file').toBeFocused()
  await panel.expectRow(panel.row('from-chrome'), { 状态: '418' })
  await panel.open(panel.row('access_token'), '事件')
  await expect(panel.tab).toContainText('success')
  await panel.openTab('概览')
  await expect(panel.details.getByText('pages/cart/index', { exact: true })).toBeVisible()
  await bar.getByRole('button', { name: '1 处未能读取' }).click()
  await expect(bar).toContainText('log.entries[3].startedDateTime must be a date')

  // A second file, even of the same name, leaves the first one open; all by keys from here.
  har.log.entries = har.log.entries.slice(0, 1)
  await open('tea.har', JSON.stringify(har))
  const session = (name: string) => bar.getByRole('button', { name, exact: true })
  await expect(session('tea.har (2)')).toHaveAttribute('aria-pressed', 'true')
  await expect(bar).toContainText('来自文件，共 1 个请求，只能查看')
  await session('tea.har').press('Enter')
  await expect(bar).toContainText('来自文件，共 3 个请求，只能查看')
  await expect(bar.getByRole('button', { pressed: true })).toHaveText('tea.har')
  await expect(panel.grid).toBeFocused()
  await panel.button('文件').press('Enter')
  await page.getByRole('menuitem', { name: '对比会话…' }).press('Enter')
  const compared = page.getByRole('dialog', { name: '对比会话' })
  for (const side of ['之前', '之后'])
    await expect(compared.getByRole('combobox', { name: side }).getByRole('option')).toHaveText([
      '文件 · tea.har · 3 个请求',
      '文件 · tea.har (2) · 1 个请求',
      '实时记录 · 2 个请求',
    ])
  await expect(compared.getByRole('button', { name: '消失 2' })).toBeVisible()
  await compared.getByRole('combobox', { name: '之后' }).selectOption('2')
  await expect(compared.getByRole('button', { name: '消失 1' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(compared).toHaveCount(0)
  await session('关闭文件 tea.har (2)').press('Enter')
  await expect(session('tea.har (2)')).toHaveCount(0)
  await expect(session('tea.har'), 'the one that is shown stays').toHaveAttribute('aria-pressed', 'true')

  await session('实时').press('Enter')
  await expect(panel.rows).toHaveCount(2)
  await open('notes.har', 'hello')
  const refused = panel.frame.getByRole('alert')
  await expect(refused).toContainText('无法打开 notes.har')
  await refused.getByRole('button', { name: '关闭' }).press('Enter')
  await expect(refused).toHaveCount(0)
  await session('关闭文件 tea.har').press('Enter')
  await expect(bar).toHaveCount(0)
  await expect(panel.grid).toBeFocused()
})

test('a call is made again by its menu, by R and by a script, and says of which it is the repetition', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await callWx(page, { url: `${TEAS}/longjing`, header: { 'X-Try': '1' } })
  await panel.row('longjing').click({ button: 'right', position: { x: 60, y: 12 } })
  await page.getByRole('menuitem', { name: /^重新发送/ }).click()
  await expect(panel.frame.getByRole('group', { name: '操作结果' })).toContainText('已重新发送')
  await expect(panel.rows).toHaveCount(3)
  await panel.grid.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('r')
  await expect(panel.rows).toHaveCount(4)
  const again = await page.evaluate(async () => {
    const [, first] = wxInspector.tasks()
    const id = await wxInspector.resend(first?.taskId ?? '', { timeout: 1234 })
    return wxInspector.tasks().find(({ taskId }) => taskId === id)
  })
  expect(again).toMatchObject({ url: `${TEAS}/longjing`, timeout: 1234, sent: { header: expect.arrayContaining([['X-Try', '1']]) } })
  await panel.open(panel.rows.nth(4), '概览')
  await panel.tab.getByRole('button', { name: '#2' }).first().click()
  await expect(panel.rows.nth(1)).toHaveAttribute('aria-selected', 'true')
})

test('a cURL command and a HAR entry are pasted into the list, and Shift+R sends a call several times', async ({
  context,
  openPanel,
  page,
  panel,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPanel()
  const pasteInList = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await panel.grid.focus()
    await page.keyboard.press('Control+v')
  }
  const dialog = page.getByRole('dialog', { name: '新建请求' })
  const url = dialog.getByRole('textbox', { name: 'URL' })
  await pasteInList('no command')
  await expect(dialog).toHaveCount(0)
  await pasteInList(`curl ${TEAS}/longjing?from=list -X PUT`)
  await expect(url).toHaveValue(`${TEAS}/longjing?from=list`)
  await expect(url).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.evaluate((taskId) => navigator.clipboard.writeText(wxInspector.copyAs(taskId, 'har')), (await firstId(page)) ?? '')
  await page.keyboard.press('Control+v')
  await expect(dialog).toContainText('已读取 HAR 条目')
  await expect(url).toHaveValue(/\/v1\/teas\?/)
  await url.fill('')
  await url.focus()
  await page.keyboard.press('Control+v')
  await expect(url).toHaveValue(/\/v1\/teas\?/)
  await page.keyboard.press('Escape')
  await expect(panel.grid).toBeFocused()

  await page.keyboard.press('End')
  await page.keyboard.press('Shift+R')
  const edit = page.getByRole('dialog', { name: '编辑并重新发送' })
  await expect(edit.getByRole('spinbutton', { name: '次数' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(edit).toContainText('已完成 2 / 2')
  await expect(panel.rows).toHaveCount(3)
})

test('a pasted cURL command becomes a call, is changed, and sent three times with a summary', async ({ openPanel, page, panel }) => {
  await openPanel()
  await panel.frame.getByRole('button', { name: '文件', exact: true }).click()
  await page.getByRole('menuitem', { name: '新建请求…' }).click()
  const dialog = page.getByRole('dialog', { name: '新建请求' })
  await dialog.getByRole('textbox', { name: 'URL' }).evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }))
  }, `curl '${TEAS}/longjing?from=curl' -H 'X-Pasted: yes' --compressed`)
  await expect(dialog.getByRole('textbox', { name: 'URL' })).toHaveValue(`${TEAS}/longjing?from=curl`)
  await expect(dialog).toContainText('已读取 cURL 命令，忽略了 1 个选项： --compressed')
  await dialog.getByRole('textbox', { name: '请求头' }).fill('no colon')
  await dialog.getByRole('button', { name: '发送' }).click()
  await expect(dialog).toContainText('请求头第 1 行缺少冒号')
  await dialog.getByRole('textbox', { name: '请求头' }).fill('X-Pasted: again')
  await dialog.getByRole('spinbutton', { name: '次数' }).fill('3')
  await dialog.getByRole('textbox', { name: '请求头' }).press('Tab')
  await dialog.getByRole('button', { name: '发送' }).press('Enter')
  const summary = dialog.getByRole('region', { name: '3 次请求的结果' })
  await expect(summary).toContainText('已完成 3 / 3')
  await expect(summary.getByRole('row', { name: /^200 3/ })).toBeVisible()
  await dialog.getByRole('button', { name: '关闭', exact: true }).click()
  await expect(panel.rows).toHaveCount(4)
  await panel.open(panel.row('from=curl').first(), '标头')
  await expect(panel.tab).toContainText('again')

  await panel
    .row('from=curl')
    .first()
    .click({ button: 'right', position: { x: 60, y: 12 } })
  await page.getByRole('menuitem', { name: '编辑并重新发送…' }).click()
  const edit = page.getByRole('dialog', { name: '编辑并重新发送' })
  await edit.getByRole('combobox', { name: '方法' }).selectOption('DELETE')
  await edit.getByRole('button', { name: '发送' }).click()
  await edit.getByRole('button', { name: '查看请求' }).click()
  await expect(panel.details).toContainText('DELETE')
  await expect(panel.rows).toHaveCount(5)
})
