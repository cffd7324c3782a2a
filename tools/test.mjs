import { ensureInstall } from './ensure-install.mjs'
import { ensureBrowser } from './find-browser.mjs'
import { notRun } from './run-step.mjs'
import {
  browserTests,
  build,
  lint,
  manifest,
  packageTests,
  size,
  typecheck,
  typeResolution,
  unitTests,
  unusedCode,
  vectors,
} from './steps.mjs'

ensureInstall()

const results = [await lint(), await typecheck(), await unusedCode(), await unitTests(), await vectors(), await build()]
if (results.at(-1)?.failed === 0) {
  results.push(await manifest(), await typeResolution(), await size(), ...(await testInBrowser()))
} else {
  results.push(...['manifest', 'type resolution', 'size', 'package', 'browser tests'].map((name) => notRun(name, 'the build failed')))
}

console.log('')
for (const { name, passed, failed, skipped, seconds } of results) {
  const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped`
  console.log(`${failed ? '✗' : '✓'} ${name.padEnd(16)}${counts} ${seconds.toFixed(1).padStart(7)} s`)
}
const [passed, failed, skipped] = /** @type {const} */ (['passed', 'failed', 'skipped']).map((key) =>
  results.reduce((sum, result) => sum + result[key], 0),
)
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed ? 1 : 0

async function testInBrowser() {
  try {
    const browser = await ensureBrowser()
    return [await packageTests(browser), await browserTests(browser)]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return ['package', 'browser tests'].map((name) => notRun(name, why))
  }
}
