import type { FollowedRequest, ResponseReceiver } from '../../contract/framework-call.ts'
import type { Answer, Job, Outgoing, Route } from '../../contract/transport.ts'
import { explainFailure } from '../explain-failure.ts'
import { markUrl } from '../mark-url.ts'
import { brokenBody } from '../network/broken-body.ts'
import { watchXhr } from '../network/watch-xhr.ts'
import { absoluteUrl, type PageGate, readPageBody } from './page-gate.ts'
import { ResponseOfXhr } from './response-of-xhr.ts'

type Body = Parameters<XMLHttpRequest['send']>[0]

/** The state of a followed request. */
interface Followed {
  readonly request: FollowedRequest
  readonly method: string
  readonly url: string
  readonly writtenUrl: string
  readonly header: [name: string, value: string][]
  /** `waiting`: sent, but nobody has taken it yet. `native`: the browser sends it. `answered`: somebody else answers. */
  state: 'open' | 'waiting' | 'native' | 'answered' | 'done'
  response?: ResponseOfXhr
}

/**
 * Patches the page's XMLHttpRequest: requests that a framework makes for a call are followed. All others, and those that nobody else
 * answers, are the browser's own, to the last event.
 */
export function followXhr(Native: typeof XMLHttpRequest, gate: PageGate): typeof XMLHttpRequest {
  return class XMLHttpRequest extends Native {
    #followed: Followed | undefined

    override open(...args: unknown[]): void {
      // `open()` cancels the previous request.
      this.#giveUp()
      this.#followed = undefined
      const open = super.open as (...args: unknown[]) => void
      open.apply(this, args)
      const [method, written, async = true] = args as [string, string | URL, boolean?]
      const writtenUrl = String(written)
      if (!async || !/^https?:/i.test(absoluteUrl(writtenUrl))) return
      const call = gate.take('request', writtenUrl)
      if (!call) return
      const request = gate.calls.request(call)
      const url = absoluteUrl(writtenUrl).replace(/#.*$/s, '')
      this.#followed = { request, method: String(method).toUpperCase(), url, writtenUrl, header: [], state: 'open' }
      super.open(method, markUrl(url, request.taskId), true)
    }

    override setRequestHeader(name: string, value: string): void {
      super.setRequestHeader(name, value)
      this.#followed?.header.push([String(name), String(value)])
    }

    override send(body?: Body): void {
      const followed = this.#followed
      if (!followed || followed.state === 'done') return super.send(body)
      if (followed.state !== 'open')
        throw new DOMException("Failed to execute 'send' on 'XMLHttpRequest': The object's state must be OPENED.", 'InvalidStateError')
      followed.state = 'waiting'
      const { header, method, request, url, writtenUrl } = followed
      request.send(
        {
          method,
          url,
          writtenUrl,
          header,
          // GET and HEAD requests have no body.
          ...(method === 'GET' || method === 'HEAD' ? { body: undefined } : readPageBody(body)),
          carry: async (outgoing, job) => this.#carry(followed, outgoing, job, body),
        },
        this.#receive(followed),
      )
    }

    override abort(): void {
      const state = this.#followed?.state
      this.#giveUp()
      // The browser has not sent it, so its `abort()` would emit nothing.
      if (state !== 'waiting' && state !== 'answered') super.abort()
    }

    override getAllResponseHeaders(): string {
      return this.#followed?.response?.allHeaders() ?? super.getAllResponseHeaders()
    }

    override getResponseHeader(name: string): string | null {
      const response = this.#followed?.response
      return response ? response.header(name) : super.getResponseHeader(name)
    }

    #giveUp(): void {
      const followed = this.#followed
      if (!followed || followed.state === 'open' || followed.state === 'done') return
      if (followed.state === 'native') followed.state = 'done'
      followed.request.giveUp()
    }

    /** Lets the browser send it as the framework asked. */
    #carry(followed: Followed, outgoing: Outgoing, job: Job, body: Body): Route {
      const name = markUrl(outgoing.url, outgoing.taskId)
      // A rule may have redirected it.
      if (outgoing.url !== followed.url) {
        super.open(outgoing.method, name, true)
        for (const [header, value] of outgoing.header) super.setRequestHeader(header, value)
      }
      followed.state = 'native'
      const { times } = gate
      const answer = watchXhr(
        this,
        {
          name,
          size: outgoing.body instanceof Blob ? outgoing.body.size : (outgoing.body?.byteLength ?? 0),
          explain: () => explainFailure(outgoing.url, job.clock.sleep),
          explainBreak: (header, received) => brokenBody(header, received, times.takeSizes(name)),
          read: () => readNative(this),
          abort: () => super.abort(),
        },
        job,
      ).then((got): Answer => ({ ...got, measuredTiming: () => times.takeTiming(name, job.clock) }))
      answer.catch(() => {})
      this.addEventListener('loadend', () => {
        followed.state = 'done'
      })
      super.send(outgoing.method === followed.method ? body : null)
      return { by: 'fetch', answer }
    }

    #receive(followed: Followed): ResponseReceiver {
      let response: ResponseOfXhr | undefined
      const begin = () => {
        followed.state = 'answered'
        response ??= new ResponseOfXhr(this)
        followed.response = response
        return response
      }
      return {
        sent: (loaded) => begin().sent(loaded),
        head: (answer, url) => begin().head(answer, url),
        piece: (bytes) => begin().piece(bytes),
        end() {
          begin().end()
          followed.state = 'done'
        },
        fail(why) {
          begin().fail(why === 'aborted' ? 'abort' : 'error')
          followed.state = 'done'
        },
      }
    }
  } as typeof XMLHttpRequest
}

/** The bytes of a native response, in any `responseType`. */
function readNative(xhr: XMLHttpRequest): Uint8Array | Promise<Uint8Array> {
  switch (xhr.responseType) {
    case '':
    case 'text':
      return new TextEncoder().encode(xhr.responseText)
    case 'arraybuffer':
      return new Uint8Array((xhr.response as ArrayBuffer | null)?.slice(0) ?? new ArrayBuffer())
    case 'blob':
      return (xhr.response as Blob).arrayBuffer().then((buffer) => new Uint8Array(buffer))
    default:
      return new TextEncoder().encode(JSON.stringify(xhr.response) ?? '')
  }
}
