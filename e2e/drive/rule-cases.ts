import type {
  Condition,
  Delay,
  MockAnswer,
  MockAnswers,
  MockBody,
  MockRule,
  RuleMatch,
  SocketStep,
} from '../../src/contract/mock/mock-rule.ts'
import type { NetworkConditions } from '../../src/contract/mock/network-conditions.ts'

type Keys<T> = T extends unknown ? keyof T & string : never
type Response = Extract<MockAnswer, { kind: 'response' }>
type Piece = NonNullable<Response['chunks']>[number]

/** Every field of a rule and of the network, and every word that one of them takes. A new one is missed by the compiler in `RULE_CASES`. */
type RuleField =
  | `rule.${Keys<MockRule>}`
  | `when.${Keys<RuleMatch>}`
  | `api.${NonNullable<RuleMatch['api']>}`
  | `condition.${Keys<Condition>}`
  | `on.${Condition['on']}`
  | `operator.${Condition['operator']}`
  | `answers.${Keys<MockAnswers>}`
  | `mode.${MockAnswers['mode']}`
  | `kind.${MockAnswer['kind']}`
  | `answer.${Keys<MockAnswer>}`
  | `body.${Keys<MockBody>}`
  | `delay.${Keys<Exclude<Delay, number>>}`
  | `distribution.${NonNullable<Exclude<Delay, number>['distribution']>}`
  | `throttle.${Keys<NonNullable<Response['throttle']>>}`
  | `chunk.${Keys<Piece>}`
  | `step.${Keys<SocketStep>}`
  | `close.${Keys<Extract<SocketStep, { close: unknown }>['close']>}`
  | `conditions.${Keys<NetworkConditions>}`

/** One call of a case; its path stands behind the address of the case. */
export interface CaseCall {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly path?: string
  readonly header?: Readonly<Record<string, string>>
  readonly body?: string
  /** Of `wx.request`; the page's own call ends by its signal. ms. */
  readonly timeout?: number
  readonly redirect?: 'manual'
}

/** What a call was told. */
export interface Told {
  readonly status?: number
  readonly body?: string
  /** Names in small letters. */
  readonly header?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly failed?: string
  /** At least so many ms went by. */
  readonly ms?: number
}

export type Way = 'wx' | 'fetch'

export interface CallCase {
  /** The address of the case is put before `url`. */
  readonly rule: Omit<Partial<MockRule>, 'when'> & { readonly respond: MockRule['respond']; readonly when?: Partial<RuleMatch> }
  readonly calls?: readonly CaseCall[]
  readonly told: readonly Told[]
  /** Where the page's own call is told something else, with the reason. */
  readonly fetch?: readonly [why: string, ...told: Told[]]
}

/** A script, what the app sends once the socket is open, and what it receives. */
export interface SocketCase {
  readonly script: readonly SocketStep[]
  readonly answer?: Omit<Extract<MockAnswer, { kind: 'socket' }>, 'kind' | 'script'>
  readonly sends?: readonly string[]
  readonly receives: readonly string[]
  readonly ms?: number
}

/** Calls of `wx` over a network; the page's own are never simulated. */
export interface NetworkCase {
  readonly conditions: Partial<NetworkConditions>
  readonly body?: string
  readonly told: Told
}

/** A field that another case holds already, or that a test of its own does. */
interface SameAs {
  readonly as: RuleField | 'a test of its own'
}

const ok: MockAnswer = { kind: 'response', body: { text: 'ok' } }
const taken: Told = { status: 200, body: 'ok' }
/** What is behind all rules of the cases. */
export const UNTAKEN: Told = { status: 404, body: 'no rule took this' }
const text = (body: string): MockAnswer => ({ kind: 'response', body: { text: body } })
const named = (name: string) => ({ ...text(name), name }) as MockAnswer & { readonly name: string }
const late = (delay: Delay): MockAnswer => ({ ...ok, delay }) as MockAnswer

