// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { act, useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { DomainCheck } from '../../contract/event/domain-check.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import { reduceTask } from '../../recorder/tasks/reduce-task.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { exampleEvents, streamOf } from '../../testing/example-events.ts'
import { exampleSource } from '../../testing/example-source.ts'
import { showElement } from '../../testing/show-element.tsx'
import { socketEvents } from '../../testing/socket-events.ts'
import type { Language } from '../words/dictionary.ts'
import type { TabId } from '../words/tab-words.ts'
import { LanguageContext } from '../words/words.ts'
import { DetailPane } from './detail-pane.tsx'

const nothing = () => {}

/** What a line is called by: all its text but the marks for the eye. */
function nameOfLine(line: HTMLElement | undefined): string {
  return [...(line?.children ?? [])]
    .filter((child) => child.getAttribute('aria-hidden') !== 'true')
    .map((child) => child.textContent)
    .join('')
}

function snapshotOf(events: readonly TaskEvent[]): TaskSnapshot {
  const snapshot = events.reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event), undefined)
  if (!snapshot) throw new Error('the events begin no task')
  return snapshot
}

interface SetUp {
  readonly tab?: TabId
  readonly source?: PanelSource
  readonly language?: Language
  readonly onOpenDomains?: () => void
}

async function show(
  events: readonly TaskEvent[],
  { tab = 'overview', source = exampleSource(events), language = 'en', onOpenDomains = nothing }: SetUp = {},
) {
  const snapshot = snapshotOf(events)
  function Pane() {
    const [shown, setShown] = useState(tab)
    return <DetailPane source={source} snapshot={snapshot} onClose={nothing} onOpenDomains={onOpenDomains} tab={shown} onTab={setShown} />
  }
  const shown = await showElement(
    <LanguageContext value={language}>
      <Pane />
    </LanguageContext>,
  )
  await act(() => Promise.all([import('./rules/rules-section.tsx'), import('./timing/task-profile.tsx')]))
  return shown
}

/** The example with the event of one type changed. */
function withEvent<Type extends TaskEvent['type']>(
  events: readonly TaskEvent[],
  type: Type,
  change: Partial<Extract<TaskEvent, { readonly type: Type }>>,
): TaskEvent[] {
  return events.map((event) => (event.type === type ? ({ ...event, ...change } as TaskEvent) : event))
}

const REFUSED: DomainCheck = {
  list: 'request',
  verdict: 'refused',
  origin: 'https://pay.example.com',
  clauses: [
    { id: 'switch', verdict: 'passes', saw: 'urlCheck: true' },
    { id: 'host', verdict: 'fails', saw: '' },
    { id: 'port', verdict: 'not-reached', saw: '' },
  ],
  fix: { kind: 'add', list: 'request', origin: 'https://pay.example.com' },
}

function refusedEvents(): TaskEvent[] {
  const error = { kind: 'refused-domain', host: 'pay.example.com', errMsg: 'request:fail url not in domain list', errno: 600002 } as const
  return withEvent(exampleEvents({ taskId: 'a', url: 'https://pay.example.com/v1', error }), 'checked', { check: REFUSED })
}

