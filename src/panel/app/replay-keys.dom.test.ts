// @vitest-environment happy-dom
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { expect, it } from 'vitest'
import type { InspectorContent } from '../store/inspector-context.ts'
import { createInspectorStore } from '../store/inspector-store.ts'
import { handlePanelKey } from './panel-keys.ts'

function elementOf(markup: string): HTMLElement {
  const [tagName = '', type] = markup.split(':')
  const element = document.createElement(tagName)
  if (type !== undefined) element.setAttribute('type', type)
  return element
}

/** What a key does to a replay while an element has the focus. */
function press(key: string, on: string, shiftKey = false): string {
  let done = 'nothing'
  const does =
    (name: string) =>
    (...given: readonly unknown[]) => {
      done = [name, ...given].join(' ')
    }
  const replay = {
    step: does('step'),
    stepCall: does('stepCall'),
    moveTo: does('moveTo'),
    togglePlaying: does('togglePlaying'),
    leave: does('leave'),
  }
  const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
  elementOf(on).dispatchEvent(event)
  const content = { place: { replay }, store: createInspectorStore() } as unknown as InspectorContent
  handlePanelKey(event as unknown as ReactKeyboardEvent, [], content)
  expect(event.defaultPrevented).toBe(done !== 'nothing')
  return done
}

it.each(['div', 'input:range'])('a replay is moved, played and left by its keys on a %s', (on) => {
  for (const key of ['ArrowRight', '.']) expect(press(key, on)).toBe('step 1')
  for (const key of ['ArrowLeft', ',']) expect(press(key, on)).toBe('step -1')
  expect(press('ArrowRight', on, true)).toBe('stepCall 1')
  expect(press('ArrowLeft', on, true)).toBe('stepCall -1')
  expect(press('Home', on)).toBe('moveTo 0')
  expect(press('End', on)).toBe('moveTo Infinity')
  expect(press(' ', on)).toBe('togglePlaying')
  expect(press('Escape', on)).toBe('leave')
})

it('a button keeps its space bar, and a field of text all of its keys', () => {
  expect(press(' ', 'button')).toBe('nothing')
  expect(press('ArrowRight', 'button')).toBe('step 1')
  for (const key of ['ArrowRight', '.', ',', 'Home', ' ', 'Escape']) expect(press(key, 'input:text')).toBe('nothing')
})
