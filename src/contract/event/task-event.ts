import type { BodySnapshot } from './body-snapshot.ts'
import type { Condensed, Progress } from './condensed.ts'
import type { DomainCheck } from './domain-check.ts'
import type { ListenerCall, Stamp } from './event-stamp.ts'
import type { Held, Resumed } from './hold-event.ts'
import type { Json } from './json.ts'
import type { CallEnvironment } from './platform.ts'
import type { Timing } from './profile.ts'
import { SOCKET_MAY_FOLLOW, type SocketEvent, type SocketListenerCall } from './socket-event.ts'
import type { TaskError } from './task-error.ts'

/** What was called: an API of `wx`, or the page's own fetch or XHR (`page`, intercepted by MSW's service worker). */
export type TaskApi = 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket' | 'page'

/** A framework whose API was called, such as `uni.request` or `Taro.request`. */
export type Framework = 'uni' | 'Taro'

/** Who answered: a rule or handler (`mock`), a relay, or the real network (`fetch`). */
export type AnsweredBy = 'mock' | 'relay' | 'fetch'

/**
 * The events of a task. Plain JSON; each is complete in itself. For wx.request the order is created, checked, queued?, started, routed,
 * headers-received, chunk-received*, one of succeeded or failed, then delivered*. An upload is packed before it is routed, and has
 * progressed* after routed; a download has progressed* instead of chunk-received*. Sockets have an order of their own. A stream from a
 * file may leave events out, but never reorders them. In very long ones older chunks and messages are replaced by one `condensed`, in
 * their place. Before it is sent, before the headers, each piece and the end a call may be held and resumed.
 */
export type TaskEvent =
  | Created
  | Checked
  | Queued
  | Started
  | Packed
  | Routed
  | Progressed
  | HeadersReceived
  | ChunkReceived
  | Succeeded
  | Failed
  | Delivered
  | Held
  | Resumed
  | SocketEvent
  | Condensed

/** An event before it is stamped; `at` is set if it happened earlier than now. */
export type Unstamped<Event = TaskEvent> = Event extends TaskEvent
  ? Omit<Event, 'taskId' | 'seq' | 'at' | 'cut'> & { readonly at?: number }
  : never

/** The name of an event. */
export type TaskEventType = TaskEvent['type']

/** Headers in order, with names as written. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** A request header that was not sent, and why. */
export interface DroppedHeader {
  readonly name: string
  readonly value: string
  /** `referer`: WeChat sets it (HDR-5). `forbidden`: the browser keeps it for itself (HDR-11). `invalid`: no legal header. `multipart`: it would lose the boundary (UP-6). `page`: a browser does not let a page send it. `page-socket`: a page cannot put headers on a real WebSocket. */
  readonly why: 'referer' | 'forbidden' | 'invalid' | 'multipart' | 'page' | 'page-socket'
  /** For `invalid`: the first character that HTTP cannot carry. Absent if the name is empty. */
  readonly illegal?: { readonly in: 'name' | 'value'; readonly character: string }
}

/** The request as it leaves the shim, after WeChat's conversions. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly header: HeaderList
  readonly dropped: readonly DroppedHeader[]
  readonly body: BodySnapshot
}

/** The multipart body of an upload by its parts. On the wire the fields come first, the file last. */
export interface SentForm {
  /** `formData` as text (UP-1). */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly file: SentFile
  /** Further files, without their content; a framework may send several in a browser. */
  readonly more?: readonly Omit<SentFile, 'body'>[]
}

/** The file in the body of an upload. */
export interface SentFile {
  /** The option `name`: the field that holds the file. */
  readonly field: string
  /** The option `filePath`. */
  readonly path: string
  /** The file name sent to the server. */
  readonly name: string
  /** The media type sent to the server. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** The content. */
  readonly body: BodySnapshot
}

