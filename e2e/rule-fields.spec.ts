import type { Page } from '@playwright/test'
import { drawDelay } from '../src/contract/draw/draw-delay.ts'
import type { Delay, MockRule } from '../src/contract/mock/mock-rule.ts'
import type { NetworkConditions } from '../src/contract/mock/network-conditions.ts'
import type { SocketTask } from '../src/contract/wx/wx-socket.ts'
import { taskErrorOf } from '../src/wechat/fail-text.ts'
import './drive/page-globals.ts'
import {
  type CallCase,
  type CaseCall,
  type NetworkCase,
  RULE_CASES,
  type SocketCase,
  type Told,
  UNTAKEN,
  type Way,
} from './drive/rule-cases.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.example.com'
const NOTHING: NetworkConditions = { preset: 'none', online: true, latency: 0, jitter: 0, downKbps: null, upKbps: null, loss: 0, seed: 1 }

const SPREADS = ['uniform', 'normal', 'spike'] as const
const delayOf = (distribution: (typeof SPREADS)[number]): Delay => ({ mean: 60, jitter: 30, distribution, seed: 12 })

const cases = Object.entries(RULE_CASES)
const callCases = cases.filter((each): each is [string, CallCase] => 'rule' in each[1])
const socketCases = cases.filter((each): each is [string, SocketCase] => 'script' in each[1])
const networkCases = cases.filter((each): each is [string, NetworkCase] => 'conditions' in each[1])

const pathOf = (field: string, way: Way) => `/${way}/${field.replace('<', 'less').replace('>', 'more')}`
const rule = (id: string, url: string, respond: MockRule['respond']): MockRule => ({ id, name: id, enabled: true, when: { url }, respond })

