import { createServer, type Server } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from './drive/test.ts'

/** Counts who connects: what is looked at must not reach the network, not even to open a connection. */
let trap: Server
let origin: string
let connections = 0

test.beforeAll(async () => {
  trap = createServer((socket) => {
    connections++
    socket.destroy()
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const address = trap.address()
  if (address === null || typeof address === 'string') throw new Error('the trap has no port')
  origin = `http://127.0.0.1:${address.port}`
})
test.afterAll(() => new Promise((resolve) => trap.close(resolve)))

/** What tries to load, to run or to lead away. */
const loads = (url: string): readonly string[] => [
  `<iframe src=${url}></iframe>`,
  `<a href=${url} target=_self ping=${url}><h1>press</h1></a>`,
  `<img src=${url} srcset="${url} 2x" onerror="fetch('${url}')">`,
  `<script>fetch('${url}')</script>`,
  `<meta http-equiv=refresh content="0;url=${url}">`,
  `<link rel=preload as=image href=${url}><link rel=preconnect href=${url}><link rel=stylesheet href=${url}>`,
  `<base href=${url}/><a href=x><h1>press</h1></a>`,
  `<form action=${url}><button><h1>press</h1></button></form>`,
  `<form action=${url} id=f></form><button form=f formaction=${url}><h1>press</h1></button>`,
  `<object data=${url}></object><embed src=${url}>`,
  `<video src=${url} poster=${url} autoplay></video><audio src=${url} autoplay></audio>`,
  `<style>@import "${url}"; body { background: url(${url}); cursor: url(${url}), auto } @font-face { font-family: x; src: url(${url}) } * { font-family: x }</style>text`,
  `<p style="background: url(${url}); list-style: url('${url}')">text</p>`,
  `<body background=${url} onload="location='${url}'">`,
  `<svg><image href=${url} /><use href="${url}#a" /><a href=${url}><text y=20>press</text></a><animate attributeName=href to=${url} begin=0s /></svg>`,
  `<svg onload="fetch('${url}')"><style>@import "${url}";</style><script>fetch('${url}')</script><foreignObject><iframe src=${url}></iframe></foreignObject></svg>`,
  `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["${url}"]}]}</script>`,
  `<input type=image src=${url}><isindex action=${url}>`,
  `<details open ontoggle="fetch('${url}')"><summary>press</summary></details><marquee onstart="fetch('${url}')">x</marquee>`,
  `<portal src=${url}></portal><fencedframe src=${url}></fencedframe><frameset><frame src=${url}></frameset>`,
]

/** Places in which a cleaner that writes and reads again sees something else than the browser does. `%` is what is smuggled. */
const wrappings: readonly string[] = [
  '%',
  '<form><math><mtext></form><form><mglyph><style></math>%',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;%">',
  '<math><annotation-xml encoding="text/html"><style><!--</style>%',
  '<svg><style><img title="</style>%"></svg>%',
  '<noscript><p title="</noscript>%"></noscript>',
  '<template>%</template><xmp><p title="</xmp>%"></xmp>',
  '<select><iframe><select><option>%</select></iframe>%',
  '<table><tr><td><svg><desc><td>%<table>%',
  '<title><a title="</title>%"></a></title><textarea><a title="</textarea>%"></a></textarea>',
  '<!--><p>-->%<!-- --!>%<![CDATA[>%]]><?php >%',
  '<a title="`%">`</a><p title=\'"%\'></p><b/"=x %>',
  '<svg></p><style><g title="</style>%">',
  '<math><mi><form><mglyph><style><!--</style></form>%</mi></math>',
  '<d><a><b><i><table><p>%</table></a></b></i>',
  '<plaintext>%',
]

/** Each load in four places, each place around five loads. */
const hostile = (url: string): readonly string[] =>
  loads(url).flatMap((load, nth) =>
    wrappings
      .filter((_, place) => (nth + place) % 4 === 0)
      .map((wrapping) => `<!doctype html><p>kept</p>${wrapping.replaceAll('%', load)}`),
  )

/** Answers each call to /hostile-N with the Nth text, and makes the calls. */
async function answerWith(page: Page, texts: readonly string[], type: string): Promise<void> {
  await page.evaluate(
    async ([texts, type]) => {
      wxInspector.configure({ urlCheck: false })
      wxInspector.setRules(
        texts.map((text, index) => ({
          id: `hostile-${index}`,
          name: `hostile-${index}`,
          enabled: true,
          when: { url: `https://api.example.com/hostile-${index}` },
          respond: { kind: 'response', headers: { 'Content-Type': type }, body: { text } } as const,
        })),
      )
      wxInspector.clear()
      await Promise.all(
        texts.map(
          (_, index) =>
            new Promise((complete) => wx.request({ url: `https://api.example.com/hostile-${index}`, dataType: 'text', complete })),
        ),
      )
    },
    [texts, type] as const,
  )
}

test('hostile pages are looked at and pressed: nothing loads, nothing runs, nothing leads away', async ({ openPanel, page, panel }) => {
  await openPanel()
  const texts = hostile(origin)
  expect(texts.length).toBe(80)
  await answerWith(page, texts, 'text/html')
  const address = page.url()
  page.on('dialog', () => {
    throw new Error('a hostile page opened a dialog')
  })
  await panel.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await panel.openTab('响应')
  for (let nth = 0; nth < texts.length; nth++) {
    if (nth > 0) {
      await panel.grid.focus()
      await page.keyboard.press('ArrowDown')
    }
    await expect(panel.details.getByRole('heading').first()).toContainText(`hostile-${nth}`)
    const frame = panel.tab.getByTitle('HTML 预览')
    await expect(frame.contentFrame().getByText('kept').first(), texts[nth]).toBeVisible()
    await frame
      .contentFrame()
      .locator('body')
      .click({ position: { x: 30, y: 60 }, force: true })
    await expect(
      frame.contentFrame().locator('[href], [src^=http], form, svg, math, script, iframe, object, meta[http-equiv=refresh]'),
    ).toHaveCount(0)
  }
  expect(page.url()).toBe(address)
  expect(page.context().pages()).toHaveLength(1)
  expect(
    page
      .frames()
      .map((frame) => frame.url())
      .filter((url) => url !== address && url !== 'about:srcdoc'),
  ).toEqual([])
  expect(connections).toBe(0)
})

test('a page that nests 100,000 levels deep shows its beginning, and says so', async ({ openPanel, page, panel }) => {
  await openPanel()
  await answerWith(page, [`<p>the beginning</p>${'<div>'.repeat(100_000)}`], 'text/html')
  await panel.open(panel.row('hostile-0'), '响应')
  await expect(panel.tab.getByTitle('HTML 预览').contentFrame().getByText('the beginning')).toBeVisible()
  await expect(panel.tab).toContainText('只画出了开头')
})

test('an SVG that draws a million shapes out of 1.3 kB is drawn only when asked for, and the panel goes on', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  const groups = Array.from({ length: 6 }, (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(10)}</g>`)
  await answerWith(
    page,
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><rect id="g0" width="9" height="9"/>${groups.join('')}</defs><use href="#g6"/></svg>`,
    ],
    'image/svg+xml',
  )
  await panel.open(panel.row('hostile-0'), '响应')
  await expect(panel.tab).toContainText('画起来可能很久')
  await expect(panel.tab.getByTitle('图片预览（image/svg+xml）')).toHaveCount(0)
  await panel.tab.getByRole('button', { name: '仍然显示' }).click()
  await expect(panel.tab.getByTitle('图片预览（image/svg+xml）')).toBeVisible()
  await panel.openTab('概览')
  await expect(panel.fact('状态')).toContainText('200')
})

