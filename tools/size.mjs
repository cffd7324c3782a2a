import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureInstall, ROOT } from './ensure-install.mjs'

// npm run size: what each entry weighs once it is bundled with all that it imports. Ends with 1 when one is over its budget.

/**
 * `budget` is in kB gzip, for what is loaded at once; what the entry imports later is told apart.
 * @typedef {{ name: string, entry: string, budget?: number, without?: RegExp, inOne?: boolean }} Entry
 * @typedef {import('vite').Rolldown.OutputChunk} Chunk
 */

/** @type {readonly Entry[]} */
const ENTRIES = [
  { name: 'shim', entry: 'shim.ts', budget: 42 },
  { name: 'panel without React', entry: 'panel.ts', budget: 110, without: /^(react|react-dom|scheduler)($|\/)/ },
  { name: 'panel', entry: 'panel.ts' },
  { name: 'inspector', entry: 'inspector.ts' },
  { name: 'one script tag', entry: 'auto.ts', inOne: true },
]

ensureInstall()
const { build } = await import('vite')

let over = 0
console.log(row('entry', 'at once', 'budget', 'later', 'what it is made of'))
for (const spec of ENTRIES) {
  const { name, entry, budget } = spec
  const chunks = await bundle(spec)
  const first = chunks.find((chunk) => chunk.isEntry)
  if (!first) throw new Error(`${entry} gave no bundle`)
  const atOnce = closure(first, chunks)
  const later = chunks.filter((chunk) => !atOnce.includes(chunk))
  const weight = gzipped(atOnce)
  const tooHeavy = budget !== undefined && weight > budget
  if (tooHeavy) over++
  console.log(
    row(name, kb(weight), budget ? `${budget} kB${tooHeavy ? ' ✗' : ''}` : '', later.length ? kb(gzipped(later)) : '', shares(chunks)),
  )
}
if (over) console.log(`\n${over} over budget`)
process.exitCode = over ? 1 : 0

/**
 * @param {Entry} entry `without` names packages that the host page has already
 * @returns {Promise<readonly Chunk[]>}
 */
async function bundle({ entry, without, inOne }) {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: [{ find: /^tldts$/, replacement: join(ROOT, 'src', 'transport', 'tldts-stub.ts') }] },
    build: {
      write: false,
      minify: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(ROOT, 'src', 'entry', entry),
        preserveEntrySignatures: 'strict',
        ...(without ? { external: without } : {}),
        ...(inOne ? { output: { format: 'iife', codeSplitting: false } } : {}),
      },
    },
  })
  const [bundled] = Array.isArray(result) ? result : [result]
  return (bundled && 'output' in bundled ? bundled.output : []).flatMap((part) => (part.type === 'chunk' ? [part] : []))
}

/**
 * A chunk and all that it imports without being asked.
 * @param {Chunk} start
 * @param {readonly Chunk[]} chunks
 */
function closure(start, chunks) {
  const found = new Set([start])
  for (const chunk of found) {
    for (const file of chunk.imports) {
      const next = chunks.find((other) => other.fileName === file)
      if (next) found.add(next)
    }
  }
  return [...found]
}

/** @param {readonly Chunk[]} chunks */
function gzipped(chunks) {
  return chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0) / 1000
}

/**
 * The biggest parts in per cent, by their code before it was minified.
 * @param {readonly Chunk[]} chunks
 */
function shares(chunks) {
  /** @type {Map<string, number>} */
  const sizes = new Map()
  for (const [id, { renderedLength }] of chunks.flatMap((chunk) => Object.entries(chunk.modules))) {
    sizes.set(originOf(id), (sizes.get(originOf(id)) ?? 0) + renderedLength)
  }
  const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return [...sizes]
    .sort(([, one], [, other]) => other - one)
    .map(([name, size]) => ({ name, share: Math.round((size / whole) * 100) }))
    .filter(({ share }) => share >= 2)
    .map(({ name, share }) => `${name} ${share} %`)
    .join(', ')
}

/** @param {string} id */
function originOf(id) {
  const path = id.replaceAll('\\', '/')
  const folder = /\/src\/([^/]+)\//.exec(path.split('/node_modules/').length > 1 ? '' : path)?.[1]
  return folder ?? /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'bundler'
}

/** @param {number} size */
function kb(size) {
  return `${size.toFixed(1)} kB`
}

/** @param {readonly string[]} cells */
function row(...cells) {
  const [name = '', atOnce = '', budget = '', later = '', parts = ''] = cells
  return `${name.padEnd(21)}${atOnce.padStart(9)}${budget.padStart(9)}${later.padStart(10)}   ${parts}`
}
