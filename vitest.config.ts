import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }

/** A test of the DOM names happy-dom as its environment in its first line. */
export default defineConfig({
  define: { WX_INSPECTOR_VERSION: JSON.stringify(packageJson.version) },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'e2e/vectors/*.test.ts'],
    environment: 'node',
    // Some draw the whole panel or run a thousand random calls: on a busy machine that takes longer than the five seconds of the default.
    testTimeout: 60_000,
    // Some make all of their calls before the first test.
    hookTimeout: 60_000,
    setupFiles: ['tools/promise-with-resolvers.ts'],
    restoreMocks: true,
  },
})
