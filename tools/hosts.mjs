import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startDevServer } from './dev-server.mjs'
import { ensureInstall, ROOT } from './ensure-install.mjs'
import { copyExample, EXAMPLES, removePlugin } from './example-copy.mjs'
import { ensureBrowser } from './find-browser.mjs'
import { runNpm, runQuietly } from './run-quietly.mjs'
import { readBuild, refuseDifference, refuseTraces } from './search-build.mjs'
import { hostTests } from './steps.mjs'

// npm run hosts [-- NAME …]: the package, as it would be published, in each of the examples. Each is copied out of the repository, installed,
// built for production, searched for what must not be there, and then driven in a browser while its dev server runs.
// With --folder DIR the copies stay there, and the next run finds its packages installed.

/** Those whose own calls are followed. What an app gets of them is compared with what it gets without the inspector. */
const FRAMEWORKS = ['uni-app', 'taro']

/** @typedef {{ name: string, install?: number, build?: number, bytes?: number, dev?: number, drive?: number, trouble?: string }} Row */

const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']

const { values, positionals } = parseArgs({ allowPositionals: true, options: { folder: { type: 'string' } } })
const names = chosen(positionals)

// Ends by itself, so that a dev server that runs is stopped.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1))

ensureInstall()
const browser = await ensureBrowser()
const folder = values.folder ? resolve(process.env.INIT_CWD ?? process.cwd(), values.folder) : mkdtempSync(join(tmpdir(), 'wx-hosts-'))
mkdirSync(folder, { recursive: true })
const tarball = pack()

/** @type {Row[]} */
const rows = []
for (const name of names) rows.push(await check(name))
if (!values.folder) rmSync(folder, { recursive: true, maxRetries: 5 })
report()
process.exitCode = rows.some(({ trouble }) => trouble) ? 1 : 0

/**
 * @param {readonly string[]} given
 * @returns {readonly string[]}
 */
function chosen(given) {
  const all = readdirSync(EXAMPLES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  const unknown = given.filter((name) => !all.includes(name))
  if (unknown.length === 0) return given.length > 0 ? given : all
  console.error(`hosts: there is no example ${unknown.join(', ')}. There are ${all.join(', ')}.`)
  process.exit(2)
}

/** Builds the package and packs it as npm would publish it. */
function pack() {
  runQuietly(process.execPath, [join(ROOT, 'tools', 'build.mjs')], ROOT)
  for (const file of readdirSync(folder)) if (file.endsWith('.tgz')) rmSync(join(folder, file))
  runNpm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', folder)
  const file = readdirSync(folder).find((found) => found.endsWith('.tgz'))
  if (!file) throw new Error('npm packed nothing.')
  return join(folder, file)
}

/**
 * @param {string} name
 * @returns {Promise<Row>}
 */
async function check(name) {
  console.log(`\n══ ${name} ${'═'.repeat(Math.max(3, 72 - name.length))}`)
  /** @type {Row} */
  const row = { name }
  const place = join(folder, name)
  try {
    copyExample(name, place)
    row.install = timed(() => runNpm(place, 'install', '--save-dev', tarball, ...QUIET))
    row.build = timed(() => runNpm(place, 'run', 'build'))
    // A dev server may empty the folder of the build.
    const built = join(folder, `${name}-build`)
    rmSync(built, { recursive: true, force: true })
    cpSync(buildOf(place), built, { recursive: true })
    const build = readBuild(built)
    refuseTraces(build, readBuild(join(place, 'node_modules', 'wx-request-inspector', 'dist')))
    row.bytes = build.reduce((sum, { bytes }) => sum + bytes, 0)
    const putBack = removePlugin(place)
    if (putBack) {
      runNpm(place, 'run', 'build')
      refuseDifference(build, readBuild(buildOf(place)))
      if (FRAMEWORKS.includes(name)) await drive(name, place, { WX_HOST_INSPECTED: 'no' })
      putBack()
    }
    const { ready, seconds } = await drive(name, place, { WX_HOST_DIST: built })
    row.dev = ready
    row.drive = seconds
  } catch (error) {
    row.trouble = error instanceof Error ? error.message : String(error)
    console.error(row.trouble)
  }
  return row
}

/**
 * @param {string} name
 * @param {string} place
 * @param {NodeJS.ProcessEnv} env
 */
async function drive(name, place, env) {
  const server = await startDevServer(place)
  try {
    const title = `${name} in a browser${env.WX_HOST_INSPECTED ? ', without the inspector' : ''}`
    const record = join(folder, `${name}-sixty-calls.json`)
    const { failed, seconds } = await hostTests(title, browser, {
      ...env,
      WX_HOST_NAME: name,
      WX_HOST_URL: server.url,
      WX_HOST_RECORD: record,
    })
    if (failed > 0) throw new Error(`${failed} ${failed === 1 ? 'test' : 'tests'} failed`)
    return { ready: server.seconds, seconds }
  } finally {
    server.stop()
  }
}

/**
 * Where the production build is. uni-app has one folder for each platform.
 * @param {string} place
 */
function buildOf(place) {
  return [join(place, 'dist', 'build', 'h5'), join(place, 'dist')].find(existsSync) ?? place
}

/** @param {() => void} work */
function timed(work) {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

function report() {
  console.log(
    `\n${'host'.padEnd(20)}${'install'.padStart(10)}${'build'.padStart(10)}${'dev ready'.padStart(12)}${'driven'.padStart(10)}${'build size'.padStart(13)}`,
  )
  for (const { name, install, build, dev, drive, bytes, trouble } of rows) {
    const seconds = [install, build, dev, drive].map((value, nth) =>
      (value === undefined ? '–' : `${value.toFixed(1)} s`).padStart(nth === 2 ? 12 : 10),
    )
    const size = (bytes === undefined ? '–' : `${(bytes / 1024).toFixed(0)} kB`).padStart(13)
    console.log(`${(trouble ? '✗ ' : '✓ ') + name.padEnd(18)}${seconds.join('')}${size}${trouble ? `  ${trouble.split('\n')[0]}` : ''}`)
  }
}
