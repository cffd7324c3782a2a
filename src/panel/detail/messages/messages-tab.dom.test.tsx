// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { reduceTask } from '../../../recorder/tasks/reduce-task.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { streamOf } from '../../../testing/example-events.ts'
import { exampleSource } from '../../../testing/example-source.ts'
import { showElement } from '../../../testing/show-element.tsx'
import { socketEvents } from '../../../testing/socket-events.ts'
import type { Language } from '../../words/dictionary.ts'
import type { TabId } from '../../words/tab-words.ts'
import { LanguageContext } from '../../words/words.ts'
import { DetailPane } from '../detail-pane.tsx'

function snapshotOf(events: readonly TaskEvent[]): TaskSnapshot {
  const snapshot = events.reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event), undefined)
  if (!snapshot) throw new Error('the events begin no task')
  return snapshot
}

/** Events up to the message that was sent at the panel, so that the socket is still open. */
const OPEN = 13

async function show(
  events: readonly TaskEvent[] = socketEvents('s', OPEN),
  { tab = 'messages', source = exampleSource(events), language = 'en' }: { tab?: TabId; source?: PanelSource; language?: Language } = {},
) {
  const shown = await showElement(
    <LanguageContext value={language}>
      <DetailPane source={source} snapshot={snapshotOf(events)} onClose={() => {}} onOpenDomains={() => {}} tab={tab} onTab={() => {}} />
    </LanguageContext>,
  )
  const rows = () => [...shown.place.querySelectorAll('[role="option"]')].map((row) => (row.textContent ?? '').replaceAll('\u202f', ' '))
  return {
    ...shown,
    rows,
    typed: () => shown.one('textarea') as HTMLTextAreaElement,
    filter: () => shown.one('input[type="text"]') as HTMLInputElement,
  }
}

