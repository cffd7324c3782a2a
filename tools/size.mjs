import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureInstall, npmCommand, ROOT } from './ensure-install.mjs'

// node tools/size.mjs: what each entry adds to the page of a project that installs what was built last and bundles it with Vite.
// Ends with 1 when one is over its budget.

/**
 * `code` is what the project writes, `budget` in kB gzip for what is loaded at once; what is loaded later is told apart.
 * @typedef {{ name: string, code: string, budget: number }} Use
 * @typedef {import('vite').Rolldown.OutputChunk} Chunk
 */

/** @type {readonly Use[]} */
const USES = [
  { name: 'shim', code: "export { createWx } from 'wx-request-inspector/shim'", budget: 46 },
  { name: 'panel', code: "export { mountPanel } from 'wx-request-inspector/panel'", budget: 199 },
  { name: 'inspector', code: "export { createInspector } from 'wx-request-inspector'", budget: 133 },
]
const ONE_FILE_BUDGET = 618

ensureInstall()
const { build } = await import('vite')
// It needs Vite as well.
const { FILE_BESIDE, ONE_FILE } = await import('./one-file.mjs')

const project = mkdtempSync(join(tmpdir(), 'wx-size-'))
let over = 0
try {
  install()
  console.log(row('what is used', 'at once', 'budget', 'later'))
  for (const use of USES) {
    const chunks = await bundle(use)
    const atOnce = loadedAtOnce(chunks)
    const later = chunks.filter((chunk) => !atOnce.has(chunk))
    report(use.name, gzipped([...atOnce].map(({ code }) => code)), use.budget, gzipped(later.map(({ code }) => code)))
  }
  const [oneFile, beside] = [ONE_FILE, FILE_BESIDE].map((name) =>
    readFileSync(join(project, 'node_modules', 'wx-request-inspector', 'dist', name), 'utf8'),
  )
  report('one script tag', gzipped([oneFile ?? '']), ONE_FILE_BUDGET, gzipped([beside ?? '']))
} finally {
  rmSync(project, { recursive: true, force: true })
}
if (over) console.log(`\n${over} over budget`)
process.exitCode = over ? 1 : 0

/** As npm would from the registry. Without React, which is the host's: it is not weighed. */
function install() {
  npm(ROOT, 'pack', '--silent', '--pack-destination', project)
  const tarball = readdirSync(project).find((file) => file.endsWith('.tgz'))
  writeFileSync(join(project, 'package.json'), '{ "private": true }')
  npm(project, 'install', `./${tarball}`, '--offline', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--silent')
}

/**
 * @param {string} cwd
 * @param {readonly string[]} given
 */
function npm(cwd, ...given) {
  const { command, args, shell } = npmCommand(given)
  execFileSync(command, args, { cwd, shell, stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * @param {Use} use
 * @returns {Promise<readonly Chunk[]>}
 */
async function bundle({ code }) {
  const input = join(project, 'page.js')
  writeFileSync(input, code)
  const result = await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input, preserveEntrySignatures: 'strict', external: ['react'] } },
  })
  const [bundled] = Array.isArray(result) ? result : [result]
  return (bundled && 'output' in bundled ? bundled.output : []).flatMap((part) => (part.type === 'chunk' ? [part] : []))
}

/**
 * The entry and all that it imports without being asked.
 * @param {readonly Chunk[]} chunks
 */
function loadedAtOnce(chunks) {
  const found = new Set(chunks.filter((chunk) => chunk.isEntry))
  for (const chunk of found) {
    for (const file of chunk.imports) {
      const next = chunks.find((other) => other.fileName === file)
      if (next) found.add(next)
    }
  }
  return found
}

/**
 * kB.
 * @param {readonly string[]} codes
 */
function gzipped(codes) {
  return codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000
}

/**
 * @param {string} name
 * @param {number} weight
 * @param {number} budget
 * @param {number} later
 */
function report(name, weight, budget, later) {
  const tooHeavy = weight > budget
  if (tooHeavy) over++
  console.log(row(name, kb(weight), `${budget} kB${tooHeavy ? ' ✗' : ''}`, later ? kb(later) : ''))
}

/** @param {number} size */
function kb(size) {
  return `${size.toFixed(1)} kB`
}

/** @param {readonly string[]} cells */
function row(...cells) {
  const [name = '', atOnce = '', budget = '', later = ''] = cells
  return `${name.padEnd(18)}${atOnce.padStart(10)}${budget.padStart(11)}${later.padStart(11)}`
}
