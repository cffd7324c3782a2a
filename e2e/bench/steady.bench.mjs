import { prepare, rowOf, set, withPeers } from './compare-peers.mjs'

/** Calls a second. */
const RATE = 50
/** ms for which the calls go on: a minute for us, less for whom it is only compared with. */
const LONG = 60_000
const SHORT = 20_000

/**
 * A page that makes 50 calls a second with its panel open: what its own animation gets of the frames.
 * @param {import('@playwright/test').Browser} _browser
 * @param {string} executablePath
 */
export function measure(_browser, executablePath) {
  return withPeers(executablePath, async (open) => {
    /** @type {import('./compare-peers.mjs').Round} */
    const round = new Map()
    for (const subject of ['none', 'ours', 'eruda', 'vconsole']) {
      const taken = await open(subject, async (page) => {
        await prepare(page, subject, 'rule')
        await page.evaluate(() => peersBench.call(50, 10))
        const before = await page.spent()
        const duration = subject === 'ours' ? LONG : SHORT
        const seen = await page.evaluate((...given) => peersBench.steady(...given), duration, RATE)
        return { ...seen, cpu: ((await page.spent()).cpu - before.cpu) / (duration / 1000) }
      })
      const bare = round.get('steady')?.get('none')?.['rate'] ?? taken['rate'] ?? Number.NaN
      set(round, 'steady', subject, { ...taken, lost: Math.max(0, 100 - ((taken['rate'] ?? Number.NaN) * 100) / bare) })
    }
    return [
      { what: `${RATE} calls a second, panel open: frames a second`, from: 'steady', name: 'rate', unit: 'frames', moreIsBetter: true },
      { what: 'the same: frames that the animation of the page loses', from: 'steady', name: 'lost', unit: '%', bar: 5 },
      { what: 'the same: worst frame', from: 'steady', name: 'worst', unit: 'ms', bar: 50 },
      { what: 'the same: frames over 50 ms', from: 'steady', name: 'late', unit: 'frames', bar: 0 },
      { what: 'the same: main thread, of each second', from: 'steady', name: 'cpu', unit: 'ms CPU' },
    ].map((row) => rowOf(row, [round]))
  })
}
