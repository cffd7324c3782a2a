import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstall, npmCommand, ROOT } from './ensure-install.mjs'
import { ensureBrowser } from './find-browser.mjs'
import { hostTests } from './steps.mjs'

// npm run hosts [-- NAME …]: the package, as it would be published, in each of the examples. Each is copied out of the repository, installed,
// built for production, searched for what must not be there, and then driven in a browser while its dev server runs.
// With --folder DIR the copies stay there, and the next run finds its packages installed.

/** How long a dev server may take to answer. ms. */
const READY_WITHIN = 180_000

/** What a page with the inspector has somewhere, and a production build nowhere: names that no minifier changes. */
const TRACES = ['wx-request-inspector', 'wxInspector', 'wx-sw.js', 'mockServiceWorker', 'urlCheck', 'envVersion', '请求检查器']

/** Those whose own calls are followed. What an app gets of them is compared with what it gets without the inspector. */
const FRAMEWORKS = ['uni-app', 'taro']

/** @typedef {{ name: string, install?: number, build?: number, bytes?: number, dev?: number, drive?: number, trouble?: string }} Row */

const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']

// Without CI uni-app asks its vendor for updates.
const CHILD_ENV = { ...process.env, CI: 'true' }

const EXAMPLES = join(ROOT, 'examples')
const { values, positionals } = parseArgs({ allowPositionals: true, options: { folder: { type: 'string' } } })
const names = chosen(positionals)

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
  run(process.execPath, [join(ROOT, 'tools', 'build.mjs')], ROOT)
  for (const file of readdirSync(folder)) if (file.endsWith('.tgz')) rmSync(join(folder, file))
  npm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', folder)
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
    row.install = timed(() => npm(place, 'install', '--save-dev', tarball, ...QUIET))
    refuseBlindness(place)
    row.build = timed(() => npm(place, 'run', 'build'))
    row.bytes = refuseTraces(join(place, 'dist'))
    const bare = withoutPlugin(place)
    if (bare) {
      refuseDifference(place)
      if (FRAMEWORKS.includes(name)) await drive(name, place, { WX_HOST_INSPECTED: 'no' })
      bare.undo()
    }
    const { ready, seconds } = await drive(name, place, {})
    row.dev = ready
    row.drive = seconds
  } catch (error) {
    row.trouble = error instanceof Error ? error.message : String(error)
    console.error(row.trouble)
  }
  return row
}

/**
 * A copy without what somebody has installed or built in the example itself. What an earlier run installed stays.
 * @param {string} name
 * @param {string} place
 */
function copyExample(name, place) {
  const left = new Set(['node_modules', 'package-lock.json', 'dist'])
  if (existsSync(place)) {
    for (const file of readdirSync(place))
      if (file !== 'node_modules' && file !== 'package-lock.json') rmSync(join(place, file), { recursive: true })
  }
  cpSync(join(EXAMPLES, name), place, { recursive: true, filter: (source) => !left.has(basename(source)) })
}

/**
 * The search is worth nothing if the package itself does not have what it looks for.
 * @param {string} place
 */
function refuseBlindness(place) {
  const texts = textsIn(join(place, 'node_modules', 'wx-request-inspector', 'dist'))
  const missing = TRACES.filter((trace) => !texts.some(({ text }) => text.includes(trace)))
  if (missing.length > 0) throw new Error(`The package itself holds no ${missing.join(', ')}: tools/hosts.mjs would search builds in vain.`)
}

/**
 * @param {string} dist
 * @returns {number} the bytes of the build
 */
function refuseTraces(dist) {
  const texts = textsIn(dist)
  if (texts.length === 0) throw new Error('The build wrote nothing.')
  const found = texts.flatMap(({ file, text }) => TRACES.filter((trace) => text.includes(trace)).map((trace) => `${trace} in ${file}`))
  if (found.length > 0) throw new Error(`The production build holds ${found.join(', ')}.`)
  return texts.reduce((sum, { bytes }) => sum + bytes, 0)
}

/**
 * Takes the plugin out of the configuration of an example that has it there.
 * @param {string} place
 */
function withoutPlugin(place) {
  const file = ['vite.config.js', join('config', 'index.js')].map((path) => join(place, path)).find(existsSync)
  if (!file) return undefined
  const text = readFileSync(file, 'utf8')
  if (!text.includes('wxInspector')) return undefined
  const bare = text.replace(/(?:, )?wxInspector\(.*\)(?=\])/, '')
  if (bare === text) throw new Error(`${basename(file)} does not have the plugin as tools/hosts.mjs looks for it.`)
  writeFileSync(file, bare)
  return { undo: () => writeFileSync(file, text) }
}

/**
 * A build without the plugin is byte by byte the one with it.
 * @param {string} place
 */
function refuseDifference(place) {
  const dist = join(place, 'dist')
  const before = textsIn(dist)
  npm(place, 'run', 'build')
  const after = textsIn(dist)
  const differing = before.filter(({ file, hash }) => !after.some((other) => other.file === file && other.hash === hash))
  if (differing.length > 0 || before.length !== after.length)
    throw new Error(
      `Built with the plugin and without it, these differ: ${differing.map(({ file }) => file).join(', ') || 'the number of files'}.`,
    )
}

/**
 * @param {string} name
 * @param {string} place
 * @param {NodeJS.ProcessEnv} env
 */
async function drive(name, place, env) {
  const server = await startDev(place)
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

/** @param {string} place */
function textsIn(place) {
  return readdirSync(place, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const content = readFileSync(join(entry.parentPath, entry.name))
    const hash = createHash('sha256').update(content).digest('hex')
    return [{ file: relative(place, join(entry.parentPath, entry.name)), text: content.toString('utf8'), bytes: content.length, hash }]
  })
}

/** @param {string} place */
async function startDev(place) {
  const port = await freePort()
  const url = `http://localhost:${port}/`
  const { command, args, shell } = npmCommand(['run', 'dev', '--', '--port', String(port)])
  const started = performance.now()
  // A group of its own, so that whatever npm has started ends with it.
  const posix = process.platform !== 'win32'
  const child = spawn(command, args, { cwd: place, shell, detached: posix, env: CHILD_ENV })
  let output = ''
  child.stdout.on('data', (piece) => (output += piece))
  child.stderr.on('data', (piece) => (output += piece))
  const stop = () => {
    if (child.exitCode !== null || child.pid === undefined) return
    if (posix) process.kill(-child.pid)
    else spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
  }
  while (!(await answers(url))) {
    const late = performance.now() - started > READY_WITHIN
    if (!late && child.exitCode === null) continue
    stop()
    throw new Error(`The dev server ${late ? 'does not answer' : 'ended'}:\n${output}`)
  }
  return { url, stop, seconds: (performance.now() - started) / 1000 }
}

/** @param {string} url */
async function answers(url) {
  try {
    const { ok } = await fetch(url, { headers: { accept: 'text/html' } })
    if (ok) return true
  } catch {}
  await new Promise((later) => setTimeout(later, 200))
  return false
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((found, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** @param {() => void} work */
function timed(work) {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function npm(cwd, ...args) {
  const { command, args: all, shell } = npmCommand(args)
  run(command, all, cwd, shell)
}

/**
 * Runs a command to its end. Its output is shown when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {boolean} [shell]
 */
function run(command, args, cwd, shell = false) {
  console.log(`$ ${[basename(command), ...args].join(' ')}`)
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, shell, encoding: 'utf8', env: CHILD_ENV, maxBuffer: 2 ** 27 })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`)
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
