import type { HttpNetworkFrame } from 'msw/experimental'
import type { Routed } from '../../../contract/event/task-event.ts'
import { PageCall, type PageCallOptions } from './page-call.ts'
import type { FrameKeeper, WorkerRequest } from './worker-source.ts'

/** Records the page's own fetch and XHR calls, which the service worker intercepts, as tasks with the api `page`. */
export class PageCalls implements FrameKeeper {
  readonly #options: PageCallOptions
  readonly #byRequest = new WeakMap<Request, PageCall>()
  /** Calls under way, by the worker's request id. */
  readonly #byId = new Map<string, PageCall>()
  /** Makes ids differ from those of the previous page, which the same log may hold. */
  readonly #madeAt: string
  #count = 0

  constructor(options: PageCallOptions) {
    this.#options = options
    this.#madeAt = Math.round(options.clock.startedAt + options.clock.now()).toString(36)
  }

  /** Starts to record a call. Scripts, styles and images are not recorded. */
  begin(frame: HttpNetworkFrame, request: WorkerRequest): void {
    if (request.destination !== '' || isToolCall(frame.data.request)) return
    this.#count += 1
    const call = new PageCall(`page-${this.#madeAt}-${this.#count}`, this.#options, () => this.#byId.delete(request.id))
    this.#byRequest.set(frame.data.request, call)
    this.#byId.set(request.id, call)
    call.begin(frame, request)
  }

  /** A rule or a ready-made handler takes the call. Ignored if the call is not recorded. */
  take(request: Request, taker: Pick<Routed, 'ruleId' | 'ruleName'>): void {
    this.#byRequest.get(request)?.take({ by: 'mock', ...taker })
  }

  /** The network failed the call. */
  broke(id: string, message: string): void {
    this.#byId.get(id)?.fail('ERR_FAILED', 'cors-or-network', message)
  }

  /** The response is opaque: a page may not read it. */
  hid(id: string): void {
    this.#byId.get(id)?.hide()
  }
}

/** Vite's client polls its server this way after a restart. */
function isToolCall(request: Request): boolean {
  return request.headers.get('accept')?.startsWith('text/x-vite') ?? false
}
