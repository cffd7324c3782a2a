import * as v from 'valibot'
import type { BodyOmission, BodySnapshot } from '../event/body-snapshot.ts'
import type { Condensed, Progress, Tally } from '../event/condensed.ts'
import type { DomainCheck, DomainClause, DomainClauseId, DomainFix, DomainList } from '../event/domain-check.ts'
import type { Cut, ListenerCall } from '../event/event-stamp.ts'
import type { Gate, Held, Resumed, ResumedBy } from '../event/hold-event.ts'
import type { Json } from '../event/json.ts'
import type { CallEnvironment, Platform } from '../event/platform.ts'
import type { ConnectionFacts, Timing, TimingField, TimingMark } from '../event/profile.ts'
import type {
  Closed,
  ClosedBy,
  MessageForm,
  MessageReceived,
  MessageRefused,
  MessageSent,
  Opened,
  SocketListener,
  SocketListenerCall,
} from '../event/socket-event.ts'
import type { NetworkHint, TaskError } from '../event/task-error.ts'
import type {
  AnsweredBy,
  CallException,
  CallWarning,
  Checked,
  ChunkReceived,
  Created,
  Delivered,
  DroppedHeader,
  Failed,
  Framework,
  HeaderList,
  HeadersReceived,
  Packed,
  Progressed,
  Queued,
  RedirectHop,
  Routed,
  SavedFile,
  SentFile,
  SentForm,
  SentRequest,
  Started,
  Succeeded,
  TaskApi,
  TaskEvent,
  TaskEventType,
} from '../event/task-event.ts'
import { base64, isRecord, must, objectMessage, text } from './parse-words.ts'

/** ms. Thirty years: a page lives shorter, and a number beyond the exact ones would make a loop over time endless. */
const LONGEST = 1e12
/** How deep data may be nested, so that whoever walks through it comes back. */
const DEEPEST = 32

type Schema<Value> = v.GenericSchema<unknown, Value>

/** A schema for each key, so that the compiler asks for one when a key is added. */
type Entries<Value> = {
  readonly [Key in keyof Value]-?: object extends Pick<Value, Key>
    ? v.ExactOptionalSchema<Schema<NonNullable<Value[Key]>>, undefined>
    : Schema<Value[Key]>
}

function shape<Value>(entries: Entries<Value>): Schema<Value> {
  return v.object(entries as unknown as v.ObjectEntries, objectMessage) as unknown as Schema<Value>
}

const maybe = <Value>(schema: Schema<Value>): v.ExactOptionalSchema<Schema<Value>, undefined> => v.exactOptional(schema)
const list = <Value>(schema: Schema<Value>) => v.array(schema, must('a list'))
/** One of the words of a union. Its type is given and all words are named, so that the compiler asks for a new one here too. */
const oneOf = <Word extends string>(words: { readonly [Each in NoInfer<Word>]: true }): Schema<Word> => {
  const list = Object.keys(words) as Word[]
  return v.picklist(list, must(`one of ${list.join(', ')}`))
}
const number = (least: number, most: number, what: string) =>
  v.custom<number>((value) => typeof value === 'number' && value >= least && value <= most, must(what))
const whole = (least: number, what: string) =>
  v.custom<number>((value) => Number.isSafeInteger(value) && (value as number) >= least, must(what))

/** One schema for each word that `key` may hold. */
function byWord<Value>(key: string, table: { readonly [word: string]: unknown }): Schema<Value> {
  const words = Object.keys(table)
  const unknown = v.object({ [key]: v.picklist(words, must(`one of ${words.join(', ')}`)) }, objectMessage)
  return v.lazy((value) => {
    const word = isRecord(value) ? value[key] : undefined
    return (typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : unknown) as Schema<Value>
  })
}

const moment = number(-LONGEST, LONGEST, 'a number of milliseconds on the clock of the session')
const duration = number(0, LONGEST, 'a number of milliseconds, 0 or more')
const bytes = whole(0, 'a whole number of bytes')
const count = whole(0, 'a whole number, 0 or more')
const boolean = v.boolean(must('true or false'))
const appOrPanel = oneOf<'app' | 'panel'>({ app: true, panel: true })
const domainList = oneOf<DomainList>({ request: true, socket: true, uploadFile: true, downloadFile: true })
const yes = v.literal(true, must('true, or left out'))