test('20,000 pairs of a form, a long value, 10,000 cookies and 30,000 slashes stay lists of what is in sight', async ({
  openPanel,
  page,
  panel,
}) => {
  await openPanel()
  await page.evaluate(async () => {
    wxInspector.configure({ urlCheck: false })
    const cookies = Array.from({ length: 10_000 }, (_, nth) => `c${nth}=${nth}; Path=/`)
    wxInspector.setRules([
      {
        id: 'many',
        name: 'many',
        enabled: true,
        when: { url: 'https://api.example.com/*' },
        respond: { kind: 'response', cookies, body: { text: 'ok' } },
      },
    ])
    wxInspector.clear()
    const data = Array.from({ length: 20_000 }, (_, nth) => `p${nth}=v${nth}`).join('&')
    const header = { 'content-type': 'application/x-www-form-urlencoded', 'x-long': 'x'.repeat(50_000) }
    await new Promise((complete) => wx.request({ url: 'https://api.example.com/form', method: 'POST', header, data, complete }))
    await new Promise((complete) => wx.request({ url: `https://api.example.com/slashes${'/a'.repeat(30_000)}`, complete }))
  })
  await panel.open(panel.row('form'), '载荷')
  const pairs = panel.tab.getByRole('table', { name: '表单', exact: true })
  await expect(pairs).toHaveAttribute('aria-rowcount', '20000')
  expect(await pairs.getByRole('row').count()).toBeLessThan(100)
  await pairs.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(pairs.getByRole('row').last()).toContainText('v19999')

  await panel.openTab('标头')
  await panel.tab.getByRole('button', { name: /^显示全部 50.000 个字符$/ }).click()
  await expect(panel.tab.getByRole('region', { name: '文本内容' })).toContainText('xxx')

  await panel.openTab('Cookie')
  const cookies = panel.tab.getByRole('table', { name: '响应设置的 Cookie', exact: true })
  await expect(cookies.getByRole('row')).toHaveCount(101)
  await panel.tab.getByRole('button', { name: /^再显示一些，还有 9.900 个$/ }).click()
  await expect(cookies.getByRole('row')).toHaveCount(201)

  await panel.close()
  await panel.open(panel.rows.last(), '概览')
  await expect(panel.details.getByRole('heading').first()).toContainText('slashes/a/a')
})
