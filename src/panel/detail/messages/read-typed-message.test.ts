import { expect, it } from 'vitest'
import { readTypedMessage } from './read-typed-message.ts'

it('sends a text as it was typed', () => {
  expect(readTypedMessage(' 你好\n', 'text')).toEqual({ text: ' 你好\n' })
})

it('sends JSON as it was typed, and refuses what is none', () => {
  expect(readTypedMessage('{ "a": 1 }', 'json')).toEqual({ text: '{ "a": 1 }' })
  expect(readTypedMessage('{a:1}', 'json')).toEqual({ fault: 'not-json' })
  expect(readTypedMessage('', 'json')).toEqual({ fault: 'not-json' })
})

it.each(['00 ff 10', '00:FF:10', '0x00, 0xff, 0x10', '00ff10'])('reads the bytes %s', (typed) => {
  expect(readTypedMessage(typed, 'hex')).toEqual({ base64: 'AP8Q' })
})

it('refuses half a byte', () => {
  expect(readTypedMessage('0ff', 'hex')).toEqual({ fault: 'not-hex' })
})