const options = copied<Created['given']>('an object of options', (value) => (isRecord(value) ? copyObject(value, 0) : undefined))
/** Names may be any text, `__proto__` too: they become keys of a new object and nothing else. */
const headers = copied<Readonly<Record<string, string>>>('an object of header names and values', (value) =>
  isRecord(value) && Object.values(value).every((line) => typeof line === 'string')
    ? (copyObject(value, 0) as Record<string, string>)
    : undefined,
)
const pairs = v.array(
  v.custom<readonly [string, string]>(
    (value) => Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'string',
    must('a name and a value, both strings'),
  ),
  must('a list of names and values'),
) as Schema<HeaderList>

const body = byWord<BodySnapshot>('kind', {
  none: shape<Extract<BodySnapshot, { kind: 'none' }>>({ kind: v.literal('none'), size: v.literal(0, must('0')) }),
  text: v.pipe(
    shape<Extract<BodySnapshot, { kind: 'text' }>>({ kind: v.literal('text'), text, size: bytes, kept: maybe(bytes) }),
    // A character of the text is one to three bytes; a cut may have taken a part of the last one.
    v.check(({ kept, size, text }) => fits(kept ?? size, size, text.length, text.length * 3 + 3), 'has another size than its text'),
  ),
  base64: v.pipe(
    shape<Extract<BodySnapshot, { kind: 'base64' }>>({ kind: v.literal('base64'), base64, size: bytes, kept: maybe(bytes) }),
    v.check(({ base64, kept, size }) => {
      const held = Math.floor((base64.replace(/=+$/, '').length * 3) / 4)
      return fits(kept ?? size, size, held, held)
    }, 'has another size than its base64'),
  ),
  omitted: shape<Extract<BodySnapshot, { kind: 'omitted' }>>({
    kind: v.literal('omitted'),
    size: bytes,
    why: oneOf<BodyOmission>({ 'over-budget': true, released: true, opaque: true, 'not-read': true }),
  }),
})

/** What a record may hold is counted by these numbers, so they have to be true. */
function fits(kept: number, size: number, least: number, most: number): boolean {
  return kept <= size && kept >= least && kept <= most
}

const MARKS: { readonly [Mark in TimingMark]: true } = {
  redirectStart: true,
  redirectEnd: true,
  fetchStart: true,
  httpDNSDomainLookUpStart: true,
  httpDNSDomainLookUpEnd: true,
  domainLookUpStart: true,
  domainLookUpEnd: true,
  connectStart: true,
  connectEnd: true,
  SSLconnectionStart: true,
  SSLconnectionEnd: true,
  requestStart: true,
  requestEnd: true,
  responseStart: true,
  responseEnd: true,
}

const timing = shape<Timing>({
  marks: shape<Timing['marks']>(Object.fromEntries(Object.keys(MARKS).map((mark) => [mark, maybe(moment)])) as Entries<Timing['marks']>),
  connection: maybe(
    shape<ConnectionFacts>({
      socketReused: boolean,
      protocol: oneOf<ConnectionFacts['protocol']>({ 'http1.1': true, h2: true, quic: true, unknown: true }),
      peerIP: text,
      port: count,
      rtt: duration,
    }),
  ),
  simulated: list(oneOf<TimingField>({ ...MARKS, socketReused: true, protocol: true, peerIP: true, port: true, rtt: true })),
})

const environment = shape<CallEnvironment>({
  platform: oneOf<Platform>({ android: true, 'android-remote-debug': true, ios: true, devtools: true, pc: true }),
  lib: text,
})

const dropped = list(
  shape<DroppedHeader>({
    name: text,
    value: text,
    illegal: maybe(
      shape<NonNullable<DroppedHeader['illegal']>>({ in: oneOf<'name' | 'value'>({ name: true, value: true }), character: text }),
    ),
    why: oneOf<DroppedHeader['why']>({ referer: true, forbidden: true, invalid: true, multipart: true, page: true, 'page-socket': true }),
  }),
)

