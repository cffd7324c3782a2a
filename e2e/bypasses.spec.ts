import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../tools/ensure-install.mjs'
import { expect, test } from './drive/test.ts'
import { serve } from './servers/serve.ts'

/** What a page may assign. Each sends what it is given by the page's own fetch. */
const ASSIGN = {
  wx: 'window.wx = { request: theirs }',
  'wx.request': '(window.wx ??= {}).request = theirs',
  'a frozen wx': 'window.wx = Object.freeze({ request: theirs })',
  uni: 'window.uni = { request: theirs, uploadFile: theirs, downloadFile: theirs, connectSocket: theirs, addInterceptor() {}, upx2px() {} }',
  'uni.request': 'if (window.uni) uni.request = theirs',
  'uni as wx': 'window.wx = window.uni',
  'a fetch that passes on': 'window.fetch = ((before) => (...args) => before(...args))(window.fetch)',
  'a fetch that answers': "window.fetch = async () => new Response('{}')",
} as const
type Step = keyof typeof ASSIGN

/** What is assigned before our script, right behind it, and once it is ready. */
interface Order {
  readonly before?: readonly Step[]
  readonly during?: readonly Step[]
  readonly after?: readonly Step[]
}

const ORDERS: readonly Order[] = [
  { before: ['wx'] },
  { during: ['wx'] },
  { after: ['wx'] },
  { before: ['wx.request'] },
  { during: ['wx.request'] },
  { after: ['wx.request'] },
  { during: ['a frozen wx'] },
  { after: ['a frozen wx'] },
  { before: ['uni'] },
  { during: ['uni'] },
  { after: ['uni'] },
  { before: ['uni', 'uni.request'] },
  { before: ['uni'], during: ['uni.request'] },
  { before: ['uni'], after: ['uni.request'] },
  { before: ['a fetch that passes on'] },
  { during: ['a fetch that answers'] },
  { after: ['a fetch that passes on'] },
  { before: ['wx'], during: ['wx.request'], after: ['wx'] },
  { during: ['uni', 'uni as wx'], after: ['uni.request'] },
  { before: ['a fetch that answers'], during: ['wx'], after: ['uni'] },
]

const WORKERS = { 'its worker': '/wx-sw.js', 'no worker served': '/none.js', 'the worker off': 'off' } as const

const THEIRS = 'const theirs = ({ url, complete }) => void fetch(url).then(complete, complete);'

async function serveSite() {
  const dist = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8')
  const scripts: Readonly<Record<string, string>> = {
    '/ours.js': dist('wx-request-inspector.iife.js'),
    '/wx-sw.js': dist('wx-sw.js'),
    '/mockServiceWorker.js': dist('mockServiceWorker.js'),
  }
  return serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
    const code = (moment: string) => searchParams.getAll(moment).map((step) => `${ASSIGN[step as Step]};`)
    const script = (lines: readonly string[]) => `<script>${lines.join('\n')}</script>`
    const answer = (type: string, text: string) => response.setHeader('Content-Type', `${type}; charset=utf-8`).end(text)
    if (pathname === '/data') return void answer('application/json', '{}')
    if (scripts[pathname]) return void answer('text/javascript', scripts[pathname])
    if (pathname !== '/page') return void response.writeHead(404).end()
    answer(
      'text/html',
      `<!doctype html><link rel="icon" href="data:,">${script([THEIRS, ...code('before')])}
<script src="/ours.js" data-service-worker="${searchParams.get('worker')}"></script>${script([...code('during'), `(${callAll})('during')`])}`,
    )
  })
}

/** One call by each way that the page has. Runs in the page. */
function callAll(moment: string): void {
  const host = globalThis as unknown as { uni?: typeof wx }
  const urlOf = (by: string) => `${location.origin}/data?by=${by}&at=${moment}`
  wx.request({ url: urlOf('wx') })
  host.uni?.request({ url: urlOf('uni') })
  void fetch(urlOf('fetch')).catch(() => {})
}

/** The calls of the page that are neither in the record nor named by a notice. */
function findSilent(page: Page, hasUni: boolean): Promise<string[]> {
  return page.evaluate((withUni) => {
    // Looks anew at what the page has assigned.
    wxInspector.open()
    const notices = wxInspector.state?.().notices ?? []
    const says = (code: string, detail = '') => notices.some((notice) => notice.code.startsWith(code) && notice.detail?.includes(detail))
    // What the page put in place of our calls sends by its own fetch.
    const fetchIsTold = says('page-fetch-replaced', 'fetch') || says('page-calls-')
    const isTold: Readonly<Record<string, boolean>> = {
      wx: says('wx-replaced', 'wx') || fetchIsTold,
      uni: says('wx-replaced', 'uni.request') || fetchIsTold,
      fetch: fetchIsTold,
    }
    const recorded = wxInspector.tasks().map(({ url }) => new URL(url).search)
    return ['during', 'after'].flatMap((moment) =>
      ['wx', 'fetch', ...(withUni ? ['uni'] : [])]
        .filter((by) => !recorded.includes(`?by=${by}&at=${moment}`) && !isTold[by])
        .map((by) => `${by} ${moment}`),
    )
  }, hasUni)
}

for (const [name, worker] of Object.entries(WORKERS)) {
  test(`with ${name}: whatever a page assigns and whenever, each call is recorded or the panel says that it is not`, async ({ page }) => {
    await using site = await serveSite()
    for (const order of ORDERS) {
      const query = new URLSearchParams({ worker })
      for (const moment of ['before', 'during'] as const) for (const step of order[moment] ?? []) query.append(moment, step)
      await page.goto(`http://127.0.0.1:${site.port}/page?${query}`)
      await page.evaluate(() => wxInspector.ready)
      for (const step of order.after ?? []) await page.addScriptTag({ content: ASSIGN[step] })
      await page.evaluate(callAll, 'after')
      const hasUni = await page.evaluate(() => 'uni' in globalThis && typeof (globalThis as { uni?: unknown }).uni === 'object')
      const atStart = [...(order.before ?? []), ...(order.during ?? [])].includes('uni')
      const silent = async () => (await findSilent(page, hasUni)).filter((call) => call !== 'uni during' || atStart)
      await expect.poll(silent, JSON.stringify(order)).toEqual([])
    }
    // The worker must not be asked for once its site is gone.
    await page.goto('about:blank')
  })
}

test('calls of the page itself that no worker saw are counted, with what to do', async ({ page, panel }) => {
  await using site = await serveSite()
  const told = {
    off: /有请求没有被记录.*serviceWorker: false.*2$/,
    '/none.js': /有请求没有被记录.*wx-sw\.js.*2$/,
    '/wx-sw.js': /在 Service Worker 启动之前发出.*wxInspector\.ready.*1$/,
  }
  for (const [worker, text] of Object.entries(told)) {
    await page.goto(`http://127.0.0.1:${site.port}/page?worker=${worker}`)
    await page.evaluate(() => wxInspector.ready)
    await page.evaluate(callAll, 'after')
    await expect(panel.notices.getByText(text), worker).toBeVisible()
    // A fetch that the worker lets by is in the list.
    await expect(panel.row('data')).toHaveCount(worker === '/wx-sw.js' ? 3 : 2)
  }
  await page.goto('about:blank')
})
