import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawDelay } from '../../../contract/draw/draw-delay.ts'
import type { Json } from '../../../contract/event/json.ts'
import type { Condition, MockAnswer, MockRule } from '../../../contract/mock/mock-rule.ts'
import { parseRules } from '../../../contract/parse/parse-rules.ts'
import type { Outgoing } from '../../../contract/transport.ts'
import { createFakeClock } from '../../../testing/fake-clock.ts'
import { factsOfCall } from '../call/call-facts.ts'
import { compileRule } from './compile-rule.ts'
import { toResponse } from './rule-answer.ts'

interface Call extends Partial<Omit<Outgoing, 'body' | 'header'>> {
  readonly header?: Record<string, string>
  readonly body?: string
}

function setUp(more: Partial<MockRule>) {
  const clock = createFakeClock()
  const rule: MockRule = { id: 'r', name: 'R', enabled: true, when: { url: '*' }, respond: { kind: 'response' }, ...more }
  const [parsed] = parseRules([rule]) as [MockRule]
  const { forCalls } = compileRule(parsed, { clock, taken: () => {} })
  /** The response, `'network'` when the rule lets the call pass, or `undefined` when it does not match. */
  const ask = async ({ header = {}, body, ...rest }: Call = {}): Promise<Response | 'network' | undefined> => {
    const outgoing: Outgoing = {
      taskId: 't',
      api: 'request',
      method: 'GET',
      url: 'https://api.example.com/users/7',
      redirect: 'follow',
      ...rest,
      header: Object.entries(header),
      body: body === undefined ? undefined : new TextEncoder().encode(body),
    }
    const taken = await forCalls?.take(factsOfCall(outgoing))
    return taken === undefined || taken === 'network' ? taken : toResponse(taken(new AbortController().signal))
  }
  const call = async (one?: Call): Promise<Response | undefined> => {
    const answer = await ask(one)
    return answer === 'network' ? undefined : answer
  }
  const matches = async (one?: Call) => (await ask(one)) !== undefined
  return { clock, ask, call, matches }
}

const onUrl = (url: string) => setUp({ when: { url } }).matches
const asking = (...all: Condition[]) => setUp({ when: { url: '*', all } }).matches

describe('the url of a rule', () => {
  it('is exact when it has no pattern, and ignores the query', async () => {
    const matches = onUrl('https://api.example.com/users/7')
    expect(await matches({ url: 'https://api.example.com/users/7?a=1' })).toBe(true)
    expect(await matches({ url: 'https://api.example.com/users/77' })).toBe(false)
    expect(await matches({ url: 'https://api.example.com:8443/users/7' })).toBe(false)
  })

  it.each([
    ['https://api.example.com/users/:id', true],
    ['https://*/users/*', true],
    ['*/users/:id', true],
    ['https://API.example.com/users/7', true],
    ['https://api.example.com/users/:id/orders', false],
    ['/^https:\\/\\/api\\.(\\w+)\\.com\\/users\\/\\d+$/', true],
    ['/USERS/i', true],
    ['/^http:/', false],
  ])('matches %s: %s', async (url, expected) => {
    expect(await onUrl(url)({})).toBe(expected)
  })

  it('matches Chinese paths as people write them', async () => {
    expect(await onUrl('https://api.example.com/商品')({ url: 'https://api.example.com/%E5%95%86%E5%93%81' })).toBe(true)
    const { call } = setUp({ when: { url: '*/商品/:name' }, respond: { kind: 'response', body: { template: '{{params.name}}' } } })
    expect(await (await call({ url: 'https://api.example.com/%E5%95%86%E5%93%81/%E8%8C%B6' }))?.json()).toBe('茶')
  })
})

