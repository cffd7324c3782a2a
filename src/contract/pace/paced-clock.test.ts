import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createPacedClock } from './paced-clock.ts'

describe('a paced clock', () => {
  it('is the clock beneath until it is slowed', async () => {
    const real = createFakeClock()
    const clock = createPacedClock(real)
    await real.tick(7)
    expect([clock.now(), clock.startedAt]).toEqual([7, real.startedAt])
    let woken = 0
    void clock.sleep(5).then(() => woken++)
    await real.tick(4)
    expect(woken).toBe(0)
    await real.tick(1)
    expect([woken, clock.now()]).toEqual([1, 12])
  })

  it('lets others wait longer, and shows the time that they asked for', async () => {
    const real = createFakeClock()
    const clock = createPacedClock(real)
    let at: number | undefined
    void clock.sleep(100).then(() => {
      at = clock.now()
    })
    await real.tick(30)
    clock.setSpeed(0.1)
    await real.tick(699)
    expect(at).toBeUndefined()
    await real.tick(1)
    expect(at).toBe(100)
    clock.setSpeed(1)
    await real.tick(10)
    expect(clock.now()).toBe(110)
  })

  it('stands still at 0, and moves from moment to moment', async () => {
    const real = createFakeClock()
    const clock = createPacedClock(real)
    const woken: string[] = []
    clock.setSpeed(0)
    for (const [name, duration] of [
      ['b', 20],
      ['a', 10],
      ['c', 20],
    ] as const)
      void clock.sleep(duration).then(() => woken.push(`${name} ${clock.now()}`))
    await real.tick(10_000)
    expect([clock.now(), woken]).toEqual([0, []])
    while (clock.advance()) await real.tick(0)
    expect(woken).toEqual(['a 10', 'b 20', 'c 20'])
    expect(clock.advance()).toBe(false)
  })

  it('forgets whom a signal has woken', async () => {
    const real = createFakeClock()
    const clock = createPacedClock(real)
    const [early, late] = [new AbortController(), new AbortController()]
    let woken = 0
    void clock.sleep(10, early.signal).then(() => woken++)
    void clock.sleep(10, late.signal).then(() => woken++)
    void clock.sleep(10, AbortSignal.abort()).then(() => woken++)
    early.abort()
    await real.tick(0)
    expect(woken).toBe(2)
    late.abort()
    await real.tick(0)
    expect([woken, clock.advance()]).toEqual([3, false])
  })

  it('wakes all in the order and at the moments of speed 1, whatever the speed is when', async () => {
    const speeds = fc.constantFrom(1, 0.5, 0.25, 0.1, 0)
    const steps = fc.array(fc.record({ sleep: fc.constantFrom(1, 3, 3, 7.3, 50, 400), again: fc.nat(2) }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(fc.record({ speed: speeds, after: fc.constantFrom(0.1, 3, 33.3) }), { maxLength: 6 }),
        async (sleeps, paces) => {
          const run = async (slowed: boolean) => {
            const real = createFakeClock()
            const clock = createPacedClock(real)
            const woken: string[] = []
            const sleepAgain = async (name: number, duration: number, times: number) => {
              for (let nth = 0; nth <= times; nth++) {
                await clock.sleep(duration)
                woken.push(`${name}.${nth} ${clock.now()}`)
              }
            }
            sleeps.forEach(({ sleep, again }, name) => void sleepAgain(name, sleep, again))
            for (const { speed, after } of slowed ? paces : []) {
              clock.setSpeed(speed)
              if (speed === 0) clock.advance()
              await real.tick(after)
            }
            clock.setSpeed(slowed ? 0.1 : 1)
            await real.tick(20_000)
            return woken.map((line) =>
              line.replace(/\d+\.\d{6,}$/, (at) =>
                Number(at)
                  .toFixed(6)
                  .replace(/\.?0+$/, ''),
              ),
            )
          }
          expect(await run(true)).toEqual(await run(false))
        },
      ),
      { numRuns: 300 },
    )
  })
})
