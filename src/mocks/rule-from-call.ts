import type { BodySnapshot } from '../contract/event/body-snapshot.ts'
import type { Json } from '../contract/event/json.ts'
import { withoutQuery } from '../contract/event/without-query.ts'
import type { MockAnswer, MockRule, SocketStep } from '../contract/mock/mock-rule.ts'
import type { TaskSnapshot } from '../recorder/tasks/task-snapshot.ts'
import { answerFromText, isOfTransfer } from './answer-from-text.ts'

/** A call to make a rule of. */
export interface RecordedCall {
  readonly task: Pick<TaskSnapshot, 'api' | 'method' | 'url' | 'by' | 'ruleId' | 'statusCode' | 'header' | 'cookies' | 'marks'>
  /** The body of its response; absent if there was none, or it is not known. */
  readonly body?: BodySnapshot
  /** What its server did, if it is a socket (`scriptFromEvents`). */
  readonly script?: readonly SocketStep[]
}

/** The ready-made answers, in the order of a menu. */
export const VARIANTS = ['recorded', 'empty', 'unauthorized', 'not-found', 'server-error', 'slow', 'timeout', 'offline'] as const
export type Variant = (typeof VARIANTS)[number]

/** What new answers are called, in the language of the person. `coded` is for the answer that a rule had before it had several. */
export type AnswerNames = Readonly<Record<Variant | 'coded', string>>

/** ms of the variant `slow`. */
const SLOW = 3000

const ERRORS = {
  unauthorized: [401, 'Unauthorized'],
  'not-found': [404, 'Not Found'],
  'server-error': [500, 'Internal Server Error'],
} as const

/** The variants that a call can get: nothing of a response for one that had none, of a socket what its server did. */
export function variantsOf({ task, script }: RecordedCall): readonly Variant[] {
  if (task.api === 'connectSocket') return [...(script ? ['recorded' as const] : []), 'unauthorized', 'server-error', 'timeout', 'offline']
  return task.statusCode === undefined
    ? VARIANTS.filter((variant) => variant !== 'recorded' && variant !== 'empty' && variant !== 'slow')
    : VARIANTS
}

/** The answer of a variant. What a call cannot get (`variantsOf`) is an empty response. */
export function answerOf(variant: Variant, call: RecordedCall): MockAnswer {
  switch (variant) {
    case 'recorded':
      return call.script ? { kind: 'socket', script: call.script } : recordedAnswer(call)
    case 'empty':
      return emptied(recordedAnswer(call))
    case 'slow':
      return { ...recordedAnswer(call), delay: SLOW }
    case 'timeout':
      return { kind: 'hang' }
    case 'offline':
      return { kind: 'fail', error: 'ERR_INTERNET_DISCONNECTED' }
    default: {
      const [status, message] = ERRORS[variant]
      return call.task.api === 'connectSocket' ? { kind: 'response', status } : { kind: 'response', status, body: { json: { message } } }
    }
  }
}

/**
 * The rules once a call gets this answer from now on: in the rule that `ruleFor` finds, else in a new one before all others, whose id is
 * `newId`. The answers that the rule had stay, to be picked again.
 */
export function mockCall(
  rules: readonly MockRule[],
  call: RecordedCall,
  answer: MockAnswer & { readonly name: string },
  newId: string,
  names: Pick<AnswerNames, 'coded'>,
): { readonly rules: readonly MockRule[]; readonly ruleId: string } {
  const known = ruleFor(rules, call)
  if (known) {
    const changed: MockRule = { ...known, enabled: true, respond: withAnswer(known, answer, names) }
    return { rules: rules.map((rule) => (rule === known ? changed : rule)), ruleId: known.id }
  }
  const made = newRule(call, answer, newId)
  return { rules: [made, ...rules], ruleId: made.id }
}

/**
 * The rule to change for a call, if there is one: that which answered it, unless it is for many addresses; else one for exactly its method and
 * address that asks for nothing else.
 */
