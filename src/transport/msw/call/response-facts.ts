import type { TransportFailure } from '../../../contract/transport.ts'

/** What a web `Response` cannot hold: header names as they were written, Set-Cookie lines, and why there is no answer. */
export interface ResponseFacts {
  /** Every header as the rule spelled it (HDR-10), repeated ones joined by `,` (HDR-12). Absent: take what the response gives. */
  readonly header?: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  /** Bytes of the body, where a rule knows them before they come. */
  readonly size?: number
  readonly failure?: TransportFailure
}

const NO_FACTS: ResponseFacts = { cookies: [] }
const known = new WeakMap<Response, ResponseFacts>()

/** Ties facts to one response object, for whoever reads that same object. */
export function noteFacts(response: Response, facts: ResponseFacts): Response {
  known.set(response, facts)
  return response
}

export function factsOf(response: Response): ResponseFacts {
  return known.get(response) ?? NO_FACTS
}
