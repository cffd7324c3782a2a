import type { BodySnapshot } from './body-snapshot.ts'
import type { DomainCheck } from './domain-check.ts'
import type { Json } from './json.ts'
import type { CallEnvironment } from './platform.ts'
import type { Timing } from './profile.ts'
import type { TaskError } from './task-error.ts'

/** Who made the call: an API of `wx`, or the page itself by fetch or XHR (seen through MSW's service worker). */
export type TaskApi = 'request' | 'page'

/** Who answered it. */
export type AnsweredBy = 'mock' | 'relay' | 'fetch'

/**
 * What can happen to one task. Plain JSON throughout; every event is complete in itself.
 * For wx.request the order is created, checked, queued?, started, routed, headers-received, chunk-received*,
 * exactly one of succeeded or failed, then delivered*. A stream from a file may leave events out, never reorder them.
 */
export type TaskEvent = Created | Checked | Queued | Started | Routed | HeadersReceived | ChunkReceived | Succeeded | Failed | Delivered

export type TaskEventType = TaskEvent['type']

interface Stamp {
  readonly taskId: string
  /** 0, 1, 2 … within the task. A gap or a repeat means that a link lost or doubled an event. */
  readonly seq: number
  /** Milliseconds on the session's clock. */
  readonly at: number
}

export type HeaderList = readonly (readonly [name: string, value: string])[]

/** A request header that the caller gave and that did not go out, with the rule that dropped it. */
export interface DroppedHeader {
  readonly name: string
  readonly value: string
  /** `referer`: WeChat sets it (HDR-5). `forbidden`: the browser keeps it for itself (HDR-11). `invalid`: no legal header. */
  readonly why: 'referer' | 'forbidden' | 'invalid'
}

/** The request as it leaves the shim, after WeChat's conversions. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly header: HeaderList
  readonly dropped: readonly DroppedHeader[]
  readonly body: BodySnapshot
}

/** The call came in. */
export interface Created extends Stamp {
  readonly type: 'created'
  readonly api: TaskApi
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

export type CallWarning =
  | 'header-not-object'
  | 'header-dropped'
  | 'query-before-hash'
  | 'long-url'
  | 'option-newer-than-lib'
  | 'string-data-on-get'
  | 'page-cannot-forbid-redirect'

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

/** Someone took the call. */
export interface Routed extends Stamp {
  readonly type: 'routed'
  readonly by: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  /** The answer was kept from an earlier call, and nothing was sent (REQ-12). */
  readonly cached?: true
  /** What is planned (simulated) or already known of the connection, so that bars can grow while the call runs. */
  readonly timing?: Timing
}

/** A listener of the caller ran, and returned or threw. */
export interface ListenerCall {
  /** ms on the session's clock, when it was called. */
  readonly at: number
  /** ms. */
  readonly took: number
  readonly threw?: string
}

export interface RedirectHop {
  /** Where it sent the call on to. */
  readonly url: string
  readonly statusCode: number
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

/** The end, when an answer came, whatever its status (RES-6). */
export interface Succeeded extends Stamp {
  readonly type: 'succeeded'
  /** The whole body, decoded from any transfer encoding; with enableChunked too, though the app gets `''`. */
  readonly body: BodySnapshot
  /** What `res.data` became. */
  readonly dataForm: 'json' | 'text' | 'arraybuffer' | 'empty' | 'not-seen'
  readonly timing?: Timing
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
}

/** The end, when no answer came. */
export interface Failed extends Stamp {
  readonly type: 'failed'
  readonly error: TaskError
  readonly timing?: Timing
  readonly useHttpDNS?: boolean
  readonly exception?: CallException
}

/** `res.exception`: what the lower layer tried before it gave this result. */
export interface CallException {
  readonly retryCount?: number
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

/** Which event may follow which. `start` stands for the beginning of a stream. */
export const MAY_FOLLOW: Readonly<Record<TaskEventType | 'start', readonly TaskEventType[]>> = {
  start: ['created'],
  created: ['checked', 'started', 'failed'],
  checked: ['queued', 'started', 'failed'],
  queued: ['started', 'failed'],
  started: ['routed', 'failed'],
  routed: ['headers-received', 'failed'],
  'headers-received': ['chunk-received', 'succeeded', 'failed'],
  'chunk-received': ['chunk-received', 'succeeded', 'failed'],
  succeeded: ['delivered'],
  failed: ['delivered'],
  delivered: ['delivered'],
}

export function isEnd(event: TaskEvent): event is Succeeded | Failed {
  return event.type === 'succeeded' || event.type === 'failed'
}
