import type { Delivered, Framework, HeaderList } from './event/task-event.ts'
import type { Answer, SocketData, Transport } from './transport.ts'

/** The APIs of a framework that are followed; they have the names of WeChat's own. */
export type FrameworkApi = 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket'

/** One call of a framework's API, as the app made it. */
export interface FrameworkCall {
  readonly framework: Framework
  readonly api: FrameworkApi
  /** The options as the app gave them, before any interceptor. */
  readonly given: object
  /** When the app made it, ms on the session clock. */
  readonly at: number
  /** ms after which the framework gives the call up. */
  readonly timeout: number
  /** Tells what the app is told of this call; what it was told already comes at once. */
  follow(listener: FrameworkListener): void
}

/** Hears what the framework tells the app. */
export interface FrameworkListener {
  /** A callback of the app returned, or threw. */
  delivered(delivery: Delivery): void
  /** Once: the framework is done with the call. For a socket this says no more than that it was taken. */
  settled(outcome: FrameworkOutcome): void
}

export type Delivery = Pick<Delivered, 'at' | 'callback' | 'took' | 'threw'>

/** How a call ended for the app. */
export interface FrameworkOutcome {
  readonly failed: boolean
  /** Whether it ended before the call returned: then the framework did not like its options. */
  readonly atOnce: boolean
  /** What the framework gave with it: its result, or its error. */
  readonly result: unknown
}

/** Follows the calls of frameworks: records each, and lets rules answer it. */
export interface FrameworkCalls {
  /** The framework began an HTTP request for this call. */
  request(call: FrameworkCall): FollowedRequest
  /** The framework began a socket for this call. */
  socket(call: FrameworkCall): FollowedSocket
  /** The call ended, and no request of it was seen. */
  unseen(call: FrameworkCall, outcome: FrameworkOutcome): void
}

/** An HTTP request that is followed. */
export interface FollowedRequest {
  readonly taskId: string
  /** The framework sends it; whoever takes it tells `receiver`, unless `request.carry` does. */
  send(request: PageRequest, receiver: ResponseReceiver): void
  /** The framework gave it up: the app aborted it, or its timeout passed. */
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
  /** Absent while it has to be read; see `pack`. */
  readonly body: Uint8Array | undefined
  /** Reads a body that cannot be read at once. */
  readonly pack?: () => Promise<PackedBody>
  /** Sends it to the real network, the way the framework would without us. */
  readonly carry: Transport['send']
}

/** A body that had to be read. */
export interface PackedBody {
  readonly body: Blob
  readonly contentType: string
  /** What a form is made of. */
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
  /** The first bytes of it. */
  readonly beginning: Uint8Array
}

/** What an HTTP request of the page hears when it is not the browser that answers. */
export interface ResponseReceiver {
  /** So many bytes of the body have left. */
  sent(loaded: number): void
  head(answer: Answer, url: string): void
  piece(bytes: Uint8Array): void
  end(): void
  /** No answer will come. */
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
  /** The app closes it. */
  close(code: number, reason: string): void
}

/** A socket as the framework asked for it. */
export interface PageSocket {
  /** Absolute, ws or wss. */
  readonly url: string
  /** As the framework wrote it. */
  readonly writtenUrl: string
  readonly protocols: readonly string[]
  /** Opens it on the real network. */
  readonly carry: NonNullable<Transport['connect']>
}

/** What a socket of the page hears. */
export interface SocketReceiver {
  opened(protocol: string): void
  message(data: SocketData): void
  /** The connection broke, or never came to be; `closed` follows. */
  broken(): void
  closed(end: { readonly code: number; readonly reason: string; readonly wasClean: boolean }): void
}
