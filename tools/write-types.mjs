import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ROOT } from './ensure-install.mjs'
import { readEntries } from './entries.mjs'
import { binOf } from './run-step.mjs'

const EMITTED = join(ROOT, 'node_modules', '.cache', 'types')
const PUBLISHED = join(ROOT, 'dist', 'types')

const IMPORT = /(\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"]+)\2/g

/** Writes the declarations of the entries, and of all that those import, to dist/types. */
export function writeTypes() {
  const { status } = spawnSync(process.execPath, [binOf('typescript', 'tsc'), '-b', 'src/entry', 'src/entry/vite'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The declarations could not be written: see the type errors above.')
  rmSync(PUBLISHED, { recursive: true, force: true })
  const entries = readEntries()
  const inNode = new Set(entries.filter(({ runsIn }) => runsIn === 'node').map(({ types }) => join(EMITTED, types)))
  const all = entries.map(({ types }) => join(EMITTED, types))
  for (const [path, declarations] of collectDeclarations(all, (file) => readFileSync(file, 'utf8'))) {
    const target = join(PUBLISHED, relative(EMITTED, path))
    const published = withJsExtensions(declarations)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, published)
    if (inNode.has(path)) writeFileSync(target.replace(/\.ts$/, '.cts'), forCommonJs(published))
  }
}

/**
 * The declarations of some files and of all that they import, by their paths. A package among it is an error:
 * whoever installs ours does not have it.
 * @param {readonly string[]} entries
 * @param {(path: string) => string} read
 * @returns {ReadonlyMap<string, string>}
 */
export function collectDeclarations(entries, read) {
  /** @type {Map<string, string>} */
  const found = new Map()
  const wanted = new Set(entries)
  for (const path of wanted) {
    const declarations = read(path)
    found.set(path, declarations)
    const code = declarations.replace(/\/\*[\s\S]*?\*\//g, '')
    for (const [, , , imported = ''] of code.matchAll(IMPORT)) {
      if (!imported.startsWith('.')) throw new Error(`${path} names a type of '${imported}', a package that users may not have.`)
      wanted.add(join(dirname(path), imported.replace(/\.tsx?$/, '.d.ts')))
    }
  }
  return found
}

/**
 * The declarations of an entry as CommonJS modules take them, beside those of ES modules. What they import are ES modules: TypeScript 5.3 and
 * newer let a CommonJS file name types of those where it says so.
 * @param {string} declarations
 */
export function forCommonJs(declarations) {
  return declarations.replace(/^(import type .+ from '[^']+');$/gm, "$1 with { 'resolution-mode': 'import' };")
}

/**
 * Our sources import `./x.ts`; beside a declaration there is no such file, and `./x.js` is what finds `./x.d.ts`.
 * @param {string} declarations
 */
export function withJsExtensions(declarations) {
  return declarations.replace(IMPORT, (whole, before, quote, path) =>
    path.startsWith('.') ? `${before}${quote}${path.replace(/\.tsx?$/, '.js')}${quote}` : whole,
  )
}
