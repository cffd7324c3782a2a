import { headerValue } from '../../contract/event/header-value.ts'
import { MARK_COLORS } from '../../contract/event/task-mark.ts'
import { hasFailed } from '../../recorder/tasks/outcome.ts'
import type { PhaseKind } from '../../recorder/tasks/phases.ts'
import { API_NAMES } from '../rows/api-names.ts'
import { durationOf } from '../rows/column-values.ts'
import { parseCookieHeader, parseSetCookie } from '../rows/parse-cookie.ts'
import type { RowTest } from '../rows/row-index.ts'
import type { BodySide, TaskFacts } from '../rows/task-facts.ts'
import { mediaTypeIn, type TaskRow, thrownBy } from '../rows/task-row.ts'
import { hostOf } from '../rows/url-parts.ts'
import { readNumber, readRange, readStatus, SIZE_UNITS, TIME_UNITS } from './read-range.ts'

/** Why the value of a key means nothing. */
export type ValueFault =
  | 'empty-value'
  | 'not-a-size'
  | 'not-a-duration'
  | 'not-a-count'
  | 'unknown-status'
  | 'unknown-state'
  | 'unknown-api'
  | 'unknown-phase'
  | 'unknown-color'
  | 'not-recorded'
  | 'not-yes-or-no'

/** Makes the test for the value of a key, or tells why that value means nothing. */
type KeyMaker = (value: string) => RowTest | ValueFault

/** What each `is:` asks. */
export const STATES: Readonly<Record<string, (row: TaskRow) => boolean>> = {
  running: (task) => task.marks.ended === undefined,
  failed: hasFailed,
  refused: (task) => task.error?.kind === 'refused-domain',
  aborted: (task) => task.error?.kind === 'aborted',
  threw: (row) => thrownBy(row).length > 0,
  mocked: (task) => task.by === 'mock',
  pinned: ({ mark }) => mark?.pinned === true,
  'service-worker-intercepted': (task) => task.api === 'page',
}

/** Phases as `phase:` names them. */
export const PHASES: readonly PhaseKind[] = ['queue', 'dns', 'connect', 'tls', 'send', 'wait', 'download', 'open']

/** Chrome's states of what a page does not get to know. */
const UNKNOWN_STATES = ['from-cache', 'service-worker-initiated', 'preloaded']
/** Chrome's names of types, which a page call may be either of. */
const CHROME_TYPES: Readonly<Record<string, string>> = { xhr: 'page', websocket: 'connectSocket' }

/** What each key means. Chrome's keys mean what they mean in Chrome. */
export const FILTER_KEYS: Readonly<Record<string, KeyMaker>> = {
  method: (value) => equals(value, (task) => task.method),
  'status-code': (value) => equals(value, (task) => task.statusCode?.toString()),
  status: (value) => {
    const fits = readStatus(value)
    return fits ? ({ statusCode }) => statusCode !== undefined && fits(statusCode) : 'unknown-status'
  },
  url: (value) => includes(value, (task) => task.url),
  scheme: (value) => equals(value, (task) => /^[a-z][a-z\d+.-]*(?=:)/i.exec(task.url)?.[0]),
  domain: (value) => matchesStars(value, (task) => hostOf(task.url)),
  'mime-type': (value) => matchesStars(value, ({ header }) => mediaTypeIn(header)),
  api: (value) => {
    const wanted = value.toLowerCase()
    const found = Object.entries(API_NAMES).find(
      ([api, name]) => api.toLowerCase() === wanted || name === wanted || CHROME_TYPES[wanted] === api,
    )
    return found ? (task) => task.api === found[0] : 'unknown-api'
  },
  is: (value) => {
    const state = value.toLowerCase()
    if (UNKNOWN_STATES.includes(state)) return 'not-recorded'
    return (Object.hasOwn(STATES, state) && STATES[state]) || 'unknown-state'
  },
  errno: (value) => number('not-a-count', readRange(value, {}), (task) => task.error?.errno),
  rule: (value) => includes(value, (task) => task.ruleName),
  page: (value) => includes(value, ({ page }) => page),
  note: (value) => {
    const wanted = value.toLowerCase()
    return ({ mark }) => mark?.note?.toLowerCase().includes(wanted) ?? false
  },
  color: (value) => {
    const wanted = value.toLowerCase()
    return (MARK_COLORS as readonly string[]).includes(wanted) ? ({ mark }) => mark?.color === wanted : 'unknown-color'
  },
  size: (value) =>
    number('not-a-size', readRange(value, SIZE_UNITS), (task) => (task.statusCode === undefined ? undefined : task.receivedBytes)),
  'larger-than': (value) => {
    const size = readNumber(value, SIZE_UNITS)
    return size === undefined ? 'not-a-size' : (task) => task.receivedBytes > size
  },
  duration: (value) => number('not-a-duration', readRange(value, TIME_UNITS), durationOf),
  chunks: (value) => number('not-a-count', readRange(value, {}), (task) => task.chunks),
  phase: (value) => {
    const wanted = value.toLowerCase()
    if (!(PHASES as readonly string[]).includes(wanted)) return 'unknown-phase'
    return ofFacts(({ phases }) => phases.some((kind) => kind === wanted))
  },
  'data-type': (value) => {
    const wanted = value.toLowerCase()
    return ofFacts(({ dataType }) => dataType?.toLowerCase() === wanted)
  },
  header: (value) => {
    const wanted = value.toLowerCase()
    return ofFacts((facts) => headersOf(facts).some((pair) => pair.join(': ').toLowerCase().includes(wanted)))
  },
  body: (value) => inBody(value, 'both'),
  'req-body': (value) => inBody(value, 'sent'),
  'resp-body': (value) => inBody(value, 'received'),
  'has-request-header': (value) => ofFacts(({ sentHeader }) => headerValue(sentHeader, value) !== undefined),
  'has-response-header': (value) => ofFacts(({ header }) => headerValue(header, value) !== undefined),
  'response-header-set-cookie': (value) => someIncludes(value, ({ cookies }) => cookies),
  'set-cookie-name': (value) => someEquals(value, (facts) => setCookies(facts).map(({ name }) => name)),
  'set-cookie-value': (value) => someEquals(value, (facts) => setCookies(facts).map((cookie) => cookie.value)),
  'set-cookie-domain': (value) => someEquals(value, (facts) => attributes(facts, 'domain')),
  'cookie-name': (value) => someEquals(value, (facts) => [...sentCookies(facts), ...setCookies(facts)].map(({ name }) => name)),
  'cookie-value': (value) => someEquals(value, (facts) => [...sentCookies(facts), ...setCookies(facts)].map((cookie) => cookie.value)),
  'cookie-domain': (value) => someEquals(value, (facts) => attributes(facts, 'domain')),
  'cookie-path': (value) => someEquals(value, (facts) => attributes(facts, 'path')),
  'mixed-content': () => ofFacts(({ mixedContent }) => mixedContent),
  mocked: (value) => yesOrNo(value, STATES['mocked']),
  aborted: (value) => yesOrNo(value, STATES['aborted']),
  'has-overrides': () => 'not-recorded',
  priority: () => 'not-recorded',
}

