import { type Clock, createClock } from '../contract/clock.ts'
import type { Notice } from '../contract/panel-source.ts'
import type { Settings } from '../contract/settings.ts'
import type { EventLog } from '../recorder/log/event-log.ts'
import { type ClaimSession, claimByLock, claimedSessions } from './claim-session.ts'
import { createIndexedDbStore } from './indexed-db-store.ts'
import { takePlaceInPage } from './place-in-page.ts'
import { Session } from './session.ts'
import type { SessionStore } from './session-store.ts'
import { createTabMemory, type TabEntry, type TabMemory, type TabStorage } from './tab-memory.ts'
import { StorageTimeout } from './with-timeout.ts'

/** ms. Sessions of closed tabs are deleted when they were not written to for this long. */
const KEEP_CLOSED_FOR = 24 * 3600 * 1000

/** ms from the start to the deletion of what is not wanted. Until then a host can still switch `persist` on. */
const CLEAN_UP_AFTER = 3000

/** What the tab remembers for this inspector. */
export interface Tab {
  readonly memory: TabMemory
  /** What the previous page left. */
  readonly entry: TabEntry | undefined
  /** Why there is something that cannot be used. */
  readonly refused: string | undefined
  /** Makes the place of this inspector in the page available again. */
  release(): void
}

/** Reads what the previous page of this tab left. Comes before the clock, because a restored session goes on with its clock. */
export function openTab(storage: () => TabStorage | undefined = () => globalThis.sessionStorage): Tab {
  const place = takePlaceInPage()
  const memory = createTabMemory(storage, place.name, () => createClock().startedAt)
  const { entry, refused } = memory.read()
  return { memory, entry, refused, release: place.release }
}

export interface KeptSessionOptions {
  readonly tab: Tab
  /** Starts at `tab.entry.startedAt`, else nothing is restored. */
  readonly clock: Clock
  readonly log: EventLog
  readonly capture: () => Settings['capture']
  /** Called with what was lost, and why. */
  readonly onNotice: (notice: Notice) => void
  /** Default: IndexedDB. */
  readonly store?: SessionStore
  /** Default: a Web Lock. */
  readonly claim?: ClaimSession
  /** Where `pagehide` and `pageshow` come from. Default: the global object. */
  readonly page?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | undefined
}

/** While `capture.persist` is on, stores the log so that it survives reloads and crashes of its tab. */
export interface KeptSession {
  /** Settles, and never rejects, when the tasks of earlier pages are in the log or cannot be restored. */
  readonly restored: Promise<void>
  /** Has to be called after `capture` has changed. */
  update(): void
  dispose(): Promise<void>
}

export function createKeptSession({ page = pageOf(globalThis), tab, ...options }: KeptSessionOptions): KeptSession {
  const { capture, clock, log, onNotice } = options
  const store = options.store ?? createIndexedDbStore()
  const claim = options.claim ?? claimByLock(clock)
  let { generation } = log
  let isJoining = false
  const join = () => {
    isJoining = true
    log.joinEarlier()
    generation = log.generation
    isJoining = false
  }
  const common = { ...options, memory: tab.memory, store, claim, onFailure: (cause: unknown) => onNotice(noticeOf(cause)) }
  let session: Session | undefined
  let unused = tab.entry?.startedAt === clock.startedAt ? tab.entry : undefined
  const start = () => {
    if (tab.refused !== undefined) onNotice({ code: 'session-refused', count: 1, detail: tab.refused })
    session = new Session({ ...common, entry: unused, onEarlierEvent: (event) => log.addEarlier(event), onRestored: join })
    unused = undefined
  }
  /** After a return from the back/forward cache the log is still there; later pages of the tab may have added tasks. */
  const resume = () => {
    const { entry } = tab.memory.read()
    session = new Session({ ...common, entry, onNotice: () => {}, onEarlierEvent: (event) => log.append(event), onRestored: () => {} })
  }

  const deleteUnwanted = async (own: string | undefined, allClosed: boolean) => {
    if (!(await store.exists())) return
    const claimed = await claimedSessions()
    if (own !== undefined) await store.forget(own)
    const oldest = clock.startedAt + clock.now() - KEEP_CLOSED_FOR
    for (const { id, usedAt } of await store.sessions()) {
      if (id === session?.id || claimed?.has(id)) continue
      if (!(usedAt >= oldest) || (allClosed && claimed)) await store.forget(id)
    }
    if (!session) store.close()
  }
  // Failures are reported by whoever stores something; the next page tries again.
  const cleanUp = (own?: string, allClosed = false) => deleteUnwanted(own, allClosed).catch(() => {})

  if (capture().persist) start()
  const restored = session?.restored ?? Promise.resolve()
  const disposed = new AbortController()
  const cleanUpLater = async () => {
    await restored
    await clock.sleep(CLEAN_UP_AFTER, disposed.signal)
    if (disposed.signal.aborted) return
    const own = unused?.id
    unused = undefined
    if (!session) tab.memory.forget()
    await cleanUp(own)
  }
  let cleaning = cleanUpLater()

  const unsubscribe = log.subscribe(({ taskId }) => session?.markChanged(taskId))
  const unwatch = log.watch(() => {
    if (isJoining || log.generation === generation) return
    generation = log.generation
    session?.rewriteAll()
  })
  const onHide = () => session?.unload()
  const onShow = (event: Event) => {
    if (!session || !(event as PageTransitionEvent).persisted) return
    session.stop()
    resume()
  }
  page?.addEventListener('pagehide', onHide)
  page?.addEventListener('pageshow', onShow)

  return {
    restored,
    update() {
      const { persist } = capture()
      if (persist === (session !== undefined)) return
      if (persist) return start()
      const own = session?.id
      session?.stop()
      session = undefined
      tab.memory.forget()
      cleaning = cleanUp(own, true)
    },
    async dispose() {
      page?.removeEventListener('pagehide', onHide)
      page?.removeEventListener('pageshow', onShow)
      unsubscribe()
      unwatch()
      disposed.abort()
      const ended = session?.dispose()
      tab.release()
      await ended
      await cleaning
      store.close()
    },
  }
}

/** `undefined` where there is no page, as in Node. */
function pageOf(scope: Partial<EventTarget>): KeptSessionOptions['page'] {
  return scope.addEventListener ? (scope as EventTarget) : undefined
}

function noticeOf(cause: unknown): Notice {
  if (cause instanceof StorageTimeout) return { code: 'session-not-answering' }
  if (cause instanceof Error && cause.name === 'QuotaExceededError') return { code: 'session-full' }
  return { code: 'session-not-kept', detail: cause instanceof Error ? cause.message : String(cause) }
}
