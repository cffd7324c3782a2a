import type { Job, OutgoingSocket, SocketConnection, SocketData, Transport } from '../../../contract/transport.ts'
import type { MockConnection } from '../rules/mock-connection.ts'

/** What a handler may send. */
type HandlerData = string | ArrayBuffer | ArrayBufferView | Blob

/** A message as handlers receive it; `preventDefault()` keeps it from being forwarded. */
class SocketMessageEvent extends Event {
  readonly data: string | ArrayBuffer
  readonly origin: string

  constructor(data: SocketData, origin: string) {
    super('message', { cancelable: true })
    this.data = typeof data === 'string' ? data : bufferOf(data)
    this.origin = origin
  }
}

/** Node 20 has no CloseEvent. */
class SocketCloseEvent extends Event {
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean

  constructor(code: number, reason: string, wasClean: boolean) {
    super('close', { cancelable: true })
    this.code = code
    this.reason = reason
    this.wasClean = wasClean
  }
}

/** The app, as the `client` that a `ws.link` listener gets. */
export class ClientHandle {
  readonly id: string
  readonly url: URL
  /** MSW listens to it for errors. It has nothing else. */
  readonly socket: EventTarget
  readonly #connection: MockConnection
  readonly #events = new EventTarget()
  #server: ServerHandle | undefined
  /** Reading a Blob takes time; messages sent after it wait. */
  #reading: Promise<void> | undefined

  constructor({ taskId, url }: OutgoingSocket, connection: MockConnection) {
    this.id = taskId
    this.url = new URL(url)
    this.socket = new EventTarget()
    this.#connection = connection
    connection.serve({
      message: (data) => {
        const event = new SocketMessageEvent(data, this.url.origin)
        this.#events.dispatchEvent(event)
        if (!event.defaultPrevented) this.#server?.forward(data)
      },
      closed: (code, reason) => this.#emitClose(code, reason),
    })
  }

  /** Messages of the app are forwarded to the server, once a handler has connected it. */
  forwardTo(server: ServerHandle): void {
    this.#server = server
  }

  send(data: HandlerData): void {
    if (data instanceof Blob || this.#reading) {
      const before = this.#reading ?? Promise.resolve()
      this.#reading = before.then(async () =>
        this.#connection.deliver(data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : copyOf(data)),
      )
    } else this.#connection.deliver(copyOf(data))
  }

  close(code = 1000, reason = ''): void {
    const end = () => {
      if (this.#connection.closed) return
      this.#connection.end({ code, reason, clean: true })
      this.#emitClose(code, reason)
    }
    if (this.#reading) void this.#reading.then(end)
    else end()
  }

  addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.#events.addEventListener(...args)
  }

  removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.#events.removeEventListener(...args)
  }

  #emitClose(code: number, reason: string): void {
    this.#server?.closeFromClient()
    this.#events.dispatchEvent(new SocketCloseEvent(code, reason, true))
    this.socket.dispatchEvent(new SocketCloseEvent(code, reason, true))
  }
}

/** The real server, as the `server` that a `ws.link` listener gets. Not connected until `connect()`. */
export class ServerHandle {
  readonly #outgoing: OutgoingSocket
  readonly #mocked: MockConnection
  readonly #job: Job
  readonly #network: Required<Pick<Transport, 'connect'>>
  readonly #events = new EventTarget()
  #connecting: Promise<SocketConnection | undefined> | undefined
  /** Messages wait for the connection and for Blobs before them, in order. */
  #queue: Promise<void> = Promise.resolve()
  #closedByHandler = false

  constructor(outgoing: OutgoingSocket, mocked: MockConnection, job: Job, network: Required<Pick<Transport, 'connect'>>) {
    this.#outgoing = outgoing
    this.#mocked = mocked
    this.#job = job
    this.#network = network
  }

  connect(): void {
    if (this.#connecting) throw new Error('Failed to call "connect()": the connection to the original server is there already.')
    // The real connection lives as long as the mocked one; the job's signal only covers the handshake.
    const job: Job = { signal: new AbortController().signal, clock: this.#job.clock }
    this.#connecting = this.#network.connect(this.#outgoing, job).then((route) => route?.connection)
    void this.#connecting.then(
      (connection) => connection && this.#relay(connection),
      () => {
        this.#events.dispatchEvent(new Event('error'))
        this.#mocked.end({ code: 1006, reason: '', clean: false, broken: true })
      },
    )
  }

  send(data: HandlerData): void {
    if (!this.#connecting) throw new Error('Failed to call "server.send()": call "server.connect()" first.')
    // Copied now: the handler may change its bytes later.
    const now = data instanceof Blob ? data : copyOf(data)
    this.#enqueue(async (connection) => connection.send(now instanceof Blob ? new Uint8Array(await now.arrayBuffer()) : now))
  }

  close(): void {
    this.#closedByHandler = true
    this.#enqueue((connection) => connection.close(1000, ''))
  }

  addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.#events.addEventListener(...args)
  }

  removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.#events.removeEventListener(...args)
  }

  /** Forwards a message of the app that no handler has prevented. */
  forward(data: SocketData): void {
    this.#enqueue((connection) => connection.send(data))
  }

  closeFromClient(): void {
    this.#enqueue((connection) => connection.close(1000, ''))
  }

  #enqueue(work: (connection: SocketConnection) => void | Promise<void>): void {
    const connecting = this.#connecting
    if (!connecting) return
    this.#queue = this.#queue
      .then(async () => {
        const connection = await connecting
        if (connection) await work(connection)
      })
      // A failed connection is reported by `connect()`.
      .catch(() => {})
  }

  #relay(connection: SocketConnection): void {
    this.#events.dispatchEvent(new Event('open'))
    connection.subscribe({
      message: (data) => {
        const event = new SocketMessageEvent(data, new URL(this.#outgoing.url).origin)
        this.#events.dispatchEvent(event)
        if (!event.defaultPrevented) this.#mocked.deliver(data)
      },
      ended: (end) => {
        const event = new SocketCloseEvent(end.code, end.reason, end.clean)
        this.#events.dispatchEvent(event)
        // A handler that closed the server itself keeps the client open.
        if (!event.defaultPrevented && !this.#closedByHandler) this.#mocked.end(end)
      },
    })
    if (this.#mocked.closed) this.closeFromClient()
  }
}

function copyOf(data: string | ArrayBuffer | ArrayBufferView): SocketData {
  if (typeof data === 'string') return data
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength).slice()
    : new Uint8Array(data.slice(0))
}

function bufferOf(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer
}
