import { type HttpNetworkFrame, NetworkSource } from 'msw/experimental'
import { isMarkedUrl } from '../../mark-url.ts'
import { isOurs, isServed, OtherWorkerError, otherWorkerAt, watchRegistrations } from './other-worker.ts'

/** A request as the worker announces it when it asks for a response. */
export interface WorkerRequest {
  readonly id: string
  readonly url: string
  readonly method: string
  /** `Request.destination`: '' for fetch and XHR; `script`, `image` and so on for what the page itself loads. */
  readonly destination: string
  readonly body?: ArrayBuffer | null
}

/** Observes the requests of the page. */
export interface FrameKeeper {
  begin(frame: HttpNetworkFrame, request: WorkerRequest): void
  broke(id: string, message: string): void
  hid(id: string): void
}

interface WorkerSourceOptions {
  readonly url: string
  /** Whether to intercept the page's WebSockets too. */
  readonly sockets: boolean
  readonly keeper: FrameKeeper
  /** Whether to register over another worker with the same scope. */
  readonly takeOver: boolean
  /** Called when another worker has replaced ours. */
  readonly onLost: (scriptUrl: string) => void
}

/** Far more requests than a page has in flight. */
const MAX_ANNOUNCED = 1000

type InnerSource = NetworkSource & { terminate?: () => Promise<void> }

/** MSW's service worker as a source of our MSW network. Loaded only here, so that Node and pages without a worker do without it. */
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

  /** Rejects if there is no worker at that URL, or the page may not have one. */
  async enable(context: Parameters<NetworkSource['enable']>[0]): Promise<void> {
    const container = workerContainer()
    if (!container || globalThis.location?.protocol === 'file:') throw new Error('This page cannot have a service worker.')
    const watch = this.#options.takeOver ? undefined : watchRegistrations(container, this.#options.url)
    try {
      this.#registration = await this.#start(container, context)
    } catch (cause) {
      await this.#leave()
      throw watch?.other === undefined ? cause : new OtherWorkerError(watch.other)
    } finally {
      watch?.stop()
    }
    this.#running = true
    // Disabled while it was starting.
    if (this.#disabled) await this.disable()
  }

  async #start(container: ServiceWorkerContainer, context: Parameters<NetworkSource['enable']>[0]) {
    if (!(await isServed(this.#options.url))) throw new Error(`There is no worker at ${this.#options.url}.`)
    const { createDefaultNetworkOptions, defaultNetworkOptions } = await import('msw/browser')
    // MSW creates these when it is loaded. They are unused, and would listen to the worker for the life of the page.
    for (const source of defaultNetworkOptions.sources as readonly InnerSource[]) void source.terminate?.()
    const other = this.#options.takeOver ? undefined : await otherWorkerAt(container, this.#options.url)
    if (other !== undefined) throw new OtherWorkerError(other)
    // Added before MSW's own listener: the request must be known when MSW handles it.
    container.addEventListener('message', this.#onMessage)
    const [worker, sockets] = createDefaultNetworkOptions(this.#options.url).sources
    const inner: InnerSource[] = this.#options.sockets ? [worker, sockets] : [worker]
    for (const source of inner) source.on('frame', ({ frame }) => this.#pass(frame as unknown as HttpNetworkFrame))
    this.#inner = inner
    container.addEventListener('controllerchange', this.#look)
    await quietUpdate(container, this.#options.url)
    const [registration] = await Promise.race([Promise.all(inner.map((source) => source.enable(context))), this.#pushedAway.promise])
    return registration as ServiceWorkerRegistration | undefined
  }

  /** When another worker controls the page, ours intercepts nothing any more, and must not unregister the other one. */
  readonly #look = () => {
    const now = workerContainer()?.controller?.scriptURL
    if (now === undefined || isOurs(now, this.#options.url)) return
    this.#pushedAway.reject(new OtherWorkerError(now))
    if (!this.#running) return
    void this.#leave().then(() => this.#options.onLost(now))
  }

  async #leave(): Promise<void> {
    this.#running = false
    // Also while MSW's own start is under way.
    const registration = this.#registration ?? (await workerContainer()?.getRegistration(this.#options.url))
    // MSW would unregister it, but it belongs to the other worker now.
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
    // MSW logs what a handler throws unless there is a listener; the panel shows it.
    frame.events.on('unhandledException', () => {})
    if (isMarkedUrl(frame.data.request.url)) return frame.passthrough()
    if (request) this.#options.keeper.begin(frame, request)
    await this.queue(frame)
  }

  /** The worker's messages and MSW's frames arrive in the same order, so equal requests cannot be mixed up. */
  #takeAnnounced({ url, method }: Request): WorkerRequest | undefined {
    const index = this.#announced.findIndex((request) => request.url === url && request.method === method)
    return index < 0 ? undefined : this.#announced.splice(index, 1)[0]
  }

  #announce(request: WorkerRequest): void {
    this.#announced.push(request)
    // MSW may drop a request that arrives while it starts; such announcements must not pile up.
    if (this.#announced.length > MAX_ANNOUNCED) this.#announced.shift()
  }

  /** MSW reports neither network errors nor opaque responses; the worker does. */
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

/**
 * MSW updates our worker where it is registered already, and looks at no outcome. Where that fails, as in a page that is left meanwhile, the
 * worker that is there goes on, and the host must not get an unhandled rejection.
 */
async function quietUpdate(container: ServiceWorkerContainer, url: string): Promise<void> {
  for (const registration of await container.getRegistrations()) {
    const { active, installing, waiting } = registration
    if (![active, installing, waiting].some((worker) => worker && isOurs(worker.scriptURL, url))) continue
    const value = (): ReturnType<ServiceWorkerRegistration['update']> => {
      // Once: later updates are the page's own.
      Reflect.deleteProperty(registration, 'update')
      const updating = registration.update()
      updating.catch(() => {})
      return updating
    }
    Object.defineProperty(registration, 'update', { configurable: true, value })
  }
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
