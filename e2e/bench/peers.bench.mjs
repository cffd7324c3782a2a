import { format, SUBJECTS } from '../../tools/performance-page.mjs'
import { withBarePage } from './bare-chromium.mjs'
import { median } from './built-page.mjs'
import { servePeersPage } from './peers-server.mjs'

/** @typedef {import('./peers-page.ts').PeerName} PeerName */
/** @typedef {import('./bare-chromium.mjs').BarePage} BarePage */
/** @typedef {Readonly<Record<string, number>>} Taken what a page took, by the name of what was measured */

const ROUNDS = 3
const CALLS = 1000
const WARM_UP = 50
const FRAMES = 120

/** Calls that the page answers itself, all at once and ten at a time, and calls over the network. A fetch knows no rules: for whoever stands on it, a stub is both. */
const LOADS = [
  { load: 'mocked at once', answering: 'rule', atOnce: CALLS, pauses: true },
  { load: 'mocked by ten', answering: 'rule', atOnce: 10 },
  { load: 'passed on by ten', answering: 'stub', atOnce: 10, only: ['ours', 'closed'], others: 'mocked by ten' },
  { load: 'real at once', answering: 'server', atOnce: CALLS },
  { load: 'real by ten', answering: 'server', atOnce: 10 },
]

/** What a record takes when there are many. A peer that would need minutes for so many calls is left out. */
const HEAPS = [
  { load: 'heap 10,000', calls: 10_000, atOnce: 10_000, only: ['floor', 'ours', 'eruda'] },
  { load: 'heap 100,000', calls: 100_000, atOnce: 50, only: ['floor', 'ours'] },
]

const ROWS = [
  { what: 'record a mocked call, 1,000 at once', from: 'mocked at once', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 0.35 },
  { what: 'the same, ten at a time', from: 'mocked by ten', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 0.35 },
  { what: 'longest time without a frame, 1,000 at once', from: 'mocked at once', name: 'longestPause', unit: 'ms' },
  { what: 'pass a call on to a stubbed fetch, ten at a time', from: 'passed on by ten', name: 'cpu', unit: 'µs CPU', over: true },
  { what: 'the same, 1,000 calls from first to last', from: 'passed on by ten', name: 'wall', unit: 'ms', ratioBar: 1.5 },
  { what: 'record a real call, 1,000 at once', from: 'real at once', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 1 },
  { what: 'the same, ten at a time', from: 'real by ten', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 1 },
  { what: 'heap of a record, 1,000 kept', from: 'mocked at once', name: 'heap', unit: 'bytes', bar: 1500 },
  { what: 'heap of a record, 10,000 kept', from: 'heap 10,000', name: 'heap', unit: 'bytes', bar: 1500 },
  { what: 'heap of a record, 100,000 kept', from: 'heap 100,000', name: 'heap', unit: 'bytes', bar: 1500 },
  { what: 'show 1,000 records', from: 'list', name: 'show', unit: 'ms CPU' },
  { what: 'scroll from end to end in 120 frames', from: 'list', name: 'scroll', unit: 'ms CPU' },
  { what: 'the same: worst frame', from: 'list', name: 'worstFrame', unit: 'ms' },
  { what: 'type five letters into the filter', from: 'list', name: 'filter', unit: 'ms CPU' },
  { what: 'click a row, until its details are painted', from: 'list', name: 'select', unit: 'ms' },
]

/**
 * The same work by us, by eruda, by vConsole, by the least code that could do it, and by nobody: the panels take turns within a
 * round, each in a Chromium of its own with a fresh profile.
 * @param {import('@playwright/test').Browser} _browser
 * @param {string} executablePath
 */
export async function measure(_browser, executablePath) {
  const server = await servePeersPage()
  const open = (/** @type {(page: BarePage) => Promise<Taken>} */ work) => withBarePage(executablePath, server.url, work)
  try {
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(open))
    for (const { load, calls, atOnce, only } of HEAPS) {
      for (const subject of only) {
        const taken = await open((page) => makeCalls(page, subject, { answering: 'rule', calls, atOnce }))
        for (const round of rounds) set(round, load, subject, taken)
      }
    }
    return ROWS.map((row) => rowOf(row, rounds))
  } finally {
    server.close()
  }
}

/** @typedef {Map<string, Map<string, Taken>>} Round by load, then by subject */

