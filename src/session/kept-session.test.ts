import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Notice } from '../contract/panel-source.ts'
import { DEFAULT_SETTINGS } from '../contract/settings.ts'
import { EventLog } from '../recorder/log/event-log.ts'
import { type ExampleTask, exampleEvents } from '../testing/example-events.ts'
import { createFakeClock, type FakeClock } from '../testing/fake-clock.ts'
import { createMemorySessions, type MemorySessions } from '../testing/memory-sessions.ts'
import { socketEvents } from '../testing/socket-events.ts'
import { createKeptSession, type KeptSession } from './kept-session.ts'
import { createTabMemory } from './tab-memory.ts'

const BORN = 1_780_300_800_000

/** A browser with a tab or more: what a page leaves behind, and the time that goes on. */
interface Browser {
  readonly sessions: MemorySessions
  /** Ids of sessions that a page has. */
  readonly held: Set<string>
  /** Epoch ms. */
  now: number
}

type TabState = Map<string, string>

interface Page {
  readonly clock: FakeClock
  readonly log: EventLog
  readonly session: KeptSession
  readonly notices: Notice[]
  readonly capture: { persist: boolean; maxTasks: number; maxBodyBytes: number }
  /** Lets so many ms pass, in the page and outside. */
  wait(ms: number): Promise<void>
  /** Records a whole task, or the beginning of it, with the clock at its end. */
  record(task: Partial<ExampleTask> & { taskId: string }): void
  /** Is closed or reloaded. */
  close(): void
  /** Is there no more from one moment to the next. */
  crash(): void
  comeBack(): Promise<void>
  /** Waits until what earlier pages kept is there. */
  restored(): Promise<void>
  ids(): readonly string[]
}

function createBrowser(): Browser {
  return { sessions: createMemorySessions(), held: new Set(), now: BORN }
}

async function openPage(
  browser: Browser,
  tab: TabState,
  { mostPieces = 1000, place = '', ...capture }: Partial<Page['capture']> & { place?: string; mostPieces?: number } = {},
): Promise<Page> {
  const storage = {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, value: string) => void tab.set(key, value),
    removeItem: (key: string) => void tab.delete(key),
  }
  browser.now += 30
  const memory = createTabMemory(
    () => storage,
    place,
    () => browser.now,
  )
  const { entry, refused } = memory.read()
  const settings = { ...DEFAULT_SETTINGS.capture, persist: true, ...capture }
  const startedAt = entry?.startedAt ?? browser.now
  const clock = createFakeClock(startedAt)
  await clock.tick(browser.now - startedAt)
  const log = new EventLog(settings, { pieces: mostPieces })
  const notices: Notice[] = []
  const events = new EventTarget()
  let alive = true
  const own = new Set<string>()
  const claim = async (id: string) => {
    if (browser.held.has(id)) return undefined
    browser.held.add(id)
    own.add(id)
    return () => void (own.delete(id) && browser.held.delete(id))
  }
  // A page that is gone writes nothing more, whatever it had begun.
  const store = new Proxy(browser.sessions, {
    get: (target, name) => (alive ? Reflect.get(target, name) : () => new Promise(() => {})),
    set: () => false,
  })
  const session = createKeptSession({
    tab: { memory, entry, refused, release: () => {} },
    clock,
    log,
    capture: () => settings,
    onNotice: (notice) => void (alive && notices.push(notice)),
    store,
    claim,
    page: events,
  })
  const end = () => {
    alive = false
    for (const id of own) browser.held.delete(id)
  }
  const wait = async (ms: number) => {
    await clock.tick(ms)
    browser.now += ms
  }
  await wait(0)
  return {
    clock,
    log,
    session,
    notices,
    capture: settings,
    wait,
    record: (task) => {
      for (const event of exampleEvents({ at: clock.now(), took: 0, ...task })) log.append(event)
    },
    close: () => {
      events.dispatchEvent(new Event('pagehide'))
      end()
    },
    crash: end,
    comeBack: async () => {
      await clock.tick(browser.now - startedAt - clock.now())
      alive = true
      events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    },
    restored: async () => {
      let there = false
      void session.restored.then(() => {
        there = true
      })
      while (!there) await wait(1)
    },
    ids: () => [...new Set(log.events().map((event) => event.taskId))],
  }
}

