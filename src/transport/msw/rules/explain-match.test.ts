import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../contract/event/json.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { Condition, MockRule } from '../../../contract/mock/mock-rule.ts'
import { createFakeClock } from '../../../testing/fake-clock.ts'
import { factsOfCall } from '../call/call-facts.ts'
import { recordedFacts } from '../call/recorded-facts.ts'
import { compileRule } from './compile-rule.ts'
import { explainMatch } from './explain-match.ts'

const SENT = {
  method: 'POST',
  url: 'https://api.example.com/orders/7?page=2&tag=a&tag=b',
  header: [
    ['content-type', 'application/json'],
    ['Cookie', 'sid=9'],
    ['X-Trace', 'abc'],
  ] as const,
  dropped: [],
  body: { kind: 'text', text: '{"user":{"name":"Lin"}}', size: 23 } as const,
}
const EVENTS = [
  { type: 'created', taskId: 't', seq: 0, at: 0, api: 'request', environment: {}, given: {}, sent: SENT },
] as unknown as TaskEvent[]

const rule = (when: Partial<MockRule['when']>, more: Partial<MockRule> = {}): MockRule => ({
  id: 'r',
  name: 'R',
  enabled: true,
  when: { url: '*/orders/:id', ...when },
  respond: { kind: 'response' },
  ...more,
})

function explain(asked: MockRule) {
  const call = recordedFacts(EVENTS)
  if (!call) throw new Error('the call was not sent')
  return explainMatch(asked, call)
}

describe('explainMatch', () => {
  it('tells clause by clause what it saw, also after one that does not hold', () => {
    const all: Condition[] = [
      { on: 'query', name: 'tag', operator: 'equals', value: 'b' },
      { on: 'header', name: 'x-trace', operator: 'equals', value: 'other' },
      { on: 'body', name: '$.user.name', operator: 'equals', value: 'Lin' },
      { on: 'cookie', name: 'none', operator: 'exists' },
      { on: 'call', operator: '<', value: 3 },
    ]
    expect(explain(rule({ method: 'GET', all }))).toEqual({
      ruleId: 'r',
      taken: false,
      clauses: [
        { clause: 'enabled', holds: true },
        { clause: 'api', holds: true, saw: 'request' },
        { clause: 'method', holds: false, saw: 'POST' },
        { clause: 'url', holds: true, saw: 'https://api.example.com/orders/7' },
        { clause: 'all[0]', holds: true, saw: ['a', 'b'] },
        { clause: 'all[1]', holds: false, saw: ['abc'] },
        { clause: 'all[2]', holds: true, saw: ['Lin'] },
        { clause: 'all[3]', holds: false },
      ],
    })
  })

  it('asks of several conditions under `any` that one holds', () => {
    const any: Condition[] = [
      { on: 'query', name: 'page', operator: 'equals', value: 1 },
      { on: 'query', name: 'page', operator: 'equals', value: 2 },
    ]
    expect(explain(rule({ any }))).toMatchObject({ taken: true })
    expect(explain(rule({ any: any.slice(0, 1) })).clauses.at(-1)).toEqual({ clause: 'any', holds: false })
  })

  it('tells a rule that is switched off, or that plays a socket', () => {
    expect(explain(rule({}, { enabled: false }))).toMatchObject({ taken: false, clauses: [{ clause: 'enabled', holds: false }, {}, {}] })
    expect(explain(rule({}, { respond: { kind: 'socket', script: [] } })).clauses[1]).toEqual({
      clause: 'api',
      holds: false,
      saw: 'request',
    })
  })

  it('says of every rule what the rule does', async () => {
    const url = fc.constantFrom('*', '*/orders/*', 'https://api.example.com/orders/7', 'https://api.example.com/orders', '/orders\\/\\d/')
    const value = fc.constantFrom<Json>('2', 2, 'a', 'Lin', 'abc', '9', 1)
    const condition = fc.record({
      on: fc.constantFrom('query', 'header', 'cookie'),
      name: fc.constantFrom('page', 'tag', 'x-trace', 'sid'),
      operator: fc.constantFrom('equals', 'contains', 'exists', '<', '>'),
      value,
      not: fc.boolean(),
    }) as fc.Arbitrary<Condition>
    const conditions = fc.array(condition, { maxLength: 3 })
    const when = fc.record(
      {
        url,
        method: fc.constantFrom('GET', 'POST', ['PUT', 'post']),
        api: fc.constantFrom('request', 'uploadFile'),
        all: conditions,
        any: conditions,
      },
      { requiredKeys: ['url'] },
    ) as fc.Arbitrary<MockRule['when']>
    const facts = factsOfCall({ ...SENT, taskId: 't', api: 'request', redirect: 'follow', body: new TextEncoder().encode(SENT.body.text) })
    await fc.assert(
      fc.asyncProperty(when, async (asked) => {
        const one = rule(asked)
        const took = await compileRule(one, { clock: createFakeClock(), taken: () => {} }).forCalls?.take(facts)
        expect(explain(one).taken).toBe(took !== undefined)
      }),
    )
  })
})
