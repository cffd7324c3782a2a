/** The events of a WebSocket: `opened` at most once, `closed` exactly once and last. */
export interface PlainSocketHandlers {
  opened(protocol: string): void
  message(data: string | ArrayBuffer): void
  /** The socket could not be created, with the message that `new WebSocket` threw. Nothing follows. */
  refused(message: string): void
  /** The connection failed; `closed` follows. */
  failed(): void
  closed(end: SocketClosed): void
}

/** The fields of a CloseEvent. */
export interface SocketClosed {
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean
}

/** An open socket. */
export interface PlainSocket {
  send(data: string | ArrayBuffer): void
  close(code?: number, reason?: string): void
}

/** Opens a socket. May throw what `new WebSocket` throws for an invalid URL or subprotocol. */
export type OpenSocket = (url: string, protocols: readonly string[], handlers: PlainSocketHandlers) => PlainSocket
