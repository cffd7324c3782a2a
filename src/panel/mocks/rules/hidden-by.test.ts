import { expect, it } from 'vitest'
import type { MockRule, RuleMatch } from '../../../contract/mock/mock-rule.ts'
import { hiddenRules } from './hidden-by.ts'

const rule = (id: string, when: RuleMatch, more: Partial<MockRule> = {}): MockRule => ({
  id,
  name: id,
  enabled: true,
  when,
  respond: { kind: 'hang' },
  ...more,
})
const hidden = (...rules: readonly MockRule[]) => Object.fromEntries([...hiddenRules(rules)].map(([id, by]) => [id, by.id]))

it('names the rule before it that takes all calls of a rule', () => {
  const any = rule('any', { method: 'GET', url: 'https://a.example/v1/teas/:id' })
  const one = rule('one', { method: 'get', url: 'https://a.example/v1/teas/longjing' })
  expect(hidden(any, one)).toEqual({ one: 'any' })
  expect(hidden(one, any)).toEqual({})
  expect(hidden(rule('same', { url: one.when.url }), one)).toEqual({ one: 'same' })
})

it('claims nothing where a rule may let calls through', () => {
  const one = rule('one', { method: 'GET', url: 'https://a.example/x' })
  expect(hidden({ ...one, id: 'off', enabled: false }, one)).toEqual({})
  expect(hidden({ ...one, id: 'once', limit: 1 }, one)).toEqual({})
  expect(hidden(rule('some', { ...one.when, all: [{ on: 'query', name: 'a', operator: 'exists' }] }), one)).toEqual({})
  expect(hidden(rule('post', { method: 'POST', url: one.when.url }), one)).toEqual({})
  expect(hidden(rule('socket', { api: 'connectSocket', url: one.when.url }), one)).toEqual({})
})

it.each([
  ['https://a.example/*', 'https://a.example/v1/teas'],
  ['*/v1/*/teas', 'https://a.example/v1/x/y/teas'],
  ['https://*.example/*a*a', 'https://a.example/banana'],
  ['https://a.example/:v/*/teas/:id', 'https://a.example/v1/x/teas/7'],
])('%s covers %s', (url, covered) => expect(hidden(rule('any', { url }), rule('one', { url: covered }))).toEqual({ one: 'any' }))

it.each([
  ['*/v1/*/teas', 'https://a.example/v1/teas'],
  ['*a*b*a', 'https://a.example/ba/'],
  ['https://a.example/*.json', 'https://a.example/a.jsonp'],
])('%s does not cover %s', (url, other) => expect(hidden(rule('any', { url }), rule('one', { url: other }))).toEqual({}))

it('is done at once with a pattern that is made to be slow', { timeout: 1000 }, () => {
  const stars = '*a'.repeat(100)
  expect(hidden(rule('slow', { url: `${stars}*b` }), rule('one', { url: `https://x.example/${'a'.repeat(5000)}` }))).toEqual({})
})
