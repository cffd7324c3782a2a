import type { Disposables } from '../../contract/disposables.ts'
import type { Timing } from '../../contract/event/profile.ts'
import { type Answer, type Job, type Outgoing, type Transport, TransportFailure } from '../../contract/transport.ts'
import { isPortBlocked } from '../blocked-ports.ts'
import { explainFailure } from '../explain-failure.ts'
import { joinHeaders } from '../join-headers.ts'
import { markUrl } from '../mark-url.ts'
import { pageHeaders } from '../page-headers.ts'
import { watchViolations } from '../policy-violations.ts'
import { readChunks } from '../read-chunks.ts'
import { brokenBody } from './broken-body.ts'
import { ResourceTimes } from './resource-times.ts'
import { sendByXhr } from './send-by-xhr.ts'

/**
 * Sends every call to the real network with the page's own `fetch`; a body whose upload progress is watched with XMLHttpRequest. The
 * limits of a page apply: no Referer, Cookie or Set-Cookie, and no response that CORS does not allow.
 */
export function createFetchTransport(disposables: Disposables): Transport {
  // Captured now: functions that the app patches later must not see these calls.
  const { fetch, XMLHttpRequest } = globalThis
  watchViolations(disposables)
  const times = new ResourceTimes(disposables)

  async function answerOf(outgoing: Outgoing, headers: Headers, job: Job): Promise<Answer> {
    const { method, body, redirect } = outgoing
    if (/^(?:TRACE|CONNECT|TRACK)$/i.test(method)) throw new TransportFailure('ERR_FAILED', 'forbidden-method')
    if (isPortBlocked(outgoing.url)) throw new TransportFailure('ERR_UNSAFE_PORT', 'blocked-port')
    const name = markUrl(outgoing.url, outgoing.taskId)
    const explain = () => explainFailure(outgoing.url, job.clock.sleep)
    const explainBreak = (header: Headers, received: number) => brokenBody(header, received, times.takeSizes(name))
    const measuredTiming = () => times.takeTiming(name, job.clock)
    if (isWatched(outgoing, job))
      return { ...(await sendByXhr(XMLHttpRequest, name, { ...outgoing, headers }, job, explain, explainBreak)), measuredTiming }
    const response = await fetch(name, {
      method,
      headers,
      redirect,
      // The URL of the page that shows the app is not a Referer of the app (HDR-6).
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      cache: 'no-store',
      signal: job.signal,
      ...(body && !/^(?:GET|HEAD)$/i.test(method) && { body: body as Uint8Array<ArrayBuffer> | Blob }),
    }).catch(async (cause: unknown) => {
      if (job.signal.aborted) throw new TransportFailure('ERR_ABORTED', undefined, { cause })
      throw new TransportFailure('ERR_FAILED', await explain(), { cause })
    })
    if (response.type === 'opaqueredirect') throw new TransportFailure('ERR_ABORTED', 'opaque-redirect')
    return {
      statusCode: response.status,
      header: joinHeaders(response.headers),
      cookies: response.headers.getSetCookie(),
      chunks: readChunks(response.body, job.signal, (received) => explainBreak(response.headers, received)),
      timing: { marks: { responseStart: job.clock.now() }, simulated: [] },
      ...(response.redirected && { finalUrl: response.url }),
      measuredTiming,
    }
  }

  /** Whether upload progress is watched. Node cannot report it. */
  function isWatched({ body }: Outgoing, { onSent }: Job): boolean {
    return body !== undefined && onSent !== undefined && XMLHttpRequest !== undefined
  }

  return {
    async send(outgoing, job) {
      const timing: Timing | undefined = isWatched(outgoing, job) ? { marks: { requestStart: job.clock.now() }, simulated: [] } : undefined
      const { headers, dropped } = pageHeaders(outgoing.header)
      const answer = answerOf(outgoing, headers, job)
      // A failed call is data: without a handler it would be an unhandled rejection.
      answer.catch(() => {})
      return { by: 'fetch', dropped, ...(timing && { timing }), answer }
    },
  }
}
