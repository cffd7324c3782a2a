import type { SocketConnection, SocketData, SocketEnd } from '../../../contract/transport.ts'
import { SocketEventBuffer } from '../../socket-event-buffer.ts'

/** The events of the client, as a server receives them. */
interface ServerHandlers {
  message(data: SocketData): void
  /** The client closed; the close is echoed at once with the same code and reason. */
  closed(code: number, reason: string): void
}

/** Both ends of a mocked socket. Messages arrive in a later microtask, never within the call that sent them. */
export class MockConnection {
  readonly #handlers = new SocketEventBuffer()
  readonly #servers = new Set<ServerHandlers>()
  #clientClosed = false

  /** Whether the socket is closed, by either side. */
  get closed(): boolean {
    return this.#handlers.closed
  }

  /** The client's end: a SocketConnection without its handshake. */
  get clientSide(): Pick<SocketConnection, 'send' | 'close' | 'subscribe'> {
    return {
      send: (data) => queueMicrotask(() => this.#emit((server) => server.message(data))),
      close: (code, reason) =>
        queueMicrotask(() => {
          if (this.#clientClosed || this.closed) return
          this.#clientClosed = true
          for (const server of this.#servers) server.closed(code, reason)
          this.#handlers.ended({ code, reason, clean: true })
        }),
      subscribe: (handlers) => this.#handlers.subscribe(handlers),
    }
  }

  serve(server: ServerHandlers): void {
    this.#servers.add(server)
  }

  deliver(data: SocketData): void {
    this.#handlers.message(data)
  }

  end(end: SocketEnd): void {
    this.#handlers.ended(end)
  }

  #emit(emit: (server: ServerHandlers) => void): void {
    if (this.closed || this.#clientClosed) return
    for (const server of this.#servers) emit(server)
  }
}
