import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { bundleHost, HOSTS, installHost } from './hosts.ts'

for (const host of HOSTS) {
  test.describe(host.name, () => {
    test.describe.configure({ mode: 'serial' })

    test('npm installs the packed tarball', async () => {
      await installHost(host)
      expect(existsSync(join(host.folder, 'node_modules', 'wx-request-inspector', 'package.json'))).toBe(true)
    })

    test('Vite bundles it, with a React of the host only where a page draws with one', async () => {
      const modules = await bundleHost(host)
      expect(modules.filter((id) => id.includes('/wx-request-inspector/dist/'))).not.toEqual([])
      expect(modules.some((id) => id.includes('/node_modules/react/'))).toBe(host.pages.includes('component'))
    })
  })
}
