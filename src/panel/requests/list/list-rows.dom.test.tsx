// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { exampleEvents } from '../../../testing/example-events.ts'
import { exampleSource } from '../../../testing/example-source.ts'
import { fillStore } from '../../../testing/fill-store.ts'
import { showElement } from '../../../testing/show-element.tsx'
import { ROW_HEIGHT } from '../../rows/row-height.ts'
import { createFramePace } from '../../store/frame-pace.ts'
import { InspectorContext } from '../../store/inspector-context.ts'
import { createInspectorStore } from '../../store/inspector-store.ts'
import { LanguageContext } from '../../words/words.ts'
import { RequestTable } from './request-table.tsx'
import { taskIdAt } from './row-id.ts'

const HEIGHT = 10 * ROW_HEIGHT
// happy-dom lays nothing out, so the list is told how large it is.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => HEIGHT })
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => HEIGHT })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 1200 })

/** Five hundred calls, of which every tenth still runs. */
async function setUp() {
  const calls = Array.from({ length: 500 }, (_, call) => ({
    taskId: `task-${call}`,
    url: `https://api.example.com/call-${call}`,
    ...(call % 10 === 0 && { upTo: 4 }),
  }))
  const events = calls.flatMap(exampleEvents)
  const source = exampleSource(events)
  const store = createInspectorStore()
  const add = fillStore(store, events)
  const content = {
    source,
    store,
    place: { lookMenu: false },
    layout: 'below' as const,
    frame: { current: null },
    setCovered() {},
    showKeys() {},
    pace: createFramePace(() => 0),
    announce() {},
  }
  const shown = await showElement(
    <InspectorContext value={content}>
      <LanguageContext value="en">
        <RequestTable focusDetails={() => {}} />
      </LanguageContext>
    </InspectorContext>,
  )
  const grid = shown.one('[role="grid"]')
  const scrollTo = (row: number) =>
    act(async () => {
      grid.scrollTop = row * ROW_HEIGHT
      grid.dispatchEvent(new Event('scroll'))
    })
  await scrollTo(0)
  const rows = () => [...grid.querySelectorAll<HTMLElement>('.list-body [role="row"]')]
  const row = (taskId: string) => rows().find(({ id }) => id === `row-${taskId}`) as HTMLElement
  const focused = () => (grid.getRootNode() as ShadowRoot).activeElement
  return { ...shown, grid, scrollTo, rows, row, focused, store, source, add }
}

