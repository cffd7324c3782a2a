import { lookAtRows, prepare, rowOf, set, withPeers } from './compare-peers.mjs'
import { ANSWER } from './peers-server.mjs'

const ROUNDS = 3
const FRAMES = 120
const NUMBERS = [1000, 10_000, 100_000]

/**
 * HAR files of another program, read, shown and looked through, by us, by the Network panel of Chrome's own DevTools, and by the floor,
 * which parses the file and keeps a record of each call. eruda and vConsole read none.
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
        if (count > 0 && number === 100_000) continue
        for (const subject of ['floor', 'ours', 'devtools']) {
          const taken = await open(subject, async (page) => {
            await prepare(page, subject, 'rule')
            await page.evaluate((...given) => peersBench.writeHar(...given), number, ANSWER)
            const before = await page.spent()
            const { longestPause, wall } = await page.evaluate((entries) => peersBench.importHar(entries), number)
            const cpu = (await page.spent()).cpu - before.cpu
            return { cpu, wall, longestPause, ...(await lookAtRows(page, FRAMES)) }
          })
          set(round, String(number), subject, taken)
        }
      }
      rounds.push(round)
    }
    return NUMBERS.flatMap((number) => {
      const from = String(number)
      const n = number.toLocaleString('en')
      return [
        { what: `open a HAR of ${n} entries and show it`, from, name: 'cpu', unit: 'ms CPU' },
        { what: 'the same, from first to last', from, name: 'wall', unit: 'ms' },
        { what: 'the same: longest time without a frame', from, name: 'longestPause', unit: 'ms', bar: 50 },
        { what: `scroll its ${n} entries from end to end in ${FRAMES} frames`, from, name: 'scroll', unit: 'ms CPU' },
        { what: `type five letters into the filter of ${n} entries`, from, name: 'filter', unit: 'ms CPU' },
        { what: `click one of ${n} entries, until its details are painted`, from, name: 'select', unit: 'ms' },
      ].map((row) => rowOf(row, rounds))
    })
  })
}
