import { headerValue } from '../../../contract/event/header-value.ts'
import type { Job, Outgoing } from '../../../contract/transport.ts'
import { toHeaders } from '../../to-headers.ts'

/**
 * A wx call as handlers see it. A page may not put Referer, Cookie or User-Agent on a request, send TRACE, or keep a
 * password in a url; WeChat does, so these properties lie over those of the real `Request`.
 */
export class OutgoingRequest extends Request {
  readonly outgoing: Outgoing
  readonly #headers: Headers
  readonly #signal: AbortSignal

  constructor(outgoing: Outgoing, job: Pick<Job, 'signal'>) {
    super(withoutUser(outgoing.url), {
      method: 'POST',
      // MSW would add the host page's own cookies to a call that may carry credentials.
      credentials: 'omit',
      ...(hasBody(outgoing) && { body: outgoing.body as Uint8Array<ArrayBuffer> | Blob }),
      // Where `formData()` looks for the boundary; it does not ask the property below.
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