/** The call was made. */
export interface Created extends Stamp {
  readonly type: 'created'
  readonly api: TaskApi
  /** The framework whose API was called; absent for `wx` and for the page. The app gets the framework's result. */
  readonly framework?: Framework
  /** The task of which this call is a repetition, made from the panel or by `resend`. */
  readonly resentFrom?: string
  /**
   * Where in the app the call was made, if that is known: its stack as the browser writes it, one frame a line, the innermost first. Scripts
   * stand without their queries. Source: V8's stack trace API.
   */
  readonly initiator?: string
  /** The page of the app in which the call was made, if that is known: its route without query, such as `pages/home/index`. */
  readonly page?: string
  readonly environment: CallEnvironment
  /** The caller's options, without functions; cycles and long values are cut. */
  readonly given: { readonly [option: string]: Json }
  /** Absent if the options were invalid and no request was made. */
  readonly sent?: SentRequest
  /** The timeout of this call in ms, after the precedence of LIM-4. */
  readonly timeout?: number
  /** What worked but may surprise; the panel has a text for each code. */
  readonly warnings?: readonly CallWarning[]
  /** The program that wrote the HAR file from which this task was made; absent for recorded tasks. */
  readonly importedFrom?: string
}

/** Something that worked but may surprise. */
export type CallWarning =
  | 'header-not-object'
  | 'header-dropped'
  | 'query-before-hash'
  | 'long-url'
  | 'option-newer-than-lib'
  | 'string-data-on-get'
  | 'form-data-not-object'
  | PhoneWarning

/**
 * What works for a framework in a browser but not on a phone. `relative-url`: a phone refuses it (URL-3). `method-not-on-phone`: so it
 * does (METH-3). `page-file`: a phone takes a path, no `File`, `blob:` or `data:` (UP-2). `several-files`: a phone sends one.
 * `page-cookies`: a phone has none (HDR-9). `unseen`: the request bypassed the inspector, and only its result is known.
 */
export type PhoneWarning = 'relative-url' | 'method-not-on-phone' | 'page-file' | 'several-files' | 'page-cookies' | 'unseen'

/** The result of the domain check. */
export interface Checked extends Stamp {
  readonly type: 'checked'
  readonly check: DomainCheck
}

/** All slots were taken. */
export interface Queued extends Stamp {
  readonly type: 'queued'
  /** How many calls were queued before this one. */
  readonly ahead: number
}

/** The call got a slot. */
export interface Started extends Stamp {
  readonly type: 'started'
}

/** The file of an upload was read and the body built. */
export interface Packed extends Stamp {
  readonly type: 'packed'
  readonly form: SentForm
  /** Bytes of the whole body, including the parts around the file. */
  readonly size: number
}

/** It is known who answers. */
export interface Routed extends Stamp {
  readonly type: 'routed'
  readonly by: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  /** A cached answer is used and nothing is sent (REQ-12). */
  readonly cached?: true
  /** Simulated waiting is slowed, but the real network is not: the times of this call are shorter than they were, and nothing was measured. */
  readonly unslowed?: true
  /** Headers that WeChat would have sent but this transport cannot. */
  readonly dropped?: readonly DroppedHeader[]
  /** Timing of the connection that is planned (simulated) or already known, so that bars can grow while the call runs. */
  readonly timing?: Timing
}

/** One redirect. */
export interface RedirectHop {
  /** The target. */
  readonly url: string
  readonly statusCode: number
  /** ms on the session clock. */
  readonly at: number
}

/** The headers of the final response. Emitted after its listeners ran, with the time before they did. */
export interface HeadersReceived extends Stamp {
  readonly type: 'headers-received'
  readonly statusCode: number
  readonly header: Readonly<Record<string, string>>
  /** The raw Set-Cookie headers. */
  readonly cookies: readonly string[]
  readonly redirects?: readonly RedirectHop[]
  /** Redirect targets that a phone would have refused (DOM-9); the call continued because `domainCheck` was `report`. */
  readonly refusedTargets?: readonly DomainCheck[]
  readonly timing?: Timing
  /** Calls of onHeadersReceived listeners. */
  readonly listeners: readonly ListenerCall[]
}

