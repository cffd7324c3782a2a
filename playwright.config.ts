import { defineConfig } from '@playwright/test'
import { browserForTests } from './tools/test-browser.mjs'

const PORT = Number(process.env.WX_E2E_PORT ?? 4319)

/** Journeys in a real Chromium, over the built demo and host pages: run `npm run build` first, or `npm test`, which does. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // The package in other people's projects has a configuration of its own, and so have the examples.
  testIgnore: ['e2e/package/**', 'e2e/hosts/**'],
  outputDir: 'test-results/browser',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // What hangs ends. A machine that others use as well may be several times as slow as a free one.
  timeout: 180_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 20_000, toPass: { timeout: 20_000 } },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'zh-CN',
    // Wide enough for every column of the list beside the phone.
    viewport: { width: 1760, height: 900 },
    actionTimeout: 30_000,
    // Names under .test give pages of other origins, secure or not, on this one machine.
    ...browserForTests(['--host-resolver-rules=MAP *.test 127.0.0.1']),
  },
  webServer: {
    command: `node tools/serve-pages.mjs ${PORT}`,
    url: `http://127.0.0.1:${PORT}/e2e/pages/plain.html`,
    reuseExistingServer: false,
  },
})
