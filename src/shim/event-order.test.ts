import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isEnd } from '../contract/event/event-traits.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { RequestTask, UploadTask } from '../contract/wx/wx.ts'
import type { Script } from '../testing/scripted-transport.ts'
import { API, FILE, setUpShim, streamFaults } from '../testing/set-up-shim.ts'

type When =
  | 'never'
  | 'at once'
  | 'in headers listener'
  | 'in chunk listener'
  | 'in progress listener'
  | 'in success'
  | 'in fail'
  | 'in complete'

interface Plan {
  readonly api: 'request' | 'uploadFile' | 'downloadFile'
  readonly option: Record<string, unknown> | null
  readonly script: Script & { readonly redirects: number }
  readonly abort: When
  readonly throws: readonly string[]
  /** ms before the next step. */
  readonly pause: number
}

const ms = fc.constantFrom(0, 1, 3, 20, 6000)
const url = fc.oneof(
  { weight: 6, arbitrary: fc.constant(API) },
  fc.constantFrom('https://other.example.org/', 'http://api.example.com/', '/relative', 'https://', 5),
)
const script = fc.record({
  hang: fc.constantFrom(false, false, false, true),
  declines: fc.constantFrom(false, false, false, false, true),
  routeDelay: ms,
  sends: fc.array(fc.record({ after: ms, loaded: fc.constantFrom(1, 50, 1e9) }), { maxLength: 3 }),
  delay: ms,
  chunkDelay: ms,
  chunks: fc.array(fc.constantFrom('{"a":1}', '中', '', 'x'), { maxLength: 3 }),
  fails: fc.constantFrom(undefined, undefined, undefined, 'ERR_CONNECTION_RESET', 'NO_CELLULAR', 'TLS_1_1'),
  breaks: fc.constantFrom(undefined, undefined, undefined, new Error('bug')),
  breaksOff: fc.constantFrom(undefined, undefined, 'ERR_CONNECTION_CLOSED'),
  redirects: fc.constantFrom(0, 0, 0, 1, 2, 30),
})
const plan: fc.Arbitrary<Plan> = fc.record({
  api: fc.constantFrom('request', 'request', 'uploadFile', 'downloadFile'),
  option: fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        url,
        enableChunked: fc.boolean(),
        method: fc.constantFrom('GET', 'post', 'PATCH'),
        timeout: fc.constantFrom(1, 10, 5000, 0),
        enableHttpDNS: fc.boolean(),
        enableHttpDNSFallback: fc.boolean(),
        forceCellularNetwork: fc.boolean(),
        // A file that is there, one that is not, a path that may be written to, and none at all.
        filePath: fc.constantFrom(FILE, FILE, 'wxfile://gone.png', 'wxfile://usr/a', undefined),
        formData: fc.constantFrom(undefined, { n: 3 }, { big: 1n }),
      }),
    },
    fc.constant(null),
  ),
  script: script as fc.Arbitrary<Plan['script']>,
  abort: fc.constantFrom<When>(
    'never',
    'never',
    'at once',
    'in headers listener',
    'in chunk listener',
    'in progress listener',
    'in success',
    'in fail',
    'in complete',
  ),
  throws: fc.subarray(['success', 'fail', 'complete', 'headers', 'chunk', 'progress']),
  pause: ms,
})
type Step =
  | { readonly kind: 'call'; readonly plan: Plan }
  | { readonly kind: 'abort'; readonly nth: number; readonly by: 'app' | 'panel' }
  | { readonly kind: 'abort-all' }
  | { readonly kind: 'hide'; readonly hidden: boolean }
  | { readonly kind: 'wait'; readonly for: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('call' as const), plan }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('abort' as const), nth: fc.nat(10), by: fc.constantFrom('app' as const, 'panel' as const) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'abort-all' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), hidden: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), for: ms }) },
)
const session = fc.record({
  slots: fc.integer({ min: 1, max: 3 }),
  urlCheck: fc.boolean(),
  platform: fc.constantFrom('android' as const, 'ios' as const, 'devtools' as const, 'pc' as const),
  httpdnsQuota: fc.nat(1),
  /** Aborts from within a subscriber, when the nth event comes. */
  subscriberAborts: fc.option(fc.nat(20)),
  steps: fc.array(step, { minLength: 1, maxLength: 10 }),
})

