import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaskError } from '../../contract/event/task-error.ts'
import type { RequestOption } from '../../contract/wx/wx.ts'
import { createInspector, type WxInspector } from '../../entry/inspector.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { LineReader } from './client/line-reader.ts'
import { type CallProblem, ShopClient } from './client/shop-client.ts'
import { SHOP_DOMAINS } from './client/shop-origins.ts'
import { feedSteps } from './data/feed-steps.ts'
import { cardOf, type TeaCard } from './data/tea.ts'
import { teas } from './data/teas.ts'
import { shopRulesIn } from './rules/shop-rules.ts'
import type { Outcome } from './trouble/outcome.ts'
import type { TroubleId } from './trouble/trouble.ts'
import { troubles } from './trouble/troubles.ts'

/** Which trouble ends how. What cannot be made to happen by a button stands without one. */
const TROUBLE_OF: Readonly<Record<TaskError['kind'], TroubleId | undefined>> = {
  'bad-parameter': 'badParameter',
  'bad-url': 'relative',
  'bad-method': 'patch',
  'bad-data': 'badData',
  'bad-header': 'badHeader',
  'refused-domain': 'unlisted',
  aborted: 'abort',
  'timed-out': 'timeout',
  interrupted: 'background',
  network: 'reset',
  'too-many-redirects': 'redirectLoop',
  'http-dns': 'httpDns',
  'no-cellular': 'noCellular',
  'old-tls': 'oldTls',
  'not-utf8': 'notUtf8',
  'no-file': 'noFile',
  'path-refused': 'noFolder',
  'too-many-sockets': 'sixthSocket',
  'handshake-refused': 'handshake',
  // Only a page that was reloaded shows it: e2e/reload.spec.ts.
  'page-closed': undefined,
  // These take 200 MB of files, a broken storage, or a defect of ours.
  'file-too-large': undefined,
  'storage-full': undefined,
  'file-not-saved': undefined,
  internal: undefined,
}

const clock = createFakeClock()
let inspector: WxInspector
let client: ShopClient

beforeAll(async () => {
  inspector = createInspector({
    clock,
    rules: shopRulesIn('zh'),
    serviceWorker: false,
    settings: { domains: SHOP_DOMAINS, domainCheck: 'enforce', conditions: { preset: 'wifi' }, unmatched: 'fail' },
  })
  await inspector.ready
  client = new ShopClient(inspector.wx)
})

afterAll(() => inspector.dispose())

/** Moves the clock in small steps until something happened, for at most twenty simulated seconds. */
async function until(happened: () => boolean): Promise<void> {
  for (let step = 0; step < 1000 && !happened(); step++) await clock.tick(20)
}

/** What the tests read of all the answers there are. */
interface Told {
  readonly items: readonly TeaCard[]
  readonly page: number
  readonly picture: string
  readonly points: number
  readonly freeFrom: number
  readonly payment: string
}

async function call<Data = Told>(path: string, extra: Omit<RequestOption, 'url'> = {}): Promise<{ data?: Data; problem?: CallProblem }> {
  let result: { data?: Data; problem?: CallProblem } | undefined
  client.call<Data>(path, extra, {
    success: (data) => {
      result = { data }
    },
    fail: (problem) => {
      result = { problem }
    },
  })
  await until(() => result !== undefined)
  return result ?? { problem: { errMsg: 'no answer within 20 s' } }
}

async function play(id: TroubleId): Promise<Outcome['lines']> {
  let last: Outcome | undefined
  const after = (duration: number, act: () => void) => void clock.sleep(duration).then(act)
  troubles.find((trouble) => trouble.id === id)!.start(inspector.wx, (outcome) => (last = outcome), after)
  await until(() => last?.ended === true)
  return last?.lines ?? []
}

describe('a walk through the shop', () => {
  it('pages through the whole stock, or through one family', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => call('/v1/teas', { data: { page, size: 6 } })))
    expect(pages.flatMap(({ data }) => data?.items)).toEqual(teas.map(cardOf))
    expect(pages.map(({ data }) => data?.page)).toEqual([1, 2, 3])
    expect((await call('/v1/teas', { data: { category: 'ware' } })).data?.items).toHaveLength(3)
    expect((await call('/v1/teas', { data: { page: 9 } })).problem?.statusCode).toBe(400)
  })

  it('opens every tea and fetches its picture as bytes', async () => {
    const opened = await Promise.all(teas.map(async (tea) => ({ tea, data: (await call(`/v1/teas/${tea.id}`)).data })))
    for (const { tea, data } of opened) expect(data).toMatchObject(JSON.parse(JSON.stringify(tea)))
    const picture = await call<ArrayBuffer>(opened[0]?.data?.picture ?? '', { responseType: 'arraybuffer' })
    expect(new TextDecoder().decode(picture.data)).toMatch(/^<svg .*<\/svg>$/s)
  })

  it('finds by a piece of a name, and says what it was asked when it finds nothing', async () => {
    expect((await call('/v1/search', { data: { q: '乌龙茶' } })).data?.items).toHaveLength(3)
    expect((await call('/v1/search', { data: { q: 'coffee' } })).data).toEqual({ q: 'coffee', items: [] })
  })

  it('shows cart and member only to a cookie, which sign-out takes back', async () => {
    expect((await call('/v1/me')).problem).toMatchObject({ statusCode: 401, message: { zh: '请先登录' } })
    expect((await call('/v1/session', { method: 'POST', data: { phone: '13800000000', code: '1' } })).problem?.statusCode).toBe(422)
    expect(client.signedIn).toBe(false)

    const session = await call('/v1/session', { method: 'POST', data: { phone: '13800000000', code: '2468' } })
    expect(session.data).toEqual({ phone: '13800000000', member: 'leaf' })
    expect(client.signedIn).toBe(true)
    expect((await call('/v1/me')).data?.points).toBe(1280)
    expect((await call('/v1/cart')).data?.freeFrom).toBe(19900)

    await call('/v1/session', { method: 'DELETE' })
    expect(client.signedIn).toBe(false)
    expect((await call('/v1/cart')).problem?.statusCode).toBe(401)
  })

  it('takes a cart line as a form and an order as JSON', async () => {
    const header = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await call('/v1/cart/items', { method: 'POST', header, data: { sku: 'gaiwan', quantity: 3 } })).data).toEqual({
      sku: 'gaiwan',
      quantity: 3,
    })
    const order = await call('/v1/orders', { method: 'POST', data: { receiver: '周小满', total: 13600, items: [] } })
    expect(order.data).toEqual({ id: 'HS-1122', receiver: '周小满', total: 13600, gift: 'none' })
    const answers = [await call('/v1/orders/HS-1122'), await call('/v1/orders/HS-1122'), await call('/v1/orders/HS-1122')]
    expect(answers.map(({ data }) => data?.payment)).toEqual(['waiting', 'confirming', 'paid'])
  })

  it('streams the delivery message by message', async () => {
    const reader = new LineReader()
    const lines: string[] = []
    let ended: unknown
    let chunks = 0
    const task = client.call<unknown>(
      '/v1/orders/HS-1106/feed',
      { enableChunked: true, dataType: 'text' },
      {
        success: (data) => (ended = data),
        fail: (problem) => (ended = problem),
      },
    )
    task?.onChunkReceived(({ data }) => {
      chunks++
      lines.push(...reader.read(data))
    })
    await until(() => ended !== undefined)
    expect(ended).toBe('')
    expect(lines.map((line) => JSON.parse(line))).toEqual(feedSteps)
    expect(chunks).toBe(feedSteps.length + 1)
  })
})

