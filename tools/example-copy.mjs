import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ROOT } from './ensure-install.mjs'

/** The folder of the examples. */
export const EXAMPLES = join(ROOT, 'examples')

/**
 * A copy without what somebody has installed or built in the example itself. What an earlier run installed stays.
 * @param {string} name
 * @param {string} place
 */
export function copyExample(name, place) {
  const left = new Set(['node_modules', 'package-lock.json', 'dist'])
  if (existsSync(place)) {
    for (const file of readdirSync(place))
      if (file !== 'node_modules' && file !== 'package-lock.json') rmSync(join(place, file), { recursive: true })
  }
  cpSync(join(EXAMPLES, name), place, { recursive: true, filter: (source) => !left.has(basename(source)) })
}

/**
 * Takes the plugin out of the configuration of an example that has it there; gives back how to undo that.
 * @param {string} place
 */
export function removePlugin(place) {
  const file = ['vite.config.js', join('config', 'index.js')].map((path) => join(place, path)).find(existsSync)
  if (!file) return undefined
  const text = readFileSync(file, 'utf8')
  if (!text.includes('wxInspector')) return undefined
  const bare = text.replace(/(?:, )?wxInspector\(.*\)(?=\])/, '')
  if (bare === text) throw new Error(`${basename(file)} does not have the plugin as tools/example-copy.mjs looks for it.`)
  writeFileSync(file, bare)
  return () => writeFileSync(file, text)
}