/** A condition that the first call meets and the others do not. */
const when = (condition: Condition, holds: CaseCall, ...not: readonly CaseCall[]): CallCase => ({
  rule: { when: { all: [condition] }, respond: ok },
  calls: [holds, ...not],
  told: [taken, ...not.map(() => UNTAKEN)],
})
const page = (value: string): CaseCall => ({ path: `?page=${value}` })
const post = (body: unknown): CaseCall => ({ method: 'POST', header: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
const onPage = (operator: Condition['operator'], value?: string | number): Condition => ({
  on: 'query',
  name: 'page',
  operator,
  ...(value !== undefined && { value }),
})

/** For each field a case that would fail if the field said nothing. */
export const RULE_CASES: Readonly<Record<RuleField, CallCase | SocketCase | NetworkCase | SameAs>> = {
  'rule.id': { as: 'a test of its own' },
  'rule.name': { as: 'a test of its own' },
  'rule.group': { as: 'a test of its own' },
  'rule.enabled': { rule: { enabled: false, respond: ok }, told: [UNTAKEN] },
  'rule.when': { as: 'when.url' },
  'rule.respond': { as: 'kind.response' },
  'rule.limit': { rule: { limit: 2, respond: ok }, calls: [{}, {}, {}, {}], told: [taken, taken, UNTAKEN, UNTAKEN] },

  'when.url': {
    rule: { when: { url: '/teas/:id/*' }, respond: { kind: 'response', body: { template: '{{params.id}} {{params.0}}' } } },
    calls: [{ path: '/teas/longjing/a/b?page=1' }, { path: '/teas/longjing' }],
    told: [{ body: '"longjing a/b"' }, UNTAKEN],
  },
  'when.method': {
    rule: { when: { method: ['POST', 'put'] }, respond: ok },
    calls: [{ method: 'POST' }, { method: 'PUT' }, {}],
    told: [taken, taken, UNTAKEN],
  },
  'when.all': {
    rule: { when: { all: [onPage('equals', 1), { on: 'query', name: 'size', operator: 'exists' }] }, respond: ok },
    calls: [{ path: '?page=1&size=2' }, page('1')],
    told: [taken, UNTAKEN],
  },
  'when.any': {
    rule: { when: { any: [onPage('equals', 1), { on: 'query', name: 'size', operator: 'exists' }] }, respond: ok },
    calls: [page('1'), { path: '?size=2' }, page('2')],
    told: [taken, taken, UNTAKEN],
  },
  'when.api': { as: 'api.request' },
  'api.request': {
    rule: { when: { api: 'request' }, respond: ok },
    told: [taken],
    fetch: ['a call of the page is none of wx.request', UNTAKEN],
  },
  'api.uploadFile': { rule: { when: { api: 'uploadFile' }, respond: ok }, told: [UNTAKEN] },
  'api.downloadFile': { rule: { when: { api: 'downloadFile' }, respond: ok }, told: [UNTAKEN] },
  'api.connectSocket': { rule: { when: { api: 'connectSocket' }, respond: ok }, told: [UNTAKEN] },

  'condition.on': { as: 'on.query' },
  'condition.name': { as: 'on.query' },
  'condition.operator': { as: 'operator.equals' },
  'condition.value': { as: 'operator.equals' },
  'condition.not': when({ ...onPage('equals', 1), not: true }, page('2'), page('1')),
  'on.query': when(onPage('equals', 1), page('1'), page('2'), { path: '?size=1' }),
  'on.header': when(
    { on: 'header', name: 'x-version', operator: 'equals', value: 'v2' },
    { header: { 'X-Version': 'v2' } },
    { header: { 'X-Version': 'v3' } },
    {},
  ),
  'on.cookie': {
    ...when({ on: 'cookie', name: 'sid', operator: 'equals', value: '9' }, { header: { Cookie: 'a=1; sid=9' } }, {}),
    fetch: ['a page may not write its cookies into a call', UNTAKEN, UNTAKEN],
  },
  'on.body': when(
    { on: 'body', name: '$.user.tags[1]', operator: 'equals', value: 'b' },
    post({ user: { tags: ['a', 'b'] } }),
    post({ user: { tags: ['b'] } }),
    { method: 'POST' },
  ),
  'on.call': {
    rule: { when: { all: [{ on: 'call', operator: 'equals', value: 2 }] }, respond: ok },
    calls: [{}, {}, {}],
    told: [UNTAKEN, taken, UNTAKEN],
  },
  'operator.equals': when(
    { on: 'body', name: '$.a', operator: 'equals', value: { x: [1], y: null } },
    post({ a: { y: null, x: [1] } }),
    post({ a: { x: [1] } }),
  ),
  'operator.contains': when(onPage('contains', 'b'), page('abc'), page('ac')),
  'operator.matches': when(onPage('matches', '/^v\\d+$/i'), page('V12'), page('V')),
  'operator.exists': when(onPage('exists'), page(''), { path: '?size' }),
  'operator.<': when(onPage('<', 10), page('9'), page('10'), page('')),
  'operator.>': when(onPage('>', 9), page('10'), page('9'), page('x')),

  'answers.mode': { as: 'mode.sequence' },
  'answers.answers': { as: 'mode.sequence' },
  'answers.picked': { as: 'mode.pick' },
  'answers.seed': { as: 'a test of its own' },
  'mode.pick': {
    rule: { respond: { mode: 'pick', picked: 'two', answers: [named('one'), named('two')] } },
    calls: [{}, {}],
    told: [{ body: 'two' }, { body: 'two' }],
  },
  'mode.sequence': {
    rule: { respond: { mode: 'sequence', answers: [text('1'), text('2')] } },
    calls: [{}, {}, {}],
    told: [{ body: '1' }, { body: '2' }, { body: '2' }],
  },
  'mode.cycle': {
    rule: { respond: { mode: 'cycle', answers: [text('1'), text('2')] } },
    calls: [{}, {}, {}],
    told: [{ body: '1' }, { body: '2' }, { body: '1' }],
  },
  'mode.random': { as: 'a test of its own' },

  'kind.response': { rule: { respond: ok }, told: [taken] },
  'kind.redirect': {
    rule: {
      respond: { mode: 'sequence', answers: [{ kind: 'redirect', status: 307, to: '?second' }, text('led here')] },
    },
    told: [{ status: 200, body: 'led here' }],
  },
  'kind.fail': { as: 'a test of its own' },
  'kind.hang': {
    rule: { respond: { kind: 'hang' } },
    calls: [{ timeout: 300 }],
    told: [{ failed: 'request:fail fail:time out', ms: 290 }],
    fetch: ['its signal ended it', { failed: 'TimeoutError', ms: 290 }],
  },
  'kind.passthrough': {
    rule: { respond: { mode: 'cycle', answers: [{ kind: 'passthrough' }, ok] } },
    calls: [{}, {}],
    told: [{ status: 200, body: 'from the network' }, taken],
  },
  'kind.socket': { as: 'step.text' },
  'answer.kind': { as: 'kind.response' },
  'answer.status': { rule: { respond: { kind: 'response', status: 418 } }, told: [{ status: 418, body: '' }] },
  'answer.headers': {
    rule: { respond: { ...ok, headers: { 'X-One': '1', 'X-Many': ['a', 'b'] } } as MockAnswer },
    told: [{ header: { 'x-one': '1', 'x-many': 'a,b', 'content-type': 'text/plain; charset=utf-8' } }],
    fetch: ['the browser joins with a space', { header: { 'x-one': '1', 'x-many': 'a, b', 'content-type': 'text/plain; charset=utf-8' } }],
  },
  'answer.cookies': {
    rule: { respond: { ...ok, cookies: ['sid=1; Path=/', 'b=2'] } as MockAnswer },
    told: [{ ...taken, cookies: ['sid=1; Path=/', 'b=2'] }],
    fetch: ['no page may read them', taken],
  },
  'answer.body': { as: 'body.text' },
  'answer.delay': { rule: { respond: late(120) }, told: [{ ...taken, ms: 119 }] },
  'answer.throttle': { as: 'throttle.bytesPerSecond' },
  'answer.chunks': { as: 'chunk.after' },
  'answer.to': { as: 'kind.redirect' },
  'answer.error': { as: 'a test of its own' },
  'answer.protocol': { script: [{ text: 'hello' }], answer: { protocol: 'chat.v2' }, receives: ['open chat.v2', 'hello'] },
  'answer.script': { as: 'step.text' },
  'body.json': {
    rule: { respond: { kind: 'response', body: { json: { a: [1, null] } } } },
    told: [{ body: '{"a":[1,null]}', header: { 'content-type': 'application/json; charset=utf-8' } }],
  },
  'body.text': { rule: { respond: text('茶') }, told: [{ body: '茶', header: { 'content-type': 'text/plain; charset=utf-8' } }] },
  'body.base64': {
    rule: { respond: { kind: 'response', body: { base64: '6Iy2AA==' } } },
    told: [{ body: '茶\0', header: { 'content-type': 'application/octet-stream' } }],
  },
  'body.template': {
    rule: {
      respond: {
        kind: 'response',
        body: { template: { n: '{{query.n | number}}', user: '{{body.user}}', nth: '{{call}}', none: '{{query.x | default 7}}' } },
      },
    },
    calls: [{ ...post({ user: { id: 1 } }), path: '?n=3' }],
    told: [{ body: '{"n":3,"user":{"id":1},"nth":1,"none":"7"}' }],
  },
  'body.mockjs': {
    rule: { respond: { kind: 'response', body: { mockjs: { 'ids|{{query.n}}': [{ 'id|+1': 5 }] }, seed: 1 } } },
    calls: [{ path: '?n=3' }],
    told: [{ body: '{"ids":[{"id":5},{"id":6},{"id":7}]}' }],
  },
  'body.seed': { as: 'a test of its own' },
  'delay.mean': { rule: { respond: late({ mean: 110 }) }, told: [{ ...taken, ms: 109 }] },
  'delay.jitter': { as: 'a test of its own' },
  'delay.distribution': { as: 'a test of its own' },
  'delay.seed': { as: 'a test of its own' },
  'distribution.uniform': { as: 'a test of its own' },
  'distribution.normal': { as: 'a test of its own' },
  'distribution.spike': { as: 'a test of its own' },
  'throttle.bytesPerSecond': {
    rule: { respond: { ...text('x'.repeat(150)), throttle: { bytesPerSecond: 1000 } } as MockAnswer },
    told: [{ status: 200, body: 'x'.repeat(150), ms: 149 }],
  },
  'chunk.after': {
    rule: {
      respond: {
        ...text('a'),
        chunks: [
          { after: 60, text: 'b' },
          { after: 60, base64: '6Iy2' },
        ],
      } as MockAnswer,
    },
    told: [{ status: 200, body: 'ab茶', ms: 119 }],
  },
  'chunk.text': { as: 'chunk.after' },
  'chunk.base64': { as: 'chunk.after' },

  'step.after': { script: [{ after: 100, text: 'late' }], receives: ['open', 'late'], ms: 99 },
  'step.text': { script: [{ text: 'a' }, { text: 'b' }], receives: ['open', 'a', 'b'] },
  'step.json': { script: [{ json: { a: 1 } }], receives: ['open', '{"a":1}'] },
  'step.base64': { script: [{ base64: 'AAEC' }], receives: ['open', 'bytes 0 1 2'] },
  'step.expect': {
    script: [{ expect: [{ name: '$.type', operator: 'equals', value: 'join' }] }, { text: 'welcome' }],
    sends: ['{"type":"other"}', '{"type":"join"}'],
    receives: ['open', 'welcome'],
  },
  'step.on': {
    script: [{ on: [{ operator: 'contains', value: 'ping' }], reply: [{ text: 'pong' }] }],
    sends: ['ping 1', 'other', 'ping 2'],
    receives: ['open', 'pong', 'pong'],
  },
  'step.reply': { as: 'step.on' },
  'step.echo': { script: [{ echo: 2 }], sends: ['a', 'b', 'c'], receives: ['open', 'a', 'b'] },
  'step.repeat': { script: [{ repeat: 3, steps: [{ text: 'tick' }] }], receives: ['open', 'tick', 'tick', 'tick'] },
  'step.steps': { as: 'step.repeat' },
  'step.close': { script: [{ close: { code: 4001, reason: 'done' } }], receives: ['open', 'closed 4001 done'] },
  'close.code': { as: 'step.close' },
  'close.reason': { as: 'step.close' },
  'step.drop': { script: [{ drop: true }], receives: ['open', 'broken'] },

  'conditions.preset': { conditions: { preset: 'offline' }, told: { failed: 'request:fail' } },
  'conditions.online': { conditions: { online: false }, told: { failed: 'request:fail' } },
  'conditions.latency': { conditions: { latency: 80 }, told: { ...taken, ms: 79 } },
  'conditions.jitter': { as: 'a test of its own' },
  'conditions.seed': { as: 'a test of its own' },
  'conditions.downKbps': { conditions: { downKbps: 1 }, told: { ...taken, ms: 15 } },
  'conditions.upKbps': { conditions: { upKbps: 8 }, body: 'x'.repeat(150), told: { ...taken, ms: 149 } },
  'conditions.loss': { conditions: { loss: 1 }, told: { failed: 'request:fail' } },
}
