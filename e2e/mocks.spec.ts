import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { longestTask } from './bench/longest-task.ts'
import { callWx } from './drive/call-wx.ts'
import { findViolations } from './drive/find-violations.ts'
import { HAR_OF_500, type HarEntry } from './drive/har-of-500.ts'
import type { Panel } from './drive/panel.ts'
import { expect, test } from './drive/test.ts'

const TEAS = 'https://api.hillside.example/v1/teas?page=1'

/** Three presses with the mouse: the menu of the row, its answers, one of them. */
async function mockByMouse(page: Page, panel: Panel, answer: string) {
  await panel.rows.first().click({ button: 'right', position: { x: 60, y: 12 } })
  await page.getByRole('menuitem', { name: 'Mock 此请求' }).click()
  await page.getByRole('menuitem', { name: answer, exact: true }).click()
}

/** The same by keys: M on the row, then the first letters of the answer, and Enter. */
async function mockByKeys(page: Page, panel: Panel, answer: string) {
  // The list follows the record a moment later.
  await expect(panel.rows.first()).toBeVisible()
  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('m')
  const items = page.getByRole('menu', { name: 'Mock 此请求' }).getByRole('menuitem')
  await expect(items.first()).toBeFocused()
  const item = items.and(page.getByRole('menuitem', { name: answer, exact: true }))
  for (let step = 0; step < 9 && !(await item.evaluate((element) => element.matches(':focus'))); step += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** The line that says what the next call gets. */
async function expectNext(panel: Panel, answer: string) {
  await expect(panel.frame.getByText(`下一个 GET /v1/teas 将返回“${answer}”。`).first()).toBeVisible()
}

const teas = async (page: Page) => (await callWx(page, { url: TEAS })).result as { statusCode?: number; errMsg: string; data?: unknown }
/** What a call of `wx` came to; `bytes` as Latin-1. */
type Replayed =
  | { readonly errMsg: string }
  | { readonly statusCode: number; readonly header: object; readonly cookies: readonly string[]; readonly bytes: string }

/** What an entry promises to whoever makes its call again; `got` may have headers of its own. */
function expectedOf({ request, response }: HarEntry, got: Replayed | undefined): object {
  const { status, headers, content } = response
  if (status === 0) return { errMsg: expect.stringContaining('request:fail') }
  const kept = new Map<string, string[]>()
  const names = new Map(Object.keys(got && 'header' in got ? got.header : {}).map((name) => [name.toLowerCase(), name]))
  for (const { name, value } of headers) {
    const key = name.toLowerCase()
    if (key !== 'content-length' && key !== 'date' && key !== 'set-cookie') kept.set(key, [...(kept.get(key) ?? []), value])
  }
  const utf8 = (text: string) => Buffer.from(text).toString('latin1')
  const text = content.encoding === 'base64' ? atob(content.text ?? '') : utf8(content.text ?? '')
  return {
    statusCode: status,
    header: expect.objectContaining(Object.fromEntries([...kept].map(([key, values]) => [names.get(key) ?? key, values.join()]))),
    cookies: headers.filter(({ name }) => name === 'Set-Cookie').flatMap(({ value }) => value.split('\n')),
    bytes: request.method === 'HEAD' ? '' : text,
  }
}
const rulesOf = (page: Page) => page.evaluate(() => wxInspector.rules)
/** The rule that answers the first page of the shop. */
const ruleOfTeas = async (page: Page) => (await rulesOf(page)).find(({ name }) => name === '茶单 · 第 1 页')

for (const [way, mock] of [
  ['the mouse', mockByMouse],
  ['the keyboard', mockByKeys],
] as const) {
  test(`a designer gives a call an empty list, a 500, three seconds or no network with ${way}, and takes it back`, async ({
    openPanel,
    page,
    panel,
  }) => {
    await openPanel()
    const before = await rulesOf(page)

    await mock(page, panel, '空列表')
    await expectNext(panel, '空列表')
    expect(await teas(page)).toMatchObject({ statusCode: 200, data: { items: [] } })
    await page.reload()
    await expect.poll(() => teas(page)).toMatchObject({ data: { items: [] } })

    await mock(page, panel, '500')
    await expectNext(panel, '500')
    expect(await teas(page)).toMatchObject({ statusCode: 500 })
    await mock(page, panel, '离线')
    await expectNext(panel, '离线')
    expect(await teas(page)).toMatchObject({ errMsg: expect.stringContaining('request:fail') })
    await mock(page, panel, '慢 3 秒')
    await expectNext(panel, '慢 3 秒')
    expect(await ruleOfTeas(page)).toMatchObject({
      respond: { picked: '慢 3 秒', answers: expect.arrayContaining([expect.objectContaining({ delay: 3000 })]) },
    })

    const undo = panel.frame.getByRole('button', { name: '撤销', exact: true })
    await (way === 'the mouse' ? undo.click() : page.keyboard.press('Control+z'))
    await expect.poll(async () => (await ruleOfTeas(page))?.respond).toMatchObject({ picked: '离线' })
    await panel.button('Mock').click()
    const reset = panel.frame.getByRole('button', { name: '全部还原' })
    await reset.click()
    await expect.poll(() => rulesOf(page)).toEqual(before)
    const scenario = panel.frame.getByRole('group', { name: '场景' }).getByRole('button', { name: '全部很慢' })
    await scenario.click()
    await expect.poll(() => page.evaluate(() => [wxInspector.scenario, wxInspector.settings.conditions.preset])).toEqual(['slow', '2g'])
    // Each step is taken back, whatever it was: the scenario with its network, the reset.
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.evaluate(() => [wxInspector.scenario, wxInspector.settings.conditions.preset])).not.toContain('2g')
    expect(await rulesOf(page)).toEqual(before)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await ruleOfTeas(page))?.respond).toMatchObject({ picked: '离线' })
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => rulesOf(page)).toEqual(before)
    await page.keyboard.press('Control+Shift+z')
    await expect(scenario).toHaveAttribute('aria-pressed', 'true')
  })
}