const check = shape<DomainCheck>({
  list: domainList,
  verdict: oneOf<DomainCheck['verdict']>({ allowed: true, 'switched-off': true, refused: true }),
  origin: text,
  clauses: list(
    shape<DomainClause>({
      id: oneOf<DomainClauseId>({ switch: true, 'local-network': true, scheme: true, listable: true, host: true, port: true }),
      verdict: oneOf<DomainClause['verdict']>({ passes: true, fails: true, exempts: true, 'not-reached': true }),
      saw: text,
    }),
  ),
  reported: maybe(yes),
  fix: maybe(
    byWord<DomainFix>('kind', {
      add: shape<Extract<DomainFix, { kind: 'add' }>>({ kind: v.literal('add'), list: domainList, origin: text }),
      enable: shape<Extract<DomainFix, { kind: 'enable' }>>({ kind: v.literal('enable'), list: domainList, origin: text }),
      'switch-off': shape<Extract<DomainFix, { kind: 'switch-off' }>>({ kind: v.literal('switch-off') }),
    }),
  ),
})

/** What each reason holds besides its kind. */
const REASONS: { readonly [Kind in TaskError['kind']]: Entries<Omit<Extract<TaskError, { kind: Kind }>, 'kind' | 'errMsg' | 'errno'>> } = {
  'bad-parameter': {},
  'bad-url': {},
  'bad-method': {},
  'bad-data': { detail: text },
  'bad-header': { name: text, detail: text },
  'refused-domain': { host: text },
  aborted: { by: appOrPanel },
  'timed-out': { after: duration },
  interrupted: {
    when: oneOf<Extract<TaskError, { kind: 'interrupted' }>['when']>({ 'called-hidden': true, 'stayed-hidden': true, disposed: true }),
  },
  network: {
    name: text,
    hint: maybe(
      oneOf<NetworkHint>({
        'cors-or-network': true,
        'mixed-content': true,
        csp: true,
        'page-offline': true,
        'simulated-offline': true,
        'simulated-loss': true,
        'socket-unknown': true,
        'forbidden-method': true,
        'opaque-redirect': true,
        'no-rule': true,
        'no-relay': true,
        'handler-threw': true,
        mocked: true,
        'socket-refused': true,
        'blocked-port': true,
        'body-broken': true,
      }),
    ),
    detail: maybe(text),
  },
  'too-many-redirects': { limit: count },
  'http-dns': { detail: text },
  'no-cellular': {},
  'old-tls': {},
  'not-utf8': {},
  'no-file': { path: text },
  'file-too-large': { limit: bytes },
  'path-refused': { path: text },
  'storage-full': {},
  'file-not-saved': { detail: text },
  'too-many-sockets': { limit: count, taskNumber: count },
  'handshake-refused': { statusCode: count },
  internal: { detail: text },
  'page-closed': {},
}

const errno = v.custom<number>(Number.isSafeInteger, must('a whole number'))
const error = byWord<TaskError>(
  'kind',
  Object.fromEntries(
    Object.entries(REASONS).map(([kind, entries]) => [
      kind,
      v.object({ kind: v.literal(kind), errMsg: text, errno: maybe(errno), ...entries }, objectMessage),
    ]),
  ),
)

const exception = shape<CallException>({
  retryCount: count,
  reasons: list(shape<CallException['reasons'][number]>({ errMsg: text, errno })),
})

const listenerCall = { at: moment, took: duration, threw: maybe(text) }
const listeners = list(shape<ListenerCall>(listenerCall))
const socketListeners = list(
  shape<SocketListenerCall>({
    ...listenerCall,
    listener: oneOf<SocketListener>({
      onOpen: true,
      onMessage: true,
      onError: true,
      onClose: true,
      'wx.onSocketOpen': true,
      'wx.onSocketMessage': true,
      'wx.onSocketError': true,
      'wx.onSocketClose': true,
    }),
  }),
)

