import { type HttpNetworkFrame, NetworkSource } from 'msw/experimental'
import { isMarkedUrl } from '../../mark-url.ts'
import { isServed, OtherWorkerError, otherWorkerAt } from './other-worker.ts'

/** What the worker said about a request when it asked for an answer. */
export interface WorkerRequest {
  readonly id: string
  readonly url: string
  readonly method: string
  /** '' for fetch and XHR; `script`, `image` and so on for what the page itself loads. */
  readonly destination: string
  readonly body?: ArrayBuffer | null
}

/** Watches the requests of the page as they come and go. */
export interface FrameKeeper {
  begin(frame: HttpNetworkFrame, request: WorkerRequest): void
  broke(id: string, message: string): void
  hid(id: string): void
}

interface WorkerSourceOptions {
  readonly url: string
  /** Whether to look at the page's WebSockets too. */
  readonly sockets: boolean
  readonly keeper: FrameKeeper
  /** Whether to register over another worker at the same scope. */
  readonly takeOver: boolean
  /** Hears that another worker has taken the place of ours. */
  readonly onLost: (scriptUrl: string) => void
}

/** Far more than a page has under way at once. */
const MAX_ANNOUNCED = 1000

type InnerSource = NetworkSource & { terminate?: () => Promise<void> }

/**
 * MSW's service worker as a source of the network that also holds our own. It is loaded only here, so that a page
 * without a worker, and Node, do without it.
 */
export class WorkerSource extends NetworkSource {
  readonly #options: WorkerSourceOptions
  readonly #announced: WorkerRequest[] = []
  #inner: readonly InnerSource[] = []
  #running = false
  #registration: ServiceWorkerRegistration | undefined
  readonly #pushedAway = rejectable()
  #disabled = false
  readonly #onMessage = (event: Event) => this.#listen((event as MessageEvent).data)

  constructor(options: WorkerSourceOptions) {
    super()
    this.#options = options
  }

  /** Rejects when there is no worker at that address, or the page may have none. */
  async enable(context: Parameters<NetworkSource['enable']>[0]): Promise<void> {
    const container = workerContainer()
    if (!container || globalThis.location?.protocol === 'file:') throw new Error('This page cannot have a service worker.')
    if (!(await isServed(this.#options.url))) throw new Error(`There is no worker at ${this.#options.url}.`)
    const { createDefaultNetworkOptions, defaultNetworkOptions } = await import('msw/browser')
    // MSW makes these when it is loaded. Nobody uses them, and they would listen to the worker for as long as the page lives.
    for (const source of defaultNetworkOptions.sources as readonly InnerSource[]) void source.terminate?.()
    const other = this.#options.takeOver ? undefined : await otherWorkerAt(container, this.#options.url)
    if (other !== undefined) throw new OtherWorkerError(other)
    // Before MSW's own listener: it must be known what was asked for by the time that MSW asks.
    container.addEventListener('message', this.#onMessage)
    const [worker, sockets] = createDefaultNetworkOptions(this.#options.url).sources
    const inner: InnerSource[] = this.#options.sockets ? [worker, sockets] : [worker]
    for (const source of inner) source.on('frame', ({ frame }) => this.#pass(frame as unknown as HttpNetworkFrame))
    this.#inner = inner
    container.addEventListener('controllerchange', this.#look)
    try {
      const [registration] = await Promise.race([Promise.all(inner.map((source) => source.enable(context))), this.#pushedAway.promise])
      this.#registration = registration as ServiceWorkerRegistration | undefined
    } catch (cause) {
      this.#stopListening()
      throw cause
    }
    this.#running = true
    // Whoever gave up waiting for the worker wants nothing of it any more.
    if (this.#disabled) await this.disable()
  }

  /** Another worker controls the page: ours hears of no call any more, and must not take the place of the other with it. */
  readonly #look = () => {
    const now = workerContainer()?.controller?.scriptURL
    if (now === undefined || now === new URL(this.#options.url, location.href).href) return
    this.#pushedAway.reject(new OtherWorkerError(now))
    if (!this.#running) return
    void this.#leave().then(() => this.#options.onLost(now))
  }

  async #leave(): Promise<void> {
    this.#running = false
    const registration = this.#registration
    // It is that of the other worker by now, and MSW would take it away.
    if (registration) Object.defineProperty(registration, 'unregister', { configurable: true, value: async () => false })
    await Promise.all(this.#inner.map((source) => source.terminate?.()))
    if (registration) Reflect.deleteProperty(registration, 'unregister')
    this.#stopListening()
  }

  #stopListening(): void {
    workerContainer()?.removeEventListener('message', this.#onMessage)
    workerContainer()?.removeEventListener('controllerchange', this.#look)
  }

  override async disable(): Promise<void> {
    this.#disabled = true
    if (!this.#running) return super.disable()
    this.#running = false
    await Promise.all(this.#inner.map((source) => source.disable()))
    await Promise.all(this.#inner.map((source) => source.terminate?.()))
    this.#stopListening()
    await super.disable()
  }

  async #pass(frame: HttpNetworkFrame): Promise<void> {
    if (frame.protocol !== 'http') return this.queue(frame)
    const request = this.#takeAnnounced(frame.data.request)
    // MSW prints what a handler throws unless somebody listens; the panel shows it.
    frame.events.on('unhandledException', () => {})
    if (isMarkedUrl(frame.data.request.url)) return frame.passthrough()
    if (request) this.#options.keeper.begin(frame, request)
    await this.queue(frame)
  }

  /** The worker's words and MSW's frames come in the same order, so equal requests cannot be mixed up. */
  #takeAnnounced({ url, method }: Request): WorkerRequest | undefined {
    const index = this.#announced.findIndex((request) => request.url === url && request.method === method)
    return index < 0 ? undefined : this.#announced.splice(index, 1)[0]
  }

  #announce(request: WorkerRequest): void {
    this.#announced.push(request)
    // MSW may drop a request that came while it was starting; what was told of it must not pile up.
    if (this.#announced.length > MAX_ANNOUNCED) this.#announced.shift()
  }

  /** MSW says nothing when the network fails a request, or when its answer is opaque; the worker does. */
  #listen(data: unknown): void {
    const { type, payload } = (data ?? {}) as { type?: string; payload?: WorkerPayload }
    if (!payload) return
    if (type === 'REQUEST') this.#announce(payload as unknown as WorkerRequest)
    else if (type === 'REQUEST_ERROR') this.#options.keeper.broke(payload.request.id, `${payload.error?.name}: ${payload.error?.message}`)
    else if (type === 'RESPONSE' && payload.response?.type.includes('opaque')) this.#options.keeper.hid(payload.request.id)
  }
}

interface WorkerPayload {
  readonly request: { readonly id: string }
  readonly error?: { readonly name: string; readonly message: string }
  readonly response?: { readonly type: string }
}

function workerContainer(): ServiceWorkerContainer | undefined {
  return (globalThis.navigator as { serviceWorker?: ServiceWorkerContainer } | undefined)?.serviceWorker
}

function rejectable(): { readonly promise: Promise<never>; readonly reject: (cause: unknown) => void } {
  let reject: (cause: unknown) => void = () => {}
  const promise = new Promise<never>((_, no) => {
    reject = no
  })
  promise.catch(() => {})
  return { promise, reject }
}
