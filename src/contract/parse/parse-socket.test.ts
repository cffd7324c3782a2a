import { expect, it } from 'vitest'
import { InspectorError } from '../inspector-error.ts'
import { parseRules } from './parse-rules.ts'

const ruleWith = (respond: unknown, when: object = {}) => [
  { id: 's', name: 'S', enabled: true, when: { url: 'wss://ws.example.com/*', ...when }, respond },
]
const socket = (script: unknown, more: object = {}) => ruleWith({ kind: 'socket', ...more, script })

function messagesOf(input: unknown): readonly string[] {
  try {
    parseRules(input)
  } catch (error) {
    if (error instanceof InspectorError) return error.issues.map(({ path, message }) => `${path}: ${message}`)
    throw error
  }
  return []
}

it('takes every step that a mocked server can do', () => {
  const rules = socket(
    [
      { text: 'hello' },
      { after: 20, json: { type: 'hi' } },
      { after: { mean: 5, jitter: 1 }, base64: 'AP8=' },
      { expect: [] },
      { expect: [{ name: '$.type', operator: 'equals', value: 'login', not: false }] },
      { on: [{ operator: 'matches', value: '/^ping/i' }], reply: [{ text: 'pong' }] },
      { echo: true },
      { echo: 3 },
      { repeat: 2, steps: [{ text: 'x' }] },
      { repeat: 'forever', steps: [{ repeat: 2, steps: [{ after: 1, text: 'beat' }] }] },
      { after: 5, close: { code: 4000, reason: 'enough' } },
    ],
    { protocol: 'chat', headers: { 'X-A': '1' }, delay: 10 },
  )
  expect(parseRules(rules)).toEqual(rules)
  expect(messagesOf(socket([{ drop: true }]))).toEqual([])
  expect(messagesOf(socket([]))).toEqual([])
})

it.each([
  ['a step that is none', [{ say: 'x' }], 'rules[0].respond.script[0]: must be one step'],
  ['two steps in one', [{ text: 'x', json: 1 }], 'rules[0].respond.script[0].json: is not a known key'],
  ['base64 that is none', [{ base64: '***' }], 'rules[0].respond.script[0].base64: is not base64'],
  [
    'a code that nobody sends',
    [{ close: { code: 1006 } }],
    'rules[0].respond.script[0].close.code: is no code that a server may close with',
  ],
  [
    'a reason that is too long',
    [{ close: { reason: '中'.repeat(42) } }],
    'rules[0].respond.script[0].close.reason: is longer than 123 bytes',
  ],
  ['what comes after the end', [{ drop: true }, { text: 'x' }], 'rules[0].respond.script[1]: can never be done'],
  [
    'an endless loop without a pause',
    [{ repeat: 'forever', steps: [{ text: 'x' }] }],
    'rules[0].respond.script[0].steps: need one that waits',
  ],
  ['no number of rounds', [{ repeat: 0, steps: [] }], 'rules[0].respond.script[0].repeat: must be a whole number, or forever'],
  ['an echo that never comes', [{ echo: false }], 'rules[0].respond.script[0].echo: must be true, or a whole number'],
  ['a reply that is none', [{ on: [], reply: [{ nothing: 1 }] }], 'rules[0].respond.script[0].reply[0]: must be one step'],
  [
    'a condition on a header',
    [{ expect: [{ on: 'header', operator: 'exists' }] }],
    'rules[0].respond.script[0].expect[0].on: is not a known key',
  ],
  [
    'a regular expression that is none',
    [{ expect: [{ operator: 'matches', value: '(' }] }],
    'rules[0].respond.script[0].expect[0].value: is not a legal regular expression',
  ],
  [
    'a path that is none',
    [{ expect: [{ name: '$[', operator: 'exists' }] }],
    'rules[0].respond.script[0].expect[0].name: is not a JSON path',
  ],
])('says where and what is wrong with %s', (_, script, message) => {
  expect(messagesOf(socket(script))).toEqual([expect.stringContaining(message)])
})

it('refuses a sub-protocol that cannot be one', () => {
  expect(messagesOf(socket([], { protocol: 'a b' }))).toEqual([expect.stringContaining('respond.protocol: is not a legal name')])
})

it('keeps the answers of sockets and of calls apart', () => {
  expect(messagesOf(ruleWith({ kind: 'socket', script: [] }, { api: 'request' }))).toEqual([
    expect.stringContaining('rules[0].when.api: must be connectSocket'),
  ])
  const mixed = (kind: string) =>
    ruleWith({
      mode: 'sequence',
      answers: [
        { kind: 'socket', script: [] },
        { kind, ...(kind === 'fail' && { error: 'ERR_FAILED' }) },
      ],
    })
  expect(messagesOf(mixed('response'))).toEqual([expect.stringContaining('rules[0].respond: mixes a socket with')])
  expect(messagesOf(mixed('fail'))).toEqual([])
  expect(messagesOf(mixed('hang'))).toEqual([])
  expect(messagesOf(ruleWith({ kind: 'redirect', to: '/x' }, { api: 'connectSocket' }))).toEqual([
    expect.stringContaining('rules[0].respond: holds a redirect'),
  ])
  expect(messagesOf(ruleWith({ kind: 'response', status: 404 }, { api: 'connectSocket' }))).toEqual([])
})
