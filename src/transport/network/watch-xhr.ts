import type { TimingMark } from '../../contract/event/profile.ts'
import type { NetworkHint } from '../../contract/event/task-error.ts'
import { type Answer, type Job, TransportFailure } from '../../contract/transport.ts'
import { joinHeaders } from '../join-headers.ts'

/** What is needed to read a response from an XMLHttpRequest. */
export interface XhrWatch {
  /** The marked URL that it was opened with. */
  readonly name: string
  /** Size of the request body, in bytes. */
  readonly size: number
  /** Finds the likely cause of a failure. */
  readonly explain: () => Promise<NetworkHint>
  /** Makes the error for a body that broke off after these headers and this many bytes. */
  readonly explainBreak: (header: Headers, received: number) => TransportFailure
  /** The whole body, once it is complete. */
  readonly read: () => Uint8Array | Promise<Uint8Array>
  readonly abort: () => void
}

/**
 * The response that an opened XMLHttpRequest will get. Call it before `send()`. It listens to the upload only if `onSent` is given: a
 * listener there makes the browser send a CORS preflight.
 */
export function watchXhr(
  xhr: XMLHttpRequest,
  { abort, explain, explainBreak, name, read, size }: XhrWatch,
  { clock, onSent, signal }: Job,
): Promise<Answer> {
  const marks: Partial<Record<TimingMark, number>> = {}
  if (onSent) {
    xhr.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, size)))
    xhr.upload.addEventListener('load', () => {
      marks.requestEnd = clock.now()
      onSent(size)
    })
  }
  /** The raw headers, once they have arrived. */
  let answered: string | undefined
  signal.addEventListener('abort', abort)

  const whole = new Promise<Uint8Array>((resolve, reject) => {
    xhr.addEventListener('load', () => resolve(read()))
    let received = 0
    xhr.addEventListener('progress', ({ loaded }) => {
      received = loaded
    })
    xhr.addEventListener('error', () => {
      // Before the headers, the answer itself rejects, with its own error.
      if (!answered) reject(new TransportFailure('ERR_FAILED'))
      else reject(explainBreak(new Headers(headerLines(answered)), received))
    })
    xhr.addEventListener('abort', () => reject(new TransportFailure('ERR_ABORTED')))
    xhr.addEventListener('timeout', () => reject(new TransportFailure('ERR_TIMED_OUT')))
    xhr.addEventListener('loadend', () => signal.removeEventListener('abort', abort))
  })
  // The error is reported where the headers are awaited.
  whole.catch(() => {})

  return new Promise<Answer>((resolve, reject) => {
    xhr.addEventListener('readystatechange', () => {
      // A status of 0 precedes an error.
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
}

async function* once(whole: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await whole
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
