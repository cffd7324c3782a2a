import { ensureInstall } from './ensure-install.mjs'
import { lint, typecheck } from './steps.mjs'

ensureInstall()
const results = [await lint(), await typecheck()]
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0
