import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const HELLO = 'https://api.example.com/hello'
const BESIDE = '**/wx-request-inspector.editor.js'
const OPENAPI = JSON.stringify({
  openapi: '3.0.3',
  paths: { '/teas': { get: { responses: { 200: { content: { 'application/json': { example: [1] } } } } } } },
})

for (const host of ['plain', 'strict']) {
  test(`the editors of the one file are a file beside it, loaded when one is asked for, in a ${host} page`, async ({ page, panel }) => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.goto(`/e2e/pages/${host}.html`)
    await callWx(page, { url: HELLO })
    await panel.open(panel.rows.first(), '响应')
    await panel.button('编辑').waitFor()
    expect(loaded.filter((path) => path.includes('editor'))).toEqual([])

    await panel.button('编辑').click()
    await panel.details.getByRole('region', { name: '编辑响应' }).getByRole('textbox', { name: 'hello' }).fill('a new word')
    await page.keyboard.press('Enter')
    expect(loaded.filter((path) => path.includes('editor'))).toEqual(['/dist/wx-request-inspector.editor.js'])
    await expect.poll(async () => JSON.stringify(await callWx(page, { url: HELLO }))).toContain('a new word')

    // What cannot be kept yet is not lost by Escape, which closes the details.
    const editor = panel.details.getByRole('region', { name: '编辑响应' })
    await editor.getByRole('button', { name: 'JSON' }).click()
    await editor.getByRole('textbox', { name: 'JSON' }).press('ControlOrMeta+End')
    await page.keyboard.type(',')
    await expect(editor.getByRole('alert')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(editor.getByRole('alert')).toBeVisible()
    await panel.button('编辑').click()

    // The others come with it.
    await page.evaluate(() => wxInspector.show?.({ view: 'mocks' }))
    await panel.frame.getByRole('button', { name: /^hello .*\/hello$/ }).click()
    await expect(panel.frame.getByRole('region', { name: '规则 hello', exact: true })).toBeVisible()
    // A worker reads documents, where the page may have one.
    expect(await page.evaluate((text) => wxInspector.importRules(text), OPENAPI)).toEqual({ added: 1, skipped: [] })
    expect(loaded.filter((path) => path.includes('editor'))).toHaveLength(1)
  })
}

test('where that file is not there, a plain field takes the place of each editor and says so', async ({ page, panel }) => {
  await page.route(BESIDE, (route) => route.fulfill({ status: 404 }))
  await page.goto('/e2e/pages/plain.html')
  await callWx(page, { url: HELLO })
  await panel.open(panel.rows.first(), '响应')
  await panel.button('编辑').click()
  await expect(panel.details.getByRole('status').filter({ hasText: '编辑器没有加载出来' })).toContainText('wx-request-inspector.editor.js')
  await panel.details.getByRole('textbox', { name: '响应文本' }).fill('{"said": "by hand"}')
  await expect.poll(async () => JSON.stringify(await callWx(page, { url: HELLO }))).toContain('by hand')

  await page.evaluate(() => wxInspector.show?.({ view: 'mocks' }))
  await panel.frame.getByRole('button', { name: /^hello .*\/hello$/ }).click()
  const rule = panel.frame.getByRole('textbox', { name: /^规则“.*”的 JSON$/ })
  const text = await rule.inputValue()
  await rule.fill(text.replace('"enabled": true', '"enabled": "yes"'))
  await expect(panel.frame.getByRole('alert', { name: '没有保存：' })).toContainText('enabled must be true or false')
  await rule.fill(text.replace('by hand', 'by a rule'))
  await expect(panel.frame.getByRole('alert', { name: '没有保存：' })).toHaveCount(0)
  await expect.poll(async () => JSON.stringify(await callWx(page, { url: HELLO }))).toContain('by a rule')

  // Files with rules are read without it, but for documents.
  const importRules = (text: string) => page.evaluate((file) => wxInspector.importRules(file).catch(String), text)
  expect(await importRules(JSON.stringify(await page.evaluate(() => wxInspector.exportRules())))).toMatchObject({ added: 1 })
  expect(await importRules(OPENAPI)).toContain('wx-request-inspector.editor.js could not be loaded')

  // It is asked for again, and is there.
  await page.unroute(BESIDE)
  await panel.button('重试').click()
  await expect(panel.frame.getByRole('region', { name: '规则 hello', exact: true })).toBeVisible()
  expect(await importRules(OPENAPI)).toMatchObject({ added: 1 })
})