test('a price of seven digits, a name of sixty characters and another picture are typed into the response, which the app then shows', async ({
  openDemo,
  page,
  panel,
  shop,
}) => {
  await openDemo('?sw=off')
  await mockByMouse(page, panel, '编辑响应')
  const editor = panel.details.getByRole('region', { name: '编辑响应' })
  await editor.getByRole('textbox', { name: 'price items[0]' }).fill('168888800')
  await page.keyboard.press('Enter')
  await expectNext(panel, '已编辑')
  await expect(panel.frame.getByRole('status').filter({ hasText: '已编辑' })).toHaveText('下一个 GET /v1/teas 将返回“已编辑”。')
  await expect(editor.getByText('原为 16800')).toBeVisible()
  // The line above the form has not pushed the field out of sight, and its menu gives the focus back.
  await expect(editor.getByRole('textbox', { name: 'price items[0]' })).toBeInViewport()
  const stress = editor.getByRole('button', { name: '极限值 price items[0]' })
  await stress.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: /^七位数/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(stress).toBeFocused()
  await expect(panel.rows.first().getByRole('img', { name: '已改为 Mock 响应' })).toBeVisible()

  await panel.details.getByRole('button', { name: '重新加载预览' }).click()
  await expect(shop.phone.getByText('¥1,688,888').first()).toBeVisible()
  await page.reload()
  await expect(shop.phone.getByText('¥1,688,888').first()).toBeVisible()

  // By keys: the menu of the row, the editor, the field that is sought, its text.
  await expect(panel.rows.first()).toBeVisible()
  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('m')
  await expect(page.getByRole('menuitem', { name: '编辑响应', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('searchbox', { name: '查找字段' })).toBeFocused()
  await page.keyboard.type('明前龙井')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('textbox', { name: 'zh items[0].name' })).toBeFocused()
  await page.keyboard.type('长'.repeat(60))
  await page.keyboard.press('Enter')
  await expect.poll(async () => JSON.stringify(await ruleOfTeas(page))).toContain('长'.repeat(60))
  await page.keyboard.press('Control+z')
  await expect.poll(async () => JSON.stringify(await ruleOfTeas(page))).not.toContain('长'.repeat(60))
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => JSON.stringify(await ruleOfTeas(page))).toContain('长'.repeat(60))

  await callWx(page, { url: 'https://api.hillside.example/v1/teas/longjing' })
  await panel
    .row('longjing')
    .last()
    .click({ button: 'right', position: { x: 60, y: 12 } })
  await page.getByRole('menuitem', { name: 'Mock 此请求' }).click()
  await page.getByRole('menuitem', { name: '编辑响应', exact: true }).click()
  await editor.getByRole('button', { name: '替换… picture' }).click()
  await page.getByRole('menuitem', { name: /^占位图/ }).click()
  await expect
    .poll(async () => (await callWx(page, { url: 'https://api.hillside.example/v1/teas/longjing' })).result)
    .toMatchObject({ data: { picture: expect.stringMatching(/^data:image\/svg/) } })
})

