import type { TaskEvent } from '../../src/contract/event/task-event.ts'
import { DEFAULT_SETTINGS } from '../../src/contract/settings.ts'

const METHODS = ['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE'] as const
const PATHS = ['goods', 'goods/detail', 'cart/lines', 'orders', 'search', 'account/profile'] as const
const STATUSES = [200, 200, 200, 200, 201, 304, 404, 500] as const

/** Milliseconds between two tasks. */
const STEP = 7

/** All events of the task with this number, from 1: the same number always gives the same story, and stories differ. */
export function makeSyntheticTask(number: number): readonly TaskEvent[] {
  const taskId = `bench-${number}`
  const start = number * STEP
  const wait = 20 + ((number * 37) % 180)
  const size = 200 + ((number * 7919) % 60_000)
  const method = METHODS[number % METHODS.length] ?? 'GET'
  const statusCode = STATUSES[number % STATUSES.length] ?? 200
  const url = `https://api.example.com/${PATHS[number % PATHS.length]}?page=${number % 40}&trace=${number}`
  const header = [
    ['content-type', 'application/json'],
    ['Referer', 'https://servicewechat.com/wx0000000000000000/0/page-frame.html'],
  ] as const
  const bodyless = { kind: 'none', size: 0 } as const
  return [
    {
      type: 'created',
      taskId,
      seq: 0,
      at: start,
      api: 'request',
      environment: { platform: DEFAULT_SETTINGS.platform, lib: DEFAULT_SETTINGS.lib },
      given: { url, method, header: { 'x-trace': String(number) } },
      sent: { method, url, header, dropped: [], body: bodyless },
      timeout: 60_000,
    },
    {
      type: 'checked',
      taskId,
      seq: 1,
      at: start,
      check: {
        list: 'request',
        verdict: 'allowed',
        origin: 'https://api.example.com',
        clauses: [{ id: 'host', verdict: 'passes', saw: 'api.example.com' }],
      },
    },
    { type: 'started', taskId, seq: 2, at: start },
    { type: 'routed', taskId, seq: 3, at: start + 1, by: 'mock', ruleId: 'bench', ruleName: 'bench' },
    {
      type: 'headers-received',
      taskId,
      seq: 4,
      at: start + wait,
      statusCode,
      header: { 'content-type': 'application/json', 'content-length': String(size) },
      cookies: [],
      timing: {
        marks: {
          fetchStart: start + 1,
          domainLookUpStart: start + 1,
          domainLookUpEnd: start + 4,
          connectStart: start + 4,
          connectEnd: start + 12,
          SSLconnectionStart: start + 7,
          SSLconnectionEnd: start + 12,
          requestStart: start + 12,
          requestEnd: start + 13,
          responseStart: start + wait,
        },
        simulated: ['domainLookUpStart', 'domainLookUpEnd', 'connectStart', 'connectEnd', 'SSLconnectionStart', 'SSLconnectionEnd'],
      },
      listeners: [],
    },
    { type: 'chunk-received', taskId, seq: 5, at: start + wait + 2, size, listeners: [] },
    {
      type: 'succeeded',
      taskId,
      seq: 6,
      at: start + wait + 3,
      body: { kind: 'omitted', size, why: 'released' },
      dataForm: 'json',
      timing: { marks: { responseEnd: start + wait + 3 }, simulated: [] },
    },
    { type: 'delivered', taskId, seq: 7, at: start + wait + 3, callback: 'success', took: 0.2 },
    { type: 'delivered', taskId, seq: 8, at: start + wait + 4, callback: 'complete', took: 0.1 },
  ]
}
