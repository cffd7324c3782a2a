import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstall, ROOT } from './ensure-install.mjs'
import { BROWSER_ARGS, ensureBrowser } from './find-browser.mjs'
import { format, performancePage } from './performance-page.mjs'

// npm run bench [-- NAME …]: each file e2e/bench/*.bench.mjs is measured in a fresh Chromium; one that fails does not stop the others.
// Ends with 1 when a bar is missed or a bench failed. Without a name all are measured, and docs/performance.md is written.
ensureInstall()
const wanted = process.argv.slice(2)
const folder = join(ROOT, 'e2e', 'bench')
const files = readdirSync(folder).filter(
  (file) => file.endsWith('.bench.mjs') && (wanted.length === 0 || wanted.includes(file.replace('.bench.mjs', ''))),
)
if (files.length === 0) {
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.bench.mjs') ? [file.replace('.bench.mjs', '')] : []))
  throw new Error(`No bench is called ${wanted.join(' or ')}. There are ${names.join(', ')}.`)
}

const { chromium } = createRequire(import.meta.url)('@playwright/test')
const executablePath = await ensureBrowser()
console.log(
  `${cpus().length} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}: on a busy machine read the ratios, not the milliseconds.\n`,
)

let missed = 0
let version = ''
const rows = []
/** @type {string[]} */
const failed = []
const loads = [loadavg()[0] ?? 0]
for (const file of files) {
  const { measure } = await import(pathToFileURL(join(folder, file)).href)
  const name = file.replace('.bench.mjs', '')
  const started = performance.now()
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  version = `Chromium ${browser.version()}`
  try {
    for (const row of await measure(browser, executablePath)) {
      const { bar, ratio = '', unit, value, what } = row
      rows.push(row)
      const over = bar !== undefined && !(value <= bar)
      if (over) missed++
      const limit = bar === undefined ? '' : `bar ${format(bar)}`
      console.log(`${over ? '✗' : ' '} ${what.padEnd(58)}${format(value).padStart(10)} ${unit.padEnd(8)}${limit.padEnd(12)}${ratio}`)
    }
  } catch (cause) {
    failed.push(name)
    console.error(`✗ ${name}: ${cause instanceof Error ? cause.message : cause}`)
  } finally {
    console.log(`  ── ${name}, ${((performance.now() - started) / 1000).toFixed(0)} s\n`)
    await browser.close()
  }
  loads.push(loadavg()[0] ?? 0)
}
if (wanted.length === 0) writeFileSync(join(ROOT, 'docs', 'performance.md'), performancePage(rows, version, loads, failed))
if (failed.length > 0) console.log(`not measured: ${failed.join(', ')}`)
console.log(missed ? `${missed} bars missed` : 'every bar held')
process.exitCode = missed || failed.length > 0 ? 1 : 0
