import { prepare, rowOf, set, withPeers } from './compare-peers.mjs'

const ROUNDS = 3
const NUMBERS = [1000, 10_000, 100_000]

/**
 * HAR files of another program, read and shown. eruda and vConsole read none; the floor parses the file and keeps a record of each call.
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
        for (const subject of ['floor', 'ours']) {
          const taken = await open(subject, async (page) => {
            await prepare(page, subject, 'rule')
            await page.evaluate((entries) => peersBench.writeHar(entries), number)
            const before = await page.spent()
            const { longestPause, wall } = await page.evaluate((entries) => peersBench.importHar(entries), number)
            return { cpu: (await page.spent()).cpu - before.cpu, wall, longestPause }
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
      ].map((row) => rowOf(row, rounds))
    })
  })
}
