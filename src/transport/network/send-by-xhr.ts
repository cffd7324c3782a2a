import type { NetworkHint } from '../../contract/event/task-error.ts'
import { type Answer, bodySize, type Job, type Outgoing, TransportFailure } from '../../contract/transport.ts'
import { watchXhr } from './watch-xhr.ts'

/**
 * Sends a body that somebody watches leaving: `fetch` does not tell how much of it has gone. `name` is the marked url,
 * `explain` guesses why a call failed, `explainBreak` why a body broke off after its head and so many bytes. `headers` holds only what a page may set: any other would put an error on the console.
 * Unlike fetch it shows a server of the page's own origin the cookies of the page, and every server the origin of the page as Referer.
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
