import { expect, it } from 'vitest'
import { createFakeClock } from './fake-clock.ts'

it('stands still until it is moved', async () => {
  const clock = createFakeClock()
  let woke = false
  void clock.sleep(10).then(() => {
    woke = true
  })
  await clock.tick(9)
  expect([clock.now(), woke]).toEqual([9, false])
  await clock.tick(1)
  expect([clock.now(), woke]).toEqual([10, true])
})

it('wakes sleepers in order, each at its own moment', async () => {
  const clock = createFakeClock()
  const woken: string[] = []
  void clock.sleep(30).then(() => woken.push(`late ${clock.now()}`))
  void clock.sleep(10).then(async () => {
    woken.push(`early ${clock.now()}`)
    await clock.sleep(10)
    woken.push(`again ${clock.now()}`)
  })
  await clock.tick(100)
  expect(woken).toEqual(['early 10', 'again 20', 'late 30'])
})

it('wakes a sleeper at once when its signal aborts', async () => {
  const clock = createFakeClock()
  const abort = new AbortController()
  let woke = false
  void clock.sleep(1000, abort.signal).then(() => {
    woke = true
  })
  abort.abort()
  await clock.tick(0)
  expect([clock.now(), woke]).toEqual([0, true])
})
