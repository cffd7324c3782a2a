import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInspectorError } from '../../contract/inspector-error.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import { parseRules } from '../../contract/parse/parse-rules.ts'
import { toRuleFile } from '../rule-file.ts'
import { readImport } from './read-import.ts'

const rule: MockRule = { id: 'teas', name: 'Teas', enabled: true, when: { url: '*/teas' }, respond: { kind: 'response' } }
const scenario = { id: 'empty', name: 'Empty', picks: { teas: 'off' } }

const read = (file: unknown, taken: readonly string[] = []) => readImport(file, { rules: taken.map((id) => ({ id })), scenarios: [] })

describe('a file of our own', () => {
  it('comes back as it was, switched off', async () => {
    const file = JSON.stringify(toRuleFile([rule], [scenario]))
    expect(await read(`\uFEFF${file}`)).toEqual({ rules: [{ ...rule, enabled: false }], scenarios: [scenario], skipped: [] })
  })

  it('gives other ids to rules whose ids are taken, and its scenarios follow', async () => {
    const { rules, scenarios } = await read(toRuleFile([rule], [scenario]), ['teas', 'teas-2'])
    expect(rules[0]?.id).toBe('teas-3')
    expect(scenarios[0]?.picks).toEqual({ 'teas-3': 'off' })
  })

  it('leaves out what is wrong, tells where, and takes the rest', async () => {
    const file = { version: 1, rules: [rule, { ...rule, id: 'b', when: { url: 'teas' } }, 7], scenarios: [{ id: 'x' }] }
    const { rules, skipped } = await read(file)
    expect(rules).toHaveLength(1)
    expect(skipped.map(({ path }) => path)).toEqual(['rules[1].when.url', 'rules[2]', 'scenarios[0].name', 'scenarios[0].picks'])
  })

  it('of another version, or of no known kind, is refused with the reason', async () => {
    await expect(read({ version: 9, rules: [] })).rejects.toThrow('file: has the version 9; this one reads 1')
    await expect(read('{"a":')).rejects.toThrow('file: cannot be read')
    await expect(read({ hello: 1 })).rejects.toThrow('file: is none of')
  })

  it('in five hundred broken forms is refused or cleaned, and never more than data', async () => {
    const junk = fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      fc.constantFrom(
        'javascript:alert(1)',
        '__proto__',
        '<script>alert(1)</script>',
        `${'['.repeat(2000)}${']'.repeat(2000)}`,
        '\0',
        -1,
        1e308,
      ),
    )
    const broken = fc.oneof(
      fc.record({
        version: fc.constantFrom<unknown>(1, 1, 2, '1', null),
        rules: fc.array(fc.oneof(junk, fc.record({ ...Object.fromEntries(Object.keys(rule).map((key) => [key, junk])) }))),
        scenarios: fc.oneof(junk, fc.array(junk)),
      }),
      fc.record({ log: fc.record({ entries: fc.array(junk) }) }),
      fc.record({ openapi: fc.constant('3.0.0'), paths: junk }),
      fc.record({ info: fc.record({}), item: fc.array(junk) }),
      fc.string(),
      fc.json().map((text) => `{"__proto__":${text},"rules":[${text}],"version":1}`),
    )
    const sound = fc.record({ version: fc.constant(1), rules: fc.array(fc.oneof(fc.constant(rule), junk), { minLength: 1 }) })
    const count = { refused: 0, cleaned: 0, kept: 0 }
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: broken }, sound), async (file) => {
        try {
          const { rules, skipped } = await read(file)
          count.cleaned += Number(skipped.length > 0)
          count.kept += Number(rules.length > 0)
          expect(parseRules(rules)).toEqual(rules)
          expect(rules.every(({ enabled }) => !enabled)).toBe(true)
          for (const issue of skipped) expect(issue.path).not.toBe('')
        } catch (error) {
          expect(isInspectorError(error), String(error)).toBe(true)
          count.refused += 1
        }
        expect(({} as Record<string, unknown>)['rules']).toBeUndefined()
      }),
      { numRuns: 500 },
    )
    // Each way out was taken, so none of these expectations is about nothing.
    for (const [what, times] of Object.entries(count)) expect(times, what).toBeGreaterThan(20)
  })
})

