import { describe, expect, it } from 'vitest'
import { InspectorError, type Issue } from '../inspector-error.ts'
import { parseRules } from './parse-rules.ts'

const good = {
  id: 'orders',
  name: 'Orders',
  enabled: true,
  when: { url: 'https://api.example.com/orders/:id' },
  respond: { kind: 'response', status: 200, body: { json: { ok: true } } },
}

const withWhen = (when: object) => [{ ...good, when: { ...good.when, ...when } }]
const withAnswer = (respond: object) => [{ ...good, respond: { kind: 'response', ...respond } }]

function faultsOf(input: unknown): readonly Issue[] {
  try {
    parseRules(input)
  } catch (error) {
    if (error instanceof InspectorError && error.code === 'bad-rules') return error.issues
    throw error
  }
  return []
}

const messagesOf = (input: unknown) => faultsOf(input).map(({ path, message }) => `${path}: ${message}`)

describe('parseRules', () => {
  it('gives back what it was given, as a copy', () => {
    const rules = parseRules([good])
    expect(rules).toEqual([good])
    expect(rules[0]).not.toBe(good)
  })

  it('takes every kind of answer, match and delay that a rule can say', () => {
    const rules = [
      {
        ...good,
        id: '1',
        when: { api: 'request', method: ['GET', 'post'], url: '/^https:\\/\\/api\\.(.+)$/i' },
        respond: { kind: 'hang' },
      },
      {
        ...good,
        id: '2',
        limit: 3,
        respond: { mode: 'cycle', answers: [{ kind: 'passthrough' }, { kind: 'redirect', status: 307, to: '/login' }] },
      },
      { ...good, id: '3', respond: { mode: 'random', seed: 7, answers: [{ kind: 'fail', error: 'ERR_CERT_DATE_INVALID', delay: 20 }] } },
      {
        ...good,
        id: '4',
        when: {
          url: '*/search',
          all: [
            { on: 'query', name: 'q', operator: 'matches', value: '/^a/i', not: true },
            { on: 'body', name: '$.user.tags[0]', operator: 'exists' },
          ],
          any: [{ on: 'call', operator: '<', value: 3 }],
        },
        respond: {
          kind: 'response',
          headers: { 'X-Many': ['a', 'b'], 'X-One': '1' },
          cookies: ['sid=1; Path=/; Expires=Wed, 09 Jun 2027 10:18:14 GMT'],
          body: { template: { page: '{{query.page | number}}' } },
          delay: { mean: 200, jitter: 50, distribution: 'spike', seed: 3 },
          throttle: { bytesPerSecond: 4096 },
          chunks: [
            { after: 100, text: 'x' },
            { after: 50, base64: 'AAE=' },
          ],
        },
      },
      { ...good, id: '5', respond: { kind: 'response', body: { json: null } } },
    ]
    expect(parseRules(rules)).toEqual(rules)
  })

  it('names every fault with its path and the remedy', () => {
    expect(messagesOf([good, { ...good, id: 'b', respond: { kind: 'response', status: 99 } }])).toEqual([
      'rules[1].respond.status: must be 200 to 599: an answer cannot end with a lower status',
    ])
    expect(messagesOf(withAnswer({ status: '200' }))).toEqual(['rules[0].respond.status: must be a number'])
    expect(messagesOf(withAnswer({ status: 600 }))).toEqual(['rules[0].respond.status: must be 200 to 599'])
    expect(messagesOf([{ ...good, name: undefined }])).toEqual(['rules[0].name: is missing: it must be there'])
    expect(messagesOf([{ ...good, enabled: 'yes', when: { url: '' } }])).toHaveLength(2)
  })

  it('refuses two rules with one id', () => {
    expect(messagesOf([good, { ...good, id: 'other' }, good])).toEqual([
      'rules[2].id: is the id of rule 0 as well: every rule needs its own',
    ])
  })

  it.each([
    ['/(/', 'is not a legal regular expression'],
    ['/a/zz', 'is not a legal regular expression'],
    ['/(?=a)b*/', 'has a look-ahead (?=…) beside a repetition. A rule is matched in linear time'],
    ['https://api.example.com/x?page=1', 'must not have a query or a hash'],
    ['https://api.example.com/x#top', 'must not have a query or a hash'],
    ['api.example.com/x', 'must be an absolute http or https url'],
    ['https://api.example.com:99999/', 'is not a legal url'],
    ['https://api.example.com/a b', 'must not hold white space'],
  ])('refuses the url %s', (url, message) => {
    expect(messagesOf(withWhen({ url }))).toEqual([expect.stringContaining(`rules[0].when.url: ${message}`)])
  })

  it.each([
    '*/x',
    'https://*/x',
    'https://:sub.example.com/:id?',
    'http://[::1]:8080/x',
    'https://api.example.com:*/x',
    '/users/:id',
    '/^https:/',
  ])('takes the url %s', (url) => {
    expect(messagesOf(withWhen({ url }))).toEqual([])
  })

  it('refuses base64 that is none', () => {
    expect(messagesOf(withAnswer({ body: { base64: 'not base64!' } }))[0]).toContain('rules[0].respond.body.base64: is not base64')
    expect(messagesOf(withAnswer({ chunks: [{ after: 1, base64: 'A' }] }))[0]).toContain('rules[0].respond.chunks[0].base64: is not base64')
  })

  it('takes base64 with and without its padding', () => {
    for (const base64 of ['', 'AA==', 'AA', 'AAE=', 'AAE', 'AAAA', 'ab+/']) expect(messagesOf(withAnswer({ body: { base64 } }))).toEqual([])
    for (const base64 of ['A', 'AAA==', 'A===', 'AA=A', 'AA A']) expect(messagesOf(withAnswer({ body: { base64 } }))).toHaveLength(1)
  })

  it('is not held up by a path that is made to be slow', () => {
    expect(messagesOf(withWhen({ all: [{ on: 'body', name: `${'a'.repeat(5000)}"`, operator: 'exists' }] }))).toHaveLength(1)
  })

  it('wants exactly one form of body and of chunk', () => {
    expect(messagesOf(withAnswer({ body: {} }))[0]).toContain('rules[0].respond.body: must be one of')
    expect(messagesOf(withAnswer({ body: { text: 'a', json: 1 } }))[0]).toContain('rules[0].respond.body.json: is not a known key')
    expect(messagesOf(withAnswer({ chunks: [{ after: 1 }] }))).toEqual(['rules[0].respond.chunks[0]: needs either text or base64'])
  })

  it('asks a condition for what its kind needs', () => {
    const all = (condition: object) => messagesOf(withWhen({ all: [condition] }))
    expect(all({ on: 'query', operator: 'exists' })).toEqual([expect.stringContaining('rules[0].when.all[0].name: is missing')])
    expect(all({ on: 'query', name: 'q', operator: 'equals' })).toEqual([expect.stringContaining('all[0].value: is missing')])
    expect(all({ on: 'query', name: 'q', operator: 'matches', value: '(' })).toEqual([
      expect.stringContaining('all[0].value: is not a legal regular'),
    ])
    expect(all({ on: 'query', name: 'q', operator: 'matches', value: '(a+)\\1' })).toEqual([
      expect.stringContaining('all[0].value: has a back-reference (\\1) beside a repetition'),
    ])
    expect(all({ on: 'call', operator: '>', value: 'many' })).toEqual([expect.stringContaining('all[0].value: must be a number')])
    expect(all({ on: 'body', name: '$.a[x]', operator: 'exists' })).toEqual([expect.stringContaining('all[0].name: is not a JSON path')])
  })

  it('refuses a header that no HTTP message can carry', () => {
    expect(messagesOf(withAnswer({ headers: { 'X Y': 'a' } }))).toEqual(['rules[0].respond.headers.X Y: is not a legal header name'])
    expect(messagesOf(withAnswer({ headers: { 'X-Y': 'a\r\nb: c' } }))[0]).toContain(
      'rules[0].respond.headers.X-Y: must be a string without line breaks',
    )
  })

  it('tells a misspelt key instead of dropping it', () => {
    expect(messagesOf(withAnswer({ satus: 404 }))).toEqual([
      'rules[0].respond.satus: is not a known key: take it out, or correct its spelling',
    ])
  })

  it('keeps a __proto__ key as plain data', () => {
    const rules = parseRules(JSON.parse(`[${JSON.stringify(good).replace('{"ok":true}', '{"__proto__":{"admin":true}}')}]`))
    const [{ respond }] = rules as unknown as [{ respond: { body: { json: object } } }]
    const { json } = respond.body
    expect(Object.keys(json)).toEqual(['__proto__'])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it.each([[undefined], [null], [{}], ['rules'], [[null]], [[[]]], [[{ respond: [] }]]])('refuses %j without breaking', (input) => {
    expect(messagesOf(input).length).toBeGreaterThan(0)
  })

  it('refuses data that is no JSON at all', () => {
    const circle: unknown[] = []
    circle.push(circle)
    expect(messagesOf(circle)[0]).toContain('circular')
    expect(messagesOf([1n])[0]).toContain('BigInt')
  })
})

describe('named answers', () => {
  const named = (respond: object) => messagesOf([{ ...good, respond }])
  const answers = [
    { name: 'full', kind: 'response', body: { json: [1] } },
    { name: 'broken', kind: 'fail', error: 'ERR_FAILED' },
  ]

  it('are picked by hand, and may have names in the other modes', () => {
    expect(named({ mode: 'pick', answers, picked: 'broken' })).toEqual([])
    expect(named({ mode: 'cycle', answers: [answers[0], { kind: 'hang' }] })).toEqual([])
    expect(messagesOf([{ ...good, group: 'Shop' }])).toEqual([])
  })

  it('need a name each, of their own, and a pick that is one of them', () => {
    expect(named({ mode: 'pick', answers: [answers[0], { kind: 'hang' }], picked: 'none' })).toEqual([
      'rules[0].respond.answers[1].name: is missing: in the mode pick every answer needs a name',
      'rules[0].respond.picked: must be the name of one of the answers',
    ])
    expect(named({ mode: 'pick', answers: [answers[0], answers[0]], picked: 'full' })).toEqual([
      'rules[0].respond.answers[1].name: is the name of answer 0 as well: every answer needs its own',
    ])
    expect(named({ mode: 'cycle', answers: [{ ...answers[0], name: ' ' }] })).toEqual(['rules[0].respond.answers[0].name: must be a name'])
  })

  it('are checked like any other answer', () => {
    expect(named({ mode: 'pick', answers: [{ ...answers[0], status: 99 }], picked: 'full' })[0]).toMatch(
      /^rules\[0\]\.respond\.answers\[0\]\.status: /,
    )
    expect(named({ ...answers[0] })).toEqual(['rules[0].respond.name: is not a known key: take it out, or correct its spelling'])
  })
})
