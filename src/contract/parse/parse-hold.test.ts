import { expect, it } from 'vitest'
import { isInspectorError } from '../inspector-error.ts'
import { parseHeldChange } from './parse-held-change.ts'
import { parseHoldChoice } from './parse-hold.ts'

const issuesOf = (run: () => unknown): readonly string[] => {
  try {
    run()
    return []
  } catch (thrown) {
    return isInspectorError(thrown) ? thrown.issues.map(({ path, message }) => `${path} ${message}`) : [String(thrown)]
  }
}
const call = { api: 'request', method: 'GET' } as const

it('reads what is to be held, with its gates in the order of a call', () => {
  expect(parseHoldChoice('next')).toBe('next')
  const choice = { match: { url: '*', method: 'POST' }, at: ['callbacks', 'send'] }
  expect(parseHoldChoice(choice)).toEqual({ match: choice.match, at: ['send', 'callbacks'] })
})

it('names everything that is wrong with it', () => {
  expect(issuesOf(() => parseHoldChoice('all'))).toEqual(["what must be 'off', 'next' or { match, at }"])
  expect(issuesOf(() => parseHoldChoice({ match: { url: 'x y' }, at: ['start'] }))).toEqual([
    'what.at must be a list of one or more of send, headers, first-chunk, chunk, callbacks',
    'what.match.url must not hold white space: write %20',
  ])
  expect(issuesOf(() => parseHoldChoice({ match: { url: '*' }, at: ['send', 'send'] }))).toHaveLength(1)
  expect(issuesOf(() => parseHoldChoice({ at: 'send' }))).toHaveLength(2)
})

it('reads what is to be changed at a gate', () => {
  const change = { url: 'https://a.example/', method: 'PUT', header: { A: '1' }, data: { b: [1] } }
  expect(parseHeldChange(change, 'send', call)).toEqual(change)
  expect(parseHeldChange({ statusCode: 404, data: '' }, 'headers', call)).toEqual({ statusCode: 404, data: '' })
  expect(parseHeldChange({ fail: 'ERR_FAILED' }, 'chunk', call)).toEqual({ fail: 'ERR_FAILED' })
})

it('takes only what a gate can change, and says what would be right', () => {
  expect(issuesOf(() => parseHeldChange({ statusCode: 404 }, 'send', call))).toEqual([
    'change.statusCode cannot be changed at send: take it out',
  ])
  expect(issuesOf(() => parseHeldChange({ url: '/x', method: 'get', header: { 'a b': '1' } }, 'send', call))).toEqual([
    'change.url must be an absolute http or https url',
    'change.method must be the name of a method, such as GET',
    'change.header must have legal header names, each with a string without line breaks',
  ])
  expect(issuesOf(() => parseHeldChange({ statusCode: 99 }, 'callbacks', call))).toEqual([
    'change.statusCode must be a whole number, 200 to 599',
  ])
  expect(issuesOf(() => parseHeldChange({ fail: 'oops' }, 'chunk', call))).toHaveLength(1)
  expect(issuesOf(() => parseHeldChange({ data: 1n }, 'chunk', call))).toHaveLength(1)
})

it('puts no body where none can be sent', () => {
  expect(issuesOf(() => parseHeldChange({ data: 'x' }, 'send', call))).toEqual([
    'change.data cannot be sent with GET: change the method, or put it into the url',
  ])
  expect(issuesOf(() => parseHeldChange({ data: 'x' }, 'send', { api: 'uploadFile', method: 'POST' }))).toEqual([
    'change.data cannot be changed: the body of an upload holds its file',
  ])
})
