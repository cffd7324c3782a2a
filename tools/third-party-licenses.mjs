import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts the licenses of all bundled packages beside what was built.
 * @returns {import('vite').Plugin}
 */
export function thirdPartyLicenses() {
  /** By folder: more than one build may write into it. @type {Map<string, string[]>} */
  const modulesIn = new Map()
  return {
    name: 'third-party-licenses',
    // One plugin for all environments, which are built one after another.
    sharedDuringBuild: true,
    // The one file has them at its foot.
    applyToEnvironment: ({ name }) => name !== 'iife',
    generateBundle: {
      order: 'post',
      handler({ dir = '' }, bundle) {
        const chunks = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [part] : []))
        const modules = chunks.flatMap((chunk) => chunk.moduleIds)
        modules.push(...(modulesIn.get(dir) ?? []))
        modulesIn.set(dir, modules)
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: licenseNotices(modules) })
      },
    },
  }
}

/**
 * The notices of the packages that some modules come from, in the order of their names.
 * @param {readonly string[]} modules paths
 */
export function licenseNotices(modules) {
  const folders = new Set(modules.map((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0]))
  const notices = [...folders].flatMap((folder) => (folder ? [noticeOf(folder)] : []))
  return `This file contains code of the following packages.\n\n${notices.sort().join('\n')}`
}

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!license) throw new Error(`${name} names no license, so what is built with it must not be given away.`)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `From ${homepage ?? repository?.url ?? repository}`
  return `── ${name} ${version}, ${license} ──\n\n${text}\n`
}
