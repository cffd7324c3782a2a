import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstall } from './ensure-install.mjs'

// npm run vectors [-- FILE …]: holds the shim against test vectors. Without a file, against both lists of the project.
ensureInstall()

const { runnerImport } = await import('vite')
const root = fileURLToPath(new URL('..', import.meta.url))
const given = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? process.cwd(), path))
const paths = given.length > 0 ? given : ['vectors.json', 'own-vectors.json'].map((name) => resolve(root, 'e2e/vectors', name))

try {
  const { module } = await runnerImport(resolve(root, 'e2e/vectors/run-vectors.ts'), { root, configFile: false, logLevel: 'error' })
  process.exitCode = (await module.runVectors(paths)) > 0 ? 1 : 0
} catch (cause) {
  console.error(`vectors: ${cause instanceof Error ? cause.message : cause}`)
  process.exitCode = 2
}
