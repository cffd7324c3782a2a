import type { BodySnapshot } from './body-snapshot.ts'
import type { Condensed, Progress } from './condensed.ts'
import type { DomainCheck } from './domain-check.ts'
import type { ListenerCall, Stamp } from './event-stamp.ts'
import type { Json } from './json.ts'
import type { CallEnvironment } from './platform.ts'
import type { Timing } from './profile.ts'
import { SOCKET_MAY_FOLLOW, type SocketEvent, type SocketListenerCall } from './socket-event.ts'
import type { TaskError } from './task-error.ts'

/** Who made the call: an API of `wx`, or the page itself by fetch or XHR (seen through MSW's service worker). */
export type TaskApi = 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket' | 'page'

/** A framework through which an app can make a call: `uni.request`, `Taro.request`. */
export type Framework = 'uni' | 'Taro'

/** Who answered it. */
export type AnsweredBy = 'mock' | 'relay' | 'fetch'

/**
 * What can happen to one task. Plain JSON throughout; every event is complete in itself.
 * For wx.request the order is created, checked, queued?, started, routed, headers-received, chunk-received*,
 * exactly one of succeeded or failed, then delivered*. An upload is packed before it is routed, and has progressed* behind routed;
 * a download has progressed* in the place of chunk-received*. Sockets have an order of their own. A stream from a file may leave events out, never reorder them.
 * Of very long ones a record holds the older pieces as one `condensed`, which stands where they stood.
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
  | SocketEvent
  | Condensed

/** An event before it is stamped; `at` is given where it was earlier than now. */
export type Unstamped<Event = TaskEvent> = Event extends TaskEvent
  ? Omit<Event, 'taskId' | 'seq' | 'at' | 'cut'> & { readonly at?: number }
  : never

/** The name of an event. */
export type TaskEventType = TaskEvent['type']

/** Headers in their order, with the names as they were written. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** A request header that did not go out, with the rule that dropped it. */
export interface DroppedHeader {
  readonly name: string
  readonly value: string
  /** `referer`: WeChat sets it (HDR-5). `forbidden`: the browser keeps it for itself (HDR-11). `invalid`: no legal header. `multipart`: it would lose the boundary (UP-6). `page`: a browser does not let a page send it. `page-socket`: a page cannot put headers on a real WebSocket. */
  readonly why: 'referer' | 'forbidden' | 'invalid' | 'multipart' | 'page' | 'page-socket'
  /** Of an `invalid` one: the first character that HTTP cannot carry there; absent when the name is empty. */
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

/** The multipart body of an upload, taken apart. On the wire the fields come first, the file last. */
export interface SentForm {
  /** `formData`, as text (UP-1). */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly file: SentFile
  /** Further files, of which only the first is kept; a framework's `files` in a browser. */
  readonly more?: readonly Omit<SentFile, 'body'>[]
}

/** The file in the body of an upload. */
export interface SentFile {
  /** The option `name`: the field under which the file goes. */
  readonly field: string
  /** The option `filePath`. */
  readonly path: string
  /** The file name that the server reads. */
  readonly name: string
  /** The media type that the server reads. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** What was in it. */
  readonly body: BodySnapshot
}

/** The call came in. */
export interface Created extends Stamp {
  readonly type: 'created'
  readonly api: TaskApi
  /** The framework whose API was called; absent for a call of `wx` or of the page. The app got what that framework gives. */
  readonly framework?: Framework
  readonly environment: CallEnvironment
  /** The options as the caller gave them, functions left out, cycles and long values cut. */
  readonly given: { readonly [option: string]: Json }
  /** Absent when the options were too wrong to make a request of them. */
  readonly sent?: SentRequest
  /** ms. What limits this call, after LIM-4's precedence. */
  readonly timeout?: number
  /** Things that worked but will surprise, as codes that the panel puts into words. */
  readonly warnings?: readonly CallWarning[]
}

/** Something that worked but will surprise. */
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
 * What a framework does in a browser and no phone does. `relative-url`: a phone refuses it (URL-3). `method-not-on-phone`: so it does (METH-3).
 * `page-file`: a phone reads a path, no `File`, `blob:` or `data:` (UP-2). `several-files`: a phone sends one.
 * `page-cookies`: a phone has none to send (HDR-9). `unseen`: the request was made past the inspector, which knows only how it ended.
 */
export type PhoneWarning = 'relative-url' | 'method-not-on-phone' | 'page-file' | 'several-files' | 'page-cookies' | 'unseen'

/** The domain list spoke. */
export interface Checked extends Stamp {
  readonly type: 'checked'
  readonly check: DomainCheck
}

/** No slot was free. */
export interface Queued extends Stamp {
  readonly type: 'queued'
  /** How many calls stand in line before this one. */
  readonly ahead: number
}

/** A slot is taken. */
export interface Started extends Stamp {
  readonly type: 'started'
}

/** The file of an upload was read, and the body made of it. */
export interface Packed extends Stamp {
  readonly type: 'packed'
  readonly form: SentForm
  /** Bytes of the whole body, with everything around the file. */
  readonly size: number
}

/** Someone took the call. */
export interface Routed extends Stamp {
  readonly type: 'routed'
  readonly by: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  /** The answer was kept from an earlier call, and nothing was sent (REQ-12). */
  readonly cached?: true
  /** Headers that this way cannot carry, though WeChat would have sent them. */
  readonly dropped?: readonly DroppedHeader[]
  /** What is planned (simulated) or already known of the connection, so that bars can grow while the call runs. */
  readonly timing?: Timing
}

/** One redirect on the way to the answer. */
export interface RedirectHop {
  /** Where it sent the call on to. */
  readonly url: string
  readonly statusCode: number
  /** ms on the session clock. */
  readonly at: number
}

/** The head of the final answer. Comes after the listeners ran, stamped with the moment before. */
export interface HeadersReceived extends Stamp {
  readonly type: 'headers-received'
  readonly statusCode: number
  readonly header: Readonly<Record<string, string>>
  /** The raw Set-Cookie lines, one each. */
  readonly cookies: readonly string[]
  readonly redirects?: readonly RedirectHop[]
  /** Targets of redirects that a phone would have refused (DOM-9). The call went on, because `domainCheck` was `report`. */
  readonly refusedTargets?: readonly DomainCheck[]
  readonly timing?: Timing
  /** Calls of onHeadersReceived listeners. */
  readonly listeners: readonly ListenerCall[]
}

/** A piece of the body. */
export interface ChunkReceived extends Stamp {
  readonly type: 'chunk-received'
  /** Bytes. */
  readonly size: number
  /** What it held; only with enableChunked, where the app sees the pieces too. */
  readonly body?: BodySnapshot
  /** Calls of onChunkReceived listeners. */
  readonly listeners: readonly ListenerCall[]
}

/** A transfer came on. Comes at most twenty times a second, and once for the last byte. */
export interface Progressed extends Stamp, Progress {
  readonly type: 'progressed'
  /** Calls of onProgressUpdate listeners. */
  readonly listeners: readonly ListenerCall[]
}

/** The end, when an answer came, whatever its status (RES-6). */
export interface Succeeded extends Stamp {
  readonly type: 'succeeded'
  /** The whole body, decoded from any transfer encoding; with enableChunked too, though the app gets `''`. */
  readonly body: BodySnapshot
  /** What `res.data` became; `file` where there is none, because the body went into one. */
  readonly dataForm: 'json' | 'text' | 'arraybuffer' | 'empty' | 'file' | 'not-seen'
  /** With `dataForm: 'file'`, where the body is now; `body` is then the beginning of that file. */
  readonly file?: SavedFile
  readonly timing?: Timing
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
}

/** A file that a download left behind. */
export interface SavedFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** The media type that the server named; '' when it named none. */
  readonly type: string
  /** Whether the caller chose the path (DOWN-2). A temp file lives no longer than the page. */
  readonly chosen: boolean
}

