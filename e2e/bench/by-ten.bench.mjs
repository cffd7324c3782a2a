import { compareCalls } from './compare-peers.mjs'

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
 * @param {import('@playwright/test').Browser} _browser
 * @param {string} executablePath
 */
export function measure(_browser, executablePath) {
  return compareCalls(executablePath, LOADS, ROWS)
}
