import { RequestHandler } from 'msw'
import { HttpNetworkFrame, NetworkSource } from 'msw/experimental'
import { type Answer, type Job, type Outgoing, type Route, type SocketRoute, TransportFailure } from '../../contract/transport.ts'
import { handlerThrew } from './call/handler-failure.ts'
import { OutgoingRequest } from './call/outgoing-request.ts'
import { readAnswer } from './rules/read-answer.ts'
import type { SocketFrame } from './sockets/socket-frame.ts'

/** A source of the MSW network for the calls of `wx`: without a service worker or patched globals, and an abort reaches the handler. */
export class WxSource extends NetworkSource<WxFrame | SocketFrame> {
  enable(): void {}

  /** Resolves as soon as a handler takes the call, or with `undefined` if none does. Never rejects. */
  send(outgoing: Outgoing, job: Job, begun: (frame: WxFrame) => void): Promise<Route | undefined> {
    const frame = new WxFrame(outgoing, job)
    begun(frame)
    this.queue(frame)
      .catch((cause: unknown) => frame.errorWith(cause))
      .finally(() => frame.end())
    return frame.route
  }

  /** The same for a socket. */
  connect(frame: SocketFrame): Promise<SocketRoute | undefined> {
    this.queue(frame)
      .catch((cause: unknown) => frame.errorWith(cause))
      .finally(() => frame.end())
    return frame.route
  }
}

/** One call of `wx` as a frame of the MSW network. */
export class WxFrame extends HttpNetworkFrame {
  readonly route: Promise<Route | undefined>
  readonly #job: Job
  readonly #settleRoute: (route: Route | undefined) => void
  #answer: { resolve(answer: Answer): void; reject(failure: TransportFailure): void } | undefined
  readonly #abort: () => void

  constructor(outgoing: Outgoing, job: Job) {
    const request = new OutgoingRequest(outgoing, job)
    // MSW clones each request for its console log, which is off.
    RequestHandler.cache.set(request, request)
    super({ id: outgoing.taskId, request })
    this.#job = job
    let settle: (route: Route | undefined) => void = () => {}
    this.route = new Promise((resolve) => {
      settle = resolve
    })
    this.#settleRoute = settle
    this.#abort = () => this.#fail(new TransportFailure('ERR_ABORTED'))
    if (job.signal.aborted) this.#abort()
    else job.signal.addEventListener('abort', this.#abort)
    // MSW logs what a handler throws unless there is a listener.
    this.events.on('unhandledException', () => {})
  }

  /** Resolves the route; the answer may follow much later. */
  take(taker: Pick<Route, 'ruleId' | 'ruleName'> = {}): void {
    if (this.#answer) return
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#answer = { resolve, reject }
    })
    // A failed call is data: without a handler it would be an unhandled rejection.
    answer.catch(() => {})
    this.#settleRoute({ by: 'mock', ...taker, answer })
  }

  respondWith(response?: Response): void {
    if (!response) {
      this.passthrough()
      return
    }
    this.take()
    try {
      this.#answer?.resolve(readAnswer(response, this.data.request.method, this.#job))
    } catch (failure) {
      this.#fail(failure instanceof TransportFailure ? failure : handlerThrew(failure))
    }
  }

  passthrough(): void {
    this.#settleRoute(undefined)
  }

  errorWith(reason?: unknown): void {
    if (reason instanceof Response) this.respondWith(reason)
    else this.#fail(handlerThrew(reason))
  }

  end(): void {
    // The network is disabled: no handler was asked.
    this.#settleRoute(undefined)
    this.#job.signal.removeEventListener('abort', this.#abort)
    this.events.removeAllListeners()
  }

  #fail(failure: TransportFailure): void {
    this.take()
    this.#answer?.reject(failure)
  }
}
