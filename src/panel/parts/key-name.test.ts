import { expect, it } from 'vitest'
import { capsOf, keyNameOf, keysFor } from './key-name.ts'

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

it.each([
  [{ key: 'E', ctrlKey: true }, 'Ctrl+e'],
  [{ key: 'R', shiftKey: true }, 'Shift+r'],
  [{ key: 'R' }, 'r'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'F6', shiftKey: true }, 'Shift+F6'],
  [{ key: ' ', shiftKey: true }, 'Shift+Space'],
  [{ key: '+' }, '+'],
])('a key that was pressed has one name: %o is %s', (pressed, name) => {
  expect(keyNameOf({ ...NONE, ...pressed })).toBe(name)
})

it('a key is shown as its caps', () => {
  expect(capsOf('Ctrl+e', false)).toEqual(['Ctrl', 'E'])
  expect(capsOf('Meta+k', true)).toEqual(['⌘', 'K'])
  expect(capsOf('Ctrl++', false)).toEqual(['Ctrl', '+'])
  expect(capsOf('Shift+ArrowDown', false)).toEqual(['Shift', '↓'])
})

it('of the keys of one deed a person sees those of their own keyboard', () => {
  expect(keysFor(['Ctrl+e', 'Meta+e'], false)).toEqual(['Ctrl+e'])
  expect(keysFor(['Ctrl+e', 'Meta+e'], true)).toEqual(['Meta+e'])
  expect(keysFor(['F6', 'Ctrl+['], true)).toEqual(['F6', 'Ctrl+['])
})