async function setUp(capture: Partial<Page['capture']> = {}) {
  const browser = createBrowser()
  const tab: TabState = new Map()
  const page = await openPage(browser, tab, capture)
  return { browser, tab, page, reload: (more: Partial<Page['capture']> = {}) => openPage(browser, tab, { ...capture, ...more }) }
}

const text = (size: number) => ({ kind: 'text', text: 'x'.repeat(size), size }) as const

it('stores nothing when the page goes after it was disposed of: the tab may belong to another inspector by then', async () => {
  const { page, tab } = await setUp()
  page.record({ taskId: 'a' })
  await page.session.dispose()
  tab.clear()
  page.close()
  expect([...tab]).toEqual([])
})

describe('a reload', () => {
  it('gives back what was recorded before, in its order, on one clock and before all that comes now', async () => {
    const { page, reload } = await setUp()
    page.record({ taskId: 'a', took: 300 })
    page.record({ taskId: 'b', at: 10, took: 20 })
    for (const event of socketEvents('s')) page.log.append({ ...event, at: event.at + 5 })
    await page.wait(2000)
    page.close()
    const next = await reload()
    next.record({ taskId: 'c' })
    await next.restored()
    expect(next.clock.startedAt).toBe(BORN + 30)
    expect(next.ids()).toEqual(['a', 's', 'b', 'c'])
    for (const id of ['a', 'b', 's']) expect(next.log.events(id)).toEqual(page.log.events(id))
    expect(next.log.events().map(({ at }) => at)).toEqual(next.log.events().map(({ at }) => at).sort((a, b) => a - b)) // biome-ignore format: one line
    expect(next.notices).toEqual([])
  })

  it('gives back what was recorded in the very last moment, and over any number of reloads', async () => {
    const { page, reload } = await setUp()
    page.record({ taskId: 'a' })
    page.close()
    const second = await reload()
    second.record({ taskId: 'b' })
    second.close()
    const third = await reload()
    await third.restored()
    expect(third.ids()).toEqual(['a', 'b'])
    await third.wait(1000)
    third.close()
    const fourth = await reload()
    await fourth.restored()
    expect(fourth.ids()).toEqual(['a', 'b'])
    expect(fourth.notices).toEqual([])
  })

  it('gives it back also where a page that goes can hand nothing to the store', async () => {
    const { browser, page, reload } = await setUp()
    browser.sessions.writesOnUnload = false
    page.record({ taskId: 'a' })
    await page.wait(1000)
    page.record({ taskId: 'b' })
    page.record({ taskId: 'c', upTo: 3 })
    page.close()
    const next = await reload()
    await next.restored()
    expect(next.ids()).toEqual(['a', 'b', 'c'])
    expect(next.notices).toEqual([])
    // What the tab held back is in the store now, so the tab need not.
    await next.wait(1000)
    next.crash()
    const third = await reload()
    await third.restored()
    expect(third.ids()).toEqual(['a', 'b', 'c'])
  })

  it('ends calls and sockets that still ran, with the moment when the page went', async () => {
    const { page, reload } = await setUp()
    page.record({ taskId: 'call', upTo: 5 })
    for (const event of socketEvents('open', 12)) page.log.append(event)
    for (const event of socketEvents('opening', 4)) page.log.append(event)
    await page.wait(700)
    page.close()
    const next = await reload()
    await next.restored()
    const end = (id: string) => next.log.events(id).at(-1)
    expect(end('call')).toEqual({ taskId: 'call', seq: 5, at: 700, type: 'failed', error: { kind: 'page-closed', errMsg: '' } })
    expect(end('opening')).toMatchObject({ seq: 4, at: 700, type: 'failed', error: { kind: 'page-closed' } })
    expect(end('open')).toMatchObject({ seq: 12, at: 700, type: 'closed', by: 'page', code: 1001 })
    await next.wait(1000)
    next.close()
    const third = await reload()
    await third.restored()
    expect(third.log.events()).toEqual(next.log.events())
  })

  it('keeps bodies of many megabytes, and above the budget says how many of the oldest tasks it left out', async () => {
    const { page, reload } = await setUp({ maxBodyBytes: 2 ** 30 })
    for (let nth = 0; nth < 100; nth++) page.record({ taskId: `t${nth}`, body: text(1_000_000) })
    page.record({ taskId: 'runs', upTo: 4 })
    await page.wait(5000)
    page.close()
    const next = await reload()
    await next.restored()
    const ids = next.ids()
    expect(ids.length).toBeGreaterThan(60)
    expect(ids.length).toBeLessThan(70)
    expect(ids.slice(-2)).toEqual(['t99', 'runs'])
    expect(next.notices).toEqual([{ code: 'session-left-out', count: 101 - ids.length }])
  })

  it('keeps no more tasks than the log', async () => {
    const { browser, page, reload } = await setUp({ maxTasks: 3 })
    for (const taskId of 'abcde') page.record({ taskId })
    await page.wait(1000)
    page.record({ taskId: 'f' })
    await page.wait(1000)
    page.close()
    expect([...browser.sessions.stored.values()].map(({ pieces }) => pieces.size)).toEqual([3])
    const next = await reload()
    await next.restored()
    expect(next.ids()).toEqual(['d', 'e', 'f'])
    expect(next.notices).toEqual([])
  })

  it('does not bring back what was cleared, and brings back what came back', async () => {
    const { page, reload } = await setUp()
    page.record({ taskId: 'a' })
    await page.wait(1000)
    page.log.clear()
    page.record({ taskId: 'b' })
    page.close()
    const next = await reload()
    await next.restored()
    expect(next.ids()).toEqual(['b'])
    next.log.clear()
    await next.wait(1000)
    next.log.restore()
    await next.wait(1000)
    next.close()
    const third = await reload()
    await third.restored()
    expect(third.ids()).toEqual(['b'])
    expect(third.notices).toEqual([])
  })

  it('takes up a socket whose older messages stand for one in the meantime', async () => {
    const browser = createBrowser()
    const tab: TabState = new Map()
    const page = await openPage(browser, tab, { mostPieces: 30 })
    const say = (nth: number) => {
      const stamp = { taskId: 's', seq: 8 + nth, at: 60 + nth }
      page.log.append({ ...stamp, type: 'message-received', form: 'text', body: text(100), listeners: [] })
    }
    for (const event of socketEvents('s', 8)) page.log.append(event)
    for (let nth = 0; nth < 20; nth++) say(nth)
    await page.wait(1000)
    // More than are held one by one: what stands for them reaches from what is written to what is not.
    for (let nth = 20; nth < 80; nth++) say(nth)
    await page.wait(1000)
    const held = page.log.events('s')
    expect(held.length).toBeLessThan(50)
    page.close()
    const next = await openPage(browser, tab)
    await next.restored()
    expect(next.log.events('s').slice(0, -1)).toEqual(held)
    expect(next.notices).toEqual([])
  })
})

