import type { PolicyViolation } from '../policy-violations.ts'
import type { SocketClosed } from './plain-socket.ts'

/** What the page asks of the worker, together with a port for the socket. */
export interface SocketRequest {
  readonly url: string
  readonly protocols: readonly string[]
}

/** What the worker says of itself. */
export type WorkerMessage = { readonly type: 'ready' } | ({ readonly type: 'violation' } & PolicyViolation)

/** What the page says over the port of a socket. */
export type PortCommand =
  /** The last news are told: more may come. */
  | { readonly type: 'more' }
  | { readonly type: 'send'; readonly data: string | ArrayBuffer }
  | { readonly type: 'close'; readonly code: number | undefined; readonly reason: string | undefined }

/** What the worker says over it, many at a time. A bare text or bytes are a message: of those there may be thousands. */
export type PortEvent =
  | string
  | ArrayBuffer
  | { readonly type: 'opened'; readonly protocol: string }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'failed' }
  | ({ readonly type: 'closed' } & SocketClosed)
