import type { SocketData, SocketEnd, SocketHandlers } from '../contract/transport.ts'

/** Buffers the events of a connection until `subscribe` is called. Ignores everything after `ended`. */
export class SocketEventBuffer implements SocketHandlers {
  #handlers: SocketHandlers | undefined
  #waiting: ((handlers: SocketHandlers) => void)[] = []
  #closed = false

  get closed(): boolean {
    return this.#closed
  }

  message(data: SocketData): void {
    if (!this.#closed) this.#dispatch((handlers) => handlers.message(data))
  }

  ended(end: SocketEnd): void {
    if (this.#closed) return
    this.#closed = true
    this.#dispatch((handlers) => handlers.ended(end))
  }

  subscribe(handlers: SocketHandlers): void {
    this.#handlers = handlers
    const waiting = this.#waiting
    this.#waiting = []
    for (const dispatch of waiting) dispatch(handlers)
  }

  #dispatch(dispatch: (handlers: SocketHandlers) => void): void {
    if (this.#handlers) dispatch(this.#handlers)
    else this.#waiting.push(dispatch)
  }
}
