import { headerValue } from '../../../contract/event/header-value.ts'
import type { Job, Outgoing } from '../../../contract/transport.ts'
import { toHeaders } from '../../to-headers.ts'

/**
 * A `wx` call as MSW handlers see it. A page may not set Referer, Cookie or User-Agent, send TRACE, or use a URL with a password; WeChat
 * does, so these properties override those of the real `Request`.
 */
export class OutgoingRequest extends Request {
  readonly outgoing: Outgoing
  readonly #headers: Headers
  readonly #signal: AbortSignal

  constructor(outgoing: Outgoing, job: Pick<Job, 'signal'>) {
    super(withoutUser(outgoing.url), {
      method: 'POST',
      // With credentials, MSW would add the page's own cookies.
      credentials: 'omit',
      ...(hasBody(outgoing) && { body: outgoing.body as Uint8Array<ArrayBuffer> | Blob }),
      // `formData()` reads the boundary from here, not from the property below.
      ...(outgoing.form && { headers: { 'content-type': headerValue(outgoing.header, 'content-type') ?? '' } }),
    })
    this.outgoing = outgoing
    this.#headers = toHeaders(outgoing.header)
    this.#signal = job.signal
  }

  override get method(): string {
    return this.outgoing.method
  }

  override get url(): string {
    return this.outgoing.url
  }

  override get headers(): Headers {
    return this.#headers
  }

  override get signal(): AbortSignal {
    return this.#signal
  }

  override clone(): OutgoingRequest {
    return new OutgoingRequest(this.outgoing, { signal: this.#signal })
  }
}

function hasBody({ body, method }: Outgoing): boolean {
  return body !== undefined && method !== 'GET' && method !== 'HEAD'
}

function withoutUser(url: string): string {
  return url.replace(/^(\w+:\/\/)[^/?#]*@/, '$1')
}
