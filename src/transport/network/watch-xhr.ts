import type { TimingMark } from '../../contract/event/profile.ts'
import type { NetworkHint } from '../../contract/event/task-error.ts'
import { type Answer, type Job, TransportFailure } from '../../contract/transport.ts'
import { joinHeaders } from '../join-headers.ts'

/** What is needed to tell an answer from an XMLHttpRequest. */
export interface XhrWatch {
  /** The marked url that it was opened with. */
  readonly name: string
  /** Bytes of the body that it sends. */
  readonly size: number
  /** Guesses why a call failed. */
  readonly explain: () => Promise<NetworkHint>
  /** Says why a body broke off behind these headers, after so many bytes. */
  readonly explainBreak: (header: Headers, received: number) => TransportFailure
  /** The whole body of the answer, once it is there. */
  readonly read: () => Uint8Array | Promise<Uint8Array>
  readonly abort: () => void
}

/** The answer that an open XMLHttpRequest gets. Listens before it is sent; where nobody asks for it, not to its upload: that alone would make the browser ask the server first. */
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
  /** The head, once it has come. */
  let answered: string | undefined
  signal.addEventListener('abort', abort)

  const whole = new Promise<Uint8Array>((resolve, reject) => {
    xhr.addEventListener('load', () => resolve(read()))
    let received = 0
    xhr.addEventListener('progress', ({ loaded }) => {
      received = loaded
    })
    xhr.addEventListener('error', () => {
      // Before the head it is the answer that fails, with a reason of its own.
      if (!answered) reject(new TransportFailure('ERR_FAILED'))
      else reject(explainBreak(new Headers(headerLines(answered)), received))
    })
    xhr.addEventListener('abort', () => reject(new TransportFailure('ERR_ABORTED')))
    xhr.addEventListener('timeout', () => reject(new TransportFailure('ERR_TIMED_OUT')))
    xhr.addEventListener('loadend', () => signal.removeEventListener('abort', abort))
  })
  // Whoever waits for the head hears of it there.
  whole.catch(() => {})

  return new Promise<Answer>((resolve, reject) => {
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
