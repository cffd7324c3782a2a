import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { npmCommand } from './ensure-install.mjs'

/** Without CI uni-app asks its vendor for updates. */
export const CHILD_ENV = { ...process.env, CI: 'true' }

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
export function runNpm(cwd, ...args) {
  const { command, args: all, shell } = npmCommand(args)
  runQuietly(command, all, cwd, shell)
}

/**
 * Runs a command to its end. Its output is shown when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {boolean} [shell]
 */
export function runQuietly(command, args, cwd, shell = false) {
  console.log(`$ ${[basename(command), ...args].join(' ')}`)
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, shell, encoding: 'utf8', env: CHILD_ENV, maxBuffer: 2 ** 27 })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`)
}
