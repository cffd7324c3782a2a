// @vitest-environment happy-dom
import { act } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ExampleTask, exampleEvents } from '../../testing/example-events.ts'
import { exampleSource } from '../../testing/example-source.ts'
import { fillStore } from '../../testing/fill-store.ts'
import { showElement } from '../../testing/show-element.tsx'
import { fetchLateParts } from '../parts/lazy-component.tsx'
import { createFramePace } from '../store/frame-pace.ts'
import { createInspectorStore } from '../store/inspector-store.ts'
import { LanguageContext } from '../words/words.ts'
import { InspectorFrame } from './inspector-frame.tsx'

beforeAll(fetchLateParts)

async function setUp(...tasks: ExampleTask[]) {
  const events = tasks.flatMap(exampleEvents)
  const source = exampleSource(events)
  const store = createInspectorStore()
  const add = fillStore(store, events, source.state?.().kept)
  const shown = await showElement(
    <LanguageContext value="en">
      <InspectorFrame source={source} store={store} place={{ lookMenu: true }} pace={createFramePace(() => source.now())} />
    </LanguageContext>,
  )
  return { ...shown, store, source, add, ids: () => [...store.getState().rows.ids] }
}

describe('InspectorFrame', () => {
  it('names its grid, its search box and its buttons', async () => {
    const { one, has } = await setUp({ taskId: 'a' })
    expect(one('[role="grid"]').getAttribute('aria-label')).toBe('Requests')
    expect(one('[role="grid"]').getAttribute('aria-rowcount')).toBe('2')
    expect(one('[role="combobox"]').getAttribute('aria-label')).toBe('Filter requests')
    for (const name of ['Recording', 'Clear', 'Off', 'Report', 'Enforce', 'Abort all', 'Columns', 'Language and theme'])
      expect([name, has(name)]).toEqual([name, true])
  })

  it('filters by what is typed, points at what it could not use, and clears with Escape', async () => {
    const { one, type, press, text, ids } = await setUp({ taskId: 'ok' }, { taskId: 'missing', status: 404 })
    const input = one('[role="combobox"]') as HTMLInputElement
    await type(input, 'status:4xx is:asleep')
    expect(ids()).toEqual(['missing'])
    expect(text()).toContain('Ignored is:asleep: use running, failed,')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    await press(input, 'Escape')
    expect(ids()).toEqual(['ok', 'missing'])
  })

  it('says how many calls a filter hides and takes it off', async () => {
    const { one, type, text, ids } = await setUp({ taskId: 'a' }, { taskId: 'b' })
    await type(one('[role="combobox"]') as HTMLInputElement, 'nothing-like-it')
    expect(text()).toContain('2 requests are hidden by the filter.')
    await act(async () => one('.list-empty button').click())
    expect(ids()).toEqual(['a', 'b'])
  })

  it('sends what its buttons ask for', async () => {
    const { click, source } = await setUp({ taskId: 'a', upTo: 4 })
    for (const name of ['Recording', 'Clear', 'Off', 'Abort all 1']) await click(name)
    expect(source.commands).toEqual([
      { type: 'set-recording', recording: false },
      { type: 'clear' },
      { type: 'configure', patch: { urlCheck: false } },
      { type: 'abort-all' },
    ])
  })

  it('has nothing to abort when nothing runs', async () => {
    const { control } = await setUp({ taskId: 'a' })
    expect((control('Abort all') as HTMLButtonElement).disabled).toBe(true)
  })

  it('shows the domain lists in place of the calls', async () => {
    const { click, place, has } = await setUp({ taskId: 'a' })
    await click('Domains')
    expect(place.querySelector('[role="grid"]')).toBeNull()
    expect(has('Columns')).toBe(false)
    await click('Requests')
    expect(place.querySelector('[role="grid"]')).not.toBeNull()
  })

  it('shows details of the opened call and closes them with Escape', async () => {
    const { store, one, place, press } = await setUp({ taskId: 'a' })
    await act(async () => store.actions.show({ taskId: 'a' }))
    await press(one('[role="tablist"]'), 'Escape')
    expect(place.querySelector('[role="tablist"]')).toBeNull()
  })

  it('shows every call at the tab that was shown last, also after the details were closed', async () => {
    const { store, click, control } = await setUp({ taskId: 'a' }, { taskId: 'b' })
    await act(async () => store.actions.show({ taskId: 'a' }))
    await click('Payload')
    await act(async () => store.actions.show({ taskId: 'b' }))
    expect(control('Payload').getAttribute('aria-selected')).toBe('true')
    await act(async () => store.actions.close())
    await act(async () => store.actions.show({ taskId: 'a' }))
    expect(control('Payload').getAttribute('aria-selected')).toBe('true')
  })

  it('hands the focus on from a button that goes away or is switched off', async () => {
    const { place, add, focus, control } = await setUp({ taskId: 'a', upTo: 4 })
    const focused = () => (place.getRootNode() as ShadowRoot).activeElement
    await focus('Abort all 1')
    await act(async () => add(exampleEvents({ taskId: 'a' }).slice(4)))
    expect(focused()).not.toBeNull()
    expect(focused()).not.toBe(control('Abort all'))
  })

  it('hands the focus on from a button to which a script gave it, and from a view that goes as a whole to the tab of the next', async () => {
    const { store, place, control } = await setUp({ taskId: 'a' })
    const focused = () => (place.getRootNode() as ShadowRoot).activeElement
    await act(async () => {
      control('Recording').focus()
      // Both in one go, as a menu does that gives the focus back.
      control('Name').focus()
    })
    await act(async () => store.actions.show({ view: 'domains' }))
    expect(focused()).toBe(control('Domains'))
  })

  it('sorts by a click on a head: ascending, descending, and back to the order of the calls', async () => {
    const { click, one, ids } = await setUp({ taskId: 'b', url: 'https://x.example/b' }, { taskId: 'a', url: 'https://x.example/a' })
    const seen: unknown[] = []
    for (let step = 0; step < 3; step++) {
      await click('Name')
      seen.push([one('[data-column="name"]').getAttribute('aria-sort'), ...ids()])
    }
    expect(seen).toEqual([
      ['ascending', 'a', 'b'],
      ['descending', 'b', 'a'],
      [null, 'b', 'a'],
    ])
  })
})
