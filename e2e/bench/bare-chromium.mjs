import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { BROWSER_ARGS } from '../../tools/find-browser.mjs'

/**
 * A page whose cost can be measured: nobody listens to its requests. A page of Playwright has the Network domain on, and so pays
 * for every request with time of its own.
 * @typedef {object} BarePage
 * @property {(domain: string, parameters?: object) => Promise<any>} send a command of the DevTools protocol
 * @property {(work: Function | string, ...given: readonly unknown[]) => Promise<any>} evaluate a function in the page, or the text of one; waits for what it promises
 * @property {(holds: () => boolean) => Promise<void>} until waits until this holds in the page
 * @property {() => Promise<{ cpu: number, script: number }>} spent ms of the main thread so far
 * @property {() => Promise<number>} heap bytes that are alive
 */

/** How long a Chromium may take to start, ms. */
const LONGEST_START = 20_000

/**
 * Opens a page in a Chromium of its own with a fresh profile, does the work, and ends both.
 * @template Result
 * @param {string} executablePath
 * @param {string} url
 * @param {(page: BarePage) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export function withBarePage(executablePath, url, work) {
  return withChromium(executablePath, async (open) => work((await open(url)).page))
}

/**
 * Opens the DevTools of a Chromium, which it serves itself, as a page of that Chromium; they look at an empty page.
 * @template Result
 * @param {string} executablePath
 * @param {(page: BarePage) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export function withDevToolsPage(executablePath, work) {
  return withChromium(executablePath, async (open, host) => {
    const { targetId } = await open('about:blank')
    const { page } = await open(`http://${host}/devtools/devtools_app.html?ws=${host}/devtools/page/${targetId}&panel=network`)
    return work(page)
  })
}

/**
 * Starts a Chromium with a fresh profile, and ends it when the work is done. `host` is where it listens.
 * @template Result
 * @param {string} executablePath
 * @param {(open: (url: string) => Promise<{ page: BarePage, targetId: string }>, host: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function withChromium(executablePath, work) {
  const profile = mkdtempSync(join(tmpdir(), 'wx-bench-'))
  const browser = spawn(executablePath, [...ARGS, `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' })
  const ended = new Promise((resolve) => browser.once('exit', resolve))
  try {
    const address = await addressIn(profile)
    const link = await connect(address)
    const open = async (/** @type {string} */ url) => {
      const { targetId } = await link.send('Target.createTarget', { url })
      const { sessionId } = await link.send('Target.attachToTarget', { targetId, flatten: true })
      return { page: await barePage((method, parameters) => link.send(method, parameters, sessionId)), targetId }
    }
    return await work(open, new URL(address).host)
  } finally {
    browser.kill('SIGKILL')
    await ended
    await removeProfile(profile)
  }
}

const ARGS = [
  ...BROWSER_ARGS,
  '--headless',
  '--remote-debugging-port=0',
  // So that DevTools in a page of it may listen to another page.
  '--remote-allow-origins=*',
  '--window-size=1440,900',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-component-update',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
]

/**
 * Processes of the browser outlive it for a moment, and write.
 * @param {string} profile
 */
async function removeProfile(profile) {
  for (let left = 20; left > 0; left--) {
    try {
      return rmSync(profile, { recursive: true, force: true })
    } catch {
      await pause(100)
    }
  }
}

/**
 * Chromium writes where it listens into its profile.
 * @param {string} profile
 */
async function addressIn(profile) {
  for (let waited = 0; waited < LONGEST_START; waited += 50) {
    const [port, path] = readIfThere(join(profile, 'DevToolsActivePort')).split('\n')
    if (port && path) return `ws://127.0.0.1:${port}${path}`
    await pause(50)
  }
  throw new Error('Chromium did not start')
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** @param {string} address */
async function connect(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 2 ** 30 })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  /** @type {Map<number, { resolve(result: any): void, reject(error: Error): void }>} */
  const asked = new Map()
  let last = 0
  socket.on('message', (data) => {
    const { error, id, result } = JSON.parse(data.toString())
    const waiting = asked.get(id)
    asked.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result)
  })
  socket.on('close', () => {
    for (const { reject } of asked.values()) reject(new Error('Chromium has gone'))
  })
  return {
    /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<any>} */
    send(method, params = {}, sessionId) {
      return new Promise((resolve, reject) => {
        asked.set(++last, { resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params, sessionId }))
      })
    },
  }
}

/** @param {BarePage['send']} send */
async function barePage(send) {
  await send('Performance.enable', { timeDomain: 'threadTicks' })
  /** @type {BarePage} */
  const page = {
    send,
    async evaluate(work, ...given) {
      const expression = `(${work})(...${JSON.stringify(given)})`
      const { exceptionDetails, result } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    async until(holds) {
      for (let waited = 0; waited < LONGEST_START; waited += 50) {
        // While the page is being loaded there may be nothing to ask.
        if (await page.evaluate(holds).catch(() => false)) return
        await pause(50)
      }
      throw new Error(`It never came to this: ${holds}`)
    },
    async spent() {
      const { metrics } = await send('Performance.getMetrics')
      const ms = (/** @type {string} */ name) => metrics.find((/** @type {{ name: string }} */ metric) => metric.name === name).value * 1000
      return { cpu: ms('ThreadTime'), script: ms('ScriptDuration') }
    },
    async heap() {
      await send('HeapProfiler.collectGarbage')
      await send('HeapProfiler.collectGarbage')
      return (await send('Runtime.getHeapUsage')).usedSize
    },
  }
  return page
}
