// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { listenForPanelKey } from './panel-key.ts'

const toggle = vi.fn()
let stop = () => {}
afterEach(() => {
  stop()
  toggle.mockClear()
})

const ALT_SHIFT = { altKey: true, shiftKey: true, cancelable: true, bubbles: true }

function press(init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent('keydown', init)
  document.body.dispatchEvent(event)
  return event
}

it.each([
  ['on most keyboards', { key: 'W', code: 'KeyW' }],
  ['on a Mac, where it would type a quotation mark', { key: '„', code: 'KeyW' }],
  ['on a French keyboard, where W is elsewhere', { key: 'W', code: 'KeyZ' }],
  ['on a Cyrillic keyboard, which has no W', { key: 'Ц', code: 'KeyW' }],
])('hears Alt+Shift+W %s, and keeps it from the page', (_where, key) => {
  stop = listenForPanelKey(toggle)
  const heard = vi.fn()
  document.body.addEventListener('keydown', heard, { once: true })
  expect(press({ ...ALT_SHIFT, ...key }).defaultPrevented).toBe(true)
  expect(toggle).toHaveBeenCalledOnce()
  expect(heard).not.toHaveBeenCalled()
})

it.each([
  ['with Control', { key: 'W', code: 'KeyW', ctrlKey: true }],
  ['with Command', { key: 'W', code: 'KeyW', metaKey: true }],
  ['without Shift', { key: 'w', code: 'KeyW', shiftKey: false }],
  ['of the letter Z on a French keyboard', { key: 'Z', code: 'KeyW' }],
])('leaves a press %s to the page', (_which, key) => {
  stop = listenForPanelKey(toggle)
  expect(press({ ...ALT_SHIFT, ...key }).defaultPrevented).toBe(false)
  expect(toggle).not.toHaveBeenCalled()
})

it('counts a key that is held down once', () => {
  stop = listenForPanelKey(toggle)
  press({ ...ALT_SHIFT, key: 'W', code: 'KeyW' })
  press({ ...ALT_SHIFT, key: 'W', code: 'KeyW', repeat: true })
  expect(toggle).toHaveBeenCalledOnce()
})

it('hears nothing once it was stopped', () => {
  listenForPanelKey(toggle)()
  press({ ...ALT_SHIFT, key: 'W', code: 'KeyW' })
  expect(toggle).not.toHaveBeenCalled()
})