describe('the details of a task', () => {
  it.each(['zh', 'en'] as const)('draw every tab of every kind of task in %s', async (language) => {
    const tasks = [
      exampleEvents({ taskId: 'a' }),
      exampleEvents({ taskId: 'a', status: 404, ruleName: 'goods', chunks: [3, 8] }),
      exampleEvents({ taskId: 'a', api: 'page' }),
      exampleEvents({ taskId: 'a', error: { kind: 'timed-out', after: 100, errMsg: 'request:fail timeout', errno: 5 } }),
      refusedEvents(),
      ...[1, 2, 3, 4, 5, 6].map((upTo) => exampleEvents({ taskId: 'a', queuedFor: 20, upTo })),
      streamOf('a', [
        { type: 'created', at: 0, api: 'request', environment: { platform: 'ios', lib: '3.0.0' }, given: {} },
        { type: 'failed', at: 0, error: { kind: 'bad-parameter', errMsg: 'request:fail parameter error' } },
      ]),
    ]
    for (const events of tasks) {
      for (const tab of ['overview', 'headers', 'payload', 'response', 'cookies', 'timing', 'events', 'domain'] as const) {
        const { text, place } = await show(events, { tab, language })
        expect(place.querySelector('[role="alert"]')).toBeNull()
        // One text speaks of `undefined` because wx.request returns it.
        expect(text().replace(/(returned|返回) undefined/, '')).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })

  it('need neither a state nor a way to send', async () => {
    const events = exampleEvents({ taskId: 'a', upTo: 4 })
    const { events: read, subscribe, now, startedAt } = exampleSource(events)
    const running = await show(events, { source: { events: read, subscribe, now, startedAt } })
    expect(running.has('Abort')).toBe(false)
    const file = exampleSource(refusedEvents())
    const { has } = await show(refusedEvents(), { source: { events: file.events, subscribe, now, startedAt } })
    expect(has('Add https://pay.example.com')).toBe(false)
  })

  it('let a running call be aborted, but no finished one and none of the page', async () => {
    const running = exampleEvents({ taskId: 'a', upTo: 4 })
    const source = exampleSource(running)
    const { click } = await show(running, { source })
    await click('Abort')
    expect(source.commands).toEqual([{ type: 'abort', taskId: 'a' }])
    expect((await show(exampleEvents({ taskId: 'a' }))).has('Abort')).toBe(false)
    expect((await show(exampleEvents({ taskId: 'a', api: 'page', upTo: 4 }))).has('Abort')).toBe(false)
  })
})

it('names the event of each rule, and leads to it, also after older messages were condensed', async () => {
  const none = { count: 0, bytes: 0 }
  const events: TaskEvent[] = [
    ...socketEvents('s').slice(0, 8),
    { taskId: 's', seq: 8, at: 60, type: 'condensed', count: 5, until: 100, sent: none, received: { count: 5, bytes: 50 }, refused: 0 },
    ...socketEvents('s').slice(13),
  ]
  const { place } = await show(events)
  const closed = [...place.querySelectorAll('.detail-rules tr')].find((row) => row.textContent?.startsWith('WS-7'))
  const button = closed?.querySelector<HTMLElement>('td button')
  expect(button?.textContent).toBe('Closed')
  await act(async () => button?.click())
  const { activeElement } = place.getRootNode() as ShadowRoot
  expect(activeElement?.querySelector('.detail-event-type')?.textContent).toBe('Closed')
})

describe('a refused call', () => {
  it('says what, why and what next, with the words that the program got', async () => {
    const { text } = await show(refusedEvents())
    expect(text()).toContain('pay.example.com is not in the request list.')
    expect(text()).toContain('DOM-1')
    expect(text()).toContain('fail({"errMsg":"request:fail url not in domain list","errno":600002})')
  })

  it('can be allowed by one click, which says that the app has to call again, and taken back', async () => {
    const source = exampleSource(refusedEvents())
    const { click, text, has } = await show(refusedEvents(), { source })
    await click('Add https://pay.example.com')
    expect(source.settings().domains.request).toEqual([{ origin: 'https://pay.example.com', enabled: true }])
    expect(text()).toContain('when the app makes the request again')
    await click('Undo')
    expect(source.settings().domains.request).toEqual([])
    expect(has('Add https://pay.example.com')).toBe(true)
  })

  it('leads to its clauses and to the lists', async () => {
    let opened = 0
    const { click, one } = await show(refusedEvents(), { onOpenDomains: () => (opened += 1) })
    await click('See the clauses')
    expect(one('[data-verdict="fails"]').textContent).toContain('no similar entry')
    await click('Open the domain lists')
    expect(opened).toBe(1)
  })
})

describe('the tabs', () => {
  it('show each header that was dropped with the rule that dropped it', async () => {
    const events = exampleEvents({ taskId: 'a' })
    const sent = {
      method: 'GET',
      url: 'https://api.example.com/',
      header: [['Referer', 'https://servicewechat.com/wx0/0/page-frame.html']],
      dropped: [{ name: 'Referer', value: 'https://mine.example.com', why: 'referer' }],
      body: { kind: 'none', size: 0 },
    } as const
    const { text, one } = await show(withEvent(events, 'created', { sent }), { tab: 'headers' })
    expect(one('s').textContent).toBe('https://mine.example.com')
    expect(text()).toContain('HDR-5')
    expect(text()).toContain('set by WeChat (HDR-6)')
  })

  it('show what was given beside what was sent', async () => {
    const events = withEvent(exampleEvents({ taskId: 'a', url: 'https://api.example.com/?name=%E8%8C%B6' }), 'created', {
      given: { url: 'https://api.example.com/', data: { name: '茶' } },
    })
    const { place, text } = await show(events, { tab: 'payload' })
    expect(place.querySelector('[aria-label="data"]')?.textContent).toContain('"茶"')
    expect(place.querySelector('[aria-label="Query"]')?.textContent).toBe('name茶')
    expect(text()).toContain('GET sends data as query (CONV-1)')
  })

  it('ask before they show a large body, and never refuse a download', async () => {
    const large = `[${'1,'.repeat(600_000)}1]`
    const events = exampleEvents({ taskId: 'a', body: { kind: 'text', text: large, size: large.length } })
    const { has, click, place } = await show(events, { tab: 'response' })
    expect(place.querySelector('[role="tree"]')).toBeNull()
    expect(has('Download')).toBe(true)
    await click('Show it')
    expect(place.querySelector('[role="tree"]')).not.toBeNull()
    expect(has('Download')).toBe(true)
  })

  it('say why a body is gone', async () => {
    const events = exampleEvents({ taskId: 'a', body: { kind: 'omitted', why: 'released', size: 2_000_000 } })
    expect((await show(events, { tab: 'response' })).text()).toContain(
      'released to keep memory under its limit; the size is kept. Size: 2 MB',
    )
  })

  it('show what has come of a stream while it runs', async () => {
    const whole = exampleEvents({ taskId: 'a', chunks: [4, 4], upTo: 7 })
    const events = withEvent(whole, 'chunk-received', { size: 4, body: { kind: 'text', text: 'tick', size: 4 } })
    const { text } = await show(events, { tab: 'response' })
    expect(text()).toContain('Receiving')
    expect(text()).toContain('ticktick')
  })

  it('say of a stream that lost its older pieces that its beginning is not there', async () => {
    const [created, ...rest] = exampleEvents({ taskId: 'a', chunks: [4, 4], upTo: 7 })
    const before = rest.slice(0, -2)
    const seq = before.at(-1)?.seq ?? 0
    const events: TaskEvent[] = [
      created as TaskEvent,
      ...before,
      {
        ...{ taskId: 'a', type: 'condensed', seq: seq + 1, at: 70, count: 3, until: 80, refused: 0 },
        sent: { count: 0, bytes: 0 },
        received: { count: 3, bytes: 3000 },
      },
      { taskId: 'a', type: 'chunk-received', seq: seq + 4, at: 90, size: 4, body: { kind: 'text', text: 'tick', size: 4 }, listeners: [] },
    ]
    expect((await show(events, { tab: 'response' })).text()).toContain('Older parts were released; 4 B of 3 kB are left.')
    expect((await show(events, { tab: 'events' })).text()).toContain('3 received, 3 kB')
  })

  it('let a foreign page be read as text, and put nothing of it into the page', async () => {
    const html = '<!doctype html><script>alert(1)</script><h1>502</h1>'
    const events = exampleEvents({ taskId: 'a', status: 502, type: 'text/html', body: { kind: 'text', text: html, size: html.length } })
    const { one, click, place } = await show(events, { tab: 'response' })
    await click('Text')
    expect(one('[aria-label="Text"]').textContent).toContain('<script>alert(1)</script>')
    expect(place.querySelector('script')).toBeNull()
  })

  it('take cookies apart and keep the raw line', async () => {
    const line = 'sid=77ab; Path=/; HttpOnly'
    const { one } = await show(withEvent(exampleEvents({ taskId: 'a' }), 'headers-received', { cookies: [line] }), { tab: 'cookies' })
    const row = one('.detail-cookies tbody tr').textContent
    expect(row).toContain('HttpOnly')
    expect(row).toContain('session')
    expect(row).toContain(line)
  })

  it('explain all 31 fields of the profile, and tell measured from simulated and filler', async () => {
    const { place } = await show(exampleEvents({ taskId: 'a' }), { tab: 'timing' })
    const rows = [...place.querySelectorAll('.detail-profile tbody tr')]
    expect(rows).toHaveLength(31)
    const originOf = (name: string) =>
      rows
        .find((row) => row.querySelector('th')?.textContent === name)
        ?.querySelector('[data-origin]')
        ?.getAttribute('data-origin')
    expect(originOf('requestStart')).toBe('simulated')
    expect(originOf('responseEnd')).toBe('measured')
    expect(originOf('domainLookUpStart')).toBe('derived')
    // Android uses the high-performance mode from 3.5.0 on.
    expect(originOf('rtt')).toBe('filler')
    expect(rows.every((row) => (row.querySelector('td:last-child')?.textContent ?? '') !== '')).toBe(true)
  })

  it('say why there is no profile', async () => {
    const events = withEvent(exampleEvents({ taskId: 'a' }), 'created', { environment: { platform: 'devtools', lib: '3.17.0' } })
    expect((await show(events, { tab: 'timing' })).text()).toContain('WeChat DevTools has no res.profile (PROF-6)')
    const off = withEvent(exampleEvents({ taskId: 'a' }), 'created', { given: { enableProfile: false } })
    expect((await show(off, { tab: 'timing' })).text()).toContain('enableProfile: false')
  })

  it('list the events in order with the time between, and open one to its JSON', async () => {
    const { place, text, one, click } = await show(exampleEvents({ taskId: 'a', took: 100 }), { tab: 'events' })
    const lines = [...place.querySelectorAll<HTMLElement>('.detail-event-line')]
    expect(lines.map((line) => line.querySelector('.detail-event-type')?.textContent)).toEqual([
      'Created',
      'Domain checked',
      'Started',
      'Routed',
      'Headers received',
      'Chunk received',
      'Succeeded',
      'success()',
      'complete()',
    ])
    expect(lines[4]?.textContent?.replaceAll('\u202f', ' ')).toContain('60 ms+60 ms')
    expect(text()).not.toContain('"type": "started"')
    await click(nameOfLine(lines[2]))
    expect(one('.detail-raw').textContent).toContain('"type": "started"')
  })
})
