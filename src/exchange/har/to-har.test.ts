import { expect, it } from 'vitest'
import { exampleEvents } from '../../testing/example-events.ts'
import { toHar, toHarText } from './to-har.ts'

const URL_OF = (nth: number) => `https://api.example.com/goods?n=${nth}&access_token=planted`
const calls = Array.from({ length: 40 }, (_, nth) => exampleEvents({ taskId: `task-${nth}`, at: nth, url: URL_OF(nth) }))
const reads = calls.map((events) => () => events)

/** A page in which each look at the clock finds it a ms later: 8 calls are a slice. */
function slowPage() {
  let ms = 0
  let pauses = 0
  return {
    now: () => ms++,
    pause: async () => {
      pauses += 1
    },
    pauses: () => pauses,
  }
}

it('writes the same in slices as in one go, and tells how far it is', async () => {
  const page = slowPage()
  const told: number[] = []
  const whole = toHar(calls, { startedAt: 0 })
  const { parts, replaced } = await toHarText(reads, { startedAt: 0, ...page, onProgress: (share) => told.push(share) })
  expect(page.pauses()).toBeGreaterThanOrEqual(8)
  expect(told).toHaveLength(page.pauses())
  expect(told).toEqual([...told].sort((one, other) => one - other))
  expect(told.at(-1)).toBeLessThanOrEqual(1)
  expect(JSON.parse(parts.join(''))).toEqual(JSON.parse(JSON.stringify(whole.har)))
  expect(replaced).toEqual(whole.replaced)
})

it('stops between two slices when nobody waits any more', async () => {
  const aborter = new AbortController()
  let read = 0
  const counted = calls.map((events) => () => {
    read += 1
    return events
  })
  const pause = async () => aborter.abort(new Error('closed'))
  await expect(toHarText(counted, { startedAt: 0, now: slowPage().now, pause, signal: aborter.signal })).rejects.toThrow('closed')
  expect(read).toBeLessThan(10)
})
