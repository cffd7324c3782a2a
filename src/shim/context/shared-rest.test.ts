import { expect, it } from 'vitest'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createSharedRest } from './shared-rest.ts'

it('lets a transfer run for ten milliseconds, and then makes a pause', async () => {
  const clock = createFakeClock()
  const rest = createSharedRest(clock).begin()
  await clock.tick(10)
  expect(rest()).toBeUndefined()
  await clock.tick(1)
  const pause = rest()
  expect(pause).toBeDefined()
  await clock.tick(1)
  await pause
  expect(rest()).toBeUndefined()
})

it('has all transfers rest while one does', async () => {
  const clock = createFakeClock()
  const shared = createSharedRest(clock)
  const first = shared.begin()
  await clock.tick(8)
  const second = shared.begin()
  await clock.tick(3)
  const pauses = [first(), second()]
  expect(pauses.every((pause) => pause !== undefined)).toBe(true)
  await clock.tick(1)
  await Promise.all(pauses)
  expect([first(), second()]).toEqual([undefined, undefined])
})
