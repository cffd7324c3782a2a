import type { Clock } from './clock.ts'
import type { Timing } from './event/profile.ts'
import type { NetworkHint } from './event/task-error.ts'
import type { AnsweredBy, DroppedHeader, HeaderList, SentForm, TaskApi } from './event/task-event.ts'

/** An outgoing call, with all of WeChat's rules applied. */
export interface Outgoing {
  readonly taskId: string
  readonly api: TaskApi
  readonly method: string
  /** Absolute, http or https. */
  readonly url: string
  /** As it should reach the server, with Referer and Cookie, whether or not a page may send them. */
  readonly header: HeaderList
  /** A Blob if it contains a file, whose bytes are not held in memory. Use `bodySize` for its size. */
  readonly body: Uint8Array | Blob | undefined
  /** What the body of an upload was built from. */
  readonly form?: SentForm
  /** `manual`: return a 3xx response instead of following it. A transport returns 3xx responses as they are if it can. */
  readonly redirect: 'follow' | 'manual'
  /** The HTTP version that the call requires over https (REQ-8). On the real network the browser decides. */
  readonly protocol?: 'h2'
}

/** Answers calls, or leaves them to the next transport. */
export interface Transport {
  /** Resolves with `undefined` if this transport does not take the call. Never rejects: failures are in `Route.answer`. */
  send(outgoing: Outgoing, job: Job): Promise<Route | undefined>
  /** The same for a socket. Absent if this transport has no sockets. */
  connect?(outgoing: OutgoingSocket, job: Job): Promise<SocketRoute | undefined>
}

/** An outgoing socket. */
export interface OutgoingSocket {
  readonly taskId: string
  /** Absolute, ws or wss, without a hash. */
  readonly url: string
  /** The handshake as WeChat would send it, whether or not a page may. */
  readonly header: HeaderList
  readonly protocols: readonly string[]
}

/** Who takes the socket; available at once. Whether it opens follows. */
export interface SocketRoute extends Omit<Route, 'answer' | 'cached'> {
  /** Rejects with a TransportFailure if the handshake fails. May stay pending until `job.signal` aborts. */
  readonly connection: Promise<SocketConnection>
}

/** An open socket. */
export interface SocketConnection {
  readonly header: Readonly<Record<string, string>>
  /** The selected subprotocol; '' for none. */
  readonly protocol: string
  readonly timing?: Timing
  send(data: SocketData): void
  /** Starts to close; `ended` follows. */
  close(code: number, reason: string): void
  /** Call it once. Events buffered so far are delivered at once, in order. */
  subscribe(handlers: SocketHandlers): void
}

/** A message: text, or bytes that the receiver owns. */
export type SocketData = string | Uint8Array<ArrayBuffer>

/** Receives the events of an open socket. */
export interface SocketHandlers {
  message(data: SocketData): void
  /** Called once; nothing follows. */
  ended(end: SocketEnd): void
}

/** How an open socket ended. */
export interface SocketEnd {
  readonly code: number
  readonly reason: string
  /** Whether both sides closed it (`CloseEvent.wasClean`). */
  readonly clean: boolean
  /** The connection was given up because of an error, not merely lost. */
  readonly broken?: boolean
}

/** What a transport gets along with a call. */
export interface Job {
  /** Aborts when the caller aborts, the timeout passes, or the answer is not needed any more. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Called with the bytes of the body sent so far. Not every transport can report them. */
  readonly onSent?: (loaded: number) => void
  /**
   * Sends the call to the real network instead of the page's own transport: for a framework's call, its own XMLHttpRequest, fetch or
   * WebSocket.
   */
  readonly carrier?: Transport
}

/** Who takes the call; available at once. The answer follows. */
export interface Route {
  readonly by: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  /** The answer comes from a cache and nothing is sent (REQ-12). */
  readonly cached?: true
  /** Simulated waiting is slowed, but this transport is not: its times are shorter on the clock of the session than they were. */
  readonly unslowed?: true
  /** Headers that this transport cannot send. */
  readonly dropped?: readonly DroppedHeader[]
  readonly timing?: Timing
  /** Rejects with a TransportFailure. May stay pending until `job.signal` aborts. */
  readonly answer: Promise<Answer>
}

/** The response: its headers, and the body as it arrives. */
export interface Answer {
  readonly statusCode: number
  /** Names in the server's spelling (HDR-10); repeated headers joined by `,` (HDR-12). */
  readonly header: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  /** The body, with any Content-Encoding decoded. Throws a TransportFailure if the connection breaks. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Expected size of the body in bytes, if known without a Content-Length. */
  readonly expectedSize?: number
  readonly timing?: Timing
  /** The final URL, if redirects were followed where the shim could not see them. */
  readonly finalUrl?: string
  /** Called once when the call ends: returns what was measured by then, such as resource timing. Nothing waits for it. */
  readonly measuredTiming?: () => Timing | undefined
}

/** Size of a body in bytes. */
export function bodySize(body: Outgoing['body']): number {
  return body === undefined ? 0 : body instanceof Uint8Array ? body.byteLength : body.size
}

/** Thrown by a transport when there is no response. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure' as const
  /**
   * A Chromium net error such as `ERR_CONNECTION_REFUSED`, or `NO_CELLULAR` or `TLS_1_1`; for a socket's handshake also `HTTP_404` and the
   * like.
   */
  readonly failure: string
  readonly hint: NetworkHint | undefined

  constructor(failure: string, hint?: NetworkHint, options?: ErrorOptions) {
    super(failure, options)
    this.failure = failure
    this.hint = hint
  }
}
