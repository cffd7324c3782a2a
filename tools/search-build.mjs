import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** @typedef {{ file: string, text: string, hash: string, bytes: number }} BuiltFile */

/** What a page with the inspector has somewhere, and a production build nowhere: names that no minifier changes. */
const TRACES = ['wx-request-inspector', 'wxInspector', 'wx-sw.js', 'mockServiceWorker', 'urlCheck', 'envVersion', '请求面板']

/**
 * @param {string} folder
 * @returns {readonly BuiltFile[]}
 */
export function readBuild(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    const hash = createHash('sha256').update(content).digest('hex')
    return [{ file: relative(folder, path), text: content.toString('utf8'), bytes: content.length, hash }]
  })
}

/**
 * Throws where something of the inspector is in a production build, and where the search is worth nothing since the package itself does not
 * have what it looks for.
 * @param {readonly BuiltFile[]} build
 * @param {readonly BuiltFile[]} inspector
 */
export function refuseTraces(build, inspector) {
  if (build.length === 0) throw new Error('The build wrote nothing.')
  const missing = TRACES.filter((trace) => !inspector.some(({ text }) => text.includes(trace)))
  if (missing.length > 0) throw new Error(`The package itself holds no ${missing.join(', ')}: builds would be searched for it in vain.`)
  const found = build.flatMap(({ file, text }) => TRACES.filter((trace) => text.includes(trace)).map((trace) => `${trace} in ${file}`))
  if (found.length > 0) throw new Error(`The production build holds ${found.join(', ')}.`)
}

/**
 * Throws unless both are the same, byte by byte.
 * @param {readonly BuiltFile[]} withPlugin
 * @param {readonly BuiltFile[]} without
 */
export function refuseDifference(withPlugin, without) {
  const key = (/** @type {BuiltFile} */ { file, hash }) => `${file} ${hash}`
  const others = new Set(without.map(key))
  const differing = withPlugin.filter((built) => !others.has(key(built))).map(({ file }) => file)
  if (differing.length === 0 && withPlugin.length === without.length) return
  throw new Error(`Built with the plugin and without it, these differ: ${differing.join(', ') || 'the number of files'}.`)
}