describe('the conditions of a rule', () => {
  it('asks for the method in any letter case', async () => {
    const { matches } = setUp({ when: { url: '*', method: ['post', 'PUT'] } })
    expect([await matches({ method: 'POST' }), await matches({ method: 'PUT' }), await matches({})]).toEqual([true, true, false])
  })

  it('takes only calls of its api', async () => {
    const { matches } = setUp({ when: { url: '*', api: 'uploadFile' } })
    expect(await matches({})).toBe(false)
    expect(await setUp({ when: { url: '*', api: 'request' } }).matches({})).toBe(true)
  })

  it.each<[string, Condition, Call, boolean]>([
    ['a query value', { on: 'query', name: 'page', operator: 'equals', value: 2 }, { url: 'https://a.cn/?page=2' }, true],
    [
      'one of repeated query values',
      { on: 'query', name: 'tag', operator: 'equals', value: 'b' },
      { url: 'https://a.cn/?tag=a&tag=b' },
      true,
    ],
    ['a query key that is not there', { on: 'query', name: 'page', operator: 'exists' }, { url: 'https://a.cn/?p=2' }, false],
    ['the same, turned round', { on: 'query', name: 'page', operator: 'exists', not: true }, { url: 'https://a.cn/?p=2' }, true],
    [
      'a header in any letter case',
      { on: 'header', name: 'authorization', operator: 'contains', value: 'Bearer' },
      { header: { Authorization: 'Bearer x' } },
      true,
    ],
    ['a cookie', { on: 'cookie', name: 'sid', operator: 'equals', value: '9' }, { header: { Cookie: 'a=1; sid=9' } }, true],
    ['a regular expression', { on: 'header', name: 'x-v', operator: 'matches', value: '/^v\\d+$/i' }, { header: { 'X-V': 'V12' } }, true],
    ['a source without slashes', { on: 'header', name: 'x-v', operator: 'matches', value: '^v\\d+$' }, { header: { 'X-V': 'V12' } }, false],
    [
      'a number in the body',
      { on: 'body', name: '$.items[1].count', operator: '>', value: 4 },
      { body: '{"items":[{},{"count":5}]}' },
      true,
    ],
    [
      'a number in the body that is too small',
      { on: 'body', name: '$.items[1].count', operator: '<', value: 5 },
      { body: '{"items":[{},{"count":5}]}' },
      false,
    ],
    [
      'an object in the body, in any order of keys',
      { on: 'body', name: 'user', operator: 'equals', value: { a: 1, b: [2] } },
      { body: '{"user":{"b":[2],"a":1}}' },
      true,
    ],
    ['a list in the body', { on: 'body', name: '$.tags', operator: 'contains', value: 'x' }, { body: '{"tags":["y","x"]}' }, true],
    [
      'a field of a form',
      { on: 'body', name: 'name', operator: 'equals', value: '茶 a' },
      { header: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'name=%E8%8C%B6+a' },
      true,
    ],
    ['a text body', { on: 'body', operator: 'contains', value: 'soap' }, { body: '<soap/>' }, true],
    ['a body that is not there', { on: 'body', operator: 'exists' }, {}, false],
    ['an empty text against a number', { on: 'query', name: 'n', operator: '<', value: 1 }, { url: 'https://a.cn/?n=' }, false],
    ['keys that every object inherits', { on: 'body', name: 'constructor', operator: 'exists' }, { body: '{}' }, false],
  ])('looks at %s', async (_, condition, call, expected) => {
    const given = { ...call, ...(call.body !== undefined && { method: 'POST' }) }
    expect(await asking(condition)(given)).toBe(expected)
  })

  it('wants all of all and one of any', async () => {
    const all: Condition[] = [{ on: 'query', name: 'a', operator: 'exists' }]
    const any: Condition[] = [
      { on: 'query', name: 'b', operator: 'exists' },
      { on: 'query', name: 'c', operator: 'exists' },
    ]
    const { matches } = setUp({ when: { url: '*', all, any } })
    expect(await matches({ url: 'https://a.cn/?a&c' })).toBe(true)
    expect(await matches({ url: 'https://a.cn/?a' })).toBe(false)
    expect(await matches({ url: 'https://a.cn/?b' })).toBe(false)
  })

  it('counts calls that everything else lets through', async () => {
    const { matches } = setUp({
      when: {
        url: '*/users/*',
        all: [
          { on: 'call', operator: '>', value: 1 },
          { on: 'call', operator: '<', value: 4 },
        ],
      },
    })
    expect(await matches({ url: 'https://a.cn/other' })).toBe(false)
    expect([await matches(), await matches(), await matches(), await matches()]).toEqual([false, true, true, false])
  })

  it('stops after its limit, also when calls come at once', async () => {
    const { matches } = setUp({ limit: 2, when: { url: '*', all: [{ on: 'body', name: 'a', operator: 'exists' }] } })
    const calls = [1, 2, 3, 4].map(() => matches({ method: 'POST', body: '{"a":1}' }))
    expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(2)
    expect(await matches({ method: 'POST', body: '{"a":1}' })).toBe(false)
  })
})

