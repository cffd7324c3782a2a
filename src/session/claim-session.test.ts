import { expect, it } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { claimByLock, claimedSessions } from './claim-session.ts'

/** Web Locks of one browser, as far as they are used. */
function createLocks() {
  const held = new Map<string, Promise<unknown>>()
  const locks = {
    async request(name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>) {
      const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      aborted.catch(() => {})
      while (held.has(name)) await Promise.race([held.get(name), aborted])
      const holding = hold().finally(() => held.delete(name))
      held.set(name, holding)
      await holding
    },
    query: async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] }),
  }
  return locks as unknown as LockManager
}

it('gives a session to one page at a time', async () => {
  const clock = createFakeClock()
  const locks = createLocks()
  const claim = claimByLock(clock, locks)
  const release = await claim('a')
  expect(release).toBeDefined()
  expect(await claim('b')).toBeDefined()
  expect(await claimedSessions(locks)).toEqual(new Set(['a', 'b']))
  const second = claim('a')
  await clock.tick(2000)
  expect(await second).toBeUndefined()
})

it('waits for the previous page of the tab to give it up', async () => {
  const clock = createFakeClock()
  const claim = claimByLock(clock, createLocks())
  const release = await claim('a')
  const next = claim('a')
  await clock.tick(1000)
  release?.()
  expect(await next).toBeDefined()
})

it('gives a session to every page where the browser has no locks', async () => {
  const claim = claimByLock(createFakeClock(), undefined)
  expect(await claim('a')).toBeDefined()
  expect(await claim('a')).toBeDefined()
})