test('the Mocks view lists the rules, edits one in every part, and hides nothing from those who cannot see it', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await mockByMouse(page, panel, '按记录')
  await panel.frame.getByRole('button', { name: '在 Mock 中打开' }).focus()
  await page.keyboard.press('Enter')
  await expect(panel.frame.getByRole('group', { name: '视图' }).getByRole('button', { name: 'Mock' })).toBeFocused()
  const view = panel.frame.getByRole('region', { name: 'Mock', exact: true })
  const editor = view.getByRole('region', { name: '规则 茶单 · 第 1 页' })
  await expect(editor).toBeVisible()
  await expect(editor.getByText('命中 1 条记录中的 1 条')).toBeVisible()

  await editor.getByRole('button', { name: '添加响应' }).click()
  await page.getByRole('menuitem', { name: '404' }).click()
  expect(await teas(page)).toMatchObject({ statusCode: 404 })
  await editor.getByRole('button', { name: '按记录' }).click()
  await editor.getByRole('tab', { name: 'JSON' }).click()
  const json = editor.getByRole('textbox', { name: 'JSON' })
  const put = async (text: string) => {
    await json.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  }
  await put('{\n  "page": 1,\n}')
  await expect(editor.getByRole('alert')).toContainText('第 3 行第 1 列')
  // The rule keeps JSON without blanks. What was typed stays as it is, with the caret where it was, until the field is left.
  await put('{"items":   []}')
  await expect.poll(async () => JSON.stringify(await ruleOfTeas(page))).toContain('{"items":[]}')
  await json.press('End')
  await json.press('ArrowLeft')
  await json.pressSequentially(', "total": 7')
  await expect.poll(() => json.innerText()).toContain('{"items":   [], "total": 7}')
  await json.blur()
  await expect.poll(() => json.innerText()).toContain('"items": [],\n  "total": 7')
  // What the answers of this address had is offered: keys with their colon, and values.
  await put('{}')
  await json.press('Home')
  await json.press('ArrowRight')
  await json.pressSequentially('"pa')
  await expect(editor.getByRole('option', { name: /^"page"/ })).toBeVisible()
  await json.press('Tab')
  await expect(json).toContainText('"page": ')
  await put('{"items":[],"page":12345678901234567890}')
  await json.blur()
  await expect.poll(async () => JSON.stringify(await ruleOfTeas(page))).toContain('12345678901234567890')
  await editor.getByRole('combobox', { name: '状态码' }).selectOption('503 服务不可用')
  expect(await teas(page)).toMatchObject({ statusCode: 503 })
  await editor.getByRole('tab', { name: '状态与响应头' }).click()
  expect(await findViolations(page)).toEqual([])
  await editor.getByRole('tab', { name: 'JSON' }).click()
  await put('{"items":[]}')
  await json.blur()
  await editor.getByRole('tab', { name: '内容' }).click()
  await editor.getByRole('button', { name: '模板' }).click()
  const template = editor.getByRole('textbox', { name: 'Mock.js 模板' })
  const preview = editor.getByRole('region', { name: '预览' })
  await template.fill('{"items|2": [{"id|+1": 5, "name": "@cname"}], "page": "{{query.page}}"')
  await expect(editor.getByRole('alert')).toContainText('有误时不会保存')
  await template.press('End')
  await template.pressSequentially('}')
  await expect(preview).toContainText(/"id": 6,\s*"name": "[一-龥]{2,4}"/)
  await expect.poll(async () => JSON.stringify(await ruleOfTeas(page))).toContain('"mockjs":{"items|2"')
  await editor.getByRole('combobox', { name: '状态码' }).selectOption('200 成功')
  expect(await teas(page)).toMatchObject({ data: { items: [{ id: 5 }, { id: 6 }], page: '1' } })
  expect(await findViolations(page)).toEqual([])
  await editor.getByRole('combobox', { name: '类型' }).selectOption('失败')
  await expect(editor.getByRole('cell', { name: /request:fail/ }).first()).toBeVisible()
  await editor.getByRole('group', { name: '条件 1' }).getByRole('textbox', { name: '值' }).fill('2')
  await page.keyboard.press('Enter')
  await expect(editor.getByText(/^命中 \d+ 条记录中的 0 条$/)).toBeVisible()
  await editor.getByRole('button', { name: '为什么没命中？' }).click()
  await expect(editor.getByRole('row', { name: /查询参数 page/ })).toContainText('1')
  await editor.getByRole('group', { name: '条件 1' }).getByRole('combobox', { name: '组合方式' }).selectOption('任一')
  await editor.getByRole('textbox', { name: '命中次数上限' }).fill('3')
  await editor.getByRole('textbox', { name: '分组' }).fill('茶')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => ruleOfTeas(page))
    .toMatchObject({ group: '茶', limit: 3, when: { any: [{ on: 'query', name: 'page', value: '2' }] } })
  expect(await findViolations(page)).toEqual([])

  const place = (rules: readonly { readonly name: string }[]) => rules.findIndex(({ name }) => name === '茶单 · 第 1 页')
  const before = place(await rulesOf(page))
  const rows = view.getByRole('group', { name: '规则列表' })
  await rows
    .getByRole('button', { name: /^茶单 · 第 1 页/ })
    .first()
    .press('Alt+ArrowDown')
  await expect.poll(async () => place(await rulesOf(page))).toBe(before + 1)
  // The focus went along, so that the keys go on with the same rule.
  const name = rows.getByRole('group', { name: '茶单 · 第 1 页' }).getByRole('button', { name: /^茶单 · 第 1 页/ })
  await expect(name.first()).toBeFocused()
  const said = (text: string) => panel.frame.getByRole('status').filter({ hasText: text })
  await expect(said(`“茶单 · 第 1 页”已下移到第 ${before + 2} 条，共 `)).toHaveCount(1)
  const own = rows.getByRole('group', { name: '茶单 · 第 1 页' })
  for (const [act, by] of [
    ['上移', 0],
    ['下移', 1],
    ['上移', 0],
  ] as const) {
    await own.getByRole('button', { name: '茶单 · 第 1 页 的操作' }).press('Enter')
    await page.getByRole('menuitem', { name: act }).press('Enter')
    await expect(said(`“茶单 · 第 1 页”已${act}到第 ${before + by + 1} 条，共 `)).toHaveCount(1)
    expect(place(await rulesOf(page))).toBe(before + by)
  }
  await rows.getByRole('group', { name: '茶单 · 白茶' }).hover()
  await rows
    .getByRole('group', { name: '茶单 · 白茶' })
    .locator('.row-grip')
    .dragTo(rows.getByRole('group', { name: '茶单 · 黑茶' }), { targetPosition: { x: 60, y: 4 } })
  await expect
    .poll(async () => (await rulesOf(page)).map(({ name }) => name).filter((name) => /^茶单 · (?:白|乌龙|红|黑)/.test(name)))
    .toEqual(['茶单 · 乌龙', '茶单 · 红茶', '茶单 · 白茶', '茶单 · 黑茶'])
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(rows).toHaveCount(0)
  await editor.getByRole('button', { name: '返回列表' }).click()
  await expect(rows).toBeVisible()
  expect(await findViolations(page)).toEqual([])
})

