import type { ResponseReceiver } from '../../contract/framework-call.ts'
import { type Answer, type Job, type Outgoing, type Route, TransportFailure } from '../../contract/transport.ts'
import { explainFailure } from '../explain-failure.ts'
import { joinHeaders } from '../join-headers.ts'
import { markUrl } from '../mark-url.ts'
import { brokenBody } from '../network/broken-body.ts'
import { readChunks } from '../read-chunks.ts'
import { absoluteUrl, type PageGate, readPageBody } from './page-gate.ts'

/**
 * Patches the page's `fetch`: requests that a framework makes for a call are followed. All others, and those that nobody else answers, go
 * to the browser.
 */
export function followFetch(native: typeof fetch, gate: PageGate): typeof fetch {
  const pass = (args: Parameters<typeof fetch>) => Reflect.apply(native, globalThis, args)

  return function fetch(...args: Parameters<typeof globalThis.fetch>) {
    const [input, init = {}] = args
    // Frameworks call it with a URL string; a Request comes from elsewhere.
    if (typeof input !== 'string' || !isHttp(input)) return pass(args)
    const header = headersOf(init)
    if (!header) return pass(args)
    const call = gate.take('request', input)
    if (!call) return pass(args)
    const followed = gate.calls.request(call)
    const url = absoluteUrl(input).replace(/#.*$/s, '')
    const { signal } = init
    const method = (init.method ?? 'GET').toUpperCase()
    const unwanted = new AbortController()

    return new Promise<Response>((resolve, reject) => {
      const giveUp = () => {
        unwanted.abort(signal?.reason)
        followed.giveUp()
      }
      if (signal?.aborted) unwanted.abort(signal.reason)
      else signal?.addEventListener('abort', giveUp)
      const done = () => signal?.removeEventListener('abort', giveUp)

      async function answerOf({ method: sentMethod, taskId, url: sentUrl }: Outgoing, job: Job): Promise<Answer> {
        const name = markUrl(sentUrl, taskId)
        job.signal.addEventListener('abort', () => unwanted.abort())
        try {
          const more = sentMethod === method ? {} : { method: sentMethod, body: null }
          const response = await native.call(globalThis, name, { ...init, ...more, signal: unwanted.signal })
          const copy = response.clone()
          resolve(response)
          return {
            statusCode: copy.status,
            header: joinHeaders(copy.headers),
            cookies: [],
            chunks: readChunks(copy.body, job.signal, (received) => brokenBody(copy.headers, received, gate.times.takeSizes(name))),
            timing: { marks: { responseStart: job.clock.now() }, simulated: [] },
            ...(copy.redirected && { finalUrl: copy.url }),
            measuredTiming: () => gate.times.takeTiming(name, job.clock),
          }
        } catch (cause) {
          reject(cause)
          done()
          if (job.signal.aborted) throw new TransportFailure('ERR_ABORTED', undefined, { cause })
          throw new TransportFailure('ERR_FAILED', await explainFailure(sentUrl, job.clock.sleep), { cause })
        }
      }

      const carry = async (outgoing: Outgoing, job: Job): Promise<Route> => {
        const answer = answerOf(outgoing, job)
        answer.catch(() => {})
        return { by: 'fetch', answer }
      }
      followed.send(
        { method, url, writtenUrl: input, header, ...readPageBody(init.body), carry },
        receiveResponse(
          resolve,
          (why) => reject(why === 'aborted' ? abortReason(unwanted.signal) : new TypeError('Failed to fetch')),
          done,
        ),
      )
      if (unwanted.signal.aborted) followed.giveUp()
    })
  }
}

/** Turns an answer that does not come from the browser into a Response whose body streams. */
function receiveResponse(
  resolve: (response: Response) => void,
  reject: (why: 'aborted' | 'network') => void,
  done: () => void,
): ResponseReceiver {
  let body: ReadableStreamDefaultController<Uint8Array> | undefined
  return {
    sent() {},
    head({ header, statusCode }, url) {
      const hasBody = ![204, 205, 304].includes(statusCode)
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          body = controller
        },
      })
      const response = new Response(hasBody ? stream : null, { status: statusCode, headers: header })
      Object.defineProperty(response, 'url', { value: url, configurable: true })
      resolve(response)
    },
    piece: (bytes) => body?.enqueue(bytes),
    end() {
      done()
      body?.close()
    },
    fail(why) {
      done()
      reject(why)
      body?.error(new TypeError('network error'))
    },
  }
}

function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('signal is aborted without reason', 'AbortError')
}

function isHttp(url: string): boolean {
  try {
    return /^https?:/.test(absoluteUrl(url))
  } catch {
    return false
  }
}

/** `undefined` if `fetch` would refuse them. */
function headersOf({ headers }: RequestInit): [string, string][] | undefined {
  try {
    return [...new Headers(headers)]
  } catch {
    return undefined
  }
}