const direction = oneOf<Progress['direction']>({ sent: true, received: true })
const gate = oneOf<Gate>({ send: true, headers: true, 'first-chunk': true, chunk: true, callbacks: true })
const tally = shape<Tally>({ count, bytes })

const stamp = {
  taskId: v.custom<string>(
    (value) => typeof value === 'string' && value !== '' && value.length <= 200,
    must('a string of 1 to 200 characters'),
  ),
  seq: count,
  at: moment,
  cut: maybe(list(shape<Cut>({ where: text, size: count, kept: count }))),
}
const file = { field: text, path: text, name: text, type: text, size: bytes }
const message = { ...stamp, form: oneOf<MessageForm>({ text: true, binary: true }), body }

/** What an event of each type has to hold. Keys that are not named here are left out of the result. */
const EVENTS: { readonly [Type in TaskEventType]: Schema<Extract<TaskEvent, { type: Type }>> } = {
  created: shape<Created>({
    ...stamp,
    type: v.literal('created'),
    api: oneOf<TaskApi>({ request: true, uploadFile: true, downloadFile: true, connectSocket: true, page: true }),
    framework: maybe(oneOf<Framework>({ uni: true, Taro: true })),
    resentFrom: maybe(text),
    initiator: maybe(text),
    page: maybe(text),
    environment,
    given: options,
    sent: maybe(shape<SentRequest>({ method: text, url: text, header: pairs, dropped, body })),
    timeout: maybe(duration),
    importedFrom: maybe(text),
    warnings: maybe(
      list(
        oneOf<CallWarning>({
          'header-not-object': true,
          'header-dropped': true,
          'query-before-hash': true,
          'long-url': true,
          'option-newer-than-lib': true,
          'string-data-on-get': true,
          'form-data-not-object': true,
          'relative-url': true,
          'method-not-on-phone': true,
          'page-file': true,
          'several-files': true,
          'page-cookies': true,
          unseen: true,
        }),
      ),
    ),
  }),
  checked: shape<Checked>({ ...stamp, type: v.literal('checked'), check }),
  queued: shape<Queued>({ ...stamp, type: v.literal('queued'), ahead: count }),
  started: shape<Started>({ ...stamp, type: v.literal('started') }),
  packed: shape<Packed>({
    ...stamp,
    type: v.literal('packed'),
    form: shape<SentForm>({
      fields: pairs,
      file: shape<SentFile>({ ...file, body }),
      more: maybe(list(shape<Omit<SentFile, 'body'>>(file))),
    }),
    size: bytes,
  }),
  routed: shape<Routed>({
    ...stamp,
    type: v.literal('routed'),
    by: oneOf<AnsweredBy>({ mock: true, relay: true, fetch: true }),
    ruleId: maybe(text),
    ruleName: maybe(text),
    cached: maybe(yes),
    unslowed: maybe(yes),
    dropped: maybe(dropped),
    timing: maybe(timing),
  }),
  progressed: shape<Progressed>({
    ...stamp,
    type: v.literal('progressed'),
    direction,
    loaded: bytes,
    expected: maybe(bytes),
    listeners,
  }),
  'headers-received': shape<HeadersReceived>({
    ...stamp,
    type: v.literal('headers-received'),
    statusCode: count,
    header: headers,
    cookies: list(text),
    redirects: maybe(list(shape<RedirectHop>({ url: text, statusCode: count, at: moment }))),
    refusedTargets: maybe(list(check)),
    timing: maybe(timing),
    listeners,
  }),
  'chunk-received': shape<ChunkReceived>({ ...stamp, type: v.literal('chunk-received'), size: bytes, body: maybe(body), listeners }),
  succeeded: shape<Succeeded>({
    ...stamp,
    type: v.literal('succeeded'),
    body,
    dataForm: oneOf<Succeeded['dataForm']>({ json: true, text: true, arraybuffer: true, empty: true, file: true, 'not-seen': true }),
    file: maybe(shape<SavedFile>({ path: text, size: bytes, type: text, chosen: boolean })),
    timing: maybe(timing),
    useHttpDNS: maybe(boolean),
    exception: maybe(exception),
  }),
  failed: shape<Failed>({
    ...stamp,
    type: v.literal('failed'),
    error,
    listeners: maybe(socketListeners),
    timing: maybe(timing),
    useHttpDNS: maybe(boolean),
    exception: maybe(exception),
  }),
  delivered: shape<Delivered>({
    ...stamp,
    type: v.literal('delivered'),
    callback: oneOf<Delivered['callback']>({ success: true, fail: true, complete: true }),
    took: duration,
    threw: maybe(text),
  }),
  held: shape<Held>({
    ...stamp,
    type: v.literal('held'),
    gate,
    continueAfter: duration,
    timeout: oneOf<Held['timeout']>({ frozen: true, runs: true }),
    statusCode: maybe(count),
    header: maybe(headers),
    body: maybe(body),
  }),
  resumed: shape<Resumed>({
    ...stamp,
    type: v.literal('resumed'),
    gate,
    by: oneOf<ResumedBy>({ person: true, time: true, 'no-panel': true }),
    change: maybe(
      shape<NonNullable<Resumed['change']>>({
        url: maybe(text),
        method: maybe(text),
        header: maybe(headers),
        statusCode: maybe(count),
        fail: maybe(text),
      }),
    ),
    body: maybe(body),
  }),
  opened: shape<Opened>({
    ...stamp,
    type: v.literal('opened'),
    header: headers,
    protocol: text,
    timing: maybe(timing),
    listeners: socketListeners,
  }),
  'message-sent': shape<MessageSent>({ ...message, type: v.literal('message-sent'), by: appOrPanel }),
  'message-received': shape<MessageReceived>({ ...message, type: v.literal('message-received'), listeners: socketListeners }),
  'message-refused': shape<MessageRefused>({ ...message, type: v.literal('message-refused'), errMsg: text }),
  closed: shape<Closed>({
    ...stamp,
    type: v.literal('closed'),
    by: oneOf<ClosedBy>({ app: true, server: true, network: true, background: true, panel: true, page: true }),
    code: count,
    reason: text,
    errMsg: maybe(text),
    listeners: socketListeners,
  }),
  condensed: shape<Condensed>({
    ...stamp,
    type: v.literal('condensed'),
    count: whole(1, 'a whole number, 1 or more'),
    until: moment,
    sent: tally,
    received: tally,
    refused: count,
    progress: maybe(shape<Progress>({ direction, loaded: bytes, expected: maybe(bytes) })),
    wholeSentAt: maybe(moment),
  }),
}