describe('a HAR', () => {
  const entry = (url: string, status: number, text: string, more: object = {}) => ({
    request: { method: 'GET', url },
    response: {
      status,
      headers: [
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Content-Length', value: '9' },
        { name: 'Set-Cookie', value: 'a=1; Path=/' },
      ],
      content: { mimeType: 'application/json', text },
      ...more,
    },
    timings: { wait: 120.6 },
  })

  it('becomes a rule for each method and address, whose answers come in the order of the calls', async () => {
    const entries = [
      entry('https://a.example/x', 200, '{"a":1}'),
      entry('https://a.example/x', 503, '{}'),
      entry('https://a.example/y', 0, '', { _error: 'net::ERR_CONNECTION_RESET' }),
    ]
    const { rules, skipped } = await read({ log: { version: '1.2', entries } })
    expect(skipped).toEqual([])
    expect(rules).toMatchObject([
      {
        name: '/x',
        group: 'HAR',
        enabled: false,
        when: { method: 'GET', url: 'https://a.example/x' },
        respond: {
          mode: 'sequence',
          answers: [
            {
              name: '#1 · 200',
              headers: { 'Content-Type': 'application/json' },
              cookies: ['a=1; Path=/'],
              body: { json: { a: 1 } },
              delay: 121,
            },
            { name: '#2 · 503', status: 503 },
          ],
        },
      },
      { respond: { mode: 'pick', answers: [{ kind: 'fail', error: 'ERR_CONNECTION_RESET' }] } },
    ])
  })

  const ruleNames = async (...addresses: readonly string[]) =>
    (await read({ log: { entries: addresses.map((address) => entry(`https://a.example${address}`, 200, '{}')) } })).rules.map(
      ({ name, when, respond }) => [name, when.all?.length ?? 0, 'mode' in respond ? respond.answers.length : 1],
    )

  it('tells queries apart by what differs, those that ask for most first and one that takes any other last', async () => {
    expect(await ruleNames('/x?page=1&size=9', '/x?page=2&size=9', '/x?size=9&page=2&q=%E8%8C%B6', '/x?page=3&size=9')).toEqual([
      ['/x?page=2&q=茶', 2, 1],
      ['/x?page=2', 1, 1],
      ['/x?page=3', 1, 1],
      ['/x', 0, 1],
    ])
    expect(await ruleNames('/x', '/x?tag=a', '/x?tag=b&tag=a', '/x?tag=a&tag=b', '/x?tag=')).toEqual([
      ['/x?tag=b&tag=a', 2, 2],
      ['/x?tag=a', 1, 1],
      ['/x?tag=', 1, 1],
      ['/x', 0, 1],
    ])
  })

  it('asks for no moment and no drawn number in a query, which only keep caches away', async () => {
    const startedDateTime = '2026-06-01T08:00:00.000Z'
    const entries = ['_=1780300800123', 't=1780300801&r=0.28471936', 'id=1680300800123'].map((query) => ({
      ...entry(`https://a.example/x?${query}`, 200, '{}'),
      startedDateTime,
    }))
    const { rules } = await read({ log: { entries } })
    expect(rules.map(({ name }) => name)).toEqual(['/x?id=1680300800123', '/x'])
  })

  it('takes addresses for themselves, and keeps headers that came twice apart', async () => {
    const headers = [
      { name: 'Vary', value: 'Origin' },
      { name: 'vary', value: 'Accept' },
    ]
    const { rules } = await read({ log: { entries: [entry('https://a.example/a:b/*/(c)', 200, '', { headers, content: {} })] } })
    expect(rules).toMatchObject([
      { when: { url: 'https://a.example/a\\:b/\\*/(c)' }, respond: { answers: [{ headers: { Vary: ['Origin', 'Accept'] } }] } },
    ])
  })

  it('says of which responses the file has no body', async () => {
    const { rules, skipped } = await read({
      log: { entries: [entry('https://a.example/x', 200, '', { content: { size: 4096, mimeType: 'image/png' } })] },
    })
    expect(rules).toHaveLength(1)
    expect(skipped).toEqual([
      { path: 'log.entries[0].response.content', message: 'has a size and no text; the rule answers without a body' },
    ])
  })

  it('of 500 entries loses none but those that no rule can answer, and says which', async () => {
    const entries = Array.from({ length: 500 }, (_, nth) =>
      nth % 100 === 7 ? { request: {} } : entry(`https://a.example/${nth}`, 200, '{}'),
    )
    const { rules, skipped } = await read({ log: { entries } })
    expect(rules).toHaveLength(495)
    expect(skipped.map(({ path }) => path)).toEqual([7, 107, 207, 307, 407].map((nth) => `log.entries[${nth}]`))
  })
})

