import type { SocketConnection, SocketData, SocketEnd } from '../../../contract/transport.ts'
import { SocketEventBuffer } from '../../socket-event-buffer.ts'

/** What a server hears of an app. */
interface ServerHandlers {
  message(data: SocketData): void
  /** The app said goodbye; it is answered at once with the same words. */
  closed(code: number, reason: string): void
}

/** Both ends of a socket that no network sees: what one side does, the other learns a moment later, never within the same call. */
export class MockConnection {
  readonly #handlers = new SocketEventBuffer()
  readonly #servers = new Set<ServerHandlers>()
  #clientClosed = false

  /** Whether the socket is closed, whoever did it. */
  get closed(): boolean {
    return this.#handlers.closed
  }

  /** The end that the app holds. */
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
