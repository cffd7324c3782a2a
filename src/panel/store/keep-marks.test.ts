import { describe, expect, it } from 'vitest'
import { createEmitter } from '../../contract/emitter.ts'
import type { TaskMark } from '../../contract/event/task-mark.ts'
import type { SourceState } from '../../contract/panel-source.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { fillStore } from '../../testing/fill-store.ts'
import { createInspectorStore } from './inspector-store.ts'
import { addMarks, keepMarks, readMarks, takeMarks } from './keep-marks.ts'

function memory(text?: string) {
  const held = new Map(text === undefined ? [] : [['wx-request-inspector.marks', text]])
  return {
    held,
    door: () => ({
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    }),
  }
}

const setUp = () => {
  const { door, held } = memory()
  const store = createInspectorStore({}, {}, undefined, 0, readMarks(door))
  fillStore(
    store,
    ['a', 'b', 'c'].flatMap((taskId) => exampleEvents({ taskId })),
  )
  const stop = keepMarks(door, store)
  return { door, held, store, stop }
}

describe('pins, colors and notes', () => {
  it('are kept in the tab and come back after a reload', () => {
    const { door, store } = setUp()
    store.actions.mark(['a', 'b'], { pinned: true })
    store.actions.mark(['b'], { color: 'red', note: 'slow' })
    expect(readMarks(door)).toEqual(
      new Map([
        ['a', { pinned: true }],
        ['b', { pinned: true, color: 'red', note: 'slow' }],
      ]),
    )
  })

  it('of a file that is added to the record stand beside those of the tab, in a panel that is there and in the next one', () => {
    const { door, store } = setUp()
    store.actions.mark(['a'], { note: 'mine' })
    addMarks(door, new Map([['c', { pinned: true }]]))
    expect(readMarks(door)).toEqual(
      new Map([
        ['a', { note: 'mine' }],
        ['c', { pinned: true }],
      ] as const),
    )

    let marked: ReadonlyMap<string, TaskMark> | undefined
    const moved = createEmitter()
    const source = { state: () => ({ marked }) as SourceState, subscribeState: moved.subscribe }
    const stopTaking = takeMarks(source, store)
    marked = new Map([['b', { color: 'red', note: 'theirs' }]])
    moved.emit()
    expect(store.getState().taskMarks).toEqual(
      new Map([
        ['a', { note: 'mine' }],
        ['b', { color: 'red', note: 'theirs' }],
      ] as const),
    )
    store.actions.setQuery('note:theirs')
    expect(store.getState().rows.ids).toEqual(['b'])
    store.actions.mark(['b'], { note: undefined, color: undefined })
    moved.emit()
    expect(store.getState().taskMarks.has('b'), 'each file is taken over once').toBe(false)
    stopTaking()
  })

  it('leave nothing behind when they are taken away', () => {
    const { held, store } = setUp()
    store.actions.mark(['a'], { pinned: true, note: 'x' })
    store.actions.mark(['a'], { pinned: undefined })
    expect(store.getState().taskMarks.get('a')).toEqual({ note: 'x' })
    store.actions.mark(['a'], { note: undefined })
    expect(held.size).toBe(0)
  })

  it('are what is:pinned, note: and color: filter by, also while they change', () => {
    const { store } = setUp()
    store.actions.mark(['a', 'c'], { pinned: true })
    store.actions.mark(['b'], { color: 'blue', note: 'Twice as slow' })
    const found = (query: string) => {
      store.actions.setQuery(query)
      return store.getState().rows.ids
    }
    expect(found('is:pinned')).toEqual(['a', 'c'])
    expect(found('-is:pinned')).toEqual(['b'])
    expect(found('color:blue')).toEqual(['b'])
    expect(found('note:"as slow"')).toEqual(['b'])
    expect(found('color:pink')).toEqual(['a', 'b', 'c'])
    found('is:pinned')
    store.actions.mark(['a'], { pinned: undefined })
    expect(store.getState().rows.ids).toEqual(['c'])
  })

  it('of a store that was tampered with are read as far as they are sound', () => {
    const text = JSON.stringify([['a', { pinned: 'yes', color: 'pink', note: 5 }], 'b', ['c', { color: 'green', more: 1 }], ['d', null]])
    expect(readMarks(memory(text).door)).toEqual(new Map([['c', { color: 'green' }]]))
    expect(readMarks(memory('{').door).size).toBe(0)
    const refuses = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    expect(readMarks(refuses).size).toBe(0)
  })
})
