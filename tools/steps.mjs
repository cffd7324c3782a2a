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

export function unitTests() {
  const report = freshReport('unit.json')
  return runStep('unit tests', [binOf('vitest'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], {
    count: () => countVitest(read(report)),
  })
}

export function build() {
  return runStep('build', [join(ROOT, 'tools', 'build.mjs')])
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
  const report = freshReport('browser.json')
  return runStep('browser tests', [binOf('@playwright/test'), 'test', '--reporter=list,json'], {
    env: { WX_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
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
