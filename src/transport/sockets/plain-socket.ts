/** What a socket says, as WebSocket's own events say it: opened at most once, closed exactly once and last. */
export interface PlainSocketHandlers {
  opened(protocol: string): void
  message(data: string | ArrayBuffer): void
  /** No socket came of it, and nothing follows: the message of what `new WebSocket` threw. */
  refused(message: string): void
  /** Before `closed`, when the connection did not end the way it should. */
  failed(): void
  closed(end: SocketClosed): void
}

export interface SocketClosed {
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean
}

/** What can be done with a socket that is open. */
export interface PlainSocket {
  send(data: string | ArrayBuffer): void
  close(code?: number, reason?: string): void
}

/** Begins a socket. May throw at once what `new WebSocket` throws: no such url, or sub-protocols that are none. */
export type OpenSocket = (url: string, protocols: readonly string[], handlers: PlainSocketHandlers) => PlainSocket