describe('the rows of the list', () => {
  it('are as many as can be seen and a few more, wherever the list is scrolled, and stand in its order once it rests', async () => {
    const { rows, scrollTo } = await setUp()
    const placesOf = () => rows().map((row) => Number(row.getAttribute('aria-rowindex')))
    for (const top of [0, 1, 250, 249, 240, 490, 3]) {
      await scrollTo(top)
      const places = placesOf()
      expect(places.length).toBeLessThan(25)
      for (let place = top; place < Math.min(500, top + 10); place++) expect(places).toContain(place + 2)
      for (const row of rows()) {
        const name = `call-${Number(row.getAttribute('aria-rowindex')) - 2}`
        expect([taskIdAt(row), row.querySelector('[data-column="name"]')?.textContent]).toEqual([name.replace('call', 'task'), name])
        expect(row.style.insetBlockStart).toBe(`${(Number(row.getAttribute('aria-rowindex')) - 2) * ROW_HEIGHT}px`)
      }
    }
    await act(() => vi.waitFor(() => expect(placesOf()).toEqual([...placesOf()].sort((a, b) => a - b))))
  })

  it('stay where they are in the document while the list is scrolled, and only those that come are written', async () => {
    const { row, rows, scrollTo } = await setUp()
    await scrollTo(100)
    const before = rows()
    const staying = row('task-110')
    await scrollTo(105)
    expect(rows().slice(0, before.length)).toEqual(before)
    expect(row('task-110')).toBe(staying)
  })

  it('tell on hover what a cell does not show, and nothing of it once the pointer has moved on', async () => {
    const { row, rows, scrollTo } = await setUp()
    const cellIn = (element: HTMLElement, column: string) => element.querySelector(`[data-column="${column}"]`) as HTMLElement
    const hover = (cell: HTMLElement) => act(async () => void cell.dispatchEvent(new PointerEvent('pointermove', { bubbles: true })))
    const [name, method] = [cellIn(row('task-1'), 'name'), cellIn(row('task-1'), 'method')]
    await hover(name)
    expect(name.title).toBe('https://api.example.com/call-1')
    await hover(method)
    expect([name.title, method.title]).toEqual(['', ''])

    // The same element, with another row in it.
    await hover(name)
    await scrollTo(200)
    await hover(name)
    const now = rows().find((element) => element.contains(name)) as HTMLElement
    expect(taskIdAt(now)).not.toBe('task-1')
    expect(name.title).toBe(`https://api.example.com/${taskIdAt(now)?.replace('task', 'call')}`)
  })

  it('are drawn with the elements that are there when the list jumps', async () => {
    const { rows, scrollTo } = await setUp()
    await scrollTo(100)
    const before = rows()
    await scrollTo(300)
    expect(rows()).toEqual(before)
    expect(rows().map((element) => taskIdAt(element))).toContain('task-300')
  })

  it('give the element of a row with the focus in it to no other, and keep it in the document', async () => {
    const { row, rows, scrollTo, focused, source } = await setUp()
    await scrollTo(5)
    const element = row('task-10')
    const abort = element.querySelector('button') as HTMLElement
    await act(async () => abort.focus())
    for (const top of [100, 2, 480, 15]) {
      await scrollTo(top)
      expect([row('task-10'), focused()]).toEqual([element, abort])
      expect(rows().filter(({ id }) => id === 'row-task-10')).toHaveLength(1)
    }
    await act(async () => abort.click())
    expect(source.commands).toEqual([{ type: 'abort', taskId: 'task-10' }])
  })

  it('open the call that was pressed, when the list moves before the button of the mouse is let go', async () => {
    const { grid, row, rows, scrollTo, store } = await setUp()
    const press = (element: Element, type: string) =>
      act(async () => void element.dispatchEvent(new MouseEvent(type, { bubbles: true, detail: 1 })))
    await press(row('task-9').querySelector('[data-column="name"]') as Element, 'pointerdown')
    await scrollTo(300)
    // The release meets another row, so the browser gives the click to what holds both.
    await press(grid.querySelector('.list-body') as Element, 'click')
    expect(store.getState().opened).toBe('task-9')
    expect(rows().filter(({ id }) => id === 'row-task-9')).toHaveLength(1)
  })

  it('keep the row under the cursor in the document, and aria-activedescendant on it', async () => {
    const { grid, row, scrollTo, store } = await setUp()
    await act(async () => store.actions.choose('task-4', 'one'))
    const element = row('task-4')
    await scrollTo(400)
    expect(row('task-4')).toBe(element)
    expect(grid.getAttribute('aria-activedescendant')).toBe(element.id)
    expect([element.getAttribute('aria-selected'), element.getAttribute('aria-rowindex')]).toEqual(['true', '6'])
    expect(element.style.insetBlockStart).toBe(`${4 * ROW_HEIGHT}px`)
  })

  it('say of each call what is true of it after an element showed others', async () => {
    const { rows, scrollTo, store } = await setUp()
    await act(async () => store.actions.choose('task-1', 'one'))
    await act(async () => store.actions.choose('task-201', 'toggle'))
    await scrollTo(196)
    for (const element of rows()) {
      const taskId = taskIdAt(element) ?? ''
      expect(element.getAttribute('aria-selected')).toBe(String(taskId === 'task-1' || taskId === 'task-201'))
      expect(element.querySelector('.row-button') !== null).toBe(Number(taskId.slice(5)) % 10 === 0)
      expect(element.dataset.tone).toBe(Number(taskId.slice(5)) % 10 === 0 ? 'pending' : 'ok')
    }
  })

  it('abort the call that is shown when the button is pressed, whatever the element showed before', async () => {
    const { row, scrollTo, source } = await setUp()
    await scrollTo(200)
    await act(async () => row('task-200').querySelector('button')?.click())
    expect(source.commands).toEqual([{ type: 'abort', taskId: 'task-200' }])
  })

  it('are opened by a click, chosen with Ctrl and Shift', async () => {
    const { row, store } = await setUp()
    const click = (taskId: string, keys: MouseEventInit = {}) =>
      act(
        async () =>
          void row(taskId)
            .querySelector('[data-column="name"]')
            ?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...keys })),
      )
    await click('task-2')
    expect(store.getState().opened).toBe('task-2')
    await click('task-5', { ctrlKey: true })
    await click('task-7', { shiftKey: true })
    expect([...store.getState().selection.selected]).toEqual(['task-5', 'task-6', 'task-7'])
  })

  it('lead Tab to the button of the row under the cursor, and back to the list when the cursor moves on', async () => {
    const { grid, row, press, focused } = await setUp()
    await act(async () => grid.focus())
    await press(grid, 'ArrowDown')
    await press(grid, 'Tab')
    const abort = row('task-0').querySelector('button')
    expect(focused()).toBe(abort)
    await press(abort as Element, 'ArrowDown')
    expect(focused()).toBe(grid)
    expect(grid.getAttribute('aria-activedescendant')).toBe('row-task-1')
  })

  it('leave the focus to the list when the call ends whose button has it', async () => {
    const { grid, row, focused, add } = await setUp()
    await act(async () => row('task-0').querySelector('button')?.focus())
    const rest = exampleEvents({ taskId: 'task-0', url: 'https://api.example.com/call-0' }).slice(4)
    await act(async () => add(rest))
    expect(row('task-0').dataset.tone).toBe('ok')
    expect(focused()).toBe(grid)
  })
})