export function ruleFor(rules: readonly MockRule[], { task }: RecordedCall): MockRule | undefined {
  const url = withoutQuery(task.url)
  const answered = rules.find(({ id }) => id === task.ruleId)
  if (answered?.when.url === url) return answered
  return rules.find(({ when, limit }) => {
    const methods = [when.method ?? []].flat()
    const demands = (when.all?.length ?? 0) + (when.any?.length ?? 0) > 0 || limit !== undefined
    const isForApi = when.api === undefined ? task.api !== 'connectSocket' : when.api === task.api
    return when.url === url && isForApi && methods.length === 1 && methods[0]?.toUpperCase() === task.method && !demands
  })
}

function newRule({ task }: RecordedCall, answer: MockAnswer & { readonly name: string }, id: string): MockRule {
  const url = withoutQuery(task.url)
  const socket = task.api === 'connectSocket'
  return {
    id,
    name: nameOf(url),
    enabled: true,
    when: { ...(socket && { api: 'connectSocket' }), method: task.method, url },
    respond: { mode: 'pick', answers: [answer], picked: answer.name },
  }
}

function withAnswer(
  { respond }: MockRule,
  answer: MockAnswer & { readonly name: string },
  names: Pick<AnswerNames, 'coded'>,
): MockRule['respond'] {
  const before = 'mode' in respond ? respond.answers : [respond]
  const named = before.map((each, nth) => ({ ...each, name: nameOfAnswer(each, nth, before.length, names) }))
  const others = named.filter(({ name }) => name !== answer.name)
  const place = named.findIndex(({ name }) => name === answer.name)
  return { mode: 'pick', answers: place < 0 ? [...others, answer] : others.toSpliced(place, 0, answer), picked: answer.name }
}

function nameOfAnswer(answer: object, nth: number, count: number, { coded }: Pick<AnswerNames, 'coded'>): string {
  const { name } = answer as { name?: string }
  return name ?? (count === 1 ? coded : `${coded} ${nth + 1}`)
}

/** The address with `:id` for each segment that looks like one: a number, a UUID, or a long word with digits in it. `undefined` if none does. */
export function patternOf(address: string): string | undefined {
  let count = 0
  const pattern = address.replace(/(?<=[^/:]\/)[^/]+/g, (segment) => {
    if (!/^\d+$|^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$|^(?=\D*\d)[\w-]{8,}$/i.test(segment)) return segment
    count += 1
    return count === 1 ? ':id' : `:id${count}`
  })
  return count > 0 ? pattern : undefined
}

/** The path, by which a person knows the call again. */
function nameOf(address: string): string {
  return address.replace(/^\w+:\/\/[^/]*/, '') || address
}

function recordedAnswer({ task, body }: RecordedCall): MockAnswer & { readonly kind: 'response' } {
  const headers = Object.entries(task.header ?? {}).filter(([name]) => !isOfTransfer(name))
  const took = task.by === 'fetch' && task.marks.started !== undefined && task.marks.headersReceived !== undefined
  const text = body?.kind === 'text' ? body.text : body?.kind === 'base64' ? body.base64 : undefined
  // A task of an earlier page may have a status that no answer ends with.
  const status = Math.max(200, task.statusCode ?? 200)
  return {
    ...answerFromText(status, headers, text, { base64: body?.kind === 'base64' }),
    ...(task.cookies.length > 0 && { cookies: task.cookies }),
    ...(took && { delay: Math.round((task.marks.headersReceived ?? 0) - (task.marks.started ?? 0)) }),
  }
}

/** Every list of the answer emptied, and what counts them 0; the rest of its shape stays. */
function emptied(answer: MockAnswer & { readonly kind: 'response' }): MockAnswer {
  const { body, ...rest } = answer
  if (!body) return rest
  if ('json' in body) return { ...rest, body: { json: withoutItems(body.json) } }
  if (!('text' in body)) return rest
  try {
    return { ...rest, body: { json: withoutItems(JSON.parse(body.text) as Json) } }
  } catch {
    return { ...rest, body: { text: '' } }
  }
}

function withoutItems(value: Json): Json {
  if (Array.isArray(value)) return []
  if (typeof value !== 'object' || value === null) return value
  const lists = Object.values(value).some(Array.isArray)
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const counts = lists && typeof inner === 'number' && /^(total|count|size|length|pages?Total|totalPages|total_?count)$/i.test(key)
      return [key, counts ? 0 : withoutItems(inner as Json)]
    }),
  )
}
