import type { TransportFailure } from '../../../contract/transport.ts'

/** What a `Response` cannot hold: the spelling of header names, Set-Cookie headers, and why there is no response. */
export interface ResponseFacts {
  /** Every header as the rule spelled it (HDR-10), repeated ones joined by `,` (HDR-12). Default: the headers of the response. */
  readonly header?: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  /** Size of the body in bytes, if the rule knows it in advance. */
  readonly size?: number
  readonly failure?: TransportFailure
}

const NO_FACTS: ResponseFacts = { cookies: [] }
const known = new WeakMap<Response, ResponseFacts>()

/** Attaches facts to this response object; `factsOf` reads them. */
export function noteFacts(response: Response, facts: ResponseFacts): Response {
  known.set(response, facts)
  return response
}

/** The facts attached to this response object; by default its own headers. */
export function factsOf(response: Response): ResponseFacts {
  return known.get(response) ?? NO_FACTS
}
