import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isEnd } from '../../contract/event/event-traits.ts'
import { GATES, type HeldChange } from '../../contract/event/hold-event.ts'
import type { HoldChoice } from '../../contract/hold.ts'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { API, setUpShim, streamFaults } from '../../testing/set-up-shim.ts'
import type { ShimGates } from '../context/call-gates.ts'
import { createGates, type Gates } from './create-gates.ts'
import { createFreezableDeadlines, type FreezableDeadlines } from './freezable-deadlines.ts'

const ms = fc.constantFrom(0, 0, 1, 20, 700, 70_000)
const change = fc.constantFrom<HeldChange | undefined>(undefined, undefined, { fail: 'ERR_FAILED' }, { data: 'x' })
const choice = fc.oneof(
  fc.constantFrom<HoldChoice>('off', 'next', 'next'),
  fc.record({ match: fc.record({ url: fc.constantFrom('a', 'b', '') }), at: fc.subarray([...GATES], { minLength: 1 }) }),
)
type Step =
  | {
      readonly kind: 'call'
      readonly api: 'call' | 'upload' | 'download'
      readonly url: string
      readonly timeout: number
      readonly script: object
    }
  | { readonly kind: 'hold'; readonly choice: HoldChoice }
  | { readonly kind: 'hold-task' | 'abort'; readonly nth: number; readonly by: 'app' | 'panel' }
  | { readonly kind: 'go on'; readonly nth: number; readonly step: boolean; readonly change: HeldChange | undefined }
  | { readonly kind: 'watch'; readonly watched: boolean }
  | { readonly kind: 'clear' | 'dispose' | 'abort-all' }
  | { readonly kind: 'hide'; readonly hidden: boolean }
  | { readonly kind: 'wait'; readonly duration: number }

const kinds = <Kind extends string>(kind: Kind) => fc.constant(kind)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: kinds('call'),
      api: fc.constantFrom('call', 'call', 'upload', 'download'),
      url: fc.constantFrom('a', 'b'),
      timeout: fc.constantFrom(10, 500, 5000, 60_000),
      script: fc.record({
        delay: fc.constantFrom(0, 5, 600),
        chunkDelay: fc.constantFrom(0, 5),
        hang: fc.constantFrom(false, false, false, true),
        chunks: fc.array(fc.constantFrom('1', '', 'x'), { maxLength: 3 }),
        fails: fc.constantFrom(undefined, undefined, undefined, 'ERR_CONNECTION_RESET'),
        sends: fc.array(fc.record({ after: fc.constantFrom(0, 5), loaded: fc.constantFrom(1, 50, 1e9) }), { maxLength: 2 }),
      }),
    }) as fc.Arbitrary<Step>,
  },
  { weight: 4, arbitrary: fc.record({ kind: kinds('hold'), choice }) },
  { weight: 6, arbitrary: fc.record({ kind: kinds('go on'), nth: fc.nat(4), step: fc.boolean(), change }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('hold-task', 'abort'), nth: fc.nat(8), by: fc.constantFrom('app', 'panel') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kinds('watch'), watched: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('clear', 'clear', 'abort-all', 'dispose') }) },
  { weight: 1, arbitrary: fc.record({ kind: kinds('hide'), hidden: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: kinds('wait'), duration: ms }) },
)

it('strands no call, whatever is held, changed, aborted, timed out, cleared or disposed of when', async () => {
  let everHeld = 0
  await fc.assert(
    fc.asyncProperty(choice, fc.array(step, { minLength: 2, maxLength: 20 }), fc.boolean(), async (first, steps, freezeTimeout) => {
      const scripts = new Map<string, object>()
      const cleared = new Set<string>()
      let gates: Gates | undefined
      const { clock, environment, events, shim, ...setUp } = setUpShim({
        settings: { hold: { ...DEFAULT_SETTINGS.hold, freezeTimeout } },
        slots: 2,
        script: ({ taskId }) => scripts.get(taskId) ?? {},
        gates: (fakeClock, { settings }) => {
          gates = createGates({
            clock: fakeClock,
            settings,
            isRecorded: (taskId) => !cleared.has(taskId),
            fits: async ({ url }, taskId) => JSON.stringify(events.find((event) => event.taskId === taskId)).includes(`/${url}`),
            freeze: (taskId) => deadlines?.freeze(taskId),
            onChange: () => {},
          })
          let deadlines: FreezableDeadlines | undefined
          const freezable: ShimGates['freezable'] = (plain) => {
            deadlines = createFreezableDeadlines(plain, fakeClock)
            return deadlines
          }
          return { calls: gates.calls, freezable }
        },
      })
      const held = gates as Gates
      held.setWatched(true)
      held.choose(first)
      const push = events.push.bind(events)
      events.push = (event) => {
        if (isEnd(event)) held.forget(event.taskId)
        if (event.type === 'held') everHeld++
        return push(event)
      }
      const made: { readonly taskId: string; readonly received: ReturnType<typeof setUp.call> }[] = []
      for (const one of steps) {
        if (one.kind === 'call') {
          const taskId = `${clock.startedAt.toString(36)}-${made.length + 1}`
          scripts.set(taskId, one.script)
          const option = { url: `${API}/${one.url}`, timeout: one.timeout }
          const received =
            one.api === 'call'
              ? setUp.call(option)
              : setUp[one.api]({ ...option, ...(one.api === 'upload' && { filePath: 'wxfile://tmp_0.png', name: 'f' }) })
          made.push({ taskId, received: received as ReturnType<typeof setUp.call> })
        } else if (one.kind === 'hold') held.choose(one.choice)
        else if (one.kind === 'go on') {
          const target = held.held()[one.nth]
          if (target) held.resume(target.taskId, { step: one.step, ...(one.change && { change: one.change }) })
        } else if (one.kind === 'hold-task' || one.kind === 'abort') {
          const target = made[one.nth]
          if (!target) continue
          if (one.kind === 'hold-task') {
            if (shim.context.live.has(target.taskId)) held.holdNext(target.taskId)
          } else if (one.by === 'app') target.received.task?.abort()
          else shim.abort(target.taskId)
        } else if (one.kind === 'watch') held.setWatched(one.watched)
        else if (one.kind === 'clear') {
          for (const { taskId } of made) cleared.add(taskId)
          for (const { taskId } of held.held()) held.resume(taskId)
        } else if (one.kind === 'abort-all') shim.abortAll()
        else if (one.kind === 'dispose') shim.dispose()
        else if (one.kind === 'hide') environment.setAppHidden(one.hidden)
        else if (one.kind === 'wait') await clock.tick(one.duration)
      }
      // Nobody does anything more: each gate is left after a minute, and what hangs is over when its timeout has passed.
      await clock.tick(60_000 * 12 * (made.length + 1))

      expect(held.held()).toEqual([])
      expect(streamFaults(events)).toEqual([])
      for (const { taskId, received } of made) {
        const stream = events.filter((event) => event.taskId === taskId)
        expect(stream.filter(isEnd).length, JSON.stringify(stream)).toBe(1)
        expect(received.callbacks).toEqual([stream.some(({ type }) => type === 'succeeded') ? 'success' : 'fail', 'complete'])
        // A hold ends in one way: the call goes on, or ends.
        stream.forEach((event, place) => {
          if (event.type === 'held') expect(['resumed', 'failed']).toContain(stream[place + 1]?.type)
        })
      }
    }),
    { numRuns: 1000 },
  )
  expect(everHeld).toBeGreaterThan(500)
}, 60_000)
