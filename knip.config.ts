import type { KnipConfig } from 'knip'
import { readEntries } from './tools/entries.mjs'

/** What nothing imports because somebody else starts it: users, pages, the npm scripts. All else has to be used. */
const config: KnipConfig = {
  entry: [
    ...readEntries().map(({ source }) => source),
    'src/**/*.{test-d,d}.ts',
    'src/transport/tldts-stub.ts',
    'public/wx-sw.js',
    'tools/*.mjs',
    'tools/*.d.ts',
    'e2e/bench/*',
    'e2e/clients/*-client.js',
    'e2e/clients/own-handlers.js',
    'e2e/pages/*.js',
    'e2e/vectors/run-vectors.ts',
    'e2e/package/playwright.config.ts',
    'e2e/package/*.{setup,teardown}.ts',
    'e2e/package/host/*.{ts,tsx}',
    'e2e/hosts/playwright.config.ts',
    'e2e/hosts/*.spec.ts',
  ],
  // Projects of their own.
  ignore: ['examples/**'],
  // Started by path (tools/steps.mjs), and read by path (tools/openapi-documents.test.ts).
  ignoreDependencies: ['@arethetypeswrong/cli', '@biomejs/biome', 'publint', '@readme/oas-examples', '@scalar/galaxy'],
}

export default config
