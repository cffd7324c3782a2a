import type { LineEnd, SocketData, SocketLine } from '../../contract/transport.ts'
import { EarBuffer } from '../ear-buffer.ts'

/** What a server hears of an app. */
export interface ServerEars {
  message(data: SocketData): void
  /** The app said goodbye; it is answered at once with the same words. */
  closed(code: number, reason: string): void
}

/** Both ends of a socket that no network sees: what one side does, the other learns a moment later, never within the same call. */
export class MockedLine {
  readonly #ears = new EarBuffer()
  readonly #servers = new Set<ServerEars>()
  #saidGoodbye = false

  /** Whether the socket is closed, whoever did it. */
  get over(): boolean {
    return this.#ears.over
  }

  /** The end that the app holds. */
  get appSide(): Pick<SocketLine, 'send' | 'close' | 'hear'> {
    return {
      send: (data) => queueMicrotask(() => this.#tell((server) => server.message(data))),
      close: (code, reason) =>
        queueMicrotask(() => {
          if (this.#saidGoodbye || this.over) return
          this.#saidGoodbye = true
          for (const server of this.#servers) server.closed(code, reason)
          this.#ears.ended({ code, reason, clean: true })
        }),
      hear: (ears) => this.#ears.hear(ears),
    }
  }

  serve(server: ServerEars): void {
    this.#servers.add(server)
  }

  deliver(data: SocketData): void {
    this.#ears.message(data)
  }

  end(end: LineEnd): void {
    this.#ears.ended(end)
  }

  #tell(say: (server: ServerEars) => void): void {
    if (this.over || this.#saidGoodbye) return
    for (const server of this.#servers) say(server)
  }
}