describe('the messages of a socket', () => {
  it.each(['zh', 'en'] as const)(
    'every tab draws in %s, however far the socket has come',
    async (language) => {
      const failed = streamOf('s', [
        ...socketEvents('s', 3),
        {
          type: 'failed',
          at: 5,
          error: { kind: 'handshake-refused', statusCode: 404, errMsg: 'exception onOpen fail code:20, msg:Invalid HTTP status.' },
          listeners: [{ listener: 'onError', at: 5, took: 0 }],
        },
      ])
      for (const events of [socketEvents('s'), socketEvents('s', 3), socketEvents('s', OPEN), failed]) {
        for (const tab of ['overview', 'headers', 'messages', 'timing', 'events', 'domain'] as const) {
          const { place, text } = await show(events, { tab, language })
          expect(place.querySelector('[role="alert"]')).toBeNull()
          expect(text()).not.toMatch(/undefined|NaN|\[object/)
        }
      }
    },
    30_000,
  )

  it('are counted where they were too many to keep', async () => {
    const none = { count: 0, bytes: 0 }
    const events = socketEvents('s', OPEN)
    const condensed: TaskEvent[] = [
      ...events.slice(0, 8),
      { taskId: 's', type: 'condensed', seq: 8, at: 60, count: 3, until: 90, sent: { count: 1, bytes: 16 }, received: none, refused: 2 },
      ...events.slice(11),
    ]
    const { rows, text } = await show(condensed)
    expect(rows()).toHaveLength(3)
    expect(text()).toContain('3 still older ones were too many to keep and are only counted')
    expect((await show(condensed, { language: 'zh' })).text()).toContain('更早的 3 条太多，只留下了数目和大小')
  })

  it('stand in a list with their direction, size and beginning', async () => {
    const { rows, text } = await show()
    expect(rows().map((row) => row.replace(/\d\d:\d\d:\d\d\.\d{3}/, ''))).toEqual([
      '✕9 Btoo early',
      '↑16 B{"type":"login"}',
      '↓32 B{"type":"welcome","rooms":["a"]}',
      '↓4 Bbinary message · 00 01 02 ff',
      expect.stringContaining('↓700 BOlder bodies were released'),
      '↑0 Bempty message',
    ])
    expect(text()).not.toContain('1 older ones')
  })

  it('are found by a text, and by their direction', async () => {
    const { click, filter, rows, text, type } = await show()
    await type(filter(), 'TYPE')
    expect(rows()).toHaveLength(2)
    expect(text()).toContain('2 of 6')
    await click('Received')
    expect(rows()).toHaveLength(1)
    await type(filter(), 'nowhere')
    expect(text()).toContain('No messages match the filter.')
  })

  it('show what is in them as JSON, text or bytes, and what became of them', async () => {
    const { click, has, place, press, one, text } = await show()
    const list = one('[role="listbox"]')
    await press(list, 'Home')
    expect(text()).toContain('SocketTask.readyState is not OPEN')
    await press(list, 'ArrowDown')
    await press(list, 'ArrowDown')
    expect(place.querySelector('[role="tree"]')?.textContent).toContain('welcome')
    expect(text()).toContain('onMessage threw: Error: a bug')
    await click('Text')
    expect(text()).toContain('{"type":"welcome","rooms":["a"]}')
    await press(list, 'ArrowDown')
    expect(text()).toContain('00 01 02 ff')
    await press(list, 'ArrowDown')
    expect(text()).toContain('Older bodies were released')
    await press(list, 'End')
    expect(text()).toContain('sent manually')
    expect(place.querySelector('[aria-selected="true"][role="option"]')?.id).toBe(list.getAttribute('aria-activedescendant'))
    await click('Close the message')
    expect(has('Close the message')).toBe(false)
  })

  it('can be sent by hand as text, as JSON that was looked at, and as bytes', async () => {
    const events = socketEvents('s', OPEN)
    const source = exampleSource(events)
    const { click, press, text, type, typed } = await show(events, { source })
    await type(typed(), '你好')
    await press(typed(), 'Enter')
    expect(typed().value).toBe('')
    await click('JSON')
    await type(typed(), '{a:1}')
    await click('Send')
    expect(text()).toContain('This is not valid JSON.')
    expect(typed().getAttribute('aria-invalid')).toBe('true')
    await type(typed(), '{"a":1}')
    await click('Send')
    await click('Hex')
    await type(typed(), '00 ff 10')
    await click('Send')
    expect(source.commands).toEqual([
      { type: 'send-message', taskId: 's', text: '你好' },
      { type: 'send-message', taskId: 's', text: '{"a":1}' },
      { type: 'send-message', taskId: 's', base64: 'AP8Q' },
    ])
  })

  it('cannot be sent before the socket is open, after it was closed, or on a recording', async () => {
    for (const [events, why] of [
      [socketEvents('s', 3), 'The socket is not open yet.'],
      [socketEvents('s'), 'The socket is closed; nothing can be sent any more.'],
    ] as const) {
      const { control, typed } = await show(events)
      expect(typed().disabled).toBe(true)
      expect(control('Send').hasAttribute('disabled')).toBe(true)
      expect(typed().placeholder).toBe(why)
    }
    const events = socketEvents('s', OPEN)
    const { events: read, now, startedAt, subscribe } = exampleSource(events)
    expect((await show(events, { source: { events: read, now, startedAt, subscribe } })).typed().disabled).toBe(true)
  })

  it('a person can close the socket', async () => {
    const events = socketEvents('s', OPEN)
    const source = exampleSource(events)
    const { click } = await show(events, { source })
    await click('Close socket')
    expect(source.commands).toEqual([{ type: 'abort', taskId: 's' }])
  })

  it('of five thousand only those in view are in the document', async () => {
    const many = streamOf('s', [
      ...socketEvents('s', 8),
      ...Array.from({ length: 5000 }, (_, nth) => ({
        type: 'message-received' as const,
        at: 100 + nth,
        form: 'text' as const,
        body: { kind: 'text' as const, text: `message ${nth}`, size: 12 },
        listeners: [],
      })),
    ])
    const { rows, text } = await show(many)
    expect(text()).toContain('5,001')
    expect(rows().length).toBeLessThan(100)
  })
})
