import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const LEAST_NODE = /** @type {const} */ ([20, 19])

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Brings node_modules to what package-lock.json says, and does nothing when it is there already.
 * Plain Node only: this runs before anything is installed. Ends the process with a message when it cannot.
 */
export function ensureInstall() {
  refuseOldNode()
  const why = staleness(readPackages('package-lock.json') ?? {}, readPackages('node_modules/.package-lock.json'))
  if (!why) return
  console.log(`Installing packages (${why}) …`)
  const started = performance.now()
  const { command, args, shell } = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell })
  if (status !== 0) {
    console.error(
      `\nnpm ci failed${error ? `: ${error.message}` : ''}. With a working connection to the npm registry, run the command again.`,
    )
    process.exit(status ?? 1)
  }
  console.log(`Installed in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)
}

/**
 * Why what is installed is not what the lock file asks for, or `undefined` when it is.
 * npm writes node_modules/.package-lock.json last, so a broken-off install counts as none.
 * Optional packages of other platforms are in the lock file only.
 * @param {LockedPackages} wanted
 * @param {LockedPackages | undefined} installed
 * @returns {string | undefined}
 */
export function staleness(wanted, installed) {
  if (!installed) return 'node_modules is missing'
  for (const [path, want] of Object.entries(wanted)) {
    if (path === '') continue
    const have = installed[path]
    if (!have && !want.optional) return `${path} is missing`
    if (have && (have.version !== want.version || have.integrity !== want.integrity)) return `${path} has another version`
  }
  const extra = Object.keys(installed).find((path) => !wanted[path])
  return extra && `${extra} is not in package-lock.json`
}

/**
 * How to start npm: the one that runs us, else the one on the PATH.
 * @param {readonly string[]} args
 */
export function npmCommand(args) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) return { command: process.execPath, args: [npm, ...args], shell: false }
  // Windows can start npm.cmd only through a shell.
  return { command: 'npm', args: [...args], shell: process.platform === 'win32' }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  console.error(`Node ${LEAST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. Get it from https://nodejs.org/`)
  process.exit(1)
}

/**
 * @param {string} path
 * @returns {LockedPackages | undefined}
 */
function readPackages(path) {
  const file = join(ROOT, path)
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
