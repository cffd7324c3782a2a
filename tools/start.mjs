import { parseArgs } from 'node:util'
import { ensureInstall, ROOT } from './ensure-install.mjs'

const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } })

ensureInstall()

const { createServer } = await import('vite')
const server = await createServer({
  root: ROOT,
  clearScreen: false,
  server: values.port ? { port: Number(values.port), strictPort: true } : {},
})
await server.listen()
console.log(`\n  wx-request-inspector is at  ${server.resolvedUrls?.local[0]}\n  Press Ctrl+C to stop.\n`)
if (!values['no-open'] && hasDesktop()) server.openBrowser()

/** Whether somebody sits in front of this machine: not in CI, not over SSH, and on Linux only with a display. */
function hasDesktop() {
  const { CI, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY } = process.env
  if (CI || SSH_CONNECTION) return false
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
}
