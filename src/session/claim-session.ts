import type { Clock } from '../contract/clock.ts'

/** Makes this page the only owner of a session. Resolves to a function that gives it up, or to `undefined` when another page owns it. */
export type ClaimSession = (id: string) => Promise<(() => void) | undefined>

/**
 * ms that the previous page of the tab has to give up its claim. A session that is still owned after that belongs to another tab:
 * a duplicated tab, or one opened by `window.open`, starts with a copy of the first tab's sessionStorage.
 */
const CLAIM_TIMEOUT = 1500

const LOCK_PREFIX = 'wx-request-inspector/session/'

/** Claims by a Web Lock. Without Web Locks (insecure origins), every claim succeeds: tabs that share an id would then show each other's requests. */
export function claimByLock(clock: Clock, locks: LockManager | undefined = globalThis.navigator?.locks): ClaimSession {
  if (!locks) return async () => () => {}
  return (id) => {
    const settled = new AbortController()
    const late = new AbortController()
    void clock.sleep(CLAIM_TIMEOUT, settled.signal).then(() => {
      if (!settled.signal.aborted) late.abort()
    })
    return new Promise((resolve) => {
      const hold = () =>
        new Promise<void>((release) => {
          settled.abort()
          resolve(release)
        })
      locks.request(`${LOCK_PREFIX}${id}`, { signal: late.signal }, hold).catch(() => resolve(undefined))
    })
  }
}

/** Ids of sessions that a page owns now; `undefined` without Web Locks. */
export async function claimedSessions(
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<ReadonlySet<string> | undefined> {
  const { held } = (await locks?.query()) ?? {}
  return held && new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK_PREFIX) ? [name.slice(LOCK_PREFIX.length)] : [])))
}
