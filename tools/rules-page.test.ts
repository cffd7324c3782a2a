import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MockAnswer, MockRule } from '../src/contract/mock/mock-rule.ts'
import { parseRules } from '../src/contract/parse/parse-rules.ts'
import { parseScenarios } from '../src/contract/parse/parse-scenarios.ts'
import { applyScenario } from '../src/mocks/apply-scenario.ts'
import { createFakeClock } from '../src/testing/fake-clock.ts'
import { factsOfCall } from '../src/transport/msw/call/call-facts.ts'
import { compileRule } from '../src/transport/msw/rules/compile-rule.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', 'docs', 'rules.md'), 'utf8')
const examples = (kind: 'rule' | 'scenario') =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`json ${kind}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => JSON.parse(text) as unknown)

const RULES = parseRules(examples('rule'))
const one = (id: string) => RULES.find((rule) => rule.id === id) as MockRule

/** What a rule says to a call. */
async function ask(rule: MockRule, call: { url: string; method?: string; header?: [string, string][]; body?: string }) {
  const clock = createFakeClock()
  const { forCalls } = compileRule(rule, { clock: { ...clock, sleep: async () => {} }, taken: () => {} })
  const { url, method = 'GET', header = [], body } = call
  const outgoing = { taskId: 't', api: 'request', method, url, header, redirect: 'follow' } as const
  const taken = await forCalls?.take(factsOfCall({ ...outgoing, body: body === undefined ? undefined : new TextEncoder().encode(body) }))
  return typeof taken === 'function' ? taken(new AbortController().signal) : taken
}

describe('the page of rules', () => {
  it('has examples that are rules, and scenarios that pick answers of these', () => {
    expect(RULES.length).toBeGreaterThan(10)
    const scenarios = parseScenarios(examples('scenario'))
    const applied = applyScenario(RULES, scenarios[0])
    expect(applied.find(({ id }) => id === 'states')?.respond).toMatchObject({ picked: 'Empty' })
    expect(applied.find(({ id }) => id === 'moved')?.enabled).toBe(false)
  })

  it('tells of every field that a rule has, of every kind of answer, condition and step', () => {
    const text = JSON.stringify(RULES)
    const kinds: MockAnswer['kind'][] = ['response', 'redirect', 'fail', 'hang', 'passthrough', 'socket']
    const fields = ['group', 'limit', 'api', 'method', 'all', 'any', 'not', 'status', 'headers', 'cookies', 'delay', 'throttle', 'chunks']
    const bodies = ['json', 'text', 'base64', 'template', 'mockjs', 'seed']
    const steps = ['expect', 'on', 'reply', 'echo', 'repeat', 'close', 'protocol']
    const words = ['query', 'header', 'cookie', 'body', 'call', 'equals', 'contains', 'matches', 'exists', '<', 'pick', 'random']
    for (const name of [...fields, ...bodies, ...steps]) expect(text, name).toContain(`"${name}":`)
    for (const word of [...kinds, ...words]) expect(text, word).toContain(`"${word}"`)
  })

  it('has examples that answer as it says', async () => {
    const order = { url: 'https://api.example.com/orders/7?page=1', header: [['X-Version', 'v2']] as [string, string][] }
    expect(await ask(one('one-order'), order)).toMatchObject({ status: 200 })
    expect(await ask(one('one-order'), { ...order, body: '{"user":{"tags":["x"]}}', method: 'POST' })).toBeUndefined()
    expect(await ask(one('response'), { url: 'https://a.example/response' })).toMatchObject({
      status: 201,
      cookies: ['sid=1; Path=/; HttpOnly'],
    })
    const filled = await ask(one('template'), { url: 'https://a.example/teas/longjing?page=3', header: [['Cookie', 'sid=9']] })
    if (typeof filled !== 'object') throw new Error('no answer')
    expect(JSON.parse(new TextDecoder().decode(filled.body as Uint8Array))).toMatchObject({
      id: 'longjing',
      page: 3,
      name: 'nobody',
      session: '9',
      nth: 1,
    })
    const made = await ask(one('mockjs'), { url: 'https://a.example/shops/9/teas?size=4' })
    if (typeof made !== 'object') throw new Error('no answer')
    const { shop, items } = JSON.parse(new TextDecoder().decode(made.body as Uint8Array)) as { shop: string; items: { id: number }[] }
    expect([shop, items.map(({ id }) => id)]).toEqual(['9', [100, 101, 102, 103]])
    expect(items[0]).toMatchObject({ buyer: { name: expect.stringMatching(/^[一-龥]{2,4}$/), line: expect.stringMatching(/9$/) } })
    expect(await ask(one('moved'), { url: 'https://a.example/old' })).toMatchObject({ status: 307, header: { Location: '/new' } })
    await expect(ask(one('reset'), { url: 'https://a.example/reset' })).rejects.toMatchObject({ failure: 'ERR_CONNECTION_RESET' })
    expect(await ask(one('real'), { url: 'https://a.example/real' })).toBe('network')
    expect(await ask(one('states'), { url: 'https://a.example/cart' })).toMatchObject({ size: 2 })
  })
})
