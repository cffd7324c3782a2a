import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import '../drive/page-globals.ts'
import { type HostName, hostOf } from './host-kinds.ts'
import { startHostServer } from './host-server.ts'

const host = hostOf(process.env.WX_HOST_NAME as HostName)

/** Where the build is served, by nothing but this test. */
const SITE = 'http://build.localhost'

test('the production build runs without the inspector', async ({ page }) => {
  const dist = process.env.WX_HOST_DIST ?? ''
  await page.route(`${SITE}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill({ path: join(dist, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)) })
  })
  const server = await startHostServer()
  await page.goto(SITE + host.askingAt(server.origin))
  const button = host.frameOf(page).getByText('List teas', { exact: true })
  await expect(button).toBeVisible()
  for (const frame of page.frames()) expect(await frame.evaluate(() => 'wxInspector' in globalThis)).toBe(false)
  // A framework brings its own network; `wx` is on a phone only.
  if (host.framework) {
    await button.click()
    await expect(page.getByText('Teas: 龙井')).toBeVisible()
  }
  await server.close()
})