describe('a page that is killed', () => {
  it('has lost nothing that ended a second before, however many calls there are', async () => {
    const { page, reload } = await setUp()
    for (let nth = 0; nth < 200; nth++) {
      page.record({ taskId: `t${nth}` })
      await page.wait(20)
    }
    page.crash()
    const next = await reload()
    await next.restored()
    expect(next.ids().length).toBeGreaterThanOrEqual(150)
    expect(next.ids()).toEqual(Array.from({ length: next.ids().length }, (_, nth) => `t${nth}`))
    expect(next.notices).toContainEqual({ code: 'session-cut-off' })
  })

  it('is not mistaken for one that was closed, though the one before it was', async () => {
    const { page, reload } = await setUp()
    page.close()
    const second = await reload()
    await second.restored()
    second.crash()
    const third = await reload()
    await third.restored()
    expect([second.notices, third.notices]).toEqual([[], [{ code: 'session-cut-off' }]])
  })
})

describe('two tabs', () => {
  it('leave each other alone, also when one began as a copy of the other', async () => {
    const browser = createBrowser()
    const tab: TabState = new Map()
    const first = await openPage(browser, tab)
    first.record({ taskId: 'a' })
    await first.wait(1000)
    const copy: TabState = new Map(tab)
    const second = await openPage(browser, copy)
    await second.restored()
    expect(second.ids()).toEqual([])
    second.record({ taskId: 'b' })
    await second.wait(1000)
    second.close()
    first.close()
    const [one, other] = [await openPage(browser, tab), await openPage(browser, copy)]
    await Promise.all([one.restored(), other.restored()])
    expect([one.ids(), other.ids()]).toEqual([['a'], ['b']])
    expect([...second.notices, ...one.notices, ...other.notices]).toEqual([])
  })

  it('and two inspectors of one page have a session each', async () => {
    const browser = createBrowser()
    const tab: TabState = new Map()
    const open = () => Promise.all(['', '/1'].map((place) => openPage(browser, tab, { place })))
    const before = await open()
    before[0]?.record({ taskId: 'a' })
    before[1]?.record({ taskId: 'b' })
    for (const page of before) page.close()
    const after = await open()
    for (const page of after) await page.restored()
    expect(after.map((page) => page.ids())).toEqual([['a'], ['b']])
  })
})