/** The end, when no answer came. */
export interface Failed extends Stamp {
  readonly type: 'failed'
  readonly error: TaskError
  /** Of a socket that never opened: calls of onError and onClose (WS-8). */
  readonly listeners?: readonly SocketListenerCall[]
  readonly timing?: Timing
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
}

/** `res.exception`: what the lower layer tried before it gave this result. */
export interface CallException {
  readonly retryCount: number
  readonly reasons: readonly { readonly errMsg: string; readonly errno: number }[]
}

/** One of the caller's callbacks returned, or threw. `at` is when it was called. */
export interface Delivered extends Stamp {
  readonly type: 'delivered'
  readonly callback: 'success' | 'fail' | 'complete'
  /** ms. */
  readonly took: number
  readonly threw?: string
}

type CallEventType = Exclude<TaskEventType, SocketEvent['type'] | Condensed['type']>

/** Which event of a call that is no socket may follow which. `start` stands for the beginning of a stream. */
export const MAY_FOLLOW: Readonly<Record<CallEventType | 'start', readonly CallEventType[]>> = {
  start: ['created'],
  created: ['checked', 'started', 'failed'],
  checked: ['queued', 'started', 'failed'],
  queued: ['started', 'failed'],
  started: ['packed', 'routed', 'failed'],
  packed: ['routed', 'failed'],
  routed: ['progressed', 'headers-received', 'failed'],
  progressed: ['progressed', 'headers-received', 'succeeded', 'failed'],
  'headers-received': ['progressed', 'chunk-received', 'succeeded', 'failed'],
  'chunk-received': ['chunk-received', 'succeeded', 'failed'],
  succeeded: ['delivered'],
  failed: ['delivered'],
  delivered: ['delivered'],
}

/** What may come next in a stream of this API after an event of type `last`. */
export function mayFollow(api: TaskApi, last: TaskEventType | 'start'): readonly TaskEventType[] {
  const table: Readonly<Partial<Record<TaskEventType | 'start', readonly TaskEventType[]>>> =
    api === 'connectSocket' ? SOCKET_MAY_FOLLOW : MAY_FOLLOW
  return table[last] ?? []
}

/** The `seq` of what comes after an event. */
export function seqAfter(event: TaskEvent): number {
  return event.seq + (event.type === 'condensed' ? event.count : 1)
}
