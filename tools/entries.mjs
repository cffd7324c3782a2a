import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ensure-install.mjs'

/**
 * What is published under one name. `source` and `file` are relative to the root of the project; `types` is relative to dist/types.
 * @typedef {{ name: string, source: string, file: string, types: string, runsIn: 'page' | 'node' }} Entry
 */

/**
 * What people import, read off `exports` in package.json: to add an entry, add it there.
 * One with types is built from the source file of the same path, `./dist/types/entry/shim.d.ts` from `src/entry/shim.ts`.
 * One that runs in Node is under the condition `node`, and no other; one that runs in a page is under `default`.
 * @returns {readonly Entry[]}
 */
export function readEntries() {
  const { exports: exported } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return Object.entries(exported).flatMap(([path, conditions]) => {
    const types = /^\.\/dist\/types\/(.+)\.d\.ts$/.exec(conditions.types)?.[1]
    const file = conditions.node ?? conditions.default
    if (!types || !file) return []
    const runsIn = conditions.node ? /** @type {const} */ ('node') : /** @type {const} */ ('page')
    return [{ name: path.slice(2), source: `src/${types}.ts`, file: file.slice(2), types: `${types}.d.ts`, runsIn }]
  })
}

/**
 * The entries as the build wants them: the name of the file in dist, and the source.
 * @param {Entry['runsIn']} runsIn
 * @returns {Record<string, string>}
 */
export function sourcesFor(runsIn) {
  const entries = readEntries().filter((entry) => entry.runsIn === runsIn)
  return Object.fromEntries(entries.map(({ file, source }) => [file.replace(/^dist\/|\.js$/g, ''), join(ROOT, source)]))
}