it('a page that comes back as it was left holds what it held, and hears of what came later in its tab', async () => {
  const { page, reload } = await setUp()
  page.record({ taskId: 'a' })
  page.record({ taskId: 'runs', upTo: 4 })
  await page.wait(1000)
  page.close()
  const second = await reload()
  await second.restored()
  second.record({ taskId: 'b' })
  await second.wait(1000)
  second.close()
  await page.comeBack()
  await page.wait(2000)
  expect(page.ids()).toEqual(['a', 'runs', 'b'])
  expect(page.log.events('runs')).toHaveLength(4)
  page.record({ taskId: 'c' })
  page.close()
  const third = await reload()
  await third.restored()
  expect(third.ids()).toEqual(['a', 'runs', 'b', 'c'])
  expect(third.notices).toEqual([])
})

describe('what is not wanted', () => {
  it('is dropped when nothing is to be kept any more, with what closed tabs left', async () => {
    const { browser, tab, page } = await setUp()
    const other = await openPage(browser, new Map())
    other.record({ taskId: 'other' })
    page.record({ taskId: 'a' })
    await page.wait(1000)
    await other.wait(1000)
    expect(browser.sessions.stored.size).toBe(2)
    page.capture.persist = false
    page.session.update()
    await page.wait(1000)
    expect(tab.size).toBe(0)
    expect([...browser.sessions.stored.values()].some(({ pieces }) => JSON.stringify([...pieces]).includes('"a"'))).toBe(false)
    page.record({ taskId: 'b' })
    page.close()
    const next = await openPage(browser, tab)
    await next.restored()
    expect(next.ids()).toEqual([])
  })

  it('is dropped by a page that keeps nothing', async () => {
    const { browser, tab, page, reload } = await setUp()
    page.record({ taskId: 'a' })
    await page.wait(1000)
    page.close()
    const next = await reload({ persist: false })
    await next.wait(5000)
    expect(next.ids()).toEqual([])
    expect(browser.sessions.stored.size).toBe(0)
    expect(tab.size).toBe(0)
  })

  it('is dropped a day after its tab was closed', async () => {
    const { browser, page } = await setUp()
    page.record({ taskId: 'a' })
    await page.wait(1000)
    page.close()
    browser.now += 23 * 3600 * 1000
    const early = await openPage(browser, new Map())
    await early.wait(5000)
    early.close()
    expect(browser.sessions.stored.size).toBe(1)
    browser.now += 3600 * 1000
    const late = await openPage(browser, new Map())
    await late.wait(5000)
    expect(browser.sessions.stored.size).toBe(0)
  })

  it('is kept from the moment on when it is wanted, with all that is there already', async () => {
    const { page, reload } = await setUp({ persist: false })
    page.record({ taskId: 'a' })
    page.record({ taskId: 'runs', upTo: 4 })
    page.capture.persist = true
    page.session.update()
    page.close()
    const next = await reload({ persist: true })
    await next.restored()
    expect(next.ids()).toEqual(['a', 'runs'])
  })
})