/** @param {(work: (page: BarePage) => Promise<Taken>) => Promise<Taken>} open */
async function measureRound(open) {
  /** @type {Round} */
  const round = new Map()
  for (const { load, answering, atOnce, pauses, only, others } of LOADS) {
    for (const subject of SUBJECTS) {
      const taken =
        !only || only.includes(subject)
          ? await open((page) => makeCalls(page, subject, { answering, calls: CALLS, atOnce, pauses }))
          : round.get(others)?.get(subject)
      set(round, load, subject, taken)
    }
  }
  for (const subject of ['floor', 'ours', 'eruda', 'vconsole']) set(round, 'list', subject, await open((page) => useList(page, subject)))
  return round
}

function set(/** @type {Round} */ round, load, subject, taken) {
  if (!round.has(load)) round.set(load, new Map())
  round.get(load)?.set(subject, taken)
}

/** Makes calls after some that count for nothing, in which everything is loaded. */
async function makeCalls(page, subject, { answering, calls, atOnce, pauses = false }) {
  await prepare(page, subject, answering)
  await page.evaluate((count) => peersBench.call(count, 10), WARM_UP)
  const heapBefore = await page.heap()
  const before = await page.spent()
  const wall = await page.evaluate((...given) => peersBench.call(...given), calls, atOnce)
  const after = await page.spent()
  const heap = ((await page.heap()) - heapBefore) / calls
  const recorded = await page.evaluate(() => peersBench.recorded())
  if (subject !== 'none' && recorded !== calls + WARM_UP) throw new Error(`${subject} recorded ${recorded} of ${calls + WARM_UP} calls`)
  const longestPause = pauses ? await page.evaluate((...given) => peersBench.pause(...given), calls, atOnce) : Number.NaN
  return { cpu: ((after.cpu - before.cpu) * 1000) / calls, wall, longestPause, heap }
}

/** Looks at what was recorded: shows it, scrolls, filters, opens. */
async function useList(page, subject) {
  await prepare(page, subject, 'rule')
  // Once before, so that what is loaded for the first time counts for nobody.
  await page.evaluate(() => peersBench.hide())
  await page.evaluate((count) => peersBench.call(count, count), CALLS)
  const cpuOf = async (work, ...given) => {
    const before = await page.spent()
    const result = await page.evaluate(work, ...given)
    return { cpu: (await page.spent()).cpu - before.cpu, result }
  }
  const show = await cpuOf(() => peersBench.show())
  const scroll = await cpuOf((frames) => peersBench.scroll(frames), FRAMES)
  const select = await page.evaluate(() => peersBench.select())
  const filter = await cpuOf((text) => peersBench.filter(text), 'll=77')
  return {
    show: show.cpu,
    scroll: scroll.cpu,
    worstFrame: Math.max(...scroll.result),
    filter: subject === 'vconsole' ? Number.NaN : filter.cpu,
    select,
  }
}

async function prepare(page, subject, answering) {
  await page.until(() => globalThis.peersBench !== undefined)
  const closed = subject === 'closed'
  await page.evaluate((...given) => peersBench.prepare(...given), closed ? 'ours' : subject, answering, !closed)
}

/** Medians for everybody, and the ratio to eruda within each round. */
function rowOf({ what, from, name, unit, over = false, bar, ratioBar }, rounds) {
  const taken = (round, subject) => {
    const value = round.get(from)?.get(subject)?.[name]
    return over && subject !== 'none' ? value - round.get(from)?.get('none')?.[name] : value
  }
  const cells = SUBJECTS.map((subject) => median(rounds.map((round) => taken(round, subject)).filter(Number.isFinite)))
  const ratios = rounds.map((round) => taken(round, 'ours') / taken(round, 'eruda')).filter(Number.isFinite)
  const ratio =
    ratios.length === 0
      ? ''
      : `${median(ratios).toFixed(2)} × eruda (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`
  const all = SUBJECTS.map((subject, place) => `${subject} ${format(cells[place])}`).join(', ')
  return {
    what,
    ...(ratioBar === undefined
      ? { value: cells[SUBJECTS.indexOf('ours')], unit, bar }
      : { value: median(ratios), unit: '× eruda', bar: ratioBar }),
    ratio: [ratio, `${all} ${unit}`].filter(Boolean).join('; '),
    peers: { cells, unit, ratio },
  }
}
