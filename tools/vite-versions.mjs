import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstall, npmCommand } from './ensure-install.mjs'
import { ensureBrowser } from './find-browser.mjs'
import { build, viteTests } from './steps.mjs'

// npm run vite-versions [-- VERSION …]: e2e/vite-plugin.spec.ts in every version of Vite that the plugin is for, each from npm in a folder of its own.

const VERSIONS = ['4.5.14', '5.2.8', '6', '7', '8']

const given = process.argv.slice(2)
ensureInstall()
const browser = await ensureBrowser()
const folder = mkdtempSync(join(tmpdir(), 'wx-vite-versions-'))
const results = [await build()]
if (results[0]?.failed === 0) {
  for (const version of given.length > 0 ? given : VERSIONS) {
    const place = join(folder, version)
    mkdirSync(place)
    writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true }))
    const { command, args, shell } = npmCommand(['install', `vite@${version}`, '--no-audit', '--no-fund', '--loglevel=error'])
    spawnSync(command, args, { cwd: place, shell, stdio: 'inherit' })
    results.push(await viteTests(version, place, browser))
  }
}
rmSync(folder, { recursive: true, maxRetries: 5 })

for (const { name, passed, failed } of results) console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed`)
process.exitCode = results.some(({ failed }) => failed) ? 1 : 0
