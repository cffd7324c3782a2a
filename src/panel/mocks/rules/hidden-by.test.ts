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