it('a session is restored where the host asks for it only after the start', async () => {
  const { page, reload } = await setUp()
  page.record({ taskId: 'a' })
  await page.wait(1000)
  page.close()
  const next = await reload({ persist: false })
  next.record({ taskId: 'b' })
  await next.wait(1000)
  next.capture.persist = true
  next.session.update()
  await next.wait(1000)
  expect(next.ids()).toEqual(['a', 'b'])
  expect(next.notices).toEqual([])
})

describe('a storage', () => {
  it('that is blocked is told, once, and stops nothing', async () => {
    const browser = createBrowser()
    browser.sessions.error = new Error('denied')
    const tab: TabState = new Map()
    const page = await openPage(browser, tab)
    page.record({ taskId: 'a' })
    await page.wait(2000)
    page.close()
    expect(page.ids()).toEqual(['a'])
    expect(page.notices).toEqual([{ code: 'session-not-kept', detail: 'denied' }])
    browser.sessions.error = undefined
    // What was on the way when it broke is what the tab held back.
    const next = await openPage(browser, tab)
    await next.restored()
    expect(next.ids()).toEqual(['a'])
    next.record({ taskId: 'b' })
    browser.sessions.error = new Error('denied')
  })

  it('that does not answer is told after a while, and holds nothing up', async () => {
    const { browser, page, reload } = await setUp()
    page.record({ taskId: 'a' })
    await page.wait(1000)
    page.close()
    browser.sessions.blocked = new Promise(() => {})
    const next = await reload()
    next.record({ taskId: 'b' })
    await next.wait(6000)
    await next.restored()
    expect(next.ids()).toEqual(['b'])
    expect(next.notices).toContainEqual({ code: 'session-not-answering' })
  })

  it('that is full keeps what is newest, and says so when it has no room for that either', async () => {
    const { browser, page, reload } = await setUp()
    browser.sessions.quota = 50_000
    for (const taskId of 'abcd') page.record({ taskId, body: text(10_000) })
    await page.wait(1000)
    for (const taskId of 'efg') page.record({ taskId, body: text(10_000) })
    await page.wait(1000)
    expect(page.notices).toEqual([])
    page.close()
    const next = await reload()
    await next.restored()
    expect(next.ids().at(-1)).toBe('g')
    expect(next.notices).toEqual([{ code: 'session-left-out', count: 7 - next.ids().length }])
    browser.sessions.quota = 10
    next.record({ taskId: 'h' })
    await next.wait(1000)
    expect(next.notices).toContainEqual({ code: 'session-full' })
    next.record({ taskId: 'i' })
    await next.wait(1000)
    expect(next.ids()).toContain('i')
  })
})

