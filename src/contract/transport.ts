import type { Clock } from './clock.ts'
import type { Timing } from './event/profile.ts'
import type { NetworkHint } from './event/task-error.ts'
import type { AnsweredBy, DroppedHeader, HeaderList, SentForm, TaskApi } from './event/task-event.ts'

/** A call on its way out: everything WeChat's rules demand is already applied. */
export interface Outgoing {
  readonly taskId: string
  readonly api: TaskApi
  readonly method: string
  /** Absolute, http or https. */
  readonly url: string
  /** As it should reach the server, Referer and Cookie included, whether or not a page may send them. */
  readonly header: HeaderList
  /** A Blob where the bytes of a file are in it: it is not held in memory. Its size is `size`, not `byteLength`; see `bodySize`. */
  readonly body: Uint8Array | Blob | undefined
  /** What the body of an upload is made of. */
  readonly form?: SentForm
  /** `manual`: the caller wants to see a 3xx answer. A transport gives 3xx answers back as they are whenever it can. */
  readonly redirect: 'follow' | 'manual'
  /** The HTTP version that the call insists on where the url is https (REQ-8). What a page sends over the network, its browser decides. */
  readonly protocol?: 'h2'
}

/** Answers calls, or leaves them to the next one. */
export interface Transport {
  /** Gives `undefined` when this call is not its to answer. Never rejects: what goes wrong shows in `Route.answer`. */
  send(outgoing: Outgoing, job: Job): Promise<Route | undefined>
  /** The same for a socket; absent where no socket is this one's. */
  connect?(outgoing: OutgoingSocket, job: Job): Promise<SocketRoute | undefined>
}

/** A socket on its way out. */
export interface OutgoingSocket {
  readonly taskId: string
  /** Absolute, ws or wss, without a hash. */
  readonly url: string
  /** The handshake as WeChat would send it, whether or not a page may. */
  readonly header: HeaderList
  readonly protocols: readonly string[]
}

/** Who took the socket, at once; whether it opens, later. */
export interface SocketRoute extends Omit<Route, 'answer' | 'cached'> {
  /** Rejects with a TransportFailure when the handshake fails; or never settles, until `job.signal` aborts. */
  readonly connection: Promise<SocketConnection>
}

/** An open socket. */
export interface SocketConnection {
  readonly header: Readonly<Record<string, string>>
  /** The sub-protocol that was chosen; '' for none. */
  readonly protocol: string
  readonly timing?: Timing
  send(data: SocketData): void
  /** Begins to close; `ended` follows. */
  close(code: number, reason: string): void
  /** Called once. What came before is told at once, in order. */
  subscribe(handlers: SocketHandlers): void
}

/** A message: text, or bytes that belong to whoever is given them. */
export type SocketData = string | Uint8Array<ArrayBuffer>

/** What the shim hears of an open socket. */
export interface SocketHandlers {
  message(data: SocketData): void
  /** Once, and nothing after it. */
  ended(end: SocketEnd): void
}

/** How an open socket ended. */
export interface SocketEnd {
  readonly code: number
  readonly reason: string
  /** Whether both sides said goodbye. */
  readonly clean: boolean
  /** The connection was given up because of a fault, not merely lost. */
  readonly broken?: boolean
}

/** What a transport works with while it answers a call. */
export interface Job {
  /** Aborts when the caller aborts, the timeout passes, or nobody wants the answer any more. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Hears how many bytes of the body have left, as they leave. Not every transport can tell. */
  readonly onSent?: (loaded: number) => void
  /** Takes the call to the real network in place of the page's own transport: what a framework sends, its own XMLHttpRequest, fetch or WebSocket carries. */
  readonly carrier?: Transport
}

/** Who took the call, at once; what came of it, later. */
export interface Route {
  readonly by: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  /** The answer comes from a cache, and nothing is sent (REQ-12). */
  readonly cached?: true
  /** Headers that this way cannot carry. */
  readonly dropped?: readonly DroppedHeader[]
  readonly timing?: Timing
  /** Rejects with a TransportFailure; or never settles, until `job.signal` aborts. */
  readonly answer: Promise<Answer>
}

/** What came of a call: the head, and the body as it comes. */
export interface Answer {
  readonly statusCode: number
  /** Names as the server wrote them (HDR-10); repeated ones joined by `,` (HDR-12). */
  readonly header: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  /** The body, decoded from any content encoding. Throws a TransportFailure when the connection breaks. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Bytes that the body will have, where that is known without a Content-Length. */
  readonly expectedSize?: number
  readonly timing?: Timing
  /** Set when redirects were followed where the shim could not see them: the address that answered in the end. */
  readonly finalUrl?: string
  /** Called once, in the task of the end: what is known by then and was not before, such as resource timing. Nobody waits for it. */
  readonly measuredTiming?: () => Timing | undefined
}

/** Bytes of a body, whichever form it has. */
export function bodySize(body: Outgoing['body']): number {
  return body === undefined ? 0 : body instanceof Uint8Array ? body.byteLength : body.size
}

/** How a transport says that no answer came. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure' as const
  /** A Chromium net error such as `ERR_CONNECTION_REFUSED`, or `NO_CELLULAR` or `TLS_1_1`; of a socket's handshake also `HTTP_404` and the like. */
  readonly failure: string
  readonly hint: NetworkHint | undefined

  constructor(failure: string, hint?: NetworkHint, options?: ErrorOptions) {
    super(failure, options)
    this.failure = failure
    this.hint = hint
  }
}
