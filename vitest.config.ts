import { defineConfig } from 'vitest/config'

/** A test of the DOM says so in its first line: `// @vitest-environment happy-dom`. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tools/promise-with-resolvers.ts'],
    restoreMocks: true,
  },
})
