/** Options of `wx.connectSocket` (docs/wechat.md, section 8). */
export interface ConnectSocketOption {
  /** Absolute, ws or wss. */
  url: string
  /** Goes with the handshake. `Referer` cannot be set (HDR-5). */
  header?: Record<string, unknown>
  /** Sub-protocols, the best first (WS-3). */
  protocols?: string[]
  /** Default false; without effect here. */
  tcpNoDelay?: boolean
  /** Offers the compression in the handshake; nothing is compressed here. Default false. */
  perMessageDeflate?: boolean
  /** ms that the handshake may take. Default: `networkTimeout.connectSocket` of app.json, else 60,000 (LIM-4). */
  timeout?: number
  /** Default false. Fails when the simulated phone is offline (ERR-9). */
  forceCellularNetwork?: boolean
  /** The call was accepted; the listeners report whether the socket opens (WS-2). */
  success?: (result: ConnectSocketSuccess) => void
  fail?: (result: SocketFail) => void
  complete?: (result: ConnectSocketSuccess | SocketFail) => void
}

/** What the callbacks of a small call get, such as `send` and `close`. */
export interface SocketResult {
  errMsg: string
}

/** What `success` of connectSocket gets. */
export interface ConnectSocketSuccess extends SocketResult {
  /** Only in the tool. */
  socketTaskId?: number
}

/** What `fail` of connectSocket and of the small calls gets. */
export interface SocketFail extends SocketResult {
  /** From 2.24.0, where the platform has a number for it (RES-13). */
  errno?: number
}

interface SmallCall {
  success?: (result: SocketResult) => void
  fail?: (result: SocketFail) => void
  complete?: (result: SocketResult | SocketFail) => void
}

/** Options of `send`. */
export interface SendSocketOption extends SmallCall {
  /** Anything else fails (WS-15). */
  data: string | ArrayBuffer
}

/** Options of `close`. */
export interface CloseSocketOption extends SmallCall {
  /** Default 1000; 1000 or 3000 to 4999 (WS-16). */
  code?: number
  /** At most 123 bytes of UTF-8 (WS-7). */
  reason?: string
}

/** The `profile` in onOpen: epoch ms and, in the last three, ms that something took (PROF-5). */
export interface SocketProfile {
  fetchStart: number
  domainLookUpStart: number
  domainLookUpEnd: number
  connectStart: number
  connectEnd: number
  rtt: number
  handshakeCost: number
  cost: number
}

/** What onOpen gets (WS-4). */
export interface SocketOpenResult {
  /** Of the answer to the handshake; of a real one a page sees the sub-protocol alone. */
  header: Record<string, string>
  /** Absent in the tool and on PC (PROF-6), though WeChat's typings always have it. */
  profile: SocketProfile
}

/** What onMessage gets. */
export interface SocketMessageResult {
  /** Binary messages are always an ArrayBuffer (WS-5). */
  data: string | ArrayBuffer
}

/** What onError gets (WS-8). */
export interface SocketErrorResult {
  errMsg: string
}

/** What onClose gets (WS-7). */
export interface SocketCloseResult {
  code: number
  /** Phones put a text where the closing side gave none. */
  reason: string
}

/** What the caller of connectSocket holds. There is no `off` for any listener (WS-1). */
export interface SocketTask {
  send(option: SendSocketOption): void
  close(option?: CloseSocketOption): void
  onOpen(listener: (result: SocketOpenResult) => void): void
  onClose(listener: (result: SocketCloseResult) => void): void
  onError(listener: (result: SocketErrorResult) => void): void
  onMessage(listener: (result: SocketMessageResult) => void): void
  /** 0 to 3, as below; not in WeChat's typings (WS-12). */
  readonly readyState: number
  readonly CONNECTING: 0
  readonly OPEN: 1
  readonly CLOSING: 2
  readonly CLOSED: 3
}

/** The part of `wx` that is about sockets: the task, and the older family that speaks to the first living one (WS-13). */
export interface WxSockets {
  /** Gives `undefined` instead of a task when the url is missing or malformed (WS-2). Never a Promise. */
  connectSocket(option: ConnectSocketOption): SocketTask | undefined
  /** One listener; a later call replaces it. So with the other three. */
  onSocketOpen(listener: (result: Pick<SocketOpenResult, 'header'>) => void): void
  onSocketMessage(listener: (result: SocketMessageResult) => void): void
  onSocketError(listener: (result: SocketErrorResult) => void): void
  onSocketClose(listener: (result: SocketCloseResult) => void): void
  /** A Promise when no callback is given (WS-11). */
  sendSocketMessage(option: SendSocketOption): Promise<SocketResult> | undefined
  /** A Promise when no callback is given (WS-11). Does nothing before the socket is open (WS-9). */
  closeSocket(option?: CloseSocketOption): Promise<SocketResult> | undefined
}
