/** One problem in data from outside: its path, such as `rules[2].respond.status`, and a message. */
export interface Issue {
  readonly path: string
  readonly message: string
}

/** What was misused. Codes do not change between versions. */
export type InspectorErrorCode =
  | 'bad-settings'
  | 'bad-rules'
  | 'bad-har'
  | 'bad-option'
  | 'disposed'
  | 'already-installed'
  | 'cannot-install'

/** Thrown when this library is misused. A call of `wx.*` never throws it: its failures are data. */
export class InspectorError extends Error {
  override readonly name = 'InspectorError' as const
  readonly code: InspectorErrorCode
  /** The problems found; empty if the message says it all. */
  readonly issues: readonly Issue[]

  constructor(code: InspectorErrorCode, message: string, options: { issues?: readonly Issue[]; cause?: unknown } = {}) {
    const list = (options.issues ?? []).map((issue) => `\n  ${issue.path}: ${issue.message}`).join('')
    super(`[wx-request-inspector] ${message}${list}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.issues = options.issues ?? []
  }
}

/** Recognizes an InspectorError, even of another copy of this package. */
export function isInspectorError(value: unknown): value is InspectorError {
  return value instanceof Error && value.name === 'InspectorError' && 'issues' in value
}
