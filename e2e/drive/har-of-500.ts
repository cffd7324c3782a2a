/** One entry of a HAR, as far as a rule needs it. */
export interface HarEntry {
  readonly startedDateTime: string
  readonly request: { readonly method: string; readonly url: string }
  readonly response: {
    readonly status: number
    readonly headers: readonly { readonly name: string; readonly value: string }[]
    readonly content: { readonly mimeType: string; readonly size: number; readonly text?: string; readonly encoding?: 'base64' }
    readonly _error?: string
  }
  readonly timings: { readonly wait: number }
}

const API = 'https://recorded.example'
const STARTED = Date.parse('2026-06-01T08:00:00.000Z')
const JSON_TYPE = 'application/json; charset=utf-8'

interface Answered {
  readonly status?: number
  readonly type?: string
  readonly text?: string
  readonly base64?: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly error?: string
}

function entry(nth: number, method: string, path: string, answered: Answered = {}): HarEntry {
  const { status = 200, type = JSON_TYPE, text, base64, headers = [], error } = answered
  const content = base64 ?? text
  const lines = [
    ...(type === 'x-unknown' ? [] : [['content-type', type] as const]),
    ['Content-Length', '17'] as const,
    ['Date', 'Mon, 01 Jun 2026 08:00:00 GMT'] as const,
    ['X-Nth', `${nth}`] as const,
    ...headers,
  ]
  return {
    startedDateTime: new Date(STARTED + nth * 50).toISOString(),
    request: { method, url: `${API}${path}` },
    response: {
      status: error === undefined ? status : 0,
      headers: error === undefined ? lines.map(([name, value]) => ({ name, value })) : [],
      content: {
        mimeType: type,
        size: content?.length ?? 0,
        ...(content !== undefined && { text: content }),
        ...(base64 !== undefined && { encoding: 'base64' }),
      },
      ...(error !== undefined && { _error: error }),
    },
    timings: { wait: (nth % 4) * 2.6 },
  }
}

const json = (value: unknown): Answered => ({ text: JSON.stringify(value) })

/** What calls of apps are like, one kind after the other. */
const KINDS: readonly ((nth: number) => HarEntry)[] = [
  (nth) => entry(nth, 'GET', `/teas/${nth}`, json({ nth, name: '茶 🍵', price: null, tags: ['a', 'b'] })),
  // One address, many queries, of which one part is always the same.
  (nth) => entry(nth, 'GET', `/list?size=20&page=${nth}`, json({ page: nth })),
  // One address, again and again, and each time another answer.
  (nth) => entry(nth, 'GET', '/poll', { status: nth % 40 === 2 ? 503 : 200, ...json({ state: nth }) }),
  (nth) => entry(nth, 'POST', '/orders', { status: 201, ...json({ order: nth }), headers: [['Location', `/orders/${nth}`]] }),
  (nth) => entry(nth, 'GET', `/pictures/${nth}.png`, { type: 'image/png', base64: btoa(`\x89PNG\0${String.fromCharCode(nth % 256)}\xff`) }),
  (nth) =>
    entry(nth, 'PUT', `/cart/${nth}?${nth % 40 === 5 ? '' : `v=${nth % 3}`}`, {
      status: 409,
      type: 'text/plain; charset=utf-8',
      text: `冲突 ${nth}\r\n`,
    }),
  (nth) => entry(nth, 'DELETE', `/cart/${nth}`, { status: 204, type: 'x-unknown' }),
  (nth) =>
    entry(nth, nth % 20 === 7 ? 'HEAD' : 'OPTIONS', `/head/${nth}`, {
      text: nth % 20 === 7 ? '' : 'GET, HEAD',
      type: 'text/plain',
      headers: [
        ['Vary', 'Origin'],
        ['ETag', `W/"${nth}"`],
        ['vary', 'Accept'],
      ],
    }),
  // Queries of which one holds another, in any order, empty, repeated, encoded.
  (nth) => {
    const queries = ['', '?q=a', '?q=a&sort=x', '?sort=x&q=a&q=b', '?q=', '?q', '?q=%E8%8C%B6+%26', '?q=茶', '?tag=a&tag=b', '?tag=b']
    return entry(nth, 'GET', `/search${queries[Math.floor(nth / 10) % queries.length]}`, json({ found: nth }))
  },
  (nth) => {
    const kinds: readonly HarEntry[] = [
      entry(nth, 'GET', `/fails/${nth}`, { error: 'net::ERR_CONNECTION_RESET' }),
      entry(nth, 'GET', `/old/${nth}`, { status: 301, headers: [['Location', `${API}/teas/0`]], type: 'text/html', text: '' }),
      entry(nth, 'POST', `/items:batch${nth}`, json({ batch: nth })),
      entry(nth, 'POST', '/items:other', json({ other: nth })),
      entry(nth, 'GET', '/files/*', json({ star: nth })),
      entry(nth, 'GET', `/files/${nth}`, json({ file: nth })),
      entry(nth, 'GET', `/中文/%E8%8C%B6 ${nth}`, { type: 'text/html; charset=gbk', text: '<p>茶</p>' }),
      entry(nth, 'GET', `/big/${nth}`, { text: `{ "id": 9007199254740993${nth}, "price": 1.10 }` }),
      entry(nth, 'GET', `/fresh?_=${STARTED + nth * 50}`, json({ fresh: nth })),
      entry(nth, 'GET', `/login/${nth}`, {
        status: 401,
        ...json({ message: 'Unauthorized' }),
        headers: [
          ['Set-Cookie', `sid=${nth}; Path=/; HttpOnly`],
          ['Set-Cookie', 'theme=dark\nlang=zh'],
        ],
      }),
    ]
    return kinds[Math.floor(nth / 10) % kinds.length] as HarEntry
  },
]

/** A HAR of 500 calls, of every method, with bodies of every kind, whose addresses come again with the same query and with others. */
export const HAR_OF_500: readonly HarEntry[] = Array.from({ length: 500 }, (_, nth) =>
  (KINDS[nth % KINDS.length] as (nth: number) => HarEntry)(nth),
)
