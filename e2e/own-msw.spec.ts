import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../tools/ensure-install.mjs'
import { bundleClient } from './clients/bundle-client.ts'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'
import { serve } from './servers/serve.ts'

declare global {
  var hostStarted: Promise<unknown>
}

const OWN = 'https://api.example.com/own'
const OURS = 'https://api.example.com/ours'

const dist = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8')

/** A site whose root holds the worker of its own MSW, and ours beside it. */
async function serveSite(version: '2' | '3') {
  const client = await bundleClient(`host-msw-${version}-client`)
  const worker = readFileSync(join(ROOT, 'node_modules', version === '2' ? 'msw-2' : 'msw', 'lib', 'mockServiceWorker.js'), 'utf8')
  const files: Readonly<Record<string, string>> = {
    '/host.js': client,
    '/ours.js': dist('wx-request-inspector.iife.js'),
    '/mockServiceWorker.js': worker,
    '/wx-sw.js': dist('wx-sw.js'),
    '/both': '<!doctype html><link rel="icon" href="data:,"><script src="/ours.js"></script><script src="/host.js"></script>',
    '/none': '<!doctype html><link rel="icon" href="data:,"><title>A page</title>',
  }
  return serve((request, response) => {
    const path = request.url ?? ''
    const text = files[path]
    response.setHeader('Content-Type', `text/${path.endsWith('.js') ? 'javascript' : 'html'}; charset=utf-8`)
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
}

async function startOurs(page: Page): Promise<void> {
  await page.addScriptTag({ url: '/ours.js' })
  await page.evaluate(() => wxInspector.ready)
}

async function startHost(page: Page): Promise<void> {
  await page.addScriptTag({ url: '/host.js' })
  await page.evaluate(() => hostStarted)
}

/** The page's own mocks answer its fetch, our rules answer wx, and a notice says why they do not answer fetch. */
async function expectBothWork(page: Page): Promise<void> {
  await page.evaluate(async (url) => {
    await wxInspector.ready
    wxInspector.setRules([
      { id: 'ours', name: 'ours', enabled: true, when: { url }, respond: { kind: 'response', body: { json: { by: 'a rule' } } } },
    ])
  }, OURS)
  const fetched = () => page.evaluate(async (url) => (await fetch(url)).json().catch(() => 'no JSON'), OWN)
  expect(await fetched()).toEqual({ by: 'the host' })
  expect(await callWx(page, { url: OURS })).toMatchObject({ via: 'success', result: { data: { by: 'a rule' } } })
  expect(await fetched()).toEqual({ by: 'the host' })
  expect(await page.evaluate(() => wxInspector.serviceWorker)).toBe('unavailable')
  expect(await page.evaluate(() => wxInspector.tasks().map(({ url }) => url))).toEqual([OURS])
}

for (const version of ['2', '3'] as const) {
  test.describe(`a page with a worker of MSW ${version} of its own`, () => {
    let troubles: string[] = []
    test.beforeEach(({ page }) => {
      troubles = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
      })
    })
    test.afterEach(() => {
      // Our worker imports the mockServiceWorker.js beside it. Where that is one of MSW 2, MSW itself says so, and works.
      const told = /different version of MSW \(2\./
      expect(troubles.filter((text) => version === '3' || !told.test(text))).toEqual([])
    })

    test('started first: it stays, and the panel tells of it', async ({ page, panel }) => {
      await using site = await serveSite(version)
      await page.goto(`http://127.0.0.1:${site.port}/none`)
      await startHost(page)
      await startOurs(page)
      await expectBothWork(page)
      await expect(panel.notices).toContainText('这个页面已有另一个 Service Worker')
      await expect(panel.notices).toContainText('mockServiceWorker.js')
    })

    test('started after ours: it takes the place, and the panel tells of it', async ({ page, panel }) => {
      await using site = await serveSite(version)
      await page.goto(`http://127.0.0.1:${site.port}/none`)
      await startOurs(page)
      expect(await page.evaluate(() => wxInspector.serviceWorker)).toBe('active')
      await startHost(page)
      await expect(panel.notices).toContainText('这个页面已有另一个 Service Worker')
      await expectBothWork(page)
    })

    test('started at the same time: both work, and after a reload too', async ({ page, panel }) => {
      await using site = await serveSite(version)
      await page.goto(`http://127.0.0.1:${site.port}/both`)
      for (const round of ['the first load', 'a reload', 'another']) {
        await page.evaluate(() => hostStarted)
        await expect(panel.notices, round).toContainText('这个页面已有另一个 Service Worker')
        await expectBothWork(page)
        await page.reload()
      }
    })
  })
}
