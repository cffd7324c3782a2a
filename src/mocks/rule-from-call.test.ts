import { describe, expect, it } from 'vitest'
import type { MockAnswer, MockRule } from '../contract/mock/mock-rule.ts'
import { parseRules } from '../contract/parse/parse-rules.ts'
import { answerOf, mockCall, patternOf, type RecordedCall, ruleFor, VARIANTS, variantsOf } from './rule-from-call.ts'

const NAMES = { coded: 'As coded' }

function call(task: Partial<RecordedCall['task']> = {}, text = '{"total":2,"items":[{"id":1},{"id":2}]}'): RecordedCall {
  return {
    task: {
      api: 'request',
      method: 'GET',
      url: 'https://api.example.com/v1/teas?page=1',
      by: 'fetch',
      statusCode: 200,
      header: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': '39', 'X-Cache': 'HIT', Date: 'today' },
      cookies: ['sid=1; Path=/'],
      marks: { created: 0, started: 10, headersReceived: 130.4 },
      ...task,
    },
    body: { kind: 'text', text, size: text.length },
  }
}

const named = (answer: MockAnswer, name: string) => ({ ...answer, name })
const teas: MockRule = {
  id: 'teas',
  name: 'Tea list',
  enabled: true,
  when: { method: 'GET', url: 'https://api.example.com/v1/teas' },
  respond: { kind: 'response', body: { json: [] } },
}

describe('the answer of a variant', () => {
  it('as recorded has the status, headers, cookies, body and delay of the call, and nothing of its transfer', () => {
    expect(answerOf('recorded', call())).toEqual({
      kind: 'response',
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'X-Cache': 'HIT' },
      cookies: ['sid=1; Path=/'],
      body: { json: { total: 2, items: [{ id: 1 }, { id: 2 }] } },
      delay: 120,
    })
  })

  it('keeps a JSON text that JavaScript cannot hold as it came', () => {
    const text = '{"id":12345678901234567890}'
    expect(answerOf('recorded', call({}, text))).toMatchObject({ body: { text } })
  })

  it('empty keeps the shape, without what is in its lists', () => {
    expect(answerOf('empty', call())).toMatchObject({ body: { json: { total: 0, items: [] } } })
    expect(answerOf('empty', call({}, '[1,2]'))).toMatchObject({ body: { json: [] } })
  })

  it('is sound as a rule, whatever the variant and the call', () => {
    for (const task of [{}, { statusCode: 304 }, { api: 'connectSocket', url: 'wss://api.example.com/feed' }, { api: 'page' }] as const) {
      const recorded = { ...call(task), ...(task.api === 'connectSocket' && { script: [{ text: 'hi' }] }) }
      for (const variant of variantsOf(recorded)) {
        const { rules } = mockCall([], recorded, named(answerOf(variant, recorded), variant), 'new', NAMES)
        expect(parseRules(rules)).toEqual(rules)
      }
    }
  })

  it('is not offered where it would make no sense', () => {
    const { statusCode: _, ...failed } = call().task
    expect(variantsOf({ task: failed })).toEqual(['unauthorized', 'not-found', 'server-error', 'timeout', 'offline'])
    expect(variantsOf(call())).toEqual(VARIANTS)
  })
})

describe('a mocked call', () => {
  it('makes a rule before all others, for its method and address without the query', () => {
    const pattern = { ...teas, id: 'any', when: { url: '*/v1/*' } }
    const { rules, ruleId } = mockCall([pattern], call(), named(answerOf('server-error', call()), '500'), 'new', NAMES)
    expect(ruleId).toBe('new')
    expect(rules).toHaveLength(2)
    expect(rules[0]).toMatchObject({
      name: '/v1/teas',
      enabled: true,
      when: { method: 'GET', url: 'https://api.example.com/v1/teas' },
      respond: { mode: 'pick', picked: '500', answers: [{ name: '500', status: 500 }] },
    })
  })

  it('changes the rule that is for exactly this address, and keeps the answers that it had', () => {
    const answer = named(answerOf('not-found', call()), '404')
    const once = mockCall([{ ...teas, enabled: false }], call(), answer, 'new', NAMES)
    expect(once.ruleId).toBe('teas')
    expect(once.rules).toMatchObject([{ enabled: true, respond: { picked: '404', answers: [{ name: 'As coded' }, { name: '404' }] } }])
    const twice = mockCall(once.rules, call(), { ...answer, name: 'As coded' }, 'new', NAMES)
    expect(twice.rules).toMatchObject([{ respond: { picked: 'As coded', answers: [{ name: 'As coded', status: 404 }, { name: '404' }] } }])
    expect(parseRules(twice.rules)).toEqual(twice.rules)
  })

  it('changes the rule that answered, with all that it asks for', () => {
    const demanding = { ...teas, when: { ...teas.when, all: [{ on: 'query', name: 'page', operator: 'equals', value: '1' }] } } as MockRule
    expect(ruleFor([teas, demanding], call({ by: 'mock', ruleId: 'teas' }))).toBe(teas)
    expect(ruleFor([{ ...demanding, id: 'page-1' }], call({ by: 'mock', ruleId: 'page-1' }))?.id).toBe('page-1')
    expect(ruleFor([{ ...teas, when: { url: '*/v1/:what' } }], call({ by: 'mock', ruleId: 'teas' }))).toBeUndefined()
  })

  it('leaves a rule alone that asks for more than the address, or answers another method', () => {
    const demanding = { ...teas, when: { ...teas.when, all: [{ on: 'query', name: 'page', operator: 'exists' }] } } as MockRule
    expect(ruleFor([demanding, { ...teas, when: { ...teas.when, method: 'POST' } }], call())).toBeUndefined()
  })
})

it.each([
  ['https://api.example.com/v1/teas/42', 'https://api.example.com/v1/teas/:id'],
  ['https://api.example.com/orders/HS-1122-9/items/7', 'https://api.example.com/orders/:id/items/:id2'],
  ['https://api.example.com/u/0b7e2f8a-1f0e-4b0a-9c2e-0d9c1f7a2b3c', 'https://api.example.com/u/:id'],
  ['https://api.example.com/v1/teas', undefined],
  ['https://10.0.0.1/v1', undefined],
])('the pattern of %s is %s', (address, pattern) => {
  expect(patternOf(address)).toBe(pattern)
})
