import { type Answer, type Job, TransportFailure } from '../../../contract/transport.ts'
import { joinHeaders } from '../../join-headers.ts'
import { readChunks } from '../../read-chunks.ts'
import { brokenByHandler } from '../call/handler-failure.ts'
import { factsOf } from '../call/response-facts.ts'

/** Converts the Response of a handler to an answer. Throws a TransportFailure if it stands for a failed connection. */
export function readAnswer(response: Response, method: string, { signal, clock }: Job): Answer {
  const { failure, header, cookies, size } = factsOf(response)
  if (failure) throw failure
  if (response.type === 'error') throw new TransportFailure('ERR_FAILED', 'mocked')
  if (signal.aborted) {
    void response.body?.cancel()
    throw new TransportFailure('ERR_ABORTED')
  }
  return {
    statusCode: response.status,
    header: header ?? headerOf(response, cookies),
    cookies,
    // A response to HEAD has no body, whatever the handler returned.
    chunks: readChunks(method === 'HEAD' ? null : response.body, signal, brokenByHandler),
    ...(size !== undefined && method !== 'HEAD' && { expectedSize: size }),
    timing: { marks: { responseStart: clock.now() }, simulated: [] },
  }
}

function headerOf(response: Response, cookies: readonly string[]): Readonly<Record<string, string>> {
  const lines: [string, string][] = [...response.headers].filter(([name]) => name !== 'set-cookie')
  return joinHeaders([...lines, ...cookies.map((line): [string, string] => ['Set-Cookie', line])])
}
