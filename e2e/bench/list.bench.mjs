import { lookThrough, prepare, rowOf, set, withPeers } from './compare-peers.mjs'

const ROUNDS = 3
const FRAMES = 120
const MANY = 10_000
const MOST = 100_000
/** ms that a panel has for recording 10,000 calls, and 100,000. One that needs longer is looked at with what it has. */
const WITHIN = { [MANY]: 60_000, [MOST]: 150_000 }

const NUMBERS = [1000, MANY, MOST]
/** Who is asked for how many. eruda takes 10,000 in some 20 s, so nobody waits for it with 100,000. */
const WHO = { 1000: ['floor', 'ours', 'eruda', 'vconsole'], [MANY]: ['floor', 'ours', 'eruda', 'vconsole'], [MOST]: ['floor', 'ours'] }

const text = (/** @type {number} */ count) => count.toLocaleString('en')

const rowsFor = (/** @type {number} */ count) => {
  const from = String(count)
  const n = text(count)
  return [
    ...(count > 1000
      ? [
          {
            what: `calls recorded within ${(WITHIN[count] ?? 0) / 1000} s, of ${n}`,
            from,
            name: 'made',
            unit: 'calls',
            moreIsBetter: true,
          },
          { what: `record ${n} calls, 50 at a time, from first to last`, from, name: 'wall', unit: 'ms' },
          { what: `heap of a record, ${n} kept`, from, name: 'heap', unit: 'bytes', bar: 1500 },
        ]
      : []),
    { what: `show ${n} records`, from, name: 'show', unit: 'ms CPU' },
    { what: `scroll ${n} from end to end in ${FRAMES} frames`, from, name: 'scroll', unit: 'ms CPU', ...(count < MOST && { floorBar: 2 }) },
    { what: 'the same: worst frame', from, name: 'worstFrame', unit: 'ms', bar: 50 },
    { what: 'the same: frames over 50 ms', from, name: 'lateFrames', unit: 'frames', bar: 0 },
    { what: `type five letters into the filter, ${n}`, from, name: 'filter', unit: 'ms CPU', ...(count < MOST && { floorBar: 2 }) },
    { what: `click a row of ${n}, until its details are painted`, from, name: 'select', unit: 'ms', ...(count < MOST && { bar: 50 }) },
    ...(count === MOST
      ? [
          { what: `compare two of ${n} calls`, from, name: 'compare', unit: 'ms' },
          { what: `write a HAR of ${n}`, from, name: 'export', unit: 'ms CPU' },
          { what: `memory still held after ${n} were cleared for good`, from, name: 'left', unit: '%', bar: 5 },
        ]
      : []),
  ]
}

/**
 * What was recorded, looked at: 1,000 calls in three rounds, in which panels take turns, 10,000 and 100,000 in one.
 * @param {import('@playwright/test').Browser} _browser
 * @param {string} executablePath
 */
export function measure(_browser, executablePath) {
  return withPeers(executablePath, async (open) => {
    /** @type {import('./compare-peers.mjs').Round[]} */
    const rounds = []
    for (let count = 0; count < ROUNDS; count++) {
      /** @type {import('./compare-peers.mjs').Round} */
      const round = new Map()
      for (const number of NUMBERS) {
        if (count > 0 && number > 1000) continue
        for (const subject of WHO[number] ?? [])
          set(round, String(number), subject, await open(subject, (page) => lookAt(page, subject, number)))
      }
      rounds.push(round)
    }
    return NUMBERS.flatMap(rowsFor).map((row) => rowOf(row, rounds))
  })
}

/**
 * @param {import('./bare-chromium.mjs').BarePage} page
 * @param {string} subject
 * @param {number} count
 * @returns {Promise<Readonly<Record<string, number>>>}
 */
async function lookAt(page, subject, count) {
  await prepare(page, subject, 'rule')
  await page.evaluate(() => peersBench.call(50, 10))
  // Once before, so that what is loaded for the first time counts for nobody.
  await page.evaluate(() => peersBench.hide())
  await page.evaluate(() => peersBench.show())
  const before = await page.heap()
  if (count === 1000) await page.evaluate((calls) => peersBench.call(calls, calls), count)
  const { made, wall } =
    count === 1000
      ? { made: count, wall: Number.NaN }
      : await page.evaluate((calls, within) => peersBench.callWithin(calls, 50, within), count, WITHIN[count])
  const full = await page.heap()
  const taken = {
    made,
    wall: made === count ? wall : Number.NaN,
    heap: (full - before) / made,
    ...(await lookThrough(page, subject, FRAMES)),
  }
  if (subject !== 'ours' || count !== MOST) return taken
  const compare = await page.evaluate(() => peersBench.compare())
  const spent = await page.spent()
  await page.evaluate(() => peersBench.export())
  const exported = (await page.spent()).cpu - spent.cpu
  await page.evaluate(() => peersBench.clear())
  const left = (Math.max(0, (await page.heap()) - before) * 100) / (full - before)
  return { ...taken, compare, export: exported, left }
}