it('never makes an order of events that the table forbids, whatever is called, aborted, hidden or thrown when', async () => {
  await fc.assert(
    fc.asyncProperty(session, async ({ slots, urlCheck, platform, httpdnsQuota, subscriberAborts, steps }) => {
      const plans = new Map<string, Plan>()
      const hops = new Map<string, number>()
      const allowed = ['https://api.example.com']
      const settings = { urlCheck, platform, httpdnsQuota, domains: { request: allowed, uploadFile: allowed, downloadFile: allowed } }
      const shimUnderTest = setUpShim({
        settings,
        slots,
        room: 5,
        script: ({ taskId }) => {
          const { redirects = 0, ...rest } = plans.get(taskId)?.script ?? {}
          const done = hops.get(taskId) ?? 0
          hops.set(taskId, done + 1)
          return done < redirects ? { ...rest, hang: false, status: 302, header: { Location: `/hop${done}` } } : rest
        },
      })
      const { call, clock, download, environment, events, files, shim, upload } = shimUnderTest
      let calls = 0
      const running = new Set<string>()
      let mostRunning = 0
      const push = events.push.bind(events)
      events.push = (event: TaskEvent) => {
        if (event.type === 'started') running.add(event.taskId)
        if (isEnd(event)) running.delete(event.taskId)
        mostRunning = Math.max(mostRunning, running.size)
        const length = push(event)
        if (length === subscriberAborts) shim.abort(event.taskId)
        return length
      }

      const received: { taskId: string; callbacks: string[]; atOnce: readonly string[]; task: unknown }[] = []
      for (const one of steps) {
        if (one.kind === 'call') {
          const taskId = `${clock.startedAt.toString(36)}-${++calls}`
          plans.set(taskId, one.plan)
          const { abort, option, throws } = one.plan
          let task: { abort(): void } | undefined
          const act = (name: string, when: When) => () => {
            if (abort === when) task?.abort()
            if (throws.includes(name)) throw new Error(name)
          }
          const noted = option && {
            ...option,
            success: act('success', 'in success'),
            fail: act('fail', 'in fail'),
            complete: act('complete', 'in complete'),
          }
          const made =
            noted === null || one.plan.api === 'request' ? call(noted) : one.plan.api === 'uploadFile' ? upload(noted) : download(noted)
          task = made.task
          const listening = (made.task ?? {}) as Partial<Record<keyof (RequestTask & UploadTask), (listener: () => void) => void>>
          listening.onHeadersReceived?.(act('headers', 'in headers listener'))
          listening.onHeadersReceived?.(() => {})
          listening.onChunkReceived?.(act('chunk', 'in chunk listener'))
          listening.onProgressUpdate?.(act('progress', 'in progress listener'))
          if (abort === 'at once') task?.abort()
          if (option !== null) received.push({ taskId, callbacks: made.callbacks, atOnce: made.atOnce, task })
          await clock.tick(one.plan.pause)
        } else if (one.kind === 'abort') {
          const target = received[one.nth]
          if (one.by === 'panel' && target) shim.abort(target.taskId)
          if (one.by === 'app') (target?.task as { abort(): void } | undefined)?.abort()
        } else if (one.kind === 'abort-all') shim.abortAll()
        else if (one.kind === 'hide') environment.setAppHidden(one.hidden)
        else await clock.tick(one.for)
      }
      // Whatever hangs is over when the longest timeout has passed for each that may still stand in line.
      await clock.tick(60_000 * (calls + 1))

      expect(streamFaults(events)).toEqual([])
      expect(files.pending.size).toBe(0)
      expect(mostRunning).toBeLessThanOrEqual(slots)
      for (let nth = 1; nth <= calls; nth++) {
        const stream = events.filter((event) => event.taskId === `${clock.startedAt.toString(36)}-${nth}`)
        expect(stream.filter(isEnd).length, JSON.stringify(stream)).toBe(1)
        expect(transferFaults(stream)).toEqual([])
      }
      for (const { taskId, callbacks, atOnce, task } of received) {
        const stream = events.filter((event) => event.taskId === taskId)
        const won = stream.some((event) => event.type === 'succeeded')
        const expected = [won ? 'success' : 'fail', 'complete']
        expect(callbacks).toEqual(expected)
        expect(stream.flatMap((event) => (event.type === 'delivered' ? [event.callback] : []))).toEqual(expected)
        // RES-11: callbacks inside the call only where it gives no task.
        expect(atOnce.length > 0).toBe(task === undefined)
      }
    }),
    { numRuns: 1000 },
  )
}, 60_000)

/** What the table cannot say: which way a transfer goes, that it only comes on, and that its last byte is told when it succeeds. */
function transferFaults(stream: readonly TaskEvent[]): string[] {
  const faults: string[] = []
  const headersAt = stream.findIndex(({ type }) => type === 'headers-received')
  let furthest = -1
  stream.forEach((event, place) => {
    if (event.type !== 'progressed') return
    if ((event.direction === 'sent') !== (headersAt === -1 || place < headersAt))
      faults.push(`${event.direction} at ${place}, headers at ${headersAt}`)
    // The same number again only to say that it was the last.
    if (event.loaded < furthest || (event.loaded === furthest && event.loaded !== event.expected))
      faults.push(`${event.loaded} after ${furthest}`)
    furthest = event.loaded
  })
  const last = stream.findLast((event) => event.type === 'progressed')
  const carries = stream.some((event) => event.type === 'created' && (event.api === 'uploadFile' || event.api === 'downloadFile'))
  if (carries && stream.some(({ type }) => type === 'succeeded') && last?.loaded !== last?.expected)
    faults.push('the last byte was not told')
  if (carries && stream.some(({ type }) => type === 'succeeded') && !last) faults.push('nothing was told')
  return faults
}