describe('a session that is not quite ours', () => {
  it('comes in without the tasks that are not sound, and says why', async () => {
    const { browser, page, reload } = await setUp()
    for (const taskId of 'abc') page.record({ taskId })
    await page.wait(1000)
    page.close()
    browser.sessions.replaceValue = (value) => {
      const events = value as Record<string, unknown>[]
      return events[0]?.['taskId'] === 'b' ? [{ ...events[0], at: 1e308 }, ...events.slice(1)] : events
    }
    const next = await reload()
    await next.restored()
    expect(next.ids()).toEqual(['a', 'c'])
    const detail = 'events[0].at must be a number of milliseconds on the clock of the session'
    expect(next.notices).toEqual([{ code: 'session-refused', count: 1, detail }])
    await next.wait(1000)
    expect([...browser.sessions.stored.values()].map(({ pieces }) => pieces.size)).toEqual([2])
  })

  it.each(['{', '5', '{}', '{"id":"../x","startedAt":1}', `{"id":"x","startedAt":${BORN * 2}}`, '{"id":"x","startedAt":1e308}'])(
    'begins anew where the tab remembers %s, and says so',
    async (left) => {
      const browser = createBrowser()
      const page = await openPage(browser, new Map([['wx-request-inspector/session/2', left]]))
      page.record({ taskId: 'a' })
      await page.wait(1000)
      expect(page.notices).toMatchObject([{ code: 'session-refused', count: 1 }])
      expect(page.clock.startedAt).toBe(BORN + 30)
      expect(page.ids()).toEqual(['a'])
    },
  )

  it('never breaks a page, whatever was put in the place of what was kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.nat(3), async (value, pending, nth) => {
        const { browser, tab, page, reload } = await setUp()
        for (const taskId of 'abc') page.record({ taskId })
        await page.wait(1000)
        page.close()
        let read = 0
        browser.sessions.replaceValue = (kept) => (read++ === nth ? value : kept)
        const entry = JSON.parse(tab.get('wx-request-inspector/session/2') ?? '{}')
        tab.set('wx-request-inspector/session/2', JSON.stringify({ ...entry, pending }))
        const next = await reload()
        await next.restored()
        next.record({ taskId: 'd' })
        expect(next.ids()).toEqual(expect.arrayContaining(['d']))
        const received = next.notices.reduce((sum, { count = 0 }) => sum + count, 0)
        expect(next.ids().length - 1 + received).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 50 },
    )
  })
})

it('every task that ended a second before a page went is there afterwards or is told, whatever happens in whatever order', async () => {
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('call' as const), size: fc.nat(3000), running: fc.boolean() }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(1200) }) },
    { weight: 2, arbitrary: fc.constantFrom({ kind: 'reload' as const }, { kind: 'crash' as const }) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: 'clear' as const }, { kind: 'restore' as const }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse at once' as const), yes: fc.boolean() }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { browser, tab, page: first } = await setUp()
      let page = first
      let count = 0
      // What a clear took out of the store is written again like what is new: within a second.
      let restoredAt = Number.NEGATIVE_INFINITY
      const settle = async () => {
        await page.restored()
        const { ids } = page
        return new Set(ids())
      }
      await settle()
      for (const given of [...steps, { kind: 'crash' as const }]) {
        if (given.kind === 'call') page.record({ taskId: `t${count++}`, body: text(given.size), ...(given.running && { upTo: 4 }) })
        else if (given.kind === 'wait') await page.wait(given.ms)
        else if (given.kind === 'clear') page.log.clear()
        else if (given.kind === 'restore') {
          page.log.restore()
          restoredAt = page.clock.now()
        } else if (given.kind === 'refuse at once') browser.sessions.writesOnUnload = !given.yes
        else {
          const mine = page.log.events()
          const goneAt = page.clock.now()
          if (given.kind === 'crash') page.crash()
          else page.close()
          page = await openPage(browser, tab)
          const there = await settle()
          const received = page.notices.reduce((sum, { count: more = 0 }) => sum + more, 0)
          const due = mine.filter(({ seq, at }) => seq === 0 && (given.kind === 'reload' || Math.max(at, restoredAt) <= goneAt - 1000))
          expect(due.filter(({ taskId }) => !there.has(taskId)).length).toBeLessThanOrEqual(received)
        }
      }
    }),
    { numRuns: 150 },
  )
})