test('rules come in from a file, switched off and with what could not be taken, and go out as JSON and as MSW handlers', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await panel.frame.getByRole('button', { name: /^Mock/ }).first().click()
  const har = {
    log: {
      entries: [
        {
          request: { method: 'GET', url: 'https://shop.example/hats' },
          response: { status: 200, content: { mimeType: 'application/json', text: '[1]' } },
        },
        { request: { method: 'GET', url: 'about:blank' }, response: {} },
      ],
    },
  }
  const picker = panel.frame.getByLabel(/^导入规则/)
  await picker.setInputFiles({ name: 'shop.har', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(har)) })
  const told = panel.frame.getByRole('region', { name: '导入…' })
  await expect(told).toContainText('已导入 1 条规则，均未启用')
  await told.getByText('1 项未能导入').click()
  await expect(told).toContainText('log.entries[1]')
  expect((await rulesOf(page))[0]).toMatchObject({ name: '/hats', group: 'HAR', enabled: false })

  // What is said of an import holds while its rules are enabled, taken back and brought again.
  const enable = told.getByRole('button', { name: '全部启用' })
  await enable.press('Enter')
  await expect(told).not.toContainText('均未启用')
  await expect(told).toContainText('已导入 1 条规则')
  await expect(enable).toBeHidden()
  await told.getByRole('button', { name: '关闭' }).press('Control+z')
  await expect(told).toContainText('均未启用')
  await page.keyboard.press('Control+z')
  await expect(told).toContainText('导入的规则已不在列表中')
  expect((await rulesOf(page))[0]).not.toMatchObject({ name: '/hats' })
  await page.keyboard.press('Control+Shift+z')
  await expect(told).toContainText('已导入 1 条规则，均未启用')

  await picker.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"rules":7}') })
  await expect(told).toContainText('无法导入此文件，规则没有变化')
  await told.getByRole('button', { name: '关闭' }).press('Enter')
  await expect(told).toBeHidden()

  const save = async (item: string) => {
    const saved = page.waitForEvent('download')
    await panel.frame.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: item }).click()
    return (await (await saved).createReadStream()).setEncoding('utf8').toArray()
  }
  const file = JSON.parse((await save('规则和场景（JSON）')).join(''))
  expect(file).toMatchObject({ version: 1, rules: await rulesOf(page) })
  expect(file.scenarios).toHaveLength(4)
  expect((await save('MSW handlers（TypeScript）')).join('')).toContain("from 'msw'")
})

