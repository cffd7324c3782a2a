import type { HttpNetworkFrame } from 'msw/experimental'
import type { Clock } from '../../../contract/clock.ts'
import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import type { CallEnvironment } from '../../../contract/event/platform.ts'
import type { NetworkHint } from '../../../contract/event/task-error.ts'
import type { Routed, TaskEvent, Unstamped } from '../../../contract/event/task-event.ts'
import { joinHeaders } from '../../join-headers.ts'
import { factsOf, type ResponseFacts } from '../call/response-facts.ts'
import { KEPT_BYTES, snapshotBytes } from '../call/snapshot-bytes.ts'
import type { WorkerRequest } from './worker-source.ts'

/** Options of `PageCalls`. */
export interface PageCallOptions {
  readonly clock: Clock
  readonly environment: () => CallEnvironment
  readonly emit: (event: TaskEvent) => void
}

/** Records one call of the page itself. */
export class PageCall {
  readonly #taskId: string
  readonly #options: PageCallOptions
  readonly #ended: () => void
  #seq = 0
  #routed = false
  #over = false
  #facts: ResponseFacts | undefined

  constructor(taskId: string, options: PageCallOptions, ended: () => void) {
    this.#taskId = taskId
    this.#options = options
    this.#ended = ended
  }

  begin(frame: HttpNetworkFrame, { url, method, body }: WorkerRequest): void {
    const bytes = new Uint8Array(body ?? new ArrayBuffer())
    const sent = {
      method,
      url,
      header: [...frame.data.request.headers],
      dropped: [],
      body: snapshotBytes(bytes.subarray(0, KEPT_BYTES), bytes.length),
    }
    this.#emit({ type: 'created', api: 'page', environment: this.#options.environment(), given: { url, method }, sent })
    this.#emit({ type: 'started' })
    this.#follow(frame)
    frame.events.on('response:mocked', ({ response }) => void this.#receive(response))
    frame.events.on('response:bypass', ({ response }) => void this.#receive(response))
  }

  take(by: Pick<Routed, 'by' | 'ruleId' | 'ruleName'>): void {
    if (this.#routed || this.#over) return
    this.#routed = true
    this.#emit({ type: 'routed', ...by })
  }

  fail(name: string, hint: NetworkHint, errMsg: string): void {
    if (this.#over) return
    this.#emit({ type: 'failed', error: { kind: 'network', name, hint, errMsg } })
    this.#end()
  }

  hide(): void {
    if (this.#over) return
    this.#emit({ type: 'headers-received', statusCode: 0, header: {}, cookies: [], listeners: [] })
    this.#succeed({ kind: 'omitted', size: 0, why: 'opaque' })
  }

  /** Wraps respondWith, passthrough and errorWith to record the decision before it takes effect. */
  #follow(frame: HttpNetworkFrame): void {
    const respondWith = frame.respondWith.bind(frame)
    const passthrough = frame.passthrough.bind(frame)
    frame.respondWith = (response) => {
      this.take({ by: 'mock' })
      if (response) this.#facts = factsOf(response)
      if (response?.type === 'error') this.fail(this.#facts?.failure?.failure ?? 'ERR_FAILED', 'mocked', 'TypeError: Failed to fetch')
      respondWith(response)
    }
    frame.passthrough = () => {
      this.take({ by: 'fetch' })
      passthrough()
    }
    frame.errorWith = (reason) => {
      if (reason instanceof Response) return frame.respondWith(reason)
      this.take({ by: 'mock' })
      this.fail('ERR_FAILED', 'handler-threw', reason instanceof Error ? reason.message : String(reason))
      respondWith(Response.error())
    }
  }

  async #receive(response: Response): Promise<void> {
    if (this.#over) return
    if (response.type === 'error') return this.fail('ERR_FAILED', 'cors-or-network', 'TypeError: Failed to fetch')
    const { header, cookies } = this.#facts ?? { header: undefined, cookies: [] }
    this.#emit({
      type: 'headers-received',
      statusCode: response.status,
      header: header ?? joinHeaders(response.headers),
      cookies,
      listeners: [],
    })
    // The worker does not copy an event stream: a copy would keep the page's cancel from it.
    if (response.headers.get('content-type')?.startsWith('text/event-stream'))
      return this.#succeed({ kind: 'omitted', size: 0, why: 'not-read' })
    try {
      this.#succeed(await this.#readBody(response))
    } catch (cause) {
      this.fail(
        'ERR_INCOMPLETE_CHUNKED_ENCODING',
        this.#facts ? 'mocked' : 'cors-or-network',
        cause instanceof Error ? cause.message : String(cause),
      )
    }
  }

  async #readBody(response: Response): Promise<BodySnapshot> {
    const kept: Uint8Array[] = []
    let keptSize = 0
    let size = 0
    const reader = response.body?.getReader()
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      size += piece.value.length
      this.#emit({ type: 'chunk-received', size: piece.value.length, listeners: [] })
      const part = piece.value.subarray(0, KEPT_BYTES - keptSize)
      keptSize += part.length
      if (part.length > 0) kept.push(part)
    }
    const bytes = new Uint8Array(keptSize)
    let offset = 0
    for (const part of kept) {
      bytes.set(part, offset)
      offset += part.length
    }
    return snapshotBytes(bytes, size)
  }

  #succeed(body: BodySnapshot): void {
    this.#emit({ type: 'succeeded', body, dataForm: 'not-seen' })
    this.#end()
  }

  #end(): void {
    this.#over = true
    this.#ended()
  }

  #emit(event: Unstamped): void {
    if (this.#over) return
    this.#options.emit({ ...event, taskId: this.#taskId, seq: this.#seq, at: this.#options.clock.now() } as TaskEvent)
    this.#seq += 1
  }
}
