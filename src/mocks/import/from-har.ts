import { withoutQuery } from '../../contract/event/without-query.ts'
import type { Issue } from '../../contract/inspector-error.ts'
import type { Condition, MockAnswer } from '../../contract/mock/mock-rule.ts'
import { isObject, listIn, numberIn, objectIn, textIn } from '../../contract/read-values.ts'
import { answerFromText, isOfTransfer } from '../answer-from-text.ts'
import type { Draft } from './import-result.ts'

/** A call of the file that a rule can answer. */
interface Entry {
  readonly path: string
  readonly method: string
  readonly url: string
  readonly query: Query
  readonly status: number
  readonly answer: MockAnswer
}

type Pair = readonly [name: string, value: string]

/** Names and values by both of them. */
type Query = ReadonlyMap<string, Pair>

/**
 * HAR 1.2: calls of one method and address become one rule, whose answers come in the order in which the calls were made. Where they were
 * made with several queries, each query has a rule of its own, which asks for what tells it from the others; the one that asks for least is
 * the last, and takes any other query too.
 */
export function readHar(file: Record<string, unknown>): { readonly drafts: readonly Draft[]; readonly skipped: readonly Issue[] } {
  const addresses = new Map<string, Entry[]>()
  const skipped: Issue[] = []
  listIn(objectIn(file, 'log'), 'entries').forEach((value, index) => {
    const path = `log.entries[${index}]`
    const entry = readEntry(isObject(value) ? value : {}, path, skipped)
    if (!entry) return
    const key = `${entry.method} ${entry.url}`
    const known = addresses.get(key)
    if (known) known.push(entry)
    else addresses.set(key, [entry])
  })
  return { drafts: [...addresses.values()].flatMap(draftsOf), skipped }
}

function readEntry(entry: Record<string, unknown>, path: string, skipped: Issue[]): Entry | undefined {
  const refuse = (message: string, place = path) => void skipped.push({ path: place, message })
  const request = objectIn(entry, 'request')
  const response = objectIn(entry, 'response')
  const address = textIn(request, 'url') ?? ''
  const method = (textIn(request, 'method') ?? '').toUpperCase()
  if (!/^https?:\/\//i.test(address) || method === '') {
    refuse(`has no method and http url, but ${JSON.stringify(textIn(request, 'url') ?? null)}`)
    return undefined
  }
  const status = numberIn(response, 'status') ?? 0
  const answer = answerOf(entry, response, status)
  if (typeof answer === 'string') {
    refuse(answer)
    return undefined
  }
  const content = objectIn(response, 'content')
  if (answer.kind === 'response' && answer.body === undefined && method !== 'HEAD' && (numberIn(content, 'size') ?? 0) > 0)
    refuse('has a size and no text; the rule answers without a body', `${path}.response.content`)
  const started = Date.parse(textIn(entry, 'startedDateTime') ?? '')
  return { path, method, url: withoutQuery(address), query: queryOf(address, started), status, answer }
}

function answerOf(entry: Record<string, unknown>, response: Record<string, unknown>, status: number): MockAnswer | string {
  // Chrome writes 0 for a call that got no response.
  if (status === 0) return { kind: 'fail', error: /^net::(ERR_[A-Z_]+)/.exec(textIn(response, '_error') ?? '')?.[1] ?? 'ERR_FAILED' }
  if (!Number.isInteger(status) || status < 200 || status > 599) return `has the status ${status}; an answer ends with 200 to 599`
  const lines = listIn(response, 'headers').flatMap((header): [string, string][] => {
    const name = isObject(header) ? textIn(header, 'name') : undefined
    const value = isObject(header) ? textIn(header, 'value') : undefined
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
  const content = objectIn(response, 'content')
  const wait = numberIn(objectIn(entry, 'timings'), 'wait') ?? 0
  return {
    ...answerFromText(
      status,
      lines.filter(([name]) => !isOfTransfer(name)),
      textIn(content, 'text'),
      { base64: content['encoding'] === 'base64', type: typeOf(content) },
    ),
    ...(lines.some(([name]) => name.toLowerCase() === 'set-cookie') && {
      cookies: lines.filter(([name]) => name.toLowerCase() === 'set-cookie').flatMap(([, value]) => value.split('\n')),
    }),
    ...(wait > 0 && { delay: Math.round(wait) }),
  }
}

/** Chrome writes `x-unknown` for a response that names no type. */
function typeOf(content: Record<string, unknown>): string | undefined {
  const type = textIn(content, 'mimeType')
  return type === 'x-unknown' || type === '' ? undefined : type
}

/** ms. Clocks of two machines differ by less. */
const DAY = 86_400_000

/** The query of an address, without what only keeps caches away: the moment of the call, or a drawn number. */
function queryOf(address: string, started: number): Query {
  const [, query = ''] = /\?([^#]*)/.exec(address) ?? []
  // As the rules read it.
  const lasting = [...new URLSearchParams(query)].filter(([, value]) => {
    const ms = /^\d{10}$/.test(value) ? Number(value) * 1000 : /^\d{13}$/.test(value) ? Number(value) : Number.NaN
    return !(Math.abs(ms - started) < DAY || /^0\.\d{8,}$/.test(value))
  })
  return new Map(lasting.map((pair) => [JSON.stringify(pair), pair]))
}

/** The rules of one method and address. */
function draftsOf(entries: readonly Entry[]): readonly Draft[] {
  // What all have tells none from the others.
  const times = new Map<string, number>()
  for (const { query } of entries) for (const key of query.keys()) times.set(key, (times.get(key) ?? 0) + 1)
  const groups = new Map<string, { readonly asked: readonly Pair[]; readonly calls: Entry[] }>()
  for (const entry of entries) {
    const asked = [...entry.query].filter(([key]) => times.get(key) !== entries.length)
    const key = asked
      .map(([each]) => each)
      .sort()
      .join()
    const known = groups.get(key)
    if (known) known.calls.push(entry)
    else groups.set(key, { asked: asked.map(([, pair]) => pair), calls: [entry] })
  }
  // Whoever asks for more goes first, since what asks for less may take its calls too.
  const sorted = [...groups.values()].sort((one, other) => other.asked.length - one.asked.length)
  const least = sorted.at(-1)?.asked.length
  const last = sorted.find(({ asked }) => asked.length === least)
  return [
    ...sorted.filter((group) => group !== last).map(({ calls, asked }) => draftOf(calls, asked)),
    ...(last ? [draftOf(last.calls, [])] : []),
  ]
}

function draftOf(calls: readonly Entry[], asked: readonly Pair[]): Draft {
  const { path, method, url } = calls[0] as Entry
  const query = asked.map(([name, value]) => `${name}=${value}`).join('&')
  return {
    path,
    name: `${url.replace(/^\w+:\/\/[^/]*/, '') || url}${query && `?${query}`}`,
    group: 'HAR',
    method,
    url: asPattern(url),
    ...(asked.length > 0 && { all: asked.map(([name, value]): Condition => ({ on: 'query', name, operator: 'equals', value })) }),
    mode: calls.length > 1 ? 'sequence' : 'pick',
    answers: calls.map(({ answer, status }, index) => ({ ...answer, name: `#${index + 1} · ${status}` })),
  }
}

/** An address as a pattern that takes nothing else. */
function asPattern(url: string): string {
  return url.replace(/\s/g, encodeURIComponent).replace(/\\|\*|:(?=[A-Za-z_])/g, '\\$&')
}