test('a large OpenAPI document comes in without holding up a frame, and the import can be called off', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await panel.frame.getByRole('button', { name: /^Mock/ }).first().click()
  const picker = panel.frame.getByLabel(/^导入规则/)
  const told = panel.frame.getByRole('region', { name: '导入…' })
  const before = (await rulesOf(page)).length

  // YAML takes a hundred times as long to parse as JSON.
  await picker.setInputFiles(await documentOf(8_000_000))
  const reading = panel.frame.getByRole('status').filter({ hasText: '正在读取 shop.yaml' })
  await reading.getByRole('button', { name: '取消' }).click()
  await expect(reading).toBeHidden()
  await expect.poll(() => page.workers().filter((worker) => worker.url().startsWith('blob:'))).toEqual([])

  const document = await documentOf(1_000_000)
  // In processor time, and the quieter of two, since the collector can hold a task up too.
  const longest: number[] = []
  for (let nth = 0; nth < 2; nth++) {
    const started = performance.now()
    longest.push(
      await longestTask(page, async () => {
        await picker.setInputFiles(document)
        await expect(told).toContainText('已导入 200 条规则')
        expect(performance.now() - started).toBeLessThan(10_000)
        await told.getByRole('button', { name: '关闭' }).click()
      }),
    )
  }
  expect(Math.min(...longest)).toBeLessThan(50)
  expect(await rulesOf(page)).toHaveLength(before + 400)
})

/** The file of a document of 200 operations and so many characters. What is no file on a disk would cost the page time of its own. */
async function documentOf(length: number): Promise<string> {
  const operation = (nth: number) => {
    const field = { type: 'string', description: 'what it says '.repeat(4) }
    const properties = Object.fromEntries(Array.from({ length: Math.round(length / 20_000) }, (_, place) => [`field${place}`, field]))
    const schema = { type: 'object', properties }
    return [`/goods/${nth}`, { get: { responses: { 200: { description: '', content: { 'application/json': { schema } } } } } }]
  }
  const paths = Object.fromEntries(Array.from({ length: 200 }, (_, nth) => operation(nth)))
  const text = `openapi: 3.0.3\ninfo: { title: Shop, version: "1" }\npaths: ${JSON.stringify(paths)}\n`
  const file = test.info().outputPath(`${length}`, 'shop.yaml')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  return file
}

