import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstall, ROOT } from './ensure-install.mjs'
import { writeTypes } from './write-types.mjs'

ensureInstall()

const { createBuilder } = await import('vite')
const builder = await createBuilder({ root: ROOT })
await builder.buildApp()
writeTypes()
refuseMissingExports(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).exports)

/**
 * What package.json promises has to be there.
 * @param {unknown} exported
 */
function refuseMissingExports(exported) {
  if (typeof exported === 'string') {
    if (!existsSync(join(ROOT, exported))) throw new Error(`package.json exports ${exported}, which the build did not write.`)
  } else if (exported && typeof exported === 'object') {
    for (const inner of Object.values(exported)) refuseMissingExports(inner)
  }
}
