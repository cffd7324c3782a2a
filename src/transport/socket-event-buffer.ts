import type { LineEnd, SocketData, SocketHandlers } from '../contract/transport.ts'

/** What a line brings, kept until somebody listens, and no more once it has ended. */
export class SocketEventBuffer implements SocketHandlers {
  #handlers: SocketHandlers | undefined
  #waiting: ((handlers: SocketHandlers) => void)[] = []
  #over = false

  get over(): boolean {
    return this.#over
  }

  message(data: SocketData): void {
    if (!this.#over) this.#pass((handlers) => handlers.message(data))
  }

  ended(end: LineEnd): void {
    if (this.#over) return
    this.#over = true
    this.#pass((handlers) => handlers.ended(end))
  }

  hear(handlers: SocketHandlers): void {
    this.#handlers = handlers
    const waiting = this.#waiting
    this.#waiting = []
    for (const tell of waiting) tell(handlers)
  }

  #pass(tell: (handlers: SocketHandlers) => void): void {
    if (this.#handlers) tell(this.#handlers)
    else this.#waiting.push(tell)
  }
}
