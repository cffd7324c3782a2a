import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ensure-install.mjs'
import { binOf, runStep } from './run-step.mjs'

const REPORTS = join(ROOT, 'test-results')

/** Format, style, and the walls between the folders. */
export function lint() {
  return runStep('lint', [binOf('@biomejs/biome'), 'check', '--error-on-warnings', '--max-diagnostics=50'])
}

export function typecheck() {
  return runStep('types', [binOf('typescript', 'tsc'), '-b'])
}

/** Files, exports and packages that nothing needs. */
export function unusedCode() {
  return runStep('unused code', [binOf('knip', 'knip')])
}

export function unitTests() {
  const report = freshReport('unit.json')
  return runStep('unit tests', [binOf('vitest'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], {
    count: () => countVitest(read(report)),
  })
}

export function build() {
  return runStep('build', [join(ROOT, 'tools', 'build.mjs')])
}

/** What package.json promises, held against the tarball that npm would make of it. */
export function manifest() {
  return runStep('manifest', [binOf('publint', 'publint'), '--strict'])
}

/** Whether TypeScript finds the types of each entry. Those left out are files to serve or to load, not to import. */
export function typeResolution() {
  const served = ['./wx-sw.js', './mockServiceWorker.js', './dist/wx-request-inspector.iife.js', './dist/wx-request-inspector.editor.js']
  return runStep('type resolution', [
    binOf('@arethetypeswrong/cli'),
    '--pack',
    '.',
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--exclude-entrypoints',
    ...served,
  ])
}

/** What each entry adds to somebody's page, against its budget. */
export function size() {
  return runStep('size', [join(ROOT, 'tools', 'size.mjs')])
}

/** The published behaviours of WeChat's network calls, replayed against the same `createWx` that users get. Named, so that a test writes no page. */
export function vectors() {
  return runStep(
    'vectors',
    [join(ROOT, 'tools', 'vectors.mjs'), ...['vectors.json', 'own-vectors.json'].map((name) => join(ROOT, 'e2e', 'vectors', name))],
    { count: countClosingLine },
  )
}

/** @param {string} browser */
export function browserTests(browser) {
  return playwright('browser tests', 'playwright.config.ts', browser)
}

/**
 * The packed tarball, installed into projects outside of this one.
 * @param {string} browser
 */
export function packageTests(browser) {
  return playwright('package', 'e2e/package/playwright.config.ts', browser)
}

/**
 * One of the examples, whose dev server runs.
 * @param {string} name
 * @param {string} browser
 * @param {NodeJS.ProcessEnv} env what e2e/hosts reads
 */
export function hostTests(name, browser, env) {
  return playwright(name, 'e2e/hosts/playwright.config.ts', browser, env)
}

/**
 * The Vite plugin under a version of Vite that is installed in some folder.
 * @param {string} version
 * @param {string} folder
 * @param {string} browser
 */
export function viteTests(version, folder, browser) {
  return playwright(`Vite ${version}`, 'playwright.config.ts', browser, { WX_VITE: folder }, ['e2e/vite-plugin.spec.ts'])
}

/**
 * @param {string} name
 * @param {string} config
 * @param {string} browser
 * @param {NodeJS.ProcessEnv} [env]
 * @param {readonly string[]} [files] default: all
 */
function playwright(name, config, browser, env, files = []) {
  const report = freshReport(`${name.replaceAll(' ', '-')}.json`)
  return runStep(name, [binOf('@playwright/test'), 'test', ...files, '--config', config, '--reporter=list,json'], {
    env: { ...env, WX_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count: () => countPlaywright(read(report)),
  })
}

/** @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] } | undefined} report */
export function countVitest(report) {
  if (!report) return undefined
  // A file that does not even load has no tests to fail.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests }
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] } | undefined} report */
export function countPlaywright(report) {
  if (!report) return undefined
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

/** @param {string} output whose last line of the form `N passed, M failed` counts */
export function countClosingLine(output) {
  const line = [...output.matchAll(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g)].at(-1)
  return line && { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) }
}

/** @param {string} name */
function freshReport(name) {
  const path = join(REPORTS, name)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(path, { force: true })
  return path
}

/** @param {string} path */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
