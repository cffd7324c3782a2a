import { SUBJECTS } from '../../tools/performance-page.mjs'
import { makeCalls, rowOf, set, withPeers } from './compare-peers.mjs'

const ROUNDS = 3
const CALLS = 1000

/** Calls that the page answers itself, and calls over the network, all at once. A fetch knows no rules: for whoever stands on it, a stub is both. */
const LOADS = [
  { load: 'mocked', answering: 'rule', atOnce: CALLS, pauses: true },
  { load: 'real', answering: 'server', atOnce: CALLS },
]

const ROWS = [
  { what: 'record a mocked call, 1,000 at once', from: 'mocked', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 0.35 },
  { what: 'longest time without a frame, 1,000 at once', from: 'mocked', name: 'longestPause', unit: 'ms' },
  { what: 'record a real call, 1,000 at once', from: 'real', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 1 },
  { what: 'heap of a record, 1,000 kept', from: 'mocked', name: 'heap', unit: 'bytes', bar: 1500 },
]

/**
 * The same calls by us, by eruda, by vConsole, by the least code that could do it, and by nobody: the panels take turns within a
 * round, each in a Chromium of its own with a fresh profile.
 * @param {import('@playwright/test').Browser} _browser
 * @param {string} executablePath
 */
export function measure(_browser, executablePath) {
  return withPeers(executablePath, async (open) => {
    const rounds = []
    for (let count = 0; count < ROUNDS; count++) {
      /** @type {import('./compare-peers.mjs').Round} */
      const round = new Map()
      for (const { load, ...work } of LOADS) {
        for (const subject of SUBJECTS) {
          set(round, load, subject, await open(subject, (page) => makeCalls(page, subject, { ...work, calls: CALLS })))
        }
      }
      rounds.push(round)
    }
    return ROWS.map((row) => rowOf(row, rounds))
  })
}
