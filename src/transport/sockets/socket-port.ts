import type { PolicyViolation } from '../policy-violations.ts'
import type { SocketClosed } from './plain-socket.ts'

/** Posted to the worker to open a socket, together with a port for it. */
export interface SocketRequest {
  readonly url: string
  readonly protocols: readonly string[]
}

/** Posted by the worker itself. */
export type WorkerMessage = { readonly type: 'ready' } | ({ readonly type: 'violation' } & PolicyViolation)

/** Posted by the page over the port of a socket. */
export type PortCommand =
  /** The last batch is processed: send the next. */
  | { readonly type: 'more' }
  | { readonly type: 'send'; readonly data: string | ArrayBuffer }
  | { readonly type: 'close'; readonly code: number | undefined; readonly reason: string | undefined }

/** Posted by the worker over that port, in batches. A bare string or ArrayBuffer is a message; there may be thousands. */
export type PortEvent =
  | string
  | ArrayBuffer
  | { readonly type: 'opened'; readonly protocol: string }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'failed' }
  | ({ readonly type: 'closed' } & SocketClosed)
