import { format, SUBJECTS } from '../../tools/performance-page.mjs'
import { withBarePage } from './bare-chromium.mjs'
import { median } from './built-page.mjs'
import { withChromePanel } from './chrome-panel.mjs'
import { servePeersPage } from './peers-server.mjs'

/** @typedef {import('./peers-page.ts').PeerName} PeerName */
/** @typedef {import('./bare-chromium.mjs').BarePage} BarePage */
/** @typedef {Readonly<Record<string, number>>} Taken what a page took, by the name of what was measured */
/** @typedef {Map<string, Map<string, Taken>>} Round by load, then by subject */
/**
 * @typedef {object} PeerRow a line of the comparison
 * @property {string} what
 * @property {string} from the load
 * @property {string} name of what was measured
 * @property {string} unit
 * @property {boolean} [over] counts what is over a page without a panel
 * @property {boolean} [moreIsBetter]
 * @property {number} [bar] the most that ours may be
 * @property {number} [ratioBar] the most that ours may be, in parts of eruda's
 * @property {number} [floorBar] the same, in parts of the floor's
 */

const ROUNDS = 3
export const CALLS = 1000
const WARM_UP = 50
/** Whose page makes calls. */
const PANELS = SUBJECTS.filter((subject) => subject !== 'devtools')
/** ms. A page that takes longer is given up. */
const LONGEST = 240_000

/**
 * Serves the page on which panels take turns, and ends that when the work is done.
 * @template Result
 * @param {string} executablePath
 * @param {(open: Open) => Promise<Result>} work
 */
export async function withPeers(executablePath, work) {
  const server = await servePeersPage()
  try {
    return await work((subject, use) => openPeer(executablePath, server.url, subject, use))
  } finally {
    server.close()
  }
}

/**
 * Opens the page in a Chromium of its own. One that fails is told, and leaves empty places; the others go on.
 * @typedef {(subject: string, use: (page: BarePage) => Promise<Taken>) => Promise<Taken>} Open
 * @param {string} executablePath
 * @param {string} url
 * @param {string} subject
 * @param {(page: BarePage) => Promise<Taken>} use
 * @returns {Promise<Taken>}
 */
async function openPeer(executablePath, url, subject, use) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  try {
    const onPage = (/** @type {(page: BarePage) => Promise<Taken>} */ work) =>
      subject === 'devtools' ? withChromePanel(executablePath, work) : withBarePage(executablePath, url, work)
    return await onPage((page) =>
      Promise.race([
        use(page),
        new Promise((_, reject) => {
          timer = setTimeout(() => reject(new Error(`took longer than ${LONGEST / 1000} s`)), LONGEST)
        }),
      ]),
    )
  } catch (cause) {
    console.error(`  ${subject}: ${cause instanceof Error ? cause.message : cause}`)
    return {}
  } finally {
    clearTimeout(timer)
  }
}

/**
 * @param {Round} round
 * @param {string} load
 * @param {string} subject
 * @param {Taken} taken
 */
export function set(round, load, subject, taken) {
  if (!round.has(load)) round.set(load, new Map())
  round.get(load)?.set(subject, taken)
}

/**
 * Puts a panel on the page, with its list in sight unless it is to be closed.
 * @param {BarePage} page
 * @param {string} subject
 * @param {string} answering
 */
export async function prepare(page, subject, answering) {
  if (subject === 'devtools') return
  await page.until(() => globalThis.peersBench !== undefined)
  const closed = subject === 'closed'
  await page.evaluate((...given) => peersBench.prepare(...given), closed ? 'ours' : subject, answering, !closed)
}

/**
 * @typedef {object} CallLoad 1,000 calls
 * @property {string} load its name
 * @property {string} answering
 * @property {number} atOnce how many are under way at any moment
 * @property {boolean} [pauses] whether the frames are watched too, in calls of their own
 * @property {readonly string[]} [only] who makes them; of all others the load `others` counts
 * @property {string} [others]
 */

/**
 * The same calls by us, by eruda, by vConsole, by the least code that could do it, and by nobody: the panels take turns within a
 * round, each in a Chromium of its own with a fresh profile.
 * @param {string} executablePath
 * @param {readonly CallLoad[]} loads
 * @param {readonly PeerRow[]} rows
 */
export function compareCalls(executablePath, loads, rows) {
  return withPeers(executablePath, async (open) => {
    const rounds = []
    for (let count = 0; count < ROUNDS; count++) {
      /** @type {Round} */
      const round = new Map()
      for (const { load, only, others = '', ...work } of loads) {
        for (const subject of PANELS) {
          const same = only && !only.includes(subject) ? round.get(others)?.get(subject) : undefined
          set(round, load, subject, same ?? (await open(subject, (page) => makeCalls(page, subject, work))))
        }
      }
      rounds.push(round)
    }
    return rows.map((row) => rowOf(row, rounds))
  })
}

