import type { RequestOption, RequestSuccess, RequestTask } from '../../../contract/wx/wx.ts'
import { API_ORIGIN, UNLISTED_ORIGIN } from '../client/shop-origins.ts'
import { familyTroubles } from './family-troubles.ts'
import { failLine, type OutcomeRow, queuedLine, successLine } from './outcome.ts'
import type { Trouble } from './trouble.ts'

const at = (path: string) => `${API_ORIGIN}/v1/trouble/${path}`

/** A single call, and what its callbacks were told; `look` adds what is worth saying about the data. */
function once(option: RequestOption, look: (result: RequestSuccess) => readonly OutcomeRow[] = () => []): Trouble['start'] {
  return (wx, report) => {
    const lines: OutcomeRow[] = []
    const task = wx.request({
      ...option,
      success: (result) => lines.push(successLine(result), ...look(result)),
      fail: (result) => lines.push(failLine(result)),
      // A wrong url reports before `request` returns, so the missing task is told below as well.
      complete: () => report({ ended: true, lines: [...lines] }),
    })
    if (!task) report({ ended: true, lines: [...lines, { kind: 'no-task' }] })
    return [() => task?.abort()]
  }
}

const FLAKY_CALLS = 3

const flaky: Trouble['start'] = (wx, report) => {
  const lines: OutcomeRow[] = []
  const tasks: (RequestTask | undefined)[] = []
  const next = () => {
    tasks.push(
      wx.request({
        url: at('flaky'),
        success: ({ statusCode }) => {
          lines.push({ kind: 'attempt', count: lines.length + 1, statusCode })
          if (lines.length < FLAKY_CALLS) next()
          report({ ended: lines.length === FLAKY_CALLS, lines: [...lines] })
        },
        fail: (result) => report({ ended: true, lines: [...lines, failLine(result)] }),
      }),
    )
  }
  next()
  return [() => tasks.at(-1)?.abort()]
}

const BURST_CALLS = 12

const burst: Trouble['start'] = (wx, report) => {
  const results: RequestSuccess[] = []
  const failures: OutcomeRow[] = []
  const tasks = Array.from({ length: BURST_CALLS }, (_, index) =>
    wx.request({
      url: at('slow'),
      data: { call: index + 1 },
      success: (result) => results.push(result),
      fail: (result) => failures.push(failLine(result)),
      complete: () => {
        const done = results.length + failures.length
        const ended = done === BURST_CALLS
        report({
          ended,
          lines: [{ kind: 'progress', done, all: BURST_CALLS }, ...failures.slice(0, 1), ...(ended ? queuedLine(results) : [])],
        })
      },
    }),
  )
  return tasks.map((task) => () => task?.abort())
}

const SECOND_THOUGHTS = 500

const abort: Trouble['start'] = (wx, report, after) => {
  const stops = once({ url: at('slow'), data: { call: 1 } })(wx, report, after)
  after(SECOND_THOUGHTS, () => stops[0]?.())
  return stops
}

/** Data that holds itself, which no JSON can say. */
function aRing(): Record<string, unknown> {
  const ring: Record<string, unknown> = {}
  ring['self'] = ring
  return ring
}

const textOf = ({ data }: RequestSuccess): readonly OutcomeRow[] => [{ kind: 'text', type: typeof data, length: String(data).length }]

/** Every button of the trouble page, in its order. */
export const troubles: readonly Trouble[] = [
  { id: 'notFound', group: 'server', start: once({ url: `${API_ORIGIN}/v1/teas/moon-tea` }) },
  { id: 'broken', group: 'server', start: once({ url: at('broken'), method: 'POST', data: { kettle: 1 } }) },
  { id: 'flaky', group: 'server', start: flaky },
  { id: 'badJson', group: 'server', start: once({ url: at('bad-json') }, textOf) },
  {
    id: 'redirect',
    group: 'server',
    start: once({ url: at('old-address') }, ({ data }) => (data?.name ? [{ kind: 'redirected', name: data.name }] : [])),
  },
  { id: 'notUtf8', group: 'server', start: once({ url: at('latin') }) },
  { id: 'redirectLoop', group: 'server', start: once({ url: at('round-and-round') }) },
  { id: 'timeout', group: 'road', start: once({ url: at('hang'), timeout: 1500 }) },
  { id: 'reset', group: 'road', start: once({ url: at('reset') }) },
  { id: 'certificate', group: 'road', start: once({ url: at('certificate') }) },
  { id: 'offline', group: 'road', start: once({ url: at('ping') }) },
  { id: 'oldTls', group: 'road', start: once({ url: at('old-tls') }) },
  { id: 'httpDns', group: 'road', start: once({ url: at('ping'), enableHttpDNS: true, enableHttpDNSFallback: false }) },
  { id: 'noCellular', group: 'road', start: once({ url: at('no-cellular'), forceCellularNetwork: true }) },
  { id: 'background', group: 'road', start: once({ url: at('hang'), timeout: 30_000 }) },
  { id: 'pageClosed', group: 'road', start: once({ url: at('hang'), timeout: 60_000 }) },
  { id: 'unlisted', group: 'code', start: once({ url: `${UNLISTED_ORIGIN}/hello.json` }) },
  { id: 'insecure', group: 'code', start: once({ url: `${API_ORIGIN.replace('https:', 'http:')}/v1/teas`, data: { page: 1 } }) },
  { id: 'relative', group: 'code', start: once({ url: '/v1/teas', data: { page: 1 } }) },
  { id: 'patch', group: 'code', start: once({ url: `${API_ORIGIN}/v1/teas/longjing`, method: 'PATCH', data: { price: 1 } }) },
  { id: 'badParameter', group: 'code', start: once({ url: 42 as unknown as string }) },
  { id: 'badData', group: 'code', start: once({ url: at('ping'), method: 'POST', data: aRing() }) },
  { id: 'badHeader', group: 'code', start: once({ url: at('ping'), header: { 'x-note': 'two\nlines' } }) },
  { id: 'burst', group: 'crowd', start: burst },
  { id: 'abort', group: 'crowd', start: abort },
  { id: 'big', group: 'crowd', start: once({ url: at('harvest') }, ({ data }) => [{ kind: 'rows', count: data?.rows?.length ?? 0 }]) },
  ...familyTroubles,
]
