import { mediaTypeIn, type TaskRow } from '../rows/task-row.ts'
import { hostOf } from '../rows/url-parts.ts'

/** Why a token was left out of the filter. */
export type FilterFault = 'not-a-number' | 'unknown-state' | 'unknown-status' | 'empty-value'

/** Tells whether a task fits one term. */
export type TaskTest = (task: TaskRow) => boolean

/** Makes the test for the value of a key, or tells why that value means nothing. */
type TermMaker = (value: string) => TaskTest | FilterFault

/**
 * What each key of the filter means. Chrome's keys mean what they mean in Chrome; `status` is ours.
 * A new key is one more line here.
 */
export const FILTER_KEYS: Readonly<Record<string, TermMaker>> = {
  method: (value) => equals(value, (task) => task.method),
  'status-code': (value) => equals(value, (task) => task.statusCode?.toString()),
  domain: (value) => {
    const fits = wildcard(value)
    return (task) => fits(hostOf(task.url))
  },
  'mime-type': (value) => equals(value, ({ header }) => mediaTypeIn(header)),
  'larger-than': (value) => {
    const size = parseSize(value)
    return size === undefined ? 'not-a-number' : (task) => task.receivedBytes > size
  },
  is: (value) => (value === 'running' ? (task) => task.marks.ended === undefined : 'unknown-state'),
  status: (value) => {
    const range = parseStatus(value)
    if (!range) return 'unknown-status'
    return (task) => task.statusCode !== undefined && task.statusCode >= range.from && task.statusCode <= range.to
  },
}

/** A word without a key: looked for in the url, the rule that answered and the error. */
export function textTest(text: string): TaskTest {
  const wanted = text.toLowerCase()
  return (task) =>
    task.url.toLowerCase().includes(wanted) ||
    (task.ruleName?.toLowerCase().includes(wanted) ?? false) ||
    (task.error?.errMsg.toLowerCase().includes(wanted) ?? false)
}

function equals(value: string, of: (task: TaskRow) => string | undefined): TaskTest {
  const wanted = value.toLowerCase()
  return (task) => of(task)?.toLowerCase() === wanted
}

/** Chrome's `domain:`: the whole host, `*` stands for anything. By hand, since a pattern of many stars can hang a regular expression. */
function wildcard(value: string): (text: string) => boolean {
  const [first = '', ...others] = value.toLowerCase().split('*')
  const last = others.pop()
  return (text) => {
    const host = text.toLowerCase()
    if (last === undefined) return host === first
    if (!host.startsWith(first)) return false
    let from = first.length
    for (const part of others) {
      const found = host.indexOf(part, from)
      if (found < 0) return false
      from = found + part.length
    }
    return host.length - last.length >= from && host.endsWith(last)
  }
}

/** Bytes, or with `k` or `m` thousands or millions of them, as Chrome reads them. */
function parseSize(value: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([km]?)b?$/i.exec(value)
  if (!match?.[1]) return undefined
  const unit = { '': 1, k: 1_000, m: 1_000_000 }[(match[2] ?? '').toLowerCase()] ?? 1
  return Number(match[1]) * unit
}

/** `404`, `4xx`, `>=400`, `400..499`. */
function parseStatus(value: string): { from: number; to: number } | undefined {
  const family = /^([1-5])xx$/i.exec(value)
  if (family) return { from: Number(family[1]) * 100, to: Number(family[1]) * 100 + 99 }
  const range = /^(\d{1,3})\.\.(\d{1,3})$/.exec(value)
  if (range) return { from: Number(range[1]), to: Number(range[2]) }
  const bound = /^(>=|<=|>|<|)(\d{1,3})$/.exec(value)
  if (!bound) return undefined
  const status = Number(bound[2])
  switch (bound[1]) {
    case '>=':
      return { from: status, to: 999 }
    case '>':
      return { from: status + 1, to: 999 }
    case '<=':
      return { from: 0, to: status }
    case '<':
      return { from: 0, to: status - 1 }
    default:
      return { from: status, to: status }
  }
}
