import type { LineEnd, SocketConnection, SocketData } from '../../../contract/transport.ts'
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
  #saidGoodbye = false

  /** Whether the socket is closed, whoever did it. */
  get over(): boolean {
    return this.#handlers.over
  }

  /** The end that the app holds. */
  get appSide(): Pick<SocketConnection, 'send' | 'close' | 'hear'> {
    return {
      send: (data) => queueMicrotask(() => this.#tell((server) => server.message(data))),
      close: (code, reason) =>
        queueMicrotask(() => {
          if (this.#saidGoodbye || this.over) return
          this.#saidGoodbye = true
          for (const server of this.#servers) server.closed(code, reason)
          this.#handlers.ended({ code, reason, clean: true })
        }),
      hear: (handlers) => this.#handlers.hear(handlers),
    }
  }

  serve(server: ServerHandlers): void {
    this.#servers.add(server)
  }

  deliver(data: SocketData): void {
    this.#handlers.message(data)
  }

  end(end: LineEnd): void {
    this.#handlers.ended(end)
  }

  #tell(say: (server: ServerHandlers) => void): void {
    if (this.over || this.#saidGoodbye) return
    for (const server of this.#servers) say(server)
  }
}
