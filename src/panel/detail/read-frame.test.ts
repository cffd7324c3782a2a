import { expect, it } from 'vitest'
import { readFrame } from './read-frame.ts'

it('sends a text as it was typed', () => {
  expect(readFrame(' 你好\n', 'text')).toEqual({ text: ' 你好\n' })
})

it('sends JSON as it was typed, and refuses what is none', () => {
  expect(readFrame('{ "a": 1 }', 'json')).toEqual({ text: '{ "a": 1 }' })
  expect(readFrame('{a:1}', 'json')).toEqual({ fault: 'not-json' })
  expect(readFrame('', 'json')).toEqual({ fault: 'not-json' })
})

it.each(['00 ff 10', '00:FF:10', '0x00, 0xff, 0x10', '00ff10'])('reads the bytes %s', (typed) => {
  expect(readFrame(typed, 'hex')).toEqual({ base64: 'AP8Q' })
})

it('refuses half a byte', () => {
  expect(readFrame('0ff', 'hex')).toEqual({ fault: 'not-hex' })
})
