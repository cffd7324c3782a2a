import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstall, ROOT } from './ensure-install.mjs'
import { BROWSER_ARGS, ensureBrowser } from './find-browser.mjs'

// npm run bench [-- NAME …]: each file e2e/bench/*.bench.mjs is measured in a fresh Chromium. Ends with 1 when a bar is missed.
ensureInstall()
const wanted = process.argv.slice(2)
const folder = join(ROOT, 'e2e', 'bench')
const files = readdirSync(folder).filter(
  (file) => file.endsWith('.bench.mjs') && (wanted.length === 0 || wanted.includes(file.replace('.bench.mjs', ''))),
)
if (files.length === 0) throw new Error(`No bench is called ${wanted.join(' or ')}.`)

const { chromium } = createRequire(import.meta.url)('@playwright/test')
const executablePath = await ensureBrowser()
console.log(
  `${cpus().length} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}: on a busy machine read the ratios, not the milliseconds.\n`,
)

let missed = 0
for (const file of files) {
  const { measure } = await import(pathToFileURL(join(folder, file)).href)
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  try {
    for (const { what, value, unit, bar, ratio } of await measure(browser)) {
      const over = bar !== undefined && value > bar
      if (over) missed++
      console.log(
        `${over ? '✗' : ' '} ${what.padEnd(58)}${format(value).padStart(10)} ${unit.padEnd(8)}${bar === undefined ? ''.padEnd(16) : `bar ${format(bar)}`.padEnd(16)}${ratio ?? ''}`,
      )
    }
  } finally {
    await browser.close()
  }
}
console.log(missed ? `\n${missed} bars missed` : '\nevery bar held')
process.exitCode = missed ? 1 : 0

/** @param {number} value */
function format(value) {
  return value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1)
}
