import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './ensure-install.mjs'
import { binOf } from './run-step.mjs'

const EMITTED = join(ROOT, 'node_modules', '.cache', 'types')
const PUBLISHED = join(ROOT, 'dist', 'types')
const PUBLISHED_FOLDERS = ['contract', 'entry', 'panel', 'recorder', 'shim', 'transport']

/** Writes the declarations of all that the entries export to dist/types. */
export function writeTypes() {
  const { status } = spawnSync(process.execPath, [binOf('typescript', 'tsc'), '-b', 'src/entry'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The declarations could not be written: see the type errors above.')
  rmSync(PUBLISHED, { recursive: true, force: true })
  for (const path of PUBLISHED_FOLDERS.flatMap(declarationsIn)) {
    const target = join(PUBLISHED, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, withJsExtensions(readFileSync(join(EMITTED, path), 'utf8')))
  }
}

/**
 * Our sources import `./x.ts`; beside a declaration there is no such file, and `./x.js` is what finds `./x.d.ts`.
 * @param {string} declarations
 */
export function withJsExtensions(declarations) {
  return declarations.replace(/(\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(['"])(\.{1,2}\/[^'"]+)\.tsx?\2/g, '$1$2$3.js$2')
}

/** @param {string} folder */
function declarationsIn(folder) {
  return readdirSync(join(EMITTED, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => join(folder, path))
}
