import { expect, it } from 'vitest'
import { createFakeClock } from '../../../testing/fake-clock.ts'
import type { Hit } from './compile-match.ts'
import { compileTemplate } from './fill-template.ts'

it('gives the time at which the answer is made, not that at which the session began', async () => {
  const clock = createFakeClock()
  await clock.tick(1500)
  expect(compileTemplate(['{{now}}', '{{timestamp}}'])({} as Hit, clock)).toEqual([
    new Date(clock.startedAt + 1500).toISOString(),
    clock.startedAt + 1500,
  ])
})
