import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import { headerValue } from '../../contract/event/header-value.ts'
import type { Json } from '../../contract/event/json.ts'
import type { Created } from '../../contract/event/task-event.ts'
import type { WxRuleId } from './wx-rules.ts'

/** The rules shown by how `data` of wx.request was encoded. */
export function* rulesOfData({ api, given, sent, warnings = [] }: Created): Iterable<WxRuleId> {
  if (!sent || api !== 'request') return
  const data = given['data']
  if (sent.method === 'GET' || sent.method === 'HEAD') {
    if (warnings.includes('string-data-on-get')) yield 'CONV-13'
    if (warnings.includes('query-before-hash')) yield 'CONV-12'
    if (typeof data === 'object' && data !== null) yield* rulesOfQuery(data, String(given['url']), sent.url)
    return
  }
  if (data === undefined) return yield 'CONV-14'
  if (data === null) return yield 'CONV-16'
  if (sent.body.size === 0) return
  const text = textOf(sent.body)
  const form = yield* rulesOfForm(data, text)
  if (form === 'object')
    yield* rulesOfObject(data as object, headerValue(sent.header, 'content-type')?.toLowerCase() ?? '', sent.method, text)
  if (text !== undefined && sent.body.size > text.length && sent.body.kind === 'text' && sent.body.kept === undefined) yield 'CONV-21'
}

function* rulesOfQuery(data: object, given: string, sent: string): Iterable<WxRuleId> {
  const [address = '', old = ''] = withoutHash(given).split(/\?(.*)/s)
  const added = sent !== withoutHash(given)
  if (!added) {
    if (!Array.isArray(data) && Object.keys(data).length === 0) yield 'CONV-15'
    return
  }
  yield 'CONV-1'
  const values = Object.values(data)
  if (values.some((value) => typeof value === 'object' && value !== null)) yield 'CONV-6'
  if (values.includes(null) || unnamed(sent.slice(address.length + 1), data, old)) yield 'CONV-8'
  if (old !== '') yield 'CONV-11'
}

/** The rules shown by how a non-empty body was encoded. Objects are reported as such. */
function* rulesOfForm(data: Json, text: string | undefined): Generator<WxRuleId, 'object' | 'other'> {
  if (typeof data === 'object') return 'object'
  if (typeof data !== 'string') yield 'CONV-17'
  else if (/^\[ArrayBuffer \d+\]$/.test(data) && text !== data) yield 'CONV-5'
  else if (text === undefined || text.startsWith(data.replace(/…$/, ''))) yield 'CONV-4'
  else if (text === data.replace(/n$/, '')) yield 'CONV-17'
  return 'other'
}

function* rulesOfObject(data: object, contentType: string, method: string, text: string | undefined): Iterable<WxRuleId> {
  if (method !== 'POST') yield 'CONV-19'
  const values = Object.values(data)
  if (!contentType.includes(FORM)) {
    yield contentType.includes('application/json') ? 'CONV-2' : 'CONV-18'
    if (values.includes(null)) yield 'CONV-10'
    return
  }
  yield 'CONV-3'
  if (contentType !== FORM) yield 'CONV-22'
  if (values.some((value) => typeof value === 'object' && value !== null)) yield 'CONV-7'
  if (values.includes(null) || (text !== undefined && unnamed(text, data, ''))) yield 'CONV-9'
}

const FORM = 'application/x-www-form-urlencoded'

/** Whether a key was sent as the word `undefined` that is neither recorded in `given` nor part of the original query. */
function unnamed(pairs: string, data: object, old: string): boolean {
  const before = new Set(old.split('&'))
  return pairs.split('&').some((pair) => {
    const [key = '', value] = pair.split('=')
    return value === 'undefined' && !before.has(pair) && !Object.hasOwn(data, decode(key))
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function textOf(body: BodySnapshot): string | undefined {
  return body.kind === 'text' ? body.text : undefined
}

function withoutHash(url: string): string {
  return url.replace(/#.*/s, '')
}
