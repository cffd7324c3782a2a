import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { npmCommand } from './ensure-install.mjs'
import { CHILD_ENV } from './run-quietly.mjs'

/** How long a dev server may take to answer. ms. */
const READY_WITHIN = 180_000

/**
 * Starts `npm run dev` of a project on a free port and waits until it answers; `seconds` is how long that took.
 * @param {string} place
 */
export async function startDevServer(place) {
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
    process.off('exit', stop)
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    if (posix) process.kill(-child.pid)
    else spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
  }
  process.on('exit', stop)
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
