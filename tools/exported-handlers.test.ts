import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Clock } from '../src/contract/clock.ts'
import type { Delay, MockAnswer, MockRule } from '../src/contract/mock/mock-rule.ts'
import { parseRules } from '../src/contract/parse/parse-rules.ts'
import { writeHandlers } from '../src/mocks/export/write-handlers.ts'
import { factsOfPageCall } from '../src/transport/msw/call/call-facts.ts'
import { compileRule } from '../src/transport/msw/rules/compile-rule.ts'
import { toResponse } from '../src/transport/msw/rules/rule-answer.ts'

const ORIGIN = 'https://api.example.com'
const FOLDER = join(import.meta.dirname, '..', 'node_modules', '.cache', 'exported-handlers')

const json = (value: unknown): MockAnswer => ({ kind: 'response', body: { json: value as never } })
let nth = 0
/** A rule for an address of its own. */
const rule = (respond: MockRule['respond'], more: Partial<MockRule> = {}): MockRule => {
  nth += 1
  return { id: `r/${nth}`, name: `Rule ${nth} */ alert(1)`, enabled: true, when: { url: `${ORIGIN}/${nth}` }, ...more, respond }
}
const when = (more: Partial<MockRule['when']>) => ({ when: { url: `${ORIGIN}/${nth + 1}`, ...more } })

const RULES = parseRules([
  rule(json({ ok: true })),
  rule(json([1, '</script>\u2028', null])),
  rule({ kind: 'response', status: 404, body: { text: 'none' } }),
  rule({ kind: 'response', status: 204 }),
  rule({ kind: 'response', body: { base64: 'AP+A' }, headers: { 'Content-Type': 'image/x' } }),
  rule({ kind: 'response', headers: { 'X-Many': ['a', 'b'], 'content-type': 'text/csv' }, body: { text: 'a,b' } }),
  rule({ kind: 'response', cookies: ['sid=1; Path=/', 'b=2'] }),
  rule({ ...(json({ late: 1 }) as object), delay: 30 } as MockAnswer),
  rule({ ...(json({ late: 2 }) as object), delay: { mean: 20, jitter: 5 } } as MockAnswer),
  rule({
    kind: 'response',
    body: { text: 'a' },
    chunks: [
      { after: 5, text: 'b' },
      { after: 5, base64: 'Yw==' },
    ],
  }),
  rule({ kind: 'response', body: { text: 'x'.repeat(100) }, throttle: { bytesPerSecond: 10_000 } }),
  rule({ kind: 'redirect', to: '/elsewhere', status: 307 }),
  rule({ kind: 'fail', error: 'ERR_CONNECTION_RESET' }),
  rule(json('post'), when({ method: 'POST' })),
  rule(json('either'), when({ method: ['PUT', 'patch'] })),
  rule(json('pattern'), { when: { url: `${ORIGIN}/p/:id/x` } }),
  rule(json('star'), { when: { url: `${ORIGIN}/star/*` } }),
  rule(json('regex'), { when: { url: '/^https:\\/\\/api\\.example\\.com\\/re\\d+$/' } }),
  rule(json('query'), when({ all: [{ on: 'query', name: 'page', operator: 'equals', value: 2 }] })),
  rule(json('not'), when({ all: [{ on: 'query', name: 'page', operator: 'exists', not: true }] })),
  rule(json('header'), when({ all: [{ on: 'header', name: 'X-A', operator: 'matches', value: '/^a/i' }] })),
  rule(json('body'), when({ method: 'POST', all: [{ on: 'body', name: '$.user["full name"]', operator: 'contains', value: 'Lin' }] })),
  rule(
    json('any'),
    when({
      any: [
        { on: 'query', name: 'a', operator: '<', value: 3 },
        { on: 'query', name: 'b', operator: '>', value: '3' },
      ],
    }),
  ),
  rule({ mode: 'sequence', answers: [json(1), json(2)] }),
  rule({ mode: 'cycle', answers: [json(1), { kind: 'response', status: 503 }] }),
  rule({
    mode: 'pick',
    answers: [
      { name: 'a', ...json(1) },
      { name: 'b', ...json(2) },
    ] as never,
    picked: 'b',
  }),
  rule(json('twice'), { limit: 2 }),
  rule(json('second'), when({ all: [{ on: 'call', operator: 'equals', value: 2 }] })),
  rule(
    {
      kind: 'response',
      body: { template: { page: '{{query.page | number | default 1}}', id: '{{ params.id }}', hi: 'Hello {{query.q}}!' } },
    },
    { when: { url: `${ORIGIN}/t/:id` } },
  ),
  rule(
    { kind: 'response', body: { template: ['{{body.a.b}}', '{{body.none | default "-"}}', '{{cookie.sid}}'] } },
    when({ method: 'POST' }),
  ),
  rule(
    {
      kind: 'response',
      body: {
        mockjs: {
          'list|{{query.size | default 2}}': [
            { 'id|+1': 1, name: '@cname', 'price|1-9.2': 1, at: '@date', tags: '@shuffle(["a", "b", "c"])' },
          ],
          page: '{{query.page | number}}',
        },
      },
    },
    { when: { url: `${ORIGIN}/mockjs` } },
  ),
  rule(json('escaped'), { when: { url: `${ORIGIN}/items\\:batch/\\*` } }),
])

