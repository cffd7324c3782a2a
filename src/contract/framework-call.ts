import type { Delivered, Framework, HeaderList } from './event/task-event.ts'
import type { Answer, SocketData, Transport } from './transport.ts'

/** The APIs of a framework that are followed; they are named as in WeChat. */
export type FrameworkApi = 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket'

/** One call of a framework's API, as the app made it. */
export interface FrameworkCall {
  readonly framework: Framework
  readonly api: FrameworkApi
  /** The app's options, before any interceptor. */
  readonly given: object
  /** When the app called, in ms on the session clock. */
  readonly at: number
  /** ms after which the framework ends the call. */
  readonly timeout: number
  /** Reports what the app gets from this call; earlier deliveries are reported at once. */
  follow(listener: FrameworkListener): void
}

/** Receives what the framework delivers to the app. */
export interface FrameworkListener {
  /** A callback of the app returned, or threw. */
  delivered(delivery: Delivery): void
  /** Called once: the framework has settled the call. For a socket this only means that the call was accepted. */
  settled(outcome: FrameworkOutcome): void
}

export type Delivery = Pick<Delivered, 'at' | 'callback' | 'took' | 'threw'>

/** How a call ended for the app. */
export interface FrameworkOutcome {
  readonly failed: boolean
  /** Whether it ended before the call returned: then the framework refused its options. */
  readonly atOnce: boolean
  /** The result or error that the framework delivered. */
  readonly result: unknown
}

/** Follows the calls of frameworks: records them and lets rules answer them. */
export interface FrameworkCalls {
  /** The framework started an HTTP request for this call. */
  request(call: FrameworkCall): FollowedRequest
  /** The framework opened a socket for this call. */
  socket(call: FrameworkCall): FollowedSocket
  /** The call ended, but no request for it was seen. */
  unseen(call: FrameworkCall, outcome: FrameworkOutcome): void
}

/** An HTTP request that is followed. */
export interface FollowedRequest {
  readonly taskId: string
  /** The framework sends the request. The response goes to `receiver`, unless `request.carry` sends it. */
  send(request: PageRequest, receiver: ResponseReceiver): void
  /** The framework cancelled the request: the app aborted it, or its timeout passed. */
  giveUp(): void
}

/** An HTTP request as it leaves the framework. */
export interface PageRequest {
  readonly method: string
  /** Absolute. */
  readonly url: string
  /** As the framework wrote it; it may be relative to the page. */
  readonly writtenUrl: string
  readonly header: HeaderList
  /** Absent if it has to be read first; see `pack`. */
  readonly body: Uint8Array | undefined
  /** Reads a body that is not available at once. */
  readonly pack?: () => Promise<PackedBody>
  /** Sends it to the real network, as the framework would without us. */
  readonly carry: Transport['send']
}

/** A body that was read. */
export interface PackedBody {
  readonly body: Blob
  readonly contentType: string
  /** The parts of a form. */
  readonly form?: {
    readonly fields: readonly (readonly [name: string, value: string])[]
    readonly files: readonly PackedFile[]
  }
}

/** A file in a form. */
export interface PackedFile {
  readonly field: string
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** Its first bytes. */
  readonly beginning: Uint8Array
}

/** Receives the response for an HTTP request of the page that the browser does not answer. */
export interface ResponseReceiver {
  /** Upload progress in bytes. */
  sent(loaded: number): void
  head(answer: Answer, url: string): void
  piece(bytes: Uint8Array): void
  end(): void
  /** There will be no response. */
  fail(why: 'aborted' | 'network'): void
}

/** A socket that is followed. */
export interface FollowedSocket {
  readonly taskId: string
  open(socket: PageSocket, receiver: SocketReceiver): void
  /** The app sends a message. */
  send(data: SocketData): void
  /** The app sent a message while the socket was not open. */
  refuse(data: SocketData, message: string): void
  /** The app closes the socket. */
  close(code: number, reason: string): void
}

/** A socket as the framework opened it. */
export interface PageSocket {
  /** Absolute, ws or wss. */
  readonly url: string
  /** As the framework wrote it. */
  readonly writtenUrl: string
  readonly protocols: readonly string[]
  /** Opens it on the real network. */
  readonly carry: NonNullable<Transport['connect']>
}

/** Receives the events of a socket of the page. */
export interface SocketReceiver {
  opened(protocol: string): void
  message(data: SocketData): void
  /** The connection broke or failed to open; `closed` follows. */
  broken(): void
  closed(end: { readonly code: number; readonly reason: string; readonly wasClean: boolean }): void
}