/** The panel and a service worker; nothing but rules answers the addresses of the cases, except where a rule passes a call on. */
async function open(page: Page, rules: readonly MockRule[]): Promise<void> {
  await page
    .context()
    .route(`${API}/**`, (route) =>
      route.fulfill({ body: 'from the network', headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' } }),
    )
  await page.goto('/?panel=only')
  await page.evaluate(
    async ({ given, conditions }) => {
      await wxInspector.ready
      wxInspector.configure({ urlCheck: false, conditions })
      wxInspector.setRules(JSON.parse(given) as MockRule[])
    },
    { given: JSON.stringify(rules), conditions: NOTHING },
  )
  expect(await page.evaluate(() => wxInspector.serviceWorker)).toBe('active')
}

/** Rules that are set count from 1. */
const begin = (page: Page) =>
  page.evaluate(() => {
    const { rules } = wxInspector
    wxInspector.setRules([])
    wxInspector.setRules(rules)
  })

/** Makes calls one after the other, and says what each was told. */
function ask(
  page: Page,
  lists: readonly { readonly way: Way; readonly url: string; readonly calls: readonly CaseCall[] }[],
): Promise<Told[][]> {
  return page.evaluate((given) => {
    const small = (pairs: Iterable<[string, unknown]>) =>
      Object.fromEntries([...pairs].map(([name, value]) => [name.toLowerCase(), String(value)]))
    const byWx = (url: string, { method = 'GET', header, body, timeout }: CaseCall) =>
      new Promise<Told>((resolve) => {
        wx.request({
          url,
          method,
          responseType: 'arraybuffer',
          ...(header && { header }),
          ...(body !== undefined && { data: body }),
          ...(timeout !== undefined && { timeout }),
          success: ({ statusCode, header: heard, data, cookies }) =>
            resolve({
              status: statusCode,
              header: small(Object.entries(heard)),
              body: new TextDecoder().decode(data as ArrayBuffer),
              cookies: [...cookies],
            }),
          fail: ({ errMsg }) => resolve({ failed: errMsg }),
        })
      })
    const byPage = async (url: string, { method = 'GET', header, body, timeout = 20_000 }: CaseCall): Promise<Told> => {
      try {
        const sent = {
          method,
          ...(header && { headers: header }),
          ...(body !== undefined && { body }),
          signal: AbortSignal.timeout(timeout),
        }
        const response = await fetch(url, sent)
        return { status: response.status, header: small(response.headers), body: await response.text(), cookies: [] }
      } catch (cause) {
        return { failed: cause instanceof DOMException || cause instanceof Error ? cause.name : String(cause) }
      }
    }
    return Promise.all(
      given.map(async ({ way, url, calls }) => {
        const told: Told[] = []
        for (const call of calls) {
          const began = performance.now()
          const got = await (way === 'wx' ? byWx : byPage)(`${url}${call.path ?? ''}`, call)
          told.push({ ...got, ms: performance.now() - began })
        }
        return told
      }),
    )
  }, lists)
}

/** `ms` is the least. */
function expectTold(told: Told | undefined, { ms, failed, ...wanted }: Told, where: string): void {
  expect.soft(told, where).toMatchObject(wanted)
  if (failed !== undefined) expect.soft(told?.failed, where).toContain(failed)
  if (ms !== undefined) expect.soft(told?.ms, where).toBeGreaterThanOrEqual(ms)
}

test('every field of a rule does what it says, through wx.request and through the page’s own fetch', async ({ page }) => {
  const ways: readonly Way[] = ['wx', 'fetch']
  const lists = callCases.flatMap(([field, one]) =>
    ways.map((way) => ({ field, one, way, url: `${API}${pathOf(field, way)}`, calls: one.calls ?? [{}] })),
  )
  await open(page, [
    ...lists.map(({ field, one: { rule: given }, way, url }): MockRule => {
      const { when, ...rest } = given
      return { ...rule(`${way} ${field}`, url, given.respond), ...rest, when: { ...when, url: `${url}${when?.url ?? ''}` } }
    }),
    rule('untaken', `${API}/*`, { kind: 'response', status: 404, body: { text: UNTAKEN.body as string } }),
  ])
  const told = await ask(
    page,
    lists.map(({ way, url, calls }) => ({ way, url, calls })),
  )
  lists.forEach(({ field, one, way, calls }, nth) => {
    const [why, ...others] = (way === 'fetch' && one.fetch) || [undefined, ...one.told]
    expect(others).toHaveLength(calls.length)
    for (const [call, wanted] of others.entries())
      expectTold(told[nth]?.[call], wanted as Told, `${field} by ${way}, call ${call + 1}${why ? `: ${why}` : ''}`)
  })
  const hits = await page.evaluate(() => wxInspector.ruleHits())
  expect([hits['wx mode.cycle']?.hits, hits['fetch rule.limit']?.hits, hits['wx rule.enabled']]).toEqual([3, 2, undefined])
  expect(await page.evaluate(() => wxInspector.tasks().find(({ ruleId }) => ruleId === 'wx on.query')?.ruleName)).toBe('wx on.query')
  for (const [field, one] of cases) if ('as' in one && one.as !== 'a test of its own') expect('as' in RULE_CASES[one.as], field).toBe(false)
})

test('a rule that fails gives a phone’s own words on each platform, and a page a TypeError', async ({ page }) => {
  const errors = ['ERR_CONNECTION_REFUSED', 'ERR_NAME_NOT_RESOLVED', 'ERR_CERT_DATE_INVALID', 'ERR_CONNECTION_RESET']
  await open(
    page,
    errors.map((error) => rule(error, `${API}/${error}`, { kind: 'fail', error, delay: 20 })),
  )
  for (const platform of ['android', 'ios', 'devtools'] as const) {
    await page.evaluate((next) => wxInspector.configure({ platform: next }), platform)
    const told = await ask(
      page,
      errors.map((error) => ({ way: 'wx', url: `${API}/${error}`, calls: [{}] })),
    )
    const { lib } = await page.evaluate(() => wxInspector.settings)
    const wanted = errors.map((name) => taskErrorOf({ kind: 'network', name }, 'request', { platform, lib }).errMsg)
    expect(told.map(([one]) => one?.failed)).toEqual(wanted)
  }
  const told = await ask(
    page,
    errors.map((error) => ({ way: 'fetch', url: `${API}/${error}`, calls: [{}] })),
  )
  expect(told.map(([one]) => one?.failed)).toEqual(errors.map(() => 'TypeError'))
})

test('what is drawn is drawn the same way for the same seed, and another way for another', async ({ page }) => {
  const seeded = (id: string, seed: number): readonly MockRule[] => [
    rule(`order ${id}`, `${API}/order/${id}`, {
      mode: 'random',
      seed,
      answers: ['a', 'b', 'c'].map((body) => ({ kind: 'response', body: { text: body } })),
    }),
    rule(`data ${id}`, `${API}/data/${id}`, { kind: 'response', body: { mockjs: { 'n|1-100000': 1, name: '@cname' }, seed } }),
  ]
  await open(page, [
    ...seeded('one', 1),
    ...seeded('same', 1),
    ...seeded('other', 2),
    ...SPREADS.map((id) => rule(id, `${API}/${id}`, { kind: 'response', delay: delayOf(id) })),
  ])
  const calls = Array.from({ length: 8 }, () => ({}))
  for (const way of ['wx', 'fetch'] as const) {
    const bodies = async (path: string) => (await ask(page, [{ way, url: `${API}/${path}`, calls }])).flat().map(({ body }) => body)
    await begin(page)
    const late = await ask(
      page,
      SPREADS.map((id) => ({ way, url: `${API}/${id}`, calls })),
    )
    for (const [nth, id] of SPREADS.entries())
      for (const [hit, { ms }] of (late[nth] ?? []).entries())
        expect(ms, `${id} ${hit}`).toBeGreaterThanOrEqual(drawDelay(delayOf(id), id, hit + 1) - 1)
    for (const what of ['order', 'data']) {
      // Both ways count the hits of one rule together, so each has its turn with the same rules, begun anew.
      await begin(page)
      const first = await bodies(`${what}/one`)
      expect(new Set(first).size, what).toBeGreaterThan(1)
      expect(await bodies(`${what}/same`), what).toEqual(first)
      expect(await bodies(`${what}/other`), what).not.toEqual(first)
    }
  }
})

test('a socket of a rule does each of its steps', async ({ page }) => {
  await open(
    page,
    socketCases.map(([field, { script, answer }]) =>
      rule(field, `wss://api.example.com${pathOf(field, 'wx')}`, { ...answer, kind: 'socket', script }),
    ),
  )
  const told = await page.evaluate(
    async (given) => {
      const told: { readonly received: readonly string[]; readonly ms: number }[] = []
      for (const { url, sends, count } of given) {
        const received: string[] = []
        const began = performance.now()
        await new Promise<void>((resolve) => {
          const task = wx.connectSocket({ url, protocols: ['chat.v1', 'chat.v2'] }) as SocketTask
          const take = (line: string) => {
            received.push(line)
            if (received.length === count) resolve()
          }
          task.onOpen(({ header }) => {
            const protocol = Object.entries(header).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1]
            take(protocol === 'chat.v2' ? `open ${protocol}` : 'open')
            for (const data of sends) task.send({ data })
          })
          task.onMessage(({ data }) => take(typeof data === 'string' ? data : `bytes ${new Uint8Array(data).join(' ')}`))
          task.onClose(({ code, reason }) => take(code === 1006 ? 'broken' : `closed ${code} ${reason}`))
        })
        told.push({ received: received.slice(0, count), ms: performance.now() - began })
        // No more than five may be open.
        wx.closeSocket({ fail: () => {} })
      }
      return told
    },
    socketCases.map(([field, { sends = [], receives }]) => ({
      url: `wss://api.example.com${pathOf(field, 'wx')}`,
      sends,
      count: receives.length,
    })),
  )
  socketCases.forEach(([field, { receives, ms = 0 }], nth) => {
    expect.soft(told[nth]?.received, field).toEqual(receives)
    expect.soft(told[nth]?.ms, field).toBeGreaterThanOrEqual(ms)
  })
})

test('each number of the simulated network is felt by calls of wx, and by none of the page', async ({ page }) => {
  await open(page, [rule('any', `${API}/*`, { kind: 'response', body: { text: 'ok' } })])
  for (const [field, { conditions, body, told }] of networkCases) {
    await page.evaluate((next) => wxInspector.configure({ conditions: next }), { ...(conditions.preset ? {} : NOTHING), ...conditions })
    const call: CaseCall = body === undefined ? {} : { method: 'POST', body }
    const [byWx, byPage] = await ask(page, [
      { way: 'wx', url: `${API}/${field}`, calls: [call] },
      { way: 'fetch', url: `${API}/${field}`, calls: [call] },
    ])
    expectTold(byWx?.[0], told, field)
    expectTold(byPage?.[0], { status: 200, body: 'ok' }, field)
    await page.evaluate((next) => wxInspector.configure({ conditions: next }), NOTHING)
  }
  const lost = async (seed: number) => {
    // A call over another network: the draws begin anew with the next one.
    await page.evaluate((next) => wxInspector.configure({ conditions: next }), NOTHING)
    await ask(page, [{ way: 'wx', url: `${API}/between`, calls: [{}] }])
    await page.evaluate((next) => wxInspector.configure({ conditions: next }), { ...NOTHING, loss: 0.5, seed })
    const told = await ask(page, [{ way: 'wx', url: `${API}/lost`, calls: Array.from({ length: 12 }, () => ({})) }])
    return told.flat().map(({ failed }) => failed !== undefined)
  }
  const first = await lost(1)
  expect(await lost(1)).toEqual(first)
  expect(await lost(2)).not.toEqual(first)
})
