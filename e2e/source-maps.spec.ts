import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from './drive/test.ts'
import { startLoopbackServer } from './servers/loopback-server.ts'

const SOURCE = `
/** So that the bundle has its lines elsewhere. */
export interface Tea { readonly id: string }

const origin: string = 'https://api.hillside.example'

function loadTea(tea: Tea): void {
  globalThis.wx.request({ url: origin + '/v1/teas/' + tea.id })
}

Object.assign(globalThis, { loadTea: () => loadTea({ id: 'longjing' }) })
`
/** Where \`wx.request\` stands in it, and the call of what calls that. */
const [CALL, CALLER] = ['tea-app.ts:8:17', 'tea-app.ts:11:44']

/** The app bundled, minified, with a map beside it or in it. */
async function bundle(folder: string, sourcemap: true | 'inline') {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      sourcemap,
      rolldownOptions: { input: join(folder, 'tea-app.ts'), output: { entryFileNames: 'app.js' } },
    },
  })
  const files = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  return Object.fromEntries(files.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]))
}

test('the place of a call is mapped to its source when one asks, and what cannot be mapped is told', async ({ openPanel, page, panel }) => {
  const folder = await mkdtemp(join(tmpdir(), 'wx-maps-'))
  await writeFile(join(folder, 'tea-app.ts'), SOURCE)
  const [beside, inline] = [await bundle(folder, true), await bundle(folder, 'inline')]
  await rm(folder, { recursive: true })
  const files: Record<string, string> = {
    '/beside/app.js': beside['app.js'] ?? '',
    '/beside/app.js.map': beside['app.js.map'] ?? '',
    '/inline/app.js': inline['app.js'] ?? '',
    '/hostile/app.js': beside['app.js'] ?? '',
    '/hostile/app.js.map': JSON.stringify({
      version: 3,
      sources: ['<img src=x onerror=ran()>'],
      names: [],
      mappings: 'A;'.repeat(2_000_000),
    }),
    '/without/app.js': (beside['app.js'] ?? '').replace(/\/\/# sourceMappingURL.*/, ''),
  }
  const server = await startLoopbackServer((request, response) => {
    const text = files[request.url]
    if (request.url.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript')
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
  let seenBefore = 0
  const asked = () => server.seen.slice(seenBefore).map(({ url }) => url)
  try {
    await openPanel()
    const initiator = panel.details.locator('section').filter({ has: page.getByRole('heading', { name: '启动器', exact: true }) })
    const map = initiator.getByRole('button', { name: '用 source map 还原', exact: true })
    const said = initiator
      .getByRole('status')
      .filter({ hasText: 'source map' })
      .or(initiator.getByRole('status').filter({ hasText: '已还原' }))
    /** Lets the app of a folder make its call, and opens that. */
    const callFrom = async (place: string) => {
      const before = await panel.rows.count()
      await page.evaluate(async (url) => {
        await import(url)
        ;(globalThis as unknown as { loadTea(): void }).loadTea()
      }, `${server.origin}/${place}/app.js`)
      await expect(panel.rows).toHaveCount(before + 1)
      await panel.open(panel.rows.last(), '概览')
      await expect(initiator).toContainText(/app\.js:\d+:\d+/)
      await expect(initiator).not.toContainText('tea-app.ts')
      seenBefore = server.seen.length
    }

    await callFrom('beside')
    expect(asked(), 'nothing is fetched by looking').toEqual([])
    await map.focus()
    await page.keyboard.press('Enter')
    await expect(said).toHaveText(/^已还原 2 \/ \d 个位置$/)
    await expect(map).toBeFocused()
    await expect(map).toHaveAttribute('aria-pressed', 'true')
    await expect(initiator.locator('summary')).toHaveText(new RegExp(`\\b${CALL} app\\.js:\\d+:\\d+$`))
    await initiator.locator('summary').click()
    await expect(initiator.getByRole('listitem').nth(1)).toHaveText(
      new RegExp(`\\b${CALLER} http://127\\.0\\.0\\.1:\\d+/beside/app\\.js:\\d+:\\d+$`),
    )
    await map.press('Enter')
    await expect(initiator).not.toContainText('tea-app.ts')

    await callFrom('inline')
    await map.press('Enter')
    await expect(initiator.locator('summary')).toContainText(CALL)
    expect(
      asked().filter((url) => url.endsWith('.map')),
      'a map in its script needs no request',
    ).toEqual([])

    for (const [place, told] of [
      ['hostile', 'source map 的内容有误'],
      ['without', '脚本没有 source map'],
    ] as const) {
      await callFrom(place)
      await map.press('Enter')
      await expect(said).toHaveText(/^已还原 0 \//)
      await initiator.locator('summary').click()
      await expect(initiator.getByRole('listitem').first()).toContainText(told)
    }
    expect(await page.evaluate(() => Object.hasOwn(globalThis, 'ran'))).toBe(false)
    const read = await page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap((entry) => (Reflect.get(entry, 'initiatorType') === 'fetch' ? entry.name : [])),
    )
    expect(read.length).toBeGreaterThan(4)
    expect(
      read.filter((name) => name.startsWith(server.origin) && !name.includes('#wx=')),
      'what was read does not count as a call of the page',
    ).toEqual([])
  } finally {
    await server.close()
  }
})