const hangs = ({ respond }: MockRule) => 'kind' in respond && respond.kind === 'hang'
const late = (delay: Delay): MockAnswer => ({ ...json({ delay }), delay }) as MockAnswer
/** Rules that keep a call waiting, by the length of it and by how it is drawn. */
const SLOW_RULES = parseRules([
  rule(late(1)),
  rule(late(300)),
  rule(late(3000)),
  rule(late(0)),
  rule(late({ mean: 400 })),
  rule(late({ mean: 2000, jitter: 1900 })),
  rule(late({ mean: 10, jitter: 500 })),
  rule(late({ mean: 800, jitter: 600, distribution: 'normal' })),
  rule(late({ mean: 80, jitter: 500, distribution: 'spike', seed: 7 })),
  rule({ kind: 'fail', error: 'ERR_TIMED_OUT', delay: { mean: 1500, jitter: 1000 } }),
  rule({ kind: 'response', body: { text: 'x'.repeat(4000) }, throttle: { bytesPerSecond: 2000 } }),
  rule({
    kind: 'response',
    delay: 600,
    body: { text: 'first' },
    throttle: { bytesPerSecond: 100 },
    chunks: [
      { after: 700, text: 'second' },
      { after: 5, text: 'third' },
    ],
  }),
  rule({ mode: 'sequence', answers: [late(2000), late(20)] }),
  rule({ mode: 'random', answers: [json('at once'), late({ mean: 100, jitter: 90 }), late(2500)] }),
  rule({ mode: 'random', answers: [json('at once'), late(5000)], seed: 12 }),
  rule({ kind: 'hang' }),
])

interface Call {
  readonly url: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

const at = (place: number | string, more: Partial<Call> = {}): Call => ({ ...more, url: `${ORIGIN}/${place}${more.url ?? ''}` })

/** Each rule is called as it wants and as it does not, one call after the other. */
const CALLS: readonly Call[] = [
  ...Array.from({ length: 13 }, (_, index) => at(index + 1)),
  at(14, { method: 'POST' }),
  at(14),
  at(15, { method: 'PUT' }),
  at(15, { method: 'PATCH' }),
  at(15),
  at('p/7/x'),
  at('p/7/y'),
  at('star/a/b'),
  at('re12'),
  at('items:batch/*'),
  at('items:other/*'),
  at('items:batch/a'),
  at('mockjs'),
  at('mockjs', { url: '?size=3&page=7' }),
  at('re'),
  at(19, { url: '?page=2' }),
  at(19, { url: '?page=3' }),
  at(20),
  at(20, { url: '?page=' }),
  at(21, { headers: { 'x-a': 'Abc' } }),
  at(21),
  at(22, { method: 'POST', body: '{"user":{"full name":"Lin Yu"}}' }),
  at(22, { method: 'POST', body: 'no json' }),
  at(23, { url: '?a=2' }),
  at(23, { url: '?a=4&b=4' }),
  at(23, { url: '?a=4&b=2' }),
  at(24),
  at(24),
  at(24),
  at(25),
  at(25),
  at(25),
  at(26),
  at(27),
  at(27),
  at(27),
  at(28),
  at(28),
  at(28),
  at('t/longjing', { url: '?page=3&q=tea' }),
  at('t/longjing'),
  at(30, { method: 'POST', body: '{"a":{"b":[1]}}', headers: { Cookie: 'sid=9' } }),
]

/** Each several times, since what is drawn is drawn anew. */
const SLOW_CALLS = SLOW_RULES.flatMap(({ when }) => Array.from({ length: 8 }, (): Call => ({ url: when.url })))

const requestOf = ({ url, method = 'GET', headers, body }: Call) =>
  new Request(url, { method, redirect: 'manual', ...(headers && { headers }), ...(body !== undefined && { body }) })

async function told(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie').sort()
  return {
    status: response.status,
    headers,
    cookies: response.headers.getSetCookie(),
    body: [...new Uint8Array(await response.arrayBuffer())],
  }
}

/** ms that a timer waits at most. */
const LONGEST = 2 ** 31 - 1
const classOf = (ms: number) => (ms === 0 ? 'none' : ms < 1000 ? 'under a second' : ms < LONGEST ? 'seconds' : 'no end')

/**
 * What work gives, and the ms that its timers took. A module for others has no clock but that of its page, which stands still meanwhile
 * and moves to the next timer when nothing else is left to do.
 */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly gave: T; readonly ms: number }> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 0 })
  try {
    let gave: { readonly value: T } | undefined
    const working = work().then((value) => {
      gave = { value }
    })
    while (!gave) {
      const before = vi.getTimerCount()
      for (let turn = 0; turn < 5 && !gave; turn += 1) await nextTurn()
      if (!gave && vi.getTimerCount() === before && before > 0) vi.advanceTimersToNextTimer()
    }
    await working
    return { gave: gave.value, ms: Date.now() }
  } finally {
    vi.useRealTimers()
  }
}