/**
 * Makes calls after some that count for nothing, in which everything is loaded.
 * @param {BarePage} page
 * @param {string} subject
 * @param {{ answering: string, atOnce: number, pauses?: boolean }} load
 * @returns {Promise<Taken>}
 */
async function makeCalls(page, subject, { answering, atOnce, pauses = false }) {
  await prepare(page, subject, answering)
  await page.evaluate((count) => peersBench.call(count, 10), WARM_UP)
  const heapBefore = await page.heap()
  const before = await page.spent()
  const wall = await page.evaluate((...given) => peersBench.call(...given), CALLS, atOnce)
  const after = await page.spent()
  const heap = ((await page.heap()) - heapBefore) / CALLS
  const recorded = await page.evaluate(() => peersBench.recorded())
  if (subject !== 'none' && recorded !== CALLS + WARM_UP) throw new Error(`recorded ${recorded} of ${CALLS + WARM_UP} calls`)
  const cpu = ((after.cpu - before.cpu) * 1000) / CALLS
  if (!pauses) return { cpu, wall, heap }
  const { longest, longTasks } = await page.evaluate((...given) => peersBench.pause(...given), CALLS, atOnce)
  return { cpu, wall, heap, longestPause: longest, longTasks: longTasks.length }
}

/**
 * Looks at what was recorded: shows it, scrolls, opens, filters.
 * @param {BarePage} page
 * @param {string} subject
 * @param {number} frames in which the list is scrolled from end to end
 * @returns {Promise<Taken>}
 */
export async function lookThrough(page, subject, frames) {
  await page.evaluate(() => peersBench.hide())
  const show = await cpuOf(page, () => page.evaluate(() => peersBench.show()))
  const { filter, ...rows } = await lookAtRows(page, frames)
  return { show: show.cpu, ...rows, filter: subject === 'vconsole' ? Number.NaN : filter }
}

/**
 * The same without showing it, which it has to be.
 * @param {BarePage} page
 * @param {number} frames
 */
export async function lookAtRows(page, frames) {
  const scroll = await cpuOf(page, () => page.evaluate((/** @type {number} */ count) => peersBench.scroll(count), frames))
  const select = await page.evaluate(() => peersBench.select())
  const filter = await cpuOf(page, () => typeFilter(page, 'll=77'))
  return {
    scroll: scroll.cpu,
    worstFrame: Math.max(...scroll.result),
    lateFrames: scroll.result.filter((/** @type {number} */ gap) => gap > 50).length,
    filter: filter.cpu,
    select,
  }
}

/**
 * What the main thread of a page spends while something is done, ms.
 * @param {BarePage} page
 * @param {() => Promise<any>} work
 */
async function cpuOf(page, work) {
  const before = await page.spent()
  const result = await work()
  return { cpu: (await page.spent()).cpu - before.cpu, result }
}

/**
 * Types into the filter, a key a frame.
 * @param {BarePage} page
 * @param {string} text
 */
async function typeFilter(page, text) {
  if (!(await page.evaluate(() => peersBench.focusFilter()))) return page.evaluate((given) => peersBench.filter(given), text)
  for (const key of text) {
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
    await page.evaluate(() => peersBench.frame())
  }
  await page.evaluate(() => peersBench.settled())
}

/**
 * Medians for everybody, and the ratio within each round to eruda, or to DevTools in what eruda does not do.
 * @param {PeerRow} row
 * @param {readonly Round[]} rounds
 */
export function rowOf({ what, from, name, unit, over = false, moreIsBetter = false, bar, ratioBar, floorBar }, rounds) {
  const taken = (/** @type {Round} */ round, /** @type {string} */ subject) => {
    const value = round.get(from)?.get(subject)?.[name] ?? Number.NaN
    return over && subject !== 'none' ? value - (round.get(from)?.get('none')?.[name] ?? Number.NaN) : value
  }
  const cells = SUBJECTS.map((subject) => median(rounds.map((round) => taken(round, subject)).filter(Number.isFinite)))
  const ratiosTo = (/** @type {string} */ subject) =>
    rounds.map((round) => taken(round, 'ours') / taken(round, subject)).filter(Number.isFinite)
  const rival = ratiosTo('eruda').length > 0 ? 'eruda' : 'devtools'
  const ratios = ratiosTo(rival)
  const ratio =
    ratios.length === 0
      ? ''
      : `${median(ratios).toFixed(2)} × ${rival} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`
  const all = SUBJECTS.map((subject, place) => `${subject} ${format(cells[place]) || '-'}`).join(', ')
  return {
    what,
    ...(ratioBar !== undefined
      ? { value: median(ratios), unit: '× eruda', bar: ratioBar }
      : floorBar !== undefined
        ? { value: median(ratiosTo('floor')), unit: '× floor', bar: floorBar }
        : { value: cells[SUBJECTS.indexOf('ours')] ?? Number.NaN, unit, bar }),
    ratio: [ratio, `${all} ${unit}`].filter(Boolean).join('; '),
    peers: { cells, unit, ratio, moreIsBetter },
  }
}
