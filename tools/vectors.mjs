import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstall } from './ensure-install.mjs'

// npm run vectors [-- FILE …]: holds the shim against test vectors. Without a file, against both lists of the project, and writes
// docs/conformance.md, which is about them; a run over other files leaves it as it is.
ensureInstall()

const { runnerImport } = await import('vite')
const root = fileURLToPath(new URL('..', import.meta.url))
const given = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? process.cwd(), path))

try {
  const { module } = await runnerImport(resolve(root, 'e2e/vectors/run-vectors.ts'), { root, configFile: false, logLevel: 'error' })
  const failed = await (given.length > 0 ? module.runVectors(given) : module.runOwnVectors(root))
  process.exitCode = failed > 0 ? 1 : 0
} catch (cause) {
  console.error(`vectors: ${cause instanceof Error ? cause.message : cause}`)
  process.exitCode = 2
}