/** A chunk of the body. */
export interface ChunkReceived extends Stamp {
  readonly type: 'chunk-received'
  /** Bytes. */
  readonly size: number
  /** Its content; only with enableChunked, where the app gets the chunks too. */
  readonly body?: BodySnapshot
  /** Calls of onChunkReceived listeners. */
  readonly listeners: readonly ListenerCall[]
}

/** Progress of a transfer, at most twenty times a second, and once for the last byte. */
export interface Progressed extends Stamp, Progress {
  readonly type: 'progressed'
  /** Calls of onProgressUpdate listeners. */
  readonly listeners: readonly ListenerCall[]
}

/** The end of a call with a response, whatever its status (RES-6). */
export interface Succeeded extends Stamp {
  readonly type: 'succeeded'
  /** The whole body, with any Content-Encoding decoded; with enableChunked too, though the app gets `''`. */
  readonly body: BodySnapshot
  /** The form of `res.data`; `file` if the body was saved to a file instead. */
  readonly dataForm: 'json' | 'text' | 'arraybuffer' | 'empty' | 'file' | 'not-seen'
  /** With `dataForm: 'file'`, the file. `body` is then its beginning. */
  readonly file?: SavedFile
  readonly timing?: Timing
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
}

/** A file that a download has saved. */
export interface SavedFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** The media type that the server named; '' if none. */
  readonly type: string
  /** Whether the caller chose the path (DOWN-2). A temporary file is removed with the page. */
  readonly chosen: boolean
}

/** The end of a call without a response. */
export interface Failed extends Stamp {
  readonly type: 'failed'
  readonly error: TaskError
  /** For a socket that never opened: calls of onError and onClose (WS-8). */
  readonly listeners?: readonly SocketListenerCall[]
  readonly timing?: Timing
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
}

/** `res.exception`: what the lower layer tried before. */
export interface CallException {
  readonly retryCount: number
  readonly reasons: readonly { readonly errMsg: string; readonly errno: number }[]
}

/** A callback of the caller returned or threw. `at` is when it was called. */
export interface Delivered extends Stamp {
  readonly type: 'delivered'
  readonly callback: 'success' | 'fail' | 'complete'
  /** ms. */
  readonly took: number
  readonly threw?: string
}

type CallEventType = Exclude<TaskEventType, SocketEvent['type'] | Condensed['type']>

/** Which event may follow which, except for sockets. `start` is the beginning of a stream. */
export const MAY_FOLLOW: Readonly<Record<CallEventType | 'start', readonly CallEventType[]>> = {
  start: ['created'],
  created: ['checked', 'started', 'failed'],
  checked: ['queued', 'started', 'failed'],
  queued: ['started', 'failed'],
  started: ['packed', 'routed', 'held', 'failed'],
  packed: ['routed', 'held', 'failed'],
  routed: ['progressed', 'headers-received', 'held', 'failed'],
  progressed: ['progressed', 'headers-received', 'succeeded', 'held', 'failed'],
  'headers-received': ['progressed', 'chunk-received', 'succeeded', 'held', 'failed'],
  'chunk-received': ['chunk-received', 'succeeded', 'held', 'failed'],
  // What follows is what may follow the event before it was held.
  held: ['resumed', 'failed'],
  resumed: ['routed', 'progressed', 'headers-received', 'chunk-received', 'succeeded', 'held', 'failed'],
  succeeded: ['delivered'],
  failed: ['delivered'],
  delivered: ['delivered'],
}

/** The events that may follow `last` in a stream of this API. */
export function mayFollow(api: TaskApi, last: TaskEventType | 'start'): readonly TaskEventType[] {
  const table: Readonly<Partial<Record<TaskEventType | 'start', readonly TaskEventType[]>>> =
    api === 'connectSocket' ? SOCKET_MAY_FOLLOW : MAY_FOLLOW
  return table[last] ?? []
}

/** Whether an event tells of holding a call: it may come between others and says nothing of how far the call has come. */
export function isHold(type: TaskEventType): type is 'held' | 'resumed' {
  return type === 'held' || type === 'resumed'
}

/** `seq` of the event that follows. */
export function seqAfter(event: TaskEvent): number {
  return event.seq + (event.type === 'condensed' ? event.count : 1)
}
