import { defineConfig } from '@playwright/test'
import { browserForTests } from '../../tools/test-browser.mjs'

/** One of the examples, whose dev server runs at WX_HOST_URL. `npm run hosts` prepares each and runs this. */
export default defineConfig({
  testDir: '.',
  // Without the inspector there is only what the app sees.
  testMatch: process.env.WX_HOST_INSPECTED === 'no' ? 'sixty-calls.spec.ts' : '*.spec.ts',
  outputDir: '../../test-results/hosts',
  forbidOnly: true,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.WX_HOST_URL,
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    ...browserForTests(),
  },
})
