import type { PolicyViolation } from '../policy-violations.ts'
import type { SocketClosed } from './plain-socket.ts'

/** What the page asks of the worker, together with a port for the socket. */
export interface SocketWanted {
  readonly url: string
  readonly protocols: readonly string[]
}

/** What the worker says of itself. */
export type WorkerNews = { readonly news: 'ready' } | ({ readonly news: 'violation' } & PolicyViolation)

/** What the page says over the port of a socket. */
export type Asked =
  /** The last news are told: more may come. */
  | { readonly ask: 'more' }
  | { readonly ask: 'send'; readonly data: string | ArrayBuffer }
  | { readonly ask: 'close'; readonly code: number | undefined; readonly reason: string | undefined }

/** What the worker says over it, many at a time. A bare text or bytes are a message: of those there may be thousands. */
export type News =
  | string
  | ArrayBuffer
  | { readonly news: 'opened'; readonly protocol: string }
  | { readonly news: 'refused'; readonly message: string }
  | { readonly news: 'failed' }
  | ({ readonly news: 'closed' } & SocketClosed)
