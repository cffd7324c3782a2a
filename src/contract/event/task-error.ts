/** Why a call failed. `errMsg` and `errno` are what the app got, as the platform spells them. */
export type TaskError =
  | (FailReason & {
      readonly errMsg: string
      /** Absent if the platform has none, or none is known (docs/wechat.md, section 10). */
      readonly errno?: number
    })
  | PageClosed

/**
 * The page was closed or reloaded before the call ended, or its end came too late to be stored. Only in a log that outlives its page; the
 * app got nothing, so there is no message.
 */
export interface PageClosed {
  readonly kind: 'page-closed'
  readonly errMsg: ''
  readonly errno?: never
}

/** Whether a call was ended before it could end by itself. */
export function wasCutShort({ kind }: Pick<TaskError, 'kind'>): boolean {
  return kind === 'aborted' || kind === 'page-closed'
}

/** Why a call failed, as data. The message depends on the platform; it is in `errMsg`. */
export type FailReason =
  | { readonly kind: 'bad-parameter' }
  | { readonly kind: 'bad-url' }
  | { readonly kind: 'bad-method' }
  | { readonly kind: 'bad-data'; readonly detail: string }
  /** HTTP cannot carry this header. devtools fails with `detail`; phones leave the header out. */
  | { readonly kind: 'bad-header'; readonly name: string; readonly detail: string }
  | { readonly kind: 'refused-domain'; readonly host: string }
  /** `by` is `app` for abort(), `panel` for the button of the panel. */
  | { readonly kind: 'aborted'; readonly by: 'app' | 'panel' }
  /** `after` is the timeout in ms. */
  | { readonly kind: 'timed-out'; readonly after: number }
  /** The app was in the background when it called, or for 5 s before the response (BG-1); or the inspector was disposed of. */
  | { readonly kind: 'interrupted'; readonly when: 'called-hidden' | 'stayed-hidden' | 'disposed' }
  /** The transport failed. `name` is a Chromium net error such as `ERR_CONNECTION_REFUSED`. */
  | { readonly kind: 'network'; readonly name: string; readonly hint?: NetworkHint; readonly detail?: string }
  | { readonly kind: 'too-many-redirects'; readonly limit: number }
  | { readonly kind: 'http-dns'; readonly detail: string }
  | { readonly kind: 'no-cellular' }
  | { readonly kind: 'old-tls' }
  | { readonly kind: 'not-utf8' }
  /** The file to upload does not exist (UP-2). */
  | { readonly kind: 'no-file'; readonly path: string }
  /** `limit` is in bytes (LIM-6). */
  | { readonly kind: 'file-too-large'; readonly limit: number }
  /** The app may not write to this path (DOWN-8). */
  | { readonly kind: 'path-refused'; readonly path: string }
  /** The storage of the app is full (LIM-7). */
  | { readonly kind: 'storage-full' }
  /** The response could not be saved to a file. */
  | { readonly kind: 'file-not-saved'; readonly detail: string }
  /** Five sockets were open already (LIM-3). `taskNumber` is the number in the platform's message. */
  | { readonly kind: 'too-many-sockets'; readonly limit: number; readonly taskNumber: number }
  /** The server answered the handshake with another status than 101. */
  | { readonly kind: 'handshake-refused'; readonly statusCode: number }
  /** An error inside this library; `detail` is its message. */
  | { readonly kind: 'internal'; readonly detail: string }

/** The likely cause of a failed call in a page: browsers do not tell CORS, CSP, mixed content and network errors apart. */
export type NetworkHint =
  | 'cors-or-network'
  | 'mixed-content'
  | 'csp'
  | 'page-offline'
  | 'simulated-offline'
  | 'simulated-loss'
  | 'socket-unknown'
  /** `new WebSocket` threw; `detail` is its message. */
  | 'socket-refused'
  /** The Fetch standard blocks this port: nothing was sent. */
  | 'blocked-port'
  | 'forbidden-method'
  | 'opaque-redirect'
  | 'no-rule'
  | 'no-relay'
  | 'handler-threw'
  /** The body broke off after its headers; `detail` says how much of it had arrived. */
  | 'body-broken'
  | 'mocked'
