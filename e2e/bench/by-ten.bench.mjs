import { SUBJECTS } from '../../tools/performance-page.mjs'
import { makeCalls, rowOf, set, withPeers } from './compare-peers.mjs'

const ROUNDS = 3
const CALLS = 1000

/** The same calls, ten under way at any moment, as many as WeChat lets run at once; and calls that no rule takes, passed on to a stubbed `fetch`. */
const LOADS = [
  { load: 'mocked', answering: 'rule', atOnce: 10 },
  { load: 'passed on', answering: 'stub', atOnce: 10, only: ['ours', 'closed'], others: 'mocked' },
  { load: 'real', answering: 'server', atOnce: 10 },
]

const ROWS = [
  { what: 'record a mocked call, ten at a time', from: 'mocked', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 0.35 },
  { what: 'pass a call on to a stubbed fetch, ten at a time', from: 'passed on', name: 'cpu', unit: 'µs CPU', over: true },
  { what: 'the same, 1,000 calls from first to last', from: 'passed on', name: 'wall', unit: 'ms', ratioBar: 1.5 },
  { what: 'record a real call, ten at a time', from: 'real', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 1 },
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
        const { only, others, ...calls } = work
        for (const subject of SUBJECTS) {
          const same = only && !only.includes(subject) ? round.get(others)?.get(subject) : undefined
          set(round, load, subject, same ?? (await open(subject, (page) => makeCalls(page, subject, { ...calls, calls: CALLS }))))
        }
      }
      rounds.push(round)
    }
    return ROWS.map((row) => rowOf(row, rounds))
  })
}
