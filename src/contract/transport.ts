import type { Clock } from './clock.ts'
import type { Timing } from './profile.ts'
import type { NetworkHint } from './task-error.ts'
import type { AnsweredBy, HeaderList, TaskApi } from './task-event.ts'

/** A call on its way out: everything WeChat's rules demand is already applied. */
export interface Outgoing {
  readonly taskId: string
  readonly api: TaskApi
  readonly method: string
  /** Absolute, http or https. */
  readonly url: string
  /** As it should reach the server, Referer and Cookie included, whether or not a page may send them. */
  readonly header: HeaderList
  readonly body: Uint8Array | undefined
  /** `manual`: the caller wants to see a 3xx answer. A transport gives 3xx answers back as they are whenever it can. */
  readonly redirect: 'follow' | 'manual'
}

/** Answers calls, or leaves them to the next one. */
export interface Transport {
  /** Gives `undefined` when this call is not its to answer. Never rejects: what goes wrong shows in `Route.answer`. */
  send(outgoing: Outgoing, job: Job): Promise<Route | undefined>
}

export interface Job {
  /** Aborts when the caller aborts, the timeout passes, or nobody wants the answer any more. */
  readonly signal: AbortSignal
  readonly clock: Clock
}

/** Who took the call, at once; what came of it, later. */
export interface Route {
  readonly by: AnsweredBy
  readonly ruleId?: string
  readonly ruleName?: string
  /** The answer comes from a cache, and nothing is sent (REQ-12). */
  readonly cached?: true
  readonly timing?: Timing
  /** Rejects with a TransportFailure; or never settles, until `job.signal` aborts. */
  readonly answer: Promise<Answer>
}

export interface Answer {
  readonly statusCode: number
  /** Names as the server wrote them (HDR-10); repeated ones joined by `,` (HDR-12). */
  readonly header: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  /** The body, decoded from any content encoding. Throws a TransportFailure when the connection breaks. */
  readonly chunks: AsyncIterable<Uint8Array>
  readonly timing?: Timing
  /** Set when redirects were followed where the shim could not see them: the address that answered in the end. */
  readonly finalUrl?: string
  /** Called once the body has ended; resolves with what was only known afterwards, such as resource timing. */
  readonly lateTiming?: () => Promise<Timing | undefined>
}

/** How a transport says that no answer came. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure' as const
  /** A Chromium net error such as `ERR_CONNECTION_REFUSED`, or `NO_CELLULAR` or `TLS_1_1`. */
  readonly failure: string
  readonly hint: NetworkHint | undefined

  constructor(failure: string, hint?: NetworkHint, options?: ErrorOptions) {
    super(failure, options)
    this.failure = failure
    this.hint = hint
  }
}
