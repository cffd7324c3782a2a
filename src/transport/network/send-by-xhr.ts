import type { NetworkHint } from '../../contract/event/task-error.ts'
import { type Answer, bodySize, type Job, type Outgoing, TransportFailure } from '../../contract/transport.ts'
import { watchXhr } from './watch-xhr.ts'

/**
 * Sends a body whose upload progress is watched, which `fetch` cannot report. `name` is the marked URL, `explain` finds the likely cause
 * of a failure, `explainBreak` that of a body that broke off after its headers. `headers` must only hold what a page may set: other names
 * would log an error. Unlike `fetch` it sends cookies to the page's own origin, and the page's origin as Referer to every server.
 */
export function sendByXhr(
  Xhr: typeof XMLHttpRequest,
  name: string,
  { body, headers, method }: Pick<Outgoing, 'body' | 'method'> & { readonly headers: Headers },
  job: Job,
  explain: () => Promise<NetworkHint>,
  explainBreak: (header: Headers, received: number) => TransportFailure,
): Promise<Answer> {
  if (job.signal.aborted) return Promise.reject(new TransportFailure('ERR_ABORTED'))
  const xhr = new Xhr()
  xhr.open(method, name)
  xhr.responseType = 'arraybuffer'
  for (const [key, value] of headers) xhr.setRequestHeader(key, value)
  const read = () => new Uint8Array(xhr.response as ArrayBuffer)
  const answer = watchXhr(xhr, { name, size: bodySize(body), explain, explainBreak, read, abort: () => xhr.abort() }, job)
  xhr.send(body as Blob | Uint8Array<ArrayBuffer> | null)
  return answer
}