describe('the answers of a rule', () => {
  const answers: MockAnswer[] = [200, 201, 202].map((status) => ({ kind: 'response', status }))
  const statuses = async (respond: MockRule['respond'], count: number) => {
    const { call } = setUp({ respond })
    const got: (number | undefined)[] = []
    for (let hit = 0; hit < count; hit += 1) got.push((await call())?.status)
    return got
  }

  it('come in order, and a sequence stays at the last', async () => {
    expect(await statuses({ mode: 'sequence', answers }, 5)).toEqual([200, 201, 202, 202, 202])
  })

  it('begin anew in a cycle', async () => {
    expect(await statuses({ mode: 'cycle', answers }, 5)).toEqual([200, 201, 202, 200, 201])
  })

  it('are the same for the same seed', async () => {
    const first = await statuses({ mode: 'random', answers, seed: 4 }, 30)
    expect(await statuses({ mode: 'random', answers, seed: 4 }, 30)).toEqual(first)
    expect(await statuses({ mode: 'random', answers, seed: 5 }, 30)).not.toEqual(first)
    expect(new Set(first)).toEqual(new Set([200, 201, 202]))
  })

  it('come in the order that their mode says, for any number of answers, hits and limit, and the same way each time', async () => {
    const shape = fc.record({
      mode: fc.constantFrom('sequence' as const, 'cycle' as const, 'random' as const),
      count: fc.integer({ min: 1, max: 6 }),
      hits: fc.integer({ min: 1, max: 12 }),
      limit: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      seed: fc.nat(1000),
    })
    await fc.assert(
      fc.asyncProperty(shape, async ({ mode, count, hits, limit, seed }) => {
        const some: MockAnswer[] = Array.from({ length: count }, (_, nth) => ({ kind: 'response', status: 200 + nth }))
        const run = async () => {
          const { call } = setUp({ respond: { mode, answers: some, seed }, ...(limit !== undefined && { limit }) })
          const got: (number | undefined)[] = []
          for (let hit = 0; hit < hits; hit += 1) got.push((await call())?.status)
          return got
        }
        const got = await run()
        expect(await run()).toEqual(got)
        got.forEach((status, hit) => {
          if (hit >= (limit ?? Number.POSITIVE_INFINITY)) expect(status).toBeUndefined()
          else if (mode === 'sequence') expect(status).toBe(200 + Math.min(hit, count - 1))
          else if (mode === 'cycle') expect(status).toBe(200 + (hit % count))
          else expect(status).toBeGreaterThanOrEqual(200)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('let a call pass to the network where one says so', async () => {
    const { ask } = setUp({ respond: { mode: 'sequence', answers: [{ kind: 'passthrough' }, { kind: 'response', status: 201 }] } })
    expect(await ask()).toBe('network')
    expect(await ask()).toMatchObject({ status: 201 })
  })

  it('have no body where the status forbids one', async () => {
    const { call } = setUp({ respond: { kind: 'response', status: 204, body: { text: 'x' } } })
    expect((await call())?.body).toBeNull()
  })

  it('send bytes as they are', async () => {
    const { call } = setUp({ respond: { kind: 'response', body: { base64: 'AP+AAQ==' } } })
    const response = await call()
    expect([...new Uint8Array(await response!.arrayBuffer())]).toEqual([0, 255, 128, 1])
    expect(response?.headers.get('content-type')).toBe('application/octet-stream')
  })
})

describe('a template', () => {
  const fill = async (template: Json, one: Call = {}) => {
    const { call } = setUp({ when: { url: '*/users/:id' }, respond: { kind: 'response', body: { template } } })
    return (await call(one))?.json()
  }

  it('replaces expressions and keeps the type of a value that stands alone', async () => {
    const body = '{"user":{"name":"茶","tags":["a","b"],"n":3}}'
    expect(
      await fill(
        {
          id: '{{params.id}}',
          idNumber: '{{ params.id | number }}',
          page: '{{query.page | default 1 | number}}',
          q: 'q={{query.q}}!',
          none: '{{query.none}}',
          agent: '{{header.User-Agent}}',
          sid: '{{cookie.sid}}',
          user: '{{body.user}}',
          first: '{{body.user.tags[0]}}',
          text: 'n {{body.user.n}} {{body.user.tags}}',
          call: '{{call}}',
          plain: [true, null, 1],
        },
        { method: 'POST', url: 'https://a.cn/users/42?q=x', header: { 'User-Agent': 'MicroMessenger', Cookie: 'sid=9' }, body },
      ),
    ).toEqual({
      id: '42',
      idNumber: 42,
      page: 1,
      q: 'q=x!',
      none: null,
      agent: 'MicroMessenger',
      sid: '9',
      user: { name: '茶', tags: ['a', 'b'], n: 3 },
      first: 'a',
      text: 'n 3 ["a","b"]',
      call: 1,
      plain: [true, null, 1],
    })
  })

  it('knows the time of the session', async () => {
    expect(await fill(['{{now}}', '{{timestamp}}'])).toEqual(['2026-06-01T08:00:00.000Z', 1780300800000])
  })

  it('leaves what is no expression as it was written, and runs no code', async () => {
    const template = ['{{alert(1)}}', '{{constructor.constructor}}', '{{query}} {{nothing.x}}', '{{call | unknown}}', '{{ }}']
    expect(await fill(template)).toEqual(['{{alert(1)}}', '{{constructor.constructor}}', ' {{nothing.x}}', '{{call | unknown}}', '{{ }}'])
    expect(await fill('{{body.constructor.name}}', { method: 'POST', body: '{}' })).toBeNull()
    expect(await fill('{{params.__proto__}}')).toBeNull()
  })
})

describe('a delay', () => {
  const draws = (distribution: 'uniform' | 'normal' | 'spike') =>
    Array.from({ length: 2000 }, (_, hit) => drawDelay({ mean: 200, jitter: 50, distribution, seed: 1 }, 'r', hit))

  it('is drawn evenly from mean ± jitter', () => {
    const values = draws('uniform')
    expect(Math.min(...values)).toBeGreaterThanOrEqual(150)
    expect(Math.max(...values)).toBeLessThanOrEqual(250)
    expect(values.reduce((sum, value) => sum + value) / values.length).toBeCloseTo(200, -1)
  })

  it('lies within mean ± jitter nineteen times in twenty when it is normal', () => {
    const inside = draws('normal').filter((value) => Math.abs(value - 200) <= 50).length / 2000
    expect(inside).toBeGreaterThan(0.93)
    expect(inside).toBeLessThan(0.97)
  })

  it('is ten jitters longer in one call of ten when it spikes', () => {
    const spikes = draws('spike').filter((value) => value > 600).length / 2000
    expect(spikes).toBeGreaterThan(0.07)
    expect(spikes).toBeLessThan(0.13)
  })

  it('is drawn apart for two rules that name no seed, and again the same for each of them', () => {
    const drawn = (ruleId: string) => Array.from({ length: 5 }, (_, hit) => drawDelay({ mean: 200, jitter: 50 }, ruleId, hit))
    expect(drawn('a')).not.toEqual(drawn('b'))
    expect(drawn('a')).toEqual(drawn('a'))
  })

  it('is never negative, and the same for the same seed and hit', () => {
    const delay = { mean: 5, jitter: 50, seed: 3 }
    expect(drawDelay(delay, 'r', 7)).toBe(drawDelay(delay, 'other', 7))
    for (let hit = 0; hit < 500; hit += 1) expect(drawDelay(delay, 'r', hit)).toBeGreaterThanOrEqual(0)
  })
})

describe('any rule', () => {
  const anyAnswer = fc.oneof(
    fc.record(
      {
        kind: fc.constant('response'),
        status: fc.integer({ min: 200, max: 599 }),
        headers: fc.dictionary(
          fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,8}$/),
          fc.oneof(fc.stringMatching(/^[^\r\n\0]{0,9}$/), fc.array(fc.stringMatching(/^[^\r\n\0]{0,9}$/))),
        ),
        cookies: fc.array(fc.stringMatching(/^[^\r\n\0]{1,12}$/)),
        body: fc.oneof(fc.record({ json: fc.jsonValue() }), fc.record({ text: fc.string() }), fc.record({ template: fc.jsonValue() })),
        throttle: fc.record({ bytesPerSecond: fc.integer({ min: 1, max: 1e9 }) }),
        chunks: fc.array(fc.record({ after: fc.nat(1000), text: fc.string() })),
      },
      { requiredKeys: ['kind'] },
    ),
    fc.record({ kind: fc.constant('redirect'), to: fc.stringMatching(/^[^\r\n\0]{1,12}$/) }),
    fc.record({ kind: fc.constant('fail'), error: fc.constant('ERR_FAILED') }),
    fc.record({ kind: fc.constant('passthrough') }),
  )
  const anyCondition = fc.record(
    {
      on: fc.constantFrom('query', 'header', 'cookie', 'body', 'call'),
      name: fc.string(),
      operator: fc.constantFrom('equals', 'contains', 'matches', 'exists', '<', '>'),
      value: fc.jsonValue(),
      not: fc.boolean(),
    },
    { requiredKeys: ['on', 'operator'] },
  )
  const anyRule = fc.record({
    id: fc.constant('r'),
    name: fc.string(),
    enabled: fc.constant(true),
    when: fc.record({
      url: fc.oneof(
        fc.constantFrom('*', '*/x', 'https://a.cn/:id', '/a(/', '/x/g'),
        fc.string().map((text) => `https://${text}`),
        fc.string().map((text) => `/${text}/`),
      ),
      all: fc.array(anyCondition, { maxLength: 2 }),
    }),
    respond: fc.oneof(anyAnswer, fc.record({ mode: fc.constantFrom('sequence', 'cycle', 'random'), answers: fc.array(anyAnswer) })),
  })

  it('that parses compiles, and its handler never throws', async () => {
    let compiled = 0
    await fc.assert(
      fc.asyncProperty(anyRule, fc.webUrl({ withQueryParameters: true }), async (rule, url) => {
        let parsed: readonly MockRule[]
        try {
          parsed = parseRules([rule])
        } catch {
          return
        }
        compiled += 1
        const { call } = setUp(parsed[0] as MockRule)
        await call({ url, method: 'POST', body: '{"a":[1]}' })
      }),
      { numRuns: 300 },
    )
    expect(compiled).toBeGreaterThan(30)
  }, 30_000)
})

describe('a rule with named answers', () => {
  it('gives the one that is picked, at every hit', async () => {
    const { call } = setUp({
      respond: {
        mode: 'pick',
        picked: 'gone',
        answers: [
          { name: 'there', kind: 'response' },
          { name: 'gone', kind: 'response', status: 404 },
        ],
      },
    })
    expect([(await call())?.status, (await call())?.status]).toEqual([404, 404])
  })
})
