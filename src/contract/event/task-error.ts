/** Why a call failed. `errMsg` and `errno` are what the app got, spelled as the platform spells them. */
export type TaskError =
  | (FailReason & {
      readonly errMsg: string
      /** Absent where the platform gives none, or where none is known (docs/wechat.md, section 10). */
      readonly errno?: number
    })
  | PageClosed

/**
 * The page was closed or reloaded before the call ended, or its end came too late to be kept. Only a record that outlived its
 * page has it: the app was told nothing, so there is no text.
 */
export interface PageClosed {
  readonly kind: 'page-closed'
  readonly errMsg: ''
  readonly errno?: never
}

/** Whether a call was ended before it could come to an end of its own. */
export function wasCutShort({ kind }: Pick<TaskError, 'kind'>): boolean {
  return kind === 'aborted' || kind === 'page-closed'
}

/** Why a call failed, as data. A text that depends on the platform is in `errMsg`. */
export type FailReason =
  | { readonly kind: 'bad-parameter' }
  | { readonly kind: 'bad-url' }
  | { readonly kind: 'bad-method' }
  | { readonly kind: 'bad-data'; readonly detail: string }
  /** HTTP cannot carry this header; the tool fails, and `detail` is what it says. Phones leave the header out. */
  | { readonly kind: 'bad-header'; readonly name: string; readonly detail: string }
  | { readonly kind: 'refused-domain'; readonly host: string }
  /** `by` tells whether the app called abort() or a person pressed the button of the panel. */
  | { readonly kind: 'aborted'; readonly by: 'app' | 'panel' }
  /** `after` is the timeout in ms. */
  | { readonly kind: 'timed-out'; readonly after: number }
  /** The app was in the background: already when it called, or for 5 s before the answer came (BG-1). Or what answers its calls was disposed of. */
  | { readonly kind: 'interrupted'; readonly when: 'called-hidden' | 'stayed-hidden' | 'disposed' }
  /** The transport failed. `name` is a Chromium net error such as `ERR_CONNECTION_REFUSED`. */
  | { readonly kind: 'network'; readonly name: string; readonly hint?: NetworkHint; readonly detail?: string }
  | { readonly kind: 'too-many-redirects'; readonly limit: number }
  | { readonly kind: 'http-dns'; readonly detail: string }
  | { readonly kind: 'no-cellular' }
  | { readonly kind: 'old-tls' }
  | { readonly kind: 'not-utf8' }
  /** The file to upload is not there (UP-2). */
  | { readonly kind: 'no-file'; readonly path: string }
  /** `limit` is in bytes (LIM-6). */
  | { readonly kind: 'file-too-large'; readonly limit: number }
  /** The app may not write to the path that it chose (DOWN-8). */
  | { readonly kind: 'path-refused'; readonly path: string }
  /** The storage of the app is full (LIM-7). */
  | { readonly kind: 'storage-full' }
  /** What came could not be kept as a file. */
  | { readonly kind: 'file-not-saved'; readonly detail: string }
  /** Five sockets were open already (LIM-3). `taskNumber` is the number that the platform's text gives. */
  | { readonly kind: 'too-many-sockets'; readonly limit: number; readonly taskNumber: number }
  /** The server answered the handshake of a socket with another status than 101. */
  | { readonly kind: 'handshake-refused'; readonly statusCode: number }
  /** Something inside this library broke; the text is the message of what was thrown. */
  | { readonly kind: 'internal'; readonly detail: string }

/**
 * What a browser page can guess about a failed call that a phone would have made:
 * a page is not told whether CORS, CSP, mixed content or the network stopped it.
 */
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
  /** The port is on the list of the Fetch standard: nothing leaves. */
  | 'blocked-port'
  | 'forbidden-method'
  | 'opaque-redirect'
  | 'no-rule'
  | 'no-relay'
  | 'handler-threw'
  /** The head had come, the body broke off; `detail` says how much of it came. */
  | 'body-broken'
  | 'mocked'