describe('the trouble page', () => {
  it.each([
    ['notFound', 404],
    ['broken', 500],
    ['badJson', 200],
    ['redirect', 200],
    ['big', 200],
    ['offline', 200],
  ] as const)('%s is told as a success with its status', async (id, statusCode) => {
    expect((await play(id))[0]).toEqual({ kind: 'success', statusCode, errMsg: 'request:ok' })
  })

  it.each([
    ['timeout', { errMsg: 'request:fail fail:time out', errno: 5 }],
    ['reset', { errMsg: expect.stringContaining('ERR_CONNECTION_RESET'), errno: 600001 }],
    ['certificate', { errMsg: expect.stringContaining('ERR_CERT_DATE_INVALID'), errno: 600001 }],
    ['unlisted', { errMsg: 'request:fail url not in domain list', errno: 600002 }],
    ['insecure', { errMsg: 'request:fail url not in domain list', errno: 600002 }],
    ['relative', { errMsg: 'request:fail invalid url "/v1/teas"', errno: 600009 }],
    ['patch', { errMsg: 'request:fail method is invalid' }],
    ['abort', { errMsg: 'request:fail abort' }],
  ] as const)('%s fails with the words of the platform', async (id, fail) => {
    expect((await play(id))[0]).toMatchObject({ kind: 'fail', ...fail })
  })

  it.each([
    ['noFile', 'uploadFile:fail'],
    ['noFolder', 'downloadFile:fail'],
    ['handshake', ''],
  ] as const)('%s is told to the app as a failure', async (id, errMsg) => {
    const [line] = await play(id)
    expect(line).toMatchObject({ kind: 'fail', errMsg: expect.stringContaining(errMsg) })
  })

  it('ends a refused handshake with error and close', async () => {
    expect((await play('handshake'))[1]).toMatchObject({ kind: 'closed', code: 1006 })
  })

  it('opens five of six sockets', async () => {
    const lines = await play('sixthSocket')
    expect(lines[0]).toEqual({ kind: 'opened', count: 5 })
    expect(lines[1]).toMatchObject({ kind: 'fail', errMsg: expect.stringContaining('exceed max') })
    expect(lines).toHaveLength(2)
  })

  it('says that a wrong url leaves no task to abort', async () => {
    expect((await play('relative'))[1]).toEqual({ kind: 'no-task' })
  })

  it('keeps broken JSON as text, follows the redirect and counts the rows', async () => {
    expect((await play('badJson'))[1]).toMatchObject({ kind: 'text', type: 'string' })
    expect((await play('redirect'))[1]).toMatchObject({ kind: 'redirected', name: { zh: '明前龙井' } })
    expect((await play('big'))[1]).toEqual({ kind: 'rows', count: 2000 })
  })

  it('works the third time', async () => {
    expect((await play('flaky')).map((line) => 'statusCode' in line && line.statusCode)).toEqual([503, 503, 200])
  })

  it('lets two of twelve calls wait for a slot', async () => {
    const lines = await play('burst')
    expect(lines[0]).toEqual({ kind: 'progress', done: 12, all: 12 })
    expect(lines[1]).toMatchObject({ kind: 'queued', count: 2 })
  })

  it.each(Object.entries(TROUBLE_OF).filter(([, id]) => id !== undefined))('has a button that ends a call as %s', async (kind, id) => {
    inspector.configure({ platform: 'devtools' })
    const before = inspector.tasks().length
    const outcome = play(id!)
    if (id === 'background') inspector.setAppHidden(true)
    await outcome
    inspector.setAppHidden(false)
    // Sockets take their time to close.
    await clock.tick(1000)
    expect(
      inspector
        .tasks()
        .slice(before)
        .map(({ error }) => error?.kind),
    ).toContain(kind)
  })
})