/** Other names of keys: Chrome's, what the column is called, and the short ones of whistle. */
const ALIASES: Readonly<Record<string, string>> = {
  'resource-type': 'api',
  kind: 'api',
  b: 'body',
  m: 'method',
  s: 'status',
  h: 'header',
  t: 'mime-type',
  e: 'errno',
}

/** The name of a key that has several; anything else as it is. */
export function mainKey(key: string): string {
  return Object.hasOwn(ALIASES, key) ? (ALIASES[key] as string) : key
}

/** The maker of a key's tests; `undefined` for what is no key. */
export function keyMaker(key: string): KeyMaker | undefined {
  const name = mainKey(key)
  return Object.hasOwn(FILTER_KEYS, name) ? FILTER_KEYS[name] : undefined
}

function equals(value: string, of: (row: TaskRow) => string | undefined): RowTest {
  const wanted = value.toLowerCase()
  return ofTexts((row) => of(row)?.toLowerCase() === wanted)
}

function includes(value: string, of: (row: TaskRow) => string | undefined): RowTest {
  const wanted = value.toLowerCase()
  return ofTexts((row) => of(row)?.toLowerCase().includes(wanted) ?? false)
}

function someEquals(value: string, of: (facts: TaskFacts) => readonly string[]): RowTest {
  const wanted = value.toLowerCase()
  return ofFacts((facts) => of(facts).some((text) => text.toLowerCase() === wanted))
}

function someIncludes(value: string, of: (facts: TaskFacts) => readonly string[]): RowTest {
  const wanted = value.toLowerCase()
  return ofFacts((facts) => of(facts).some((text) => text.toLowerCase().includes(wanted)))
}

function inBody(value: string, side: BodySide | 'both'): RowTest {
  const wanted = value.toLowerCase()
  return (_row, reader) => reader.hasInBody(wanted, side)
}

function yesOrNo(value: string, test: ((row: TaskRow) => boolean) | undefined): RowTest | ValueFault {
  const wanted = /^(?:yes|true)$/i.test(value)
  if (!test || !(wanted || /^(?:no|false)$/i.test(value))) return 'not-yes-or-no'
  return (row) => test(row) === wanted
}

function number(
  fault: ValueFault,
  fits: ((number: number) => boolean) | undefined,
  of: (row: TaskRow) => number | undefined,
): RowTest | ValueFault {
  if (!fits) return fault
  return (row) => {
    const found = of(row)
    return found !== undefined && fits(found)
  }
}

/** For texts, of which a row may hold only the beginning. */
function ofTexts(test: (row: TaskRow) => boolean): RowTest {
  return (row, reader) => test((row.shortened ? reader.unpack() : undefined) ?? row)
}

/** For what a row does not hold. */
function ofFacts(test: (facts: TaskFacts) => boolean): RowTest {
  return (_row, reader) => {
    const facts = reader.facts()
    return facts !== undefined && test(facts)
  }
}

function headersOf({ sentHeader, header }: TaskFacts): TaskFacts['header'] {
  return [...sentHeader, ...header]
}

function setCookies({ cookies }: TaskFacts): ReturnType<typeof parseSetCookie>[] {
  return cookies.map(parseSetCookie)
}

function sentCookies(facts: TaskFacts): ReturnType<typeof parseCookieHeader> {
  return parseCookieHeader(facts.sentCookies)
}

function attributes(facts: TaskFacts, wanted: string): readonly string[] {
  return setCookies(facts).flatMap((cookie) =>
    cookie.attributes.flatMap(({ name, value }) => (name.toLowerCase() === wanted && value !== undefined ? [value] : [])),
  )
}

/** Chrome's `domain:`: the whole text, `*` stands for anything. By hand, since a pattern of many stars can hang a regular expression. */
function matchesStars(value: string, of: (row: TaskRow) => string | undefined): RowTest {
  const [first = '', ...others] = value.toLowerCase().split('*')
  const last = others.pop()
  return ofTexts((row) => {
    const text = of(row)?.toLowerCase()
    if (text === undefined) return false
    if (last === undefined) return text === first
    if (!text.startsWith(first)) return false
    let from = first.length
    for (const part of others) {
      const found = text.indexOf(part, from)
      if (found < 0) return false
      from = found + part.length
    }
    return text.length - last.length >= from && text.endsWith(last)
  })
}
