import type { KeyboardEvent } from 'react'
import { describe, expect, it } from 'vitest'
import { exampleEvents } from '../../../testing/example-events.ts'
import { exampleSource } from '../../../testing/example-source.ts'
import { fillStore } from '../../../testing/fill-store.ts'
import { createInspectorStore } from '../../store/inspector-store.ts'
import { handleListKey, LIST_KEYS } from './list-keys.ts'

function setUp() {
  const store = createInspectorStore()
  const events = ['a', 'b', 'c', 'd', 'e'].flatMap((taskId) => exampleEvents({ taskId, ...(taskId === 'd' && { upTo: 4 }) }))
  fillStore(store, events)
  const source = exampleSource(events)
  const told: string[] = []
  const grid = {}
  const press = (name: string, target: object = grid) => {
    const parts = name.split('+')
    let prevented = false
    const event = {
      key: parts.at(-1),
      shiftKey: parts.includes('Shift'),
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Meta'),
      altKey: parts.includes('Alt'),
      target,
      currentTarget: grid,
      preventDefault: () => {
        prevented = true
      },
      stopPropagation: () => {},
    }
    handleListKey(event as unknown as KeyboardEvent, {
      store,
      source,
      page: 2,
      goTo: (index) => told.push(`go to ${index}`),
      toggleCard: () => told.push('card') > 0,
      openLegend: () => told.push('legend') > 0,
      zoom: (step) => told.push(`zoom ${step}`) > 0,
      focusRowButton: () => {
        told.push('button')
        return store.getState().selection.cursor === 'd'
      },
      focusDetails: () => told.push('details'),
      resend: (taskIds) => told.push(`resend ${taskIds.join()}`),
      mock: () => told.push('mock') > 0,
    })
    return prevented
  }
  const state = () => store.getState()
  const cursor = () => state().selection.cursor
  const selected = () => [...state().selection.selected].join('')
  return { store, source, press, told, state, cursor, selected }
}

describe('keys of the list', () => {
  it('open the answers that the chosen calls can get', () => {
    const { press, told } = setUp()
    press('j')
    told.length = 0
    expect(press('m')).toBe(true)
    expect(told).toEqual(['mock'])
  })

  it('zoom the waterfall and move along it, and leave the cursor and the details where they are', () => {
    const { press, told, cursor } = setUp()
    press('j')
    told.length = 0
    for (const key of ['=', '-', 'Shift+ArrowRight', 'Shift+ArrowLeft', '0']) expect(press(key)).toBe(true)
    expect(told).toEqual(['zoom in', 'zoom out', 'zoom later', 'zoom earlier', 'zoom all'])
    expect(cursor()).toBe('a')
  })

  it('show the card of the bar under the cursor, and the legend of the waterfall', () => {
    const { press, told } = setUp()
    expect(press('i')).toBe(true)
    expect(press('l')).toBe(true)
    expect(told).toEqual(['card', 'legend'])
  })

  it('move the cursor by rows, pages and to both ends, and stop there', () => {
    const { press, cursor } = setUp()
    const walk = (...keys: string[]) =>
      keys.map((key) => {
        press(key)
        return cursor()
      })
    expect(walk('ArrowDown', 'j', 'k', 'PageDown', 'PageUp', 'End', 'ArrowDown', 'Home', 'ArrowUp', 'Ctrl+End', 'Ctrl+Home')).toEqual([
      'a',
      'b',
      'a',
      'c',
      'a',
      'e',
      'e',
      'a',
      'a',
      'e',
      'a',
    ])
  })

  it('begin at the last row when going up without a cursor', () => {
    const { press, cursor } = setUp()
    press('ArrowUp')
    expect(cursor()).toBe('e')
  })

  it('send a call again with R, and several times with Shift+R', () => {
    const { press, state, told } = setUp()
    press('ArrowDown')
    press('R')
    expect([told, state().dialog]).toEqual([['go to 0', 'resend a'], undefined])
    press('Shift+R')
    expect(state().dialog).toEqual({ kind: 'request', taskId: 'a', severalTimes: true })
  })

  it('extend the selection with Shift and take all with Ctrl+A', () => {
    const { press, selected } = setUp()
    press('ArrowDown')
    press('Shift+ArrowDown')
    press('Shift+J')
    expect(selected()).toBe('abc')
    press('Ctrl+a')
    expect(selected()).toBe('abcde')
    press('Shift+ ')
    expect(selected()).toBe('abde')
  })

  it('open the call under the cursor, and its events with the right arrow; once open, the arrow goes into them', () => {
    const { press, state, told } = setUp()
    press('ArrowDown')
    press('Enter')
    expect([state().opened, state().openedAt]).toEqual(['a', 'overview'])
    press('ArrowDown')
    expect(state().opened).toBe('b')
    press('ArrowRight')
    expect(told).toContain('details')
    press('ArrowLeft')
    press('ArrowRight')
    expect([state().opened, state().openedAt]).toEqual(['b', 'events'])
  })

  it('abort the running ones among the chosen calls with A', () => {
    const { press, source } = setUp()
    press('Ctrl+a')
    press('a')
    expect(source.commands).toEqual([{ type: 'abort', taskId: 'd' }])
  })

  it('close first the details and then the selection with Escape, and leave it to others when there is neither', () => {
    const { press, state, selected } = setUp()
    press('ArrowDown')
    press('Enter')
    expect(press('Escape')).toBe(true)
    expect([state().opened, selected()]).toEqual([undefined, 'a'])
    expect(press('Escape')).toBe(true)
    expect(selected()).toBe('')
    expect(press('Escape')).toBe(false)
  })

  it('leave Enter and Space to a button in a row, and keys of the browser to the browser', () => {
    const { press, state } = setUp()
    press('ArrowDown')
    expect(press('Enter', {})).toBe(false)
    expect(press('Ctrl+r')).toBe(false)
    expect(press('Ctrl+f')).toBe(false)
    expect(press('Alt+ArrowLeft')).toBe(false)
    expect(press('q')).toBe(false)
    expect(state().opened).toBeUndefined()
  })

  it('reach the button of the row under the cursor with Tab, which else goes on through the page', () => {
    const { press, told } = setUp()
    press('ArrowDown')
    expect(press('Tab')).toBe(false)
    for (let row = 0; row < 3; row++) press('ArrowDown')
    expect(press('Tab')).toBe(true)
    told.length = 0
    expect(press('Shift+Tab')).toBe(false)
    expect(press('Tab', {})).toBe(false)
    expect(told).toEqual([])
  })

  it('are each bound once', () => {
    const names = LIST_KEYS.flatMap(({ keys }) => keys)
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  })
})
