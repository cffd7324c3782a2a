import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { createClock } from '../../contract/clock.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { createPacedClock } from '../../contract/pace/paced-clock.ts'
import { createEnvironment } from '../../shim/context/environment.ts'
import { createShim } from '../../shim/create-wx.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createMemoryFiles } from '../../testing/memory-files.ts'
import { createScriptedTransport } from '../../testing/scripted-transport.ts'
import { createSimulatedNetwork } from '../../transport/simulated/simulated-network.ts'
import { createInspector } from '../inspector.ts'
import type { WxInspector } from './inspector-types.ts'

let inspector: WxInspector | undefined
afterEach(() => inspector?.dispose())

interface Call {
  readonly after: number
  readonly url: number
  readonly timeout: number
  readonly delay: number
  readonly pieces: number
  readonly chunked: boolean
  readonly abortAfter: number | undefined
}

/** The events of some calls over a simulated network, at one speed after another. */
async function play(calls: readonly Call[], seed: number, paces: readonly { readonly speed: number; readonly for: number }[]) {
  const real = createFakeClock()
  const clock = createPacedClock(real)
  const environment = createEnvironment({ urlCheck: false, conditions: { preset: '3g', jitter: 80, loss: 0.1, seed } })
  const events: TaskEvent[] = []
  const scripted = createScriptedTransport(({ url }) => {
    const { delay, pieces } = calls[Number(new URL(url).searchParams.get('nth'))] as Call
    return { delay, chunkDelay: 7, chunks: Array<string>(pieces).fill('0123456789'.repeat(400)) }
  })
  const transport = createSimulatedNetwork(scripted, { conditions: () => environment.settings().conditions })
  const shim = createShim({
    clock,
    environment,
    transport,
    files: createMemoryFiles(),
    emit: (event) => events.push(event),
    slots: 2,
    throwLater: () => {},
  })
  calls.forEach(async ({ after, url, timeout, chunked, abortAfter }, nth) => {
    await clock.sleep(after)
    const task = shim.wx.request({ url: `https://h${url}.example/?nth=${nth}`, timeout, enableChunked: chunked })
    if (abortAfter === undefined) return
    await clock.sleep(abortAfter)
    task?.abort()
  })
  await real.tick(0)
  for (const { speed, for: duration } of paces) {
    clock.setSpeed(speed)
    if (speed === 0) {
      clock.advance()
      await real.tick(0)
      clock.advance()
    }
    await real.tick(duration)
  }
  clock.setSpeed(paces.at(-1)?.speed === 0 ? 0 : (paces.at(-1)?.speed ?? 1))
  if (clock.speed === 0) while (clock.advance()) await real.tick(0)
  else await real.tick(600_000)
  // In a page each sleeper is woken in a task of its own. Here those of one moment share one, so among them the order says nothing.
  const told = events.map(({ taskId, seq, type, at }) => ({
    at: Math.round(at * 1e4) / 1e4,
    text: `${taskId} ${seq} ${type}`,
    taskId,
    seq,
  }))
  const byTask = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  told.sort((one, other) => one.at - other.at || byTask(one.taskId, other.taskId) || one.seq - other.seq)
  return told.map(({ at, text }) => `${text} ${at}`)
}

it('gives the events of real time, in their order and with their times, at every speed and event by event', async () => {
  const call = fc.record({
    after: fc.constantFrom(0, 0, 5, 120, 120),
    url: fc.nat(2),
    timeout: fc.constantFrom(300, 5000, 60_000),
    delay: fc.constantFrom(0, 30, 900),
    pieces: fc.nat(3),
    chunked: fc.boolean(),
    abortAfter: fc.constantFrom(undefined, undefined, undefined, 0, 200),
  })
  const paces = fc.array(fc.record({ speed: fc.constantFrom(0.1, 0.25, 0.5, 1, 0), for: fc.constantFrom(10, 333, 2000) }), {
    minLength: 1,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 6 }), fc.nat(1000), paces, async (calls, seed, chosen) => {
      const usual = await play(calls, seed, [])
      expect(usual.length).toBeGreaterThan(0)
      expect(await play(calls, seed, [{ speed: 0.1, for: 0 }])).toEqual(usual)
      expect(await play(calls, seed, [{ speed: 0, for: 0 }])).toEqual(usual)
      expect(await play(calls, seed, chosen)).toEqual(usual)
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('takes numbers from 0 to 1, tells its panel, and steps a call from event to event at 0', async () => {
  inspector = createInspector({
    serviceWorker: false,
    settings: { unmatched: 'fail' },
    rules: [{ id: 'a', name: 'A', enabled: true, when: { url: '*' }, respond: { kind: 'response', delay: 5000, body: { text: 'a' } } }],
  })
  const own = inspector
  await own.ready
  for (const wrong of [-1, 2, Number.NaN, 'fast' as never]) {
    expect(() => {
      own.speed = wrong
    }).toThrow(/must be a number from 0 to 1/)
  }
  own.speed = 0
  expect([own.speed, own.state?.().speed]).toEqual([0, 0])
  const got = new Promise<unknown>((resolve) => own.wx.request({ url: 'https://api.example.com/a', complete: resolve }))
  const [task] = own.tasks()
  const before = own.events().length
  while (own.tasks()[0]?.marks.headersReceived === undefined) {
    own.step(task?.taskId ?? '')
    await createClock().sleep(40)
  }
  expect(own.events().length).toBeGreaterThan(before)
  expect(own.tasks()[0]?.marks.headersReceived).toBeGreaterThanOrEqual(5000)
  own.speed = 1
  expect(await got).toMatchObject({ statusCode: 200 })
  expect(() => own.step(task?.taskId ?? '')).toThrow(/is not a call/)
})
