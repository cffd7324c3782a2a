import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { binOf } from './run-step.mjs'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const USUAL_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) => `${process.env[name]}\\${path}`),
  ),
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
}

/** How our browsers are started. A container's root can only start one without the sandbox. */
export const BROWSER_ARGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

const MINUTE = 60_000

/**
 * A Chromium that is on this machine already, or `undefined`.
 * What WX_BROWSER or CHROME_PATH names is believed, and an error when it is not there.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {readonly string[]} [usualPlaces]
 * @returns {string | undefined}
 */
export function locateBrowser(env = process.env, usualPlaces = USUAL_PLACES[process.platform] ?? []) {
  const named = env.WX_BROWSER || env.CHROME_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`${env.WX_BROWSER ? 'WX_BROWSER' : 'CHROME_PATH'} names a browser that is not there: ${named}`)
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
  return [...onPath, ...usualPlaces].find(starts)
}

/**
 * A Chromium for the tests, fetched when there is none: from the distribution where that can be done, else Playwright's own.
 * @returns {Promise<string>} its path
 */
export async function ensureBrowser() {
  const found = locateBrowser() ?? (await playwrightBrowser())
  if (found) return found
  console.log('No Chromium found.')
  return installFromDistribution() ?? (await downloadWithPlaywright()) ?? giveUp()
}

function installFromDistribution() {
  if (!isRootOnDebian()) return undefined
  console.log('Installing chromium with apt-get …')
  // Another apt may hold the lock: without the timeout the install fails at once.
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', [...options, '-qq', ...args], { env, stdio: 'inherit', timeout: 8 * MINUTE })
    if (status !== 0) return undefined
  }
  return locateBrowser()
}

async function downloadWithPlaywright() {
  console.log("Downloading Playwright's Chromium …")
  const args = [binOf('@playwright/test'), 'install', 'chromium', '--no-shell', ...(isRootOnDebian() ? ['--with-deps'] : [])]
  spawnSync(process.execPath, args, { stdio: 'inherit', timeout: 8 * MINUTE })
  return playwrightBrowser()
}

// Imported late: this file is loaded before anything is installed.
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/** @returns {never} */
function giveUp() {
  throw new Error(
    'The tests need a Chromium, and none could be found or fetched. Install Chromium, Chrome or Edge, or set WX_BROWSER to the path of one.',
  )
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

/**
 * Some distributions have a stand-in under the browser's name that only tells how to install it.
 * @param {string} path
 */
function starts(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows --version opens a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