describe('rules as MSW handlers', () => {
  const file = join(FOLDER, 'handlers.ts')
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(file, writeHandlers([...RULES, ...SLOW_RULES]))
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

  it('type-check in a strict project', () => {
    const tsc = join(import.meta.dirname, '..', 'node_modules', 'typescript', 'bin', 'tsc')
    const options = [
      '--noEmit',
      '--strict',
      '--noUncheckedIndexedAccess',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom,dom.iterable',
      '--module',
      'nodenext',
      '--skipLibCheck',
      '--ignoreConfig',
      '--types',
      '',
    ]
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, file], { encoding: 'utf8' })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  it('answer in plain MSW as the rules do, and as late', async () => {
    const { handlers } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { handlers: RequestHandler[] }
    // What no rule takes does not get to a network.
    const server = setupServer(
      ...handlers,
      http.all('*', () => HttpResponse.error()),
    )
    server.listen()
    let slept = 0
    const clock: Clock = {
      startedAt: 0,
      now: () => slept,
      sleep: async (ms) => {
        slept += Math.max(0, ms)
      },
    }
    const compiled = [...RULES, ...SLOW_RULES].map((each) => compileRule(each, { clock, taken: () => {} }))
    const ours = async (call: Call) => {
      slept = 0
      for (const { forCalls } of compiled) {
        const taken = await forCalls?.take(factsOfPageCall(requestOf(call)))
        if (forCalls === undefined || taken === undefined) continue
        if (taken === 'network') return { gave: 'network', ms: 0 }
        if (hangs(forCalls.rule)) return { gave: 'failed', ms: LONGEST }
        try {
          const given = await taken(new AbortController().signal)
          // Cookies never get into a Response of ours.
          return { gave: { ...(await told(await toResponse(Promise.resolve(given)))), cookies: given.cookies }, ms: slept }
        } catch {
          return { gave: 'failed', ms: slept }
        }
      }
      return { gave: 'failed', ms: 0 }
    }
    const classes = new Set<string>()
    try {
      for (const call of [...CALLS, ...SLOW_CALLS]) {
        const exported = await timed(() => fetch(requestOf(call)).then(told, () => 'failed'))
        const { gave, ms } = await ours(call)
        expect(exported.gave, JSON.stringify(call)).toEqual(gave)
        // Timers of a page take whole ms.
        expect(Math.abs(exported.ms - ms), `${JSON.stringify(call)}: ${exported.ms} ms for ${ms}`).toBeLessThanOrEqual(4)
        expect(classOf(exported.ms), JSON.stringify(call)).toBe(classOf(ms))
        classes.add(classOf(ms))
      }
    } finally {
      server.close()
    }
    expect([...classes].sort()).toEqual(['no end', 'none', 'seconds', 'under a second'])
  })

  it('leave out rules that are switched off, and say so of sockets', () => {
    const text = writeHandlers([
      { ...rule(json(1)), enabled: false },
      rule({ kind: 'socket', script: [] }, { name: 'Chat', when: { url: 'wss://api.example.com/chat' } }),
    ])
    expect(text).toBe(
      "import { http } from 'msw'\n\nexport const handlers = [\n  // Chat\n  // Left out: a mocked socket. MSW's own are written with ws.link().\n]\n",
    )
  })
})
