import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ROOT } from './ensure-install.mjs'

/**
 * What one step of a check came to.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number }} StepResult
 *
 * What a step's own report says, or `undefined` when it left none.
 * @typedef {{ passed: number, failed: number, skipped?: number } | undefined} StepCount
 */

/**
 * Runs one command with its output on the screen and counts what it did.
 * A command that fails without a failed test, or passes without a single test, counts as one failure:
 * a check that saw nothing must not be green.
 * @param {string} name
 * @param {readonly string[]} args of Node: a script and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, count?: (output: string) => StepCount }} [options] Without `count`, the exit code is the one test.
 * @returns {Promise<StepResult>}
 */
export async function runStep(name, args, { env, count } = {}) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 72 - name.length))}`)
  const started = performance.now()
  const { code, output } = await runNode(args, env)
  const seconds = (performance.now() - started) / 1000
  const result = { name, seconds, ...tally(code, count ? count(output) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }) }
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${name}, ${seconds.toFixed(1)} s`)
  return result
}

/**
 * Squares a report with the exit code: the worse of the two is believed.
 * @param {number} code
 * @param {StepCount} count
 */
export function tally(code, count) {
  const { passed = 0, failed = 0, skipped = 0 } = count ?? {}
  const sound = failed > 0 || (code === 0 && passed > 0)
  return { passed, failed: sound ? failed : 1, skipped }
}

/**
 * A step that could not run because one before it failed.
 * @param {string} name
 * @param {string} why
 * @returns {StepResult}
 */
export function notRun(name, why) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 72 - name.length))}\n✗ ${name} was not run: ${why}`)
  return { name, passed: 0, failed: 1, skipped: 0, seconds: 0 }
}

/**
 * The script behind a package's command, so that it starts on every platform without a shell.
 * @param {string} packageName
 * @param {string} [command] default: the package's only one
 */
export function binOf(packageName, command) {
  const manifest = join(ROOT, 'node_modules', packageName, 'package.json')
  const { bin } = createRequire(import.meta.url)(manifest)
  const script = typeof bin === 'string' ? bin : command ? bin[command] : Object.values(bin)[0]
  return join(dirname(manifest), script)
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv | undefined} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function runNode(args, env) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...colours(), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.on('data', (chunk) => {
      output += chunk
      process.stdout.write(chunk)
    })
    child.on('error', (error) => {
      console.error(error.message)
      resolve({ code: 1, output })
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

// The child writes into a pipe and would drop its colours where we still have a terminal. Some programs take any value for a yes.
function colours() {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {}
}