/** One event from outside; the result shares nothing with what was read. */
export const eventSchema: Schema<TaskEvent> = byWord('type', EVENTS)

/** A value that is copied as data; `undefined` when it is none. */
function copied<Value extends Json>(what: string, copy: (value: unknown) => Json | undefined): Schema<Value> {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ addIssue, dataset, NEVER }) => {
      const value = copy(dataset.value)
      if (value !== undefined) return value as Value
      addIssue({ message: `must be ${what}, at most ${DEEPEST} levels deep` })
      return NEVER
    }),
  )
}

function copyJson(value: unknown, depth: number): Json | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : undefined
    case 'object': {
      if (value === null) return null
      if (depth >= DEEPEST) return undefined
      if (!Array.isArray(value)) return copyObject(value as Record<string, unknown>, depth)
      const copy: Json[] = []
      for (const item of value) {
        const own = copyJson(item, depth + 1)
        if (own === undefined) return undefined
        copy.push(own)
      }
      return copy
    }
    default:
      return undefined
  }
}

function copyObject(value: Record<string, unknown>, depth: number): { [key: string]: Json } | undefined {
  const entries: [string, Json][] = []
  for (const key of Object.keys(value)) {
    const own = copyJson(value[key], depth + 1)
    if (own === undefined) return undefined
    entries.push([key, own])
  }
  // Defines keys and sets none, so that `__proto__` is a key like any other.
  return Object.fromEntries(entries)
}
