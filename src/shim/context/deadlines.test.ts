import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createDeadlines } from './deadlines.ts'

describe('deadlines', () => {
  it('pass at their own moments, those that were called off never', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ do: fc.constant('begin' as const), duration: fc.constantFrom(0, 1, 5, 5, 5, 20) }),
        fc.record({ do: fc.constant('call off' as const), which: fc.nat() }),
        fc.record({ do: fc.constant('wait' as const), duration: fc.nat(8) }),
      ),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const clock = createFakeClock()
        const deadlines = createDeadlines(clock)
        const begun: { readonly due: number; callOff: () => void; passedAt: number | undefined; off: boolean }[] = []
        for (const step of list) {
          if (step.do === 'wait') await clock.tick(step.duration)
          else if (step.do === 'begin') {
            const one = { due: clock.now() + step.duration, callOff: () => {}, passedAt: undefined as number | undefined, off: false }
            begun.push(one)
            const passed = () => {
              one.passedAt = clock.now()
            }
            one.callOff = deadlines.begin(step.duration, passed, 't1')
            expect(one.passedAt).toBeUndefined()
          } else {
            const one = begun[step.which % (begun.length || 1)]
            one?.callOff()
            if (one && one.passedAt === undefined) one.off = true
          }
        }
        await clock.tick(50)
        expect(begun.map(({ passedAt }) => passedAt)).toEqual(begun.map(({ due, off }) => (off ? undefined : due)))
      }),
      { numRuns: 200 },
    )
  })

  it('leave no timer behind once all were called off', async () => {
    const clock = createFakeClock()
    let sleeping = 0
    const deadlines = createDeadlines({
      ...clock,
      async sleep(duration, signal) {
        sleeping++
        await clock.sleep(duration, signal)
        sleeping--
      },
    })
    const callOffs = [60_000, 60_000, 100].map((duration) => deadlines.begin(duration, () => {}, 't1'))
    expect(sleeping).toBe(2)
    for (const callOff of callOffs) callOff()
    await clock.tick(0)
    expect(sleeping).toBe(0)
  })
})
