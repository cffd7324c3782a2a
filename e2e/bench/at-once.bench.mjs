import { CALLS, compareCalls } from './compare-peers.mjs'

/** Calls that the page answers itself, and calls over the network, all at once. A fetch knows no rules: for whoever stands on it, a stub is both. */
const LOADS = [
  { load: 'mocked', answering: 'rule', atOnce: CALLS, pauses: true },
  { load: 'real', answering: 'server', atOnce: CALLS },
]

const ROWS = [
  { what: 'record a mocked call, 1,000 at once', from: 'mocked', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 0.35 },
  { what: 'longest time without a frame, 1,000 at once', from: 'mocked', name: 'longestPause', unit: 'ms' },
  { what: 'the same: tasks over 50 ms', from: 'mocked', name: 'longTasks', unit: 'tasks', bar: 0 },
  { what: 'record a real call, 1,000 at once', from: 'real', name: 'cpu', unit: 'µs CPU', over: true, ratioBar: 1 },
  { what: 'heap of a record, 1,000 kept', from: 'mocked', name: 'heap', unit: 'bytes', bar: 1500 },
]

/**
 * @param {import('@playwright/test').Browser} _browser
 * @param {string} executablePath
 */
export function measure(_browser, executablePath) {
  return compareCalls(executablePath, LOADS, ROWS)
}