test('a HAR of five hundred calls becomes rules, and the calls made again get its answers', async ({ openPanel, page, panel }) => {
  await openPanel()
  await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
  await panel.button('Mock').click()
  const file = JSON.stringify({ log: { version: '1.2', entries: HAR_OF_500 } })
  const picker = panel.frame.getByLabel(/^导入规则/)
  const told = panel.frame.getByRole('region', { name: '导入…' })
  // What the page works, in s; a busy machine takes longer.
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () =>
    (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  const before = await worked()
  await picker.setInputFiles({ name: 'shop.har', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(told).toContainText(/已导入 \d+ 条规则，均未启用/)
  expect((await worked()) - before).toBeLessThan(2)
  await expect(told).not.toContainText('未能导入')
  await told.getByRole('button', { name: '全部启用' }).click()
  await expect(told.getByRole('button', { name: '全部启用' })).toBeHidden()

  const got = await page.evaluate(async (entries) => {
    const ask = ({ request: { method, url } }: HarEntry) =>
      new Promise<Replayed>((resolve) => {
        wx.request({
          url,
          method: method as 'GET',
          ...(method === 'POST' && { data: { any: 'thing' } }),
          responseType: 'arraybuffer',
          redirect: 'manual',
          success: ({ statusCode, header, cookies, data }) => {
            const bytes = [...new Uint8Array(data as ArrayBuffer)]
            resolve({ statusCode, header, cookies, bytes: String.fromCharCode(...bytes) })
          },
          fail: ({ errMsg }) => resolve({ errMsg }),
        })
      })
    return Promise.all(entries.map(ask))
  }, HAR_OF_500)
  expect(got.map((each, nth) => ({ nth, ...each }))).toEqual(HAR_OF_500.map((each, nth) => ({ nth, ...expectedOf(each, got[nth]) })))

  // Five hundred calls are held against a rule, and no frame waits for it.
  await told.getByRole('button', { name: '关闭' }).click()
  await panel.frame
    .getByRole('group', { name: '规则列表' })
    .getByRole('button', { name: /^\/list\?page=11 / })
    .first()
    .click()
  const editor = panel.frame.getByRole('region', { name: '规则 /list?page=11' })
  await expect(editor).toContainText('命中 500 条记录中的 1 条')
  const longest: number[] = []
  // The quieter of two, since the collector can hold a task up too.
  for (let nth = 0; nth < 2; nth++) {
    const why = editor.getByRole('button', { name: '为什么没命中？' })
    longest.push(
      await longestTask(page, async () => {
        await why.click()
        await expect(editor.getByRole('table', { name: '/list?page=11' })).toContainText('page')
      }),
    )
    await why.click()
  }
  expect(Math.min(...longest)).toBeLessThan(50)
})

test('a designer changes an answer, adds a second, saves a scenario, and a colleague gets the same answers by a link', async ({
  browser,
  openPanel,
  page,
  panel,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPanel()
  await mockByMouse(page, panel, '编辑响应')
  await panel.details.getByRole('region', { name: '编辑响应' }).getByRole('textbox', { name: 'price items[0]' }).fill('100')
  await page.keyboard.press('Enter')
  await expectNext(panel, '已编辑')
  await mockByMouse(page, panel, '500')
  await panel.frame.getByRole('button', { name: '在 Mock 中打开' }).click()
  const view = panel.frame.getByRole('region', { name: 'Mock', exact: true })
  const saveAs = view.getByRole('button', { name: '另存为…' })
  await saveAs.click()
  await view.getByRole('textbox', { name: '场景名称' }).fill('开不了门')
  await page.keyboard.press('Enter')
  await expect(view.getByRole('button', { name: '开不了门' })).toHaveAttribute('aria-pressed', 'true')
  await expect(panel.button('环境'), 'a scenario is none of its settings').not.toHaveAttribute('aria-description')
  // Where the form was, and not at a scenario that Enter would choose.
  await expect(saveAs).toBeFocused()

  await view.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: '分享链接…' }).click()
  const dialog = page.getByRole('dialog', { name: '分享规则' })
  await expect(dialog.getByRole('status').first()).toContainText(/链接大小 .*kB.*没有发现需要替换/)
  expect(await findViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: '复制链接' }).click()
  await expect(dialog.getByText('已复制')).toBeAttached()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const profile = await browser.newContext({ locale: 'zh-CN' })
  const other = await profile.newPage()
  await other.goto(link)
  const came = other.getByRole('region', { name: '导入…' })
  await expect(came).toContainText('已导入 1 条规则，均未启用')
  await came.getByText('导入的内容').click()
  await expect(came.getByRole('listitem')).toHaveText([/^茶单 · 第 1 页/, '场景 开不了门'])
  expect(new URL(other.url()).hash).toBe('')
  // Nothing holds before it was switched on.
  expect(await teas(other)).toMatchObject({ statusCode: 200, data: { items: [{ price: 16800 }, {}, {}, {}, {}, {}] } })
  await came.getByRole('button', { name: '全部启用' }).click()
  await expect(came.getByRole('button', { name: '全部启用' })).toBeHidden()
  await page.keyboard.press('Escape')
  expect(await teas(page)).toMatchObject({ statusCode: 500, data: { message: 'Internal Server Error' } })
  expect(await teas(other)).toMatchObject({ statusCode: 500, data: { message: 'Internal Server Error' } })
  for (const each of [page, other]) {
    await each.getByRole('group', { name: '规则列表' }).getByRole('button', { name: '500 · 茶单 · 第 1 页 的响应' }).click()
    await each.getByRole('menuitemradio', { name: /^已编辑/ }).click()
  }
  expect(await teas(other)).toMatchObject({ data: { items: [{ price: 100 }, {}, {}, {}, {}, {}] } })
  expect((await teas(other)).data).toEqual((await teas(page)).data)
  await other.reload()
  await expect.poll(() => teas(other)).toMatchObject({ data: { items: [{ price: 100 }, {}, {}, {}, {}, {}] } })
  await profile.close()
})

test('a body is cut into chunks on a time bar, and a recorded socket becomes steps that are edited', async ({ openPanel, page, panel }) => {
  await openPanel()
  await mockByMouse(page, panel, '按记录')
  await panel.frame.getByRole('button', { name: '在 Mock 中打开' }).click()
  const view = panel.frame.getByRole('region', { name: 'Mock', exact: true })
  const editor = view.getByRole('region', { name: '规则 茶单 · 第 1 页' })
  await editor.getByRole('tab', { name: '时间' }).click()
  const before = (await teas(page)).data
  await editor.getByRole('button', { name: '把正文切成分块' }).click()
  const chunks = async () => {
    const respond = (await ruleOfTeas(page))?.respond
    if (!respond || !('picked' in respond)) return []
    const answer = respond.answers.find(({ name }) => name === respond.picked)
    return answer?.kind === 'response' ? (answer.chunks ?? []) : []
  }
  await expect.poll(async () => (await chunks()).map(({ after }) => after)).toEqual([0, 300, 300])
  const second = editor.getByRole('slider', { name: '分块 2' })
  await second.press('ArrowRight')
  await second.press('Shift+ArrowRight')
  await expect.poll(async () => (await chunks()).map(({ after }) => after)).toEqual([0, 410, 190])
  const from = (await second.boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x - 30, from.y + 10, { steps: 3 })
  await page.mouse.up()
  await expect.poll(async () => (await chunks())[1]?.after).toBeLessThan(400)
  await editor.getByRole('button', { name: '分块 1 的操作' }).click()
  await page.getByRole('menuitem', { name: '从一个字符中间切开' }).click()
  await expect.poll(async () => (await chunks()).length).toBe(4)
  await editor.getByRole('button', { name: '添加分块' }).click()
  await editor.getByRole('textbox', { name: '分块 5 的内容' }).fill(' \n')
  await editor.getByRole('textbox', { name: '分块 5 的时刻' }).fill('1000')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await chunks()).reduce((time, { after }) => time + after, 0)).toBe(1000)
  expect((await teas(page)).data).toEqual(before)
  expect(await findViolations(page)).toEqual([])

  /** What a socket of the app hears until it is closed or has heard that many messages. */
  const talk = (count: number) =>
    page.evaluate(
      (most) =>
        new Promise<unknown[]>((resolve) => {
          const heard: unknown[] = []
          const socket = wx.connectSocket({ url: 'wss://chat.hillside.example/rooms/7' })
          socket?.onOpen(() => socket.send({ data: JSON.stringify({ type: 'ask', text: '水温几度' }) }))
          socket?.onMessage(({ data }) => {
            heard.push(JSON.parse(String(data)))
            if (heard.length === most) socket?.close({})
          })
          socket?.onClose(({ code }) => resolve([...heard, code]))
        }),
      count,
    )
  const said = await talk(2)
  await panel.button('请求').click()
  await panel
    .row('chat.hillside')
    .first()
    .click({ button: 'right', position: { x: 60, y: 12 } })
  await page.getByRole('menuitem', { name: 'Mock 此请求' }).click()
  await page.getByRole('menuitem', { name: '按记录', exact: true }).click()
  await panel.frame.getByRole('button', { name: '在 Mock 中打开' }).click()
  const steps = view.getByRole('list', { name: '步骤' })
  await expect(steps.getByRole('group', { name: /^步骤 \d/ })).toHaveCount(3)
  await expect(steps.getByRole('combobox', { name: '动作 · 步骤 1' })).toHaveValue('expect')
  await expect(steps.getByRole('textbox', { name: '值' })).toHaveValue('ask')
  await view.getByRole('button', { name: '添加步骤' }).click()
  await page.getByRole('menuitem', { name: '关闭连接' }).click()
  await steps.getByRole('textbox', { name: '关闭码 · 步骤 4' }).fill('4001')
  await page.keyboard.press('Enter')
  await steps.getByRole('textbox', { name: '内容 · 步骤 2' }).fill('{"text":"freshly boiled"}')
  await steps.getByRole('combobox', { name: '动作 · 步骤 2' }).press('Alt+ArrowDown')
  await expect(steps.getByRole('textbox', { name: '内容 · 步骤 3' })).toHaveValue(/freshly boiled/)
  await expect(steps.getByRole('combobox', { name: '动作 · 步骤 3' })).toBeFocused()
  expect(await talk(9)).toEqual([said[1], { text: 'freshly boiled' }, 4001])
  const third = steps.getByRole('group', { name: '步骤 3', exact: true })
  await third.hover()
  await third.locator('.row-grip').dragTo(steps.getByRole('group', { name: '步骤 2', exact: true }), { targetPosition: { x: 60, y: 4 } })
  await expect(steps.getByRole('textbox', { name: '内容 · 步骤 2' })).toHaveValue(/freshly boiled/)
  expect(await talk(9)).toEqual([{ text: 'freshly boiled' }, said[1], 4001])

  // The headers of the handshake, which the app is told when the socket opens.
  await view.getByRole('button', { name: '添加响应头' }).click()
  await view.getByRole('textbox', { name: '名称', exact: true }).fill('X-Room')
  await page.keyboard.press('Enter')
  await view.getByRole('textbox', { name: 'X-Room 值' }).fill('七号')
  await page.keyboard.press('Enter')
  const opened = () =>
    page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const socket = wx.connectSocket({ url: 'wss://chat.hillside.example/rooms/7' })
          socket?.onOpen(({ header }) => {
            resolve(header)
            socket.close({})
          })
        }),
    )
  await expect.poll(opened).toMatchObject({ 'X-Room': '七号' })
  expect(await findViolations(page)).toEqual([])

  // What the editor says that the app gets of a connection that fails is what it gets.
  const failed = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const socket = wx.connectSocket({ url: 'wss://chat.hillside.example/rooms/7' })
          socket?.onError(({ errMsg }) => resolve(errMsg))
        }),
    )
  const kind = view.getByRole('combobox', { name: '类型' })
  const texts = view.getByRole('table', { name: '小程序的 onError 收到的 errMsg' })
  for (const [label, said] of [
    ['拒绝握手', 'exception onOpen fail code:20, msg:Invalid HTTP status.'],
    ['失败', 'exception onOpen fail code:2, msg:Underlying Transport Error'],
  ] as const) {
    await kind.selectOption({ label })
    await expect(texts.getByRole('row', { name: `Android 真机 ${said}` })).toBeVisible()
    await expect(texts.getByRole('row', { name: '开发者工具 未完成的操作' })).toBeVisible()
    expect(await failed()).toBe(said)
  }
  expect(await findViolations(page)).toEqual([])
})
