import type { HttpNetworkFrame } from 'msw/experimental'
import type { Routed } from '../../../contract/event/task-event.ts'
import { PageCall, type PageCallOptions } from './page-call.ts'
import type { FrameKeeper, WorkerRequest } from './worker-source.ts'

/** Records the page's own fetch and XHR calls, which pass MSW's service worker, as tasks of the kind `page`. */
export class PageCalls implements FrameKeeper {
  readonly #options: PageCallOptions
  readonly #byRequest = new WeakMap<Request, PageCall>()
  /** Those under way, by the worker's id. */
  readonly #byId = new Map<string, PageCall>()
  /** Told apart from those of the page before a reload, which may stand in the same log. */
  readonly #madeAt: string
  #count = 0

  constructor(options: PageCallOptions) {
    this.#options = options
    this.#madeAt = Math.round(options.clock.startedAt + options.clock.now()).toString(36)
  }

  /** Begins to record a call. Scripts, styles and images are the page's own affair and no calls. */
  begin(frame: HttpNetworkFrame, request: WorkerRequest): void {
    if (request.destination !== '' || isToolCall(frame.data.request)) return
    this.#count += 1
    const call = new PageCall(`page-${this.#madeAt}-${this.#count}`, this.#options, () => this.#byId.delete(request.id))
    this.#byRequest.set(frame.data.request, call)
    this.#byId.set(request.id, call)
    call.begin(frame, request)
  }

  /** A rule or a ready-made handler took the call. Calls that are not recorded are passed over. */
  take(request: Request, taker: Pick<Routed, 'ruleId' | 'ruleName'>): void {
    this.#byRequest.get(request)?.take({ by: 'mock', ...taker })
  }

  /** The real network gave no answer. */
  broke(id: string, message: string): void {
    this.#byId.get(id)?.fail('ERR_FAILED', 'cors-or-network', message)
  }

  /** An answer came that a page may not look into. */
  hid(id: string): void {
    this.#byId.get(id)?.hide()
  }
}

/** Vite asks in this way whether its server is back. */
function isToolCall(request: Request): boolean {
  return request.headers.get('accept')?.startsWith('text/x-vite') ?? false
}
