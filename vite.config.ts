import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig, type EnvironmentOptions, normalizePath, type Plugin } from 'vite'
import packageJson from './package.json' with { type: 'json' }
import { sourcesFor } from './tools/entries.mjs'
import { oneFile } from './tools/one-file.mjs'
import { ownKeys } from './tools/own-keys.mjs'
import { thirdPartyLicenses } from './tools/third-party-licenses.mjs'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const HOST_COMPONENT = normalizePath(fromRoot('./src/panel/inspector.ts'))

/** Serves MSW's worker in dev, and writes it beside the demo and beside the library, whose users have to serve it. */
const mswWorker: Plugin = { ...msw({ mode: 'worker-only' }), applyToEnvironment: ({ name }) => name !== 'iife' }

/** Our own worker goes with it. The demo has it from public/ already. */
const ownWorker: Plugin = {
  name: 'wx-sw',
  applyToEnvironment: ({ name }) => name === 'esm',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'wx-sw.js', source: readFileSync(fromRoot('./public/wx-sw.js'), 'utf8') })
  },
}

/** What is imported at run time, sub-paths and all. */
const IMPORTED = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/lang-javascript',
  '@codemirror/lang-json',
  '@codemirror/language',
  '@codemirror/lint',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  '@scalar/openapi-upgrader',
  '@tanstack/react-table',
  '@tanstack/react-virtual',
  'idb',
  'lucide-react',
  'msw',
  'msw/browser',
  'msw/experimental',
  'msw/http',
  'openapi-sampler',
  're2js',
  'react',
  'react-dom/client',
  'valibot',
  'yaml',
  'zustand',
]

/** Library builds leave it in, and a page has no process. */
const PRODUCTION = { 'process.env.NODE_ENV': '"production"' }

/**
 * The entries that run in a page. All that they import is in them, so that users run what was tested here. `<Inspector>` alone draws in
 * the React of its host, and only that one is imported (docs/decisions/011-a-package-without-dependencies.md).
 */
const ESM: EnvironmentOptions = {
  consumer: 'client',
  define: PRODUCTION,
  build: {
    outDir: 'dist',
    copyPublicDir: false,
    minify: false,
    lib: { entry: { ...sourcesFor('page'), 'chunks/react-component': HOST_COMPONENT }, formats: ['es'] },
    rolldownOptions: {
      external: (id, importer) => importer === HOST_COMPONENT && id === 'react',
      output: { chunkFileNames: 'chunks/[name]-[hash].js', comments: { legal: true, annotation: true, jsdoc: false } },
    },
  },
}

/** The entries that run in Node. What Node has is imported, and Vite is that of the project. */
const NODE: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external: ['vite'] },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    // A config file that is CommonJS, as uni-app's and Taro's templates have it, cannot take the other one.
    lib: { entry: sourcesFor('node'), formats: ['es', 'cjs'] },
    rolldownOptions: { output: { chunkFileNames: 'chunks/[name]-[hash].js', comments: { legal: true, annotation: true, jsdoc: false } } },
  },
}

/** For one script tag: all of it in one file, but for what few ask for. */
const IIFE: EnvironmentOptions = {
  consumer: 'client',
  define: PRODUCTION,
  build: { outDir: 'dist', emptyOutDir: false, copyPublicDir: false },
}

/** The editors, and what reads rules of other formats, in a worker or not, come from a file beside it. */
const ONE_FILE_PARTS = {
  entry: fromRoot('./src/entry/auto.ts'),
  later: [
    ...['match-editor', 'response-editor', 'rule-editor', 'why-call'].map((name) => fromRoot(`./src/panel/mocks/editor/${name}.tsx`)),
    fromRoot('./src/mocks/import/read-foreign.ts'),
    '@scalar/openapi-upgrader',
    'openapi-sampler',
    'yaml',
    `${fromRoot('./src/mocks/import/import-worker.ts')}?worker&inline`,
  ],
}

export default defineConfig(({ command }) => ({
  define: { WX_INSPECTOR_VERSION: JSON.stringify(packageJson.version) },
  plugins: [react(), mswWorker, ownWorker, ownKeys(), thirdPartyLicenses(), ...(command === 'build' ? [oneFile(ONE_FILE_PARTS)] : [])],
  resolve: {
    // 80 % of MSW is the list of public suffixes in its cookie jar, which we do not use (docs/decisions/001-own-network-source.md).
    alias: [{ find: /^tldts$/, replacement: fromRoot('./src/transport/tldts-stub.ts') }],
  },
  // Found late, a package would make the first page load twice.
  optimizeDeps: { include: IMPORTED },
  server: { host: '127.0.0.1', warmup: { clientFiles: ['./src/playground/main.tsx', './src/panel/mount.tsx'] } },
  // For older browsers light-dark() would be rewritten in a way that minds only a color-scheme from a style sheet, not one set by script.
  build: { cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'] },
  builder: {
    async buildApp(builder) {
      for (const name of ['esm', 'node', 'iife', 'client']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    /** The demo. */
    client: { build: { outDir: 'dist/demo' } },
    // A dev server would prepare packages for each of these.
    ...(command === 'build' ? { esm: ESM, iife: IIFE } : {}),
    ...(command === 'build' && Object.keys(sourcesFor('node')).length > 0 ? { node: NODE } : {}),
  },
}))
