import type { TimingMark } from '../../contract/event/profile.ts'
import type { NetworkHint } from '../../contract/event/task-error.ts'
import { type Answer, bodySize, type Job, type Outgoing, TransportFailure } from '../../contract/transport.ts'
import { joinHeaders } from '../join-headers.ts'

/**
 * Sends a body that somebody watches leaving: `fetch` does not tell how much of it has gone. `name` is the marked url,
 * `explain` guesses why a call failed, `explainBreak` why a body broke off after its head and so many bytes. `headers` holds only what a page may set: any other would put an error on the console.
 * Unlike fetch it shows a server of the page's own origin the cookies of the page, and every server the origin of the page as Referer.
 */
export function sendByXhr(
  Xhr: typeof XMLHttpRequest,
  name: string,
  { body, headers, method }: Pick<Outgoing, 'body' | 'method'> & { readonly headers: Headers },
  { clock, onSent, signal }: Job,
  explain: () => Promise<NetworkHint>,
  explainBreak: (header: Headers, received: number) => Promise<TransportFailure>,
): Promise<Answer> {
  if (signal.aborted) return Promise.reject(new TransportFailure('ERR_ABORTED'))
  const xhr = new Xhr()
  const marks: Partial<Record<TimingMark, number>> = {}
  const size = bodySize(body)
  /** The head, once it has come. */
  let answered: string | undefined
  xhr.open(method, name)
  xhr.responseType = 'arraybuffer'
  for (const [key, value] of headers) xhr.setRequestHeader(key, value)
  xhr.upload.addEventListener('progress', ({ loaded }) => onSent?.(Math.min(loaded, size)))
  xhr.upload.addEventListener('load', () => {
    marks.requestEnd = clock.now()
    onSent?.(size)
  })
  const abort = () => xhr.abort()
  signal.addEventListener('abort', abort)

  const whole = new Promise<ArrayBuffer>((resolve, reject) => {
    xhr.addEventListener('load', () => resolve(xhr.response as ArrayBuffer))
    let received = 0
    xhr.addEventListener('progress', ({ loaded }) => {
      received = loaded
    })
    xhr.addEventListener('error', () => {
      // Before the head it is `head` that fails, with a reason of its own.
      if (!answered) reject(new TransportFailure('ERR_FAILED'))
      else void explainBreak(new Headers(headerLines(answered)), received).then(reject)
    })
    xhr.addEventListener('abort', () => reject(new TransportFailure('ERR_ABORTED')))
    xhr.addEventListener('loadend', () => signal.removeEventListener('abort', abort))
  })
  // Whoever waits for the head hears of it there.
  whole.catch(() => {})

  const head = new Promise<Answer>((resolve, reject) => {
    xhr.addEventListener('readystatechange', () => {
      // A status of 0 goes before an error.
      if (xhr.readyState !== xhr.HEADERS_RECEIVED || xhr.status === 0) return
      answered = xhr.getAllResponseHeaders()
      const elsewhere = xhr.responseURL !== new URL(name).href.replace(/#.*$/s, '')
      resolve({
        statusCode: xhr.status,
        header: joinHeaders(headerLines(answered)),
        cookies: [],
        chunks: once(whole),
        timing: { marks: { ...marks, responseStart: clock.now() }, simulated: [] },
        ...(elsewhere && { finalUrl: xhr.responseURL }),
      })
    })
    whole.catch(async (cause: unknown) => {
      reject(signal.aborted ? new TransportFailure('ERR_ABORTED') : new TransportFailure('ERR_FAILED', await explain(), { cause }))
    })
  })
  xhr.send(body as Blob | Uint8Array<ArrayBuffer> | null)
  return head
}

async function* once(whole: Promise<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await whole)
}

function headerLines(text: string): [name: string, value: string][] {
  return text
    .split('\r\n')
    .filter((line) => line.includes(':'))
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    })
}
