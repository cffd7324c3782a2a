import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { browserForTests } from '../../tools/test-browser.mjs'

// Every worker reads this file again: made once, the folder stays in the environment.
process.env.WX_HOSTS ??= mkdtempSync(join(tmpdir(), 'wx-hosts-'))

/** The package as people install it, in projects of their own outside the repository. Run `npm run build` first, or `npm test`, which does. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/package',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  globalTimeout: 10 * 60_000,
  expect: { timeout: 20_000 },
  use: {
    locale: 'en',
    viewport: { width: 1280, height: 800 },
    ...browserForTests(),
  },
  projects: [
    { name: 'install', testMatch: 'install.setup.ts', teardown: 'remove' },
    { name: 'use', testMatch: '*.spec.ts', dependencies: ['install'] },
    { name: 'remove', testMatch: 'remove.teardown.ts' },
  ],
})