describe('an OpenAPI document', () => {
  const document = {
    openapi: '3.0.3',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://api.shop.example/v1' }],
    paths: {
      '/teas/{tea-id}': {
        get: {
          summary: 'A tea',
          tags: ['Teas'],
          responses: {
            404: { $ref: '#/components/responses/Gone' },
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Tea' } } } },
            418: { $ref: 'other.yaml#/Gone' },
          },
        },
        delete: { responses: { 204: { description: 'gone' } } },
      },
    },
    components: {
      responses: { Gone: { description: 'gone', content: { 'application/json': { example: { code: 'GONE' } } } } },
      schemas: {
        Tea: {
          type: 'object',
          properties: {
            id: { type: 'integer' },
            name: { type: 'string', example: 'Longjing' },
            like: { $ref: '#/components/schemas/Tea' },
          },
        },
      },
    },
  }

  it('becomes a rule for each operation, with examples or samples for each status', async () => {
    const { rules, skipped } = await read(document)
    expect(skipped).toEqual([{ path: 'paths./teas/{tea-id}.get.responses.418', message: 'leads to another file, other.yaml#/Gone' }])
    expect(rules).toMatchObject([
      {
        name: 'A tea',
        group: 'Teas',
        when: { method: 'GET', url: 'https://api.shop.example/v1/teas/:tea_id' },
        respond: {
          picked: '200',
          answers: [{ body: { json: { id: 0, name: 'Longjing' } } }, { name: '404', status: 404, body: { json: { code: 'GONE' } } }],
        },
      },
      { when: { method: 'DELETE' }, respond: { answers: [{ name: '204', status: 204 }] } },
    ])
    expect(document.openapi).toBe('3.0.3')
  })

  it('is read as Swagger 2 and as YAML too', async () => {
    const swagger = {
      swagger: '2.0',
      info: { title: 'Shop', version: '1' },
      host: 'api.shop.example',
      basePath: '/v2',
      schemes: ['https'],
      produces: ['application/json'],
      paths: { '/teas': { get: { responses: { 200: { description: 'ok', schema: { type: 'array', items: { type: 'string' } } } } } } },
    }
    expect((await read(swagger)).rules).toMatchObject([
      { when: { url: 'https://api.shop.example/v2/teas' }, respond: { answers: [{ body: { json: ['string'] } }] } },
    ])
    const yaml =
      'openapi: 3.1.0\ninfo: { title: a, version: "1" }\npaths:\n  /ping:\n    get:\n      responses:\n        "200": { description: ok }\n'
    expect((await read(yaml)).rules).toMatchObject([{ when: { url: '*/ping' }, respond: { answers: [{ kind: 'response' }] } }])
  })
})

it('a Postman collection becomes a rule for each request with examples; its scripts are left out and told', async () => {
  const collection = {
    info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [{ key: 'base', value: 'https://api.shop.example' }],
    event: [{ listen: 'test', script: { exec: ['alert(1)'] } }],
    item: [
      {
        name: 'Orders',
        item: [
          {
            name: 'All orders',
            request: { method: 'GET', url: { raw: '{{base}}/orders?page=1' } },
            response: [{ name: 'Two', code: 200, header: [{ key: 'Content-Type', value: 'application/json' }], body: '[1,2]' }],
          },
          { name: 'Unknown host', request: { method: 'GET', url: '{{other}}/x' }, response: [{ name: 'a', code: 200 }] },
          { name: 'No example', request: 'https://api.shop.example/y', response: [] },
        ],
      },
    ],
  }
  const { rules, skipped } = await read(collection)
  expect(rules).toMatchObject([
    {
      name: 'All orders',
      group: 'Orders',
      when: { url: 'https://api.shop.example/orders' },
      respond: { answers: [{ name: 'Two', body: { json: [1, 2] } }] },
    },
  ])
  expect(skipped.map(({ path }) => path)).toEqual(['event', 'item[0].item[1].request.url', 'item[0].item[2]'])
})

it('a YApi export becomes a rule for each interface, on any host', async () => {
  const file = [
    {
      index: 0,
      name: '茶品',
      list: [
        { title: '茶品详情', path: '/teas/{id}', method: 'GET', res_body_type: 'json', res_body: '{"id|1-9":1}' },
        { title: '按结构', path: '/x', method: 'GET', res_body_is_json_schema: true, res_body: '{}' },
      ],
    },
  ]
  const { rules, skipped } = await read(file)
  expect(rules).toMatchObject([
    {
      name: '茶品详情',
      group: '茶品',
      when: { method: 'GET', url: '*/teas/:id' },
      respond: { answers: [{ body: { mockjs: { 'id|1-9': 1 } } }] },
    },
  ])
  expect(skipped).toMatchObject([{ path: '[0].list[1].res_body' }])
})
