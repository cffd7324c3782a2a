/** One thing wrong with data from outside: where (`rules[2].respond.status`) and what. */
export interface Issue {
  readonly path: string
  readonly message: string
}

/** What was misused; a code stays as it is from version to version. */
export type InspectorErrorCode = 'bad-settings' | 'bad-rules' | 'bad-option' | 'disposed' | 'already-installed' | 'cannot-install'

/** Thrown when this library is misused. A call of `wx.*` never throws it: there a failure is data. */
export class InspectorError extends Error {
  override readonly name = 'InspectorError' as const
  readonly code: InspectorErrorCode
  /** What is wrong and where; empty when the message says it all. */
  readonly issues: readonly Issue[]

  constructor(code: InspectorErrorCode, message: string, options: { issues?: readonly Issue[]; cause?: unknown } = {}) {
    const list = (options.issues ?? []).map((issue) => `\n  ${issue.path}: ${issue.message}`).join('')
    super(`[wx-request-inspector] ${message}${list}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.issues = options.issues ?? []
  }
}

/** Tells it from other errors, also where two copies of this package are loaded. */
export function isInspectorError(value: unknown): value is InspectorError {
  return value instanceof Error && value.name === 'InspectorError' && 'issues' in value
}
