import { ensureInstall } from './ensure-install.mjs'
import { lint, typecheck, unusedCode } from './steps.mjs'

ensureInstall()
const results = [await lint(), await typecheck(), await unusedCode()]
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0
