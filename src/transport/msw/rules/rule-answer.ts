import { type Answer, type Job, TransportFailure } from '../../../contract/transport.ts'
import { readChunks } from '../../read-chunks.ts'
import { brokenByHandler } from '../call/handler-failure.ts'
import { noteFacts } from '../call/response-facts.ts'

/** What a rule answers, before it becomes a Response for the page or an Answer for a `wx` call. */
export interface RuleAnswer {
  readonly status: number
  /** The part of the headers that a `Response` can hold. */
  readonly headers: Headers
  /** Every header as the rule spelled it (HDR-10), repeated ones joined by `,` (HDR-12). */
  readonly header: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null
  /** Size of the body in bytes, if it has one. */
  readonly size?: number
}

/** The answer for the page; an error response if the rule breaks the connection. */
export async function toResponse(answering: Promise<RuleAnswer>): Promise<Response> {
  try {
    const { status, headers, header, cookies, body, size } = await answering
    return noteFacts(new Response(body, { status, headers }), { header, cookies, ...(size !== undefined && { size }) })
  } catch (failure) {
    if (!(failure instanceof TransportFailure)) throw failure
    return noteFacts(Response.error(), { cookies: [], failure })
  }
}

/** The answer for a `wx` call. No Response is made: creating and reading one costs more than all the rest of a small answer. */
export function toAnswer({ status, header, cookies, body, size }: RuleAnswer, method: string, { signal, clock }: Job): Answer {
  const withBody = method !== 'HEAD'
  return {
    statusCode: status,
    header,
    cookies,
    // An answer to HEAD has no body, even if the rule gives one.
    chunks:
      body instanceof Uint8Array ? onePiece(withBody ? body : EMPTY, signal) : readChunks(withBody ? body : null, signal, brokenByHandler),
    ...(withBody && size !== undefined && { expectedSize: size }),
    timing: { marks: { responseStart: clock.now() }, simulated: [] },
  }
}

const EMPTY = new Uint8Array()

/** A body that is complete. Each reader gets its own copy of the bytes. */
function onePiece(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      let left = bytes.byteLength > 0
      return {
        async next() {
          if (signal.aborted) throw new TransportFailure('ERR_ABORTED')
          if (!left) return { done: true, value: undefined }
          left = false
          return { done: false, value: bytes.slice() }
        },
        async return() {
          left = false
          return { done: true, value: undefined }
        },
      }
    },
  }
}
