import type { BodySnapshot } from './body-snapshot.ts'
import type { ListenerCall, Stamp } from './event-stamp.ts'
import type { Timing } from './profile.ts'

/** The events of sockets, in addition to those of every task. */
export type SocketEvent = Opened | MessageSent | MessageReceived | MessageRefused | Closed

/** A listener: of the task, or of the older global functions. */
export type SocketListener =
  | 'onOpen'
  | 'onMessage'
  | 'onError'
  | 'onClose'
  | 'wx.onSocketOpen'
  | 'wx.onSocketMessage'
  | 'wx.onSocketError'
  | 'wx.onSocketClose'

/** A call of a listener. */
export interface SocketListenerCall extends ListenerCall {
  readonly listener: SocketListener
}

/** The type of a message on the wire. */
export type MessageForm = 'text' | 'binary'

/** The handshake succeeded. Emitted after its listeners ran, with the time before they did. */
export interface Opened extends Stamp {
  readonly type: 'opened'
  /** The headers of the handshake response. For a real server a page only knows the subprotocol. */
  readonly header: Readonly<Record<string, string>>
  /** The subprotocol that the server selected; '' for none. */
  readonly protocol: string
  readonly timing?: Timing
  readonly listeners: readonly SocketListenerCall[]
}

/** A message was sent. */
export interface MessageSent extends Stamp {
  readonly type: 'message-sent'
  readonly form: MessageForm
  readonly body: BodySnapshot
  /** Sent by the app, or from the panel. */
  readonly by: 'app' | 'panel'
}

/** A message was received. */
export interface MessageReceived extends Stamp {
  readonly type: 'message-received'
  readonly form: MessageForm
  readonly body: BodySnapshot
  readonly listeners: readonly SocketListenerCall[]
}

/** The app called `send` while the socket was not open: nothing was sent, and nothing is queued (WS-6). */
export interface MessageRefused extends Stamp {
  readonly type: 'message-refused'
  readonly form: MessageForm
  readonly body: BodySnapshot
  /** The message that `fail` got. */
  readonly errMsg: string
}

/**
 * Who ended a socket. `network`: the connection broke. `background`: the app was in the background for 5 s (BG-3). `page`: the page was
 * closed or reloaded, and no listener was called.
 */
export type ClosedBy = 'app' | 'server' | 'network' | 'background' | 'panel' | 'page'

/** The end of a socket that had opened, or was closed before it did. */
export interface Closed extends Stamp {
  readonly type: 'closed'
  readonly by: ClosedBy
  /** The code that onClose got. */
  readonly code: number
  readonly reason: string
  /** The message that onError got before, if the connection broke. */
  readonly errMsg?: string
  readonly listeners: readonly SocketListenerCall[]
}

type SocketStreamType = SocketEvent['type'] | 'created' | 'checked' | 'started' | 'routed' | 'delivered' | 'failed'

const OPEN_TO = ['message-sent', 'message-received', 'message-refused', 'closed'] as const

/**
 * Which event of a socket may follow which. Its callbacks only say that the call was accepted (WS-2), so they come early. A `send` may be
 * refused at any time, even after the end.
 */
export const SOCKET_MAY_FOLLOW: Readonly<Record<SocketStreamType | 'start', readonly SocketStreamType[]>> = {
  start: ['created'],
  created: ['checked', 'started', 'failed', 'closed'],
  checked: ['started', 'delivered', 'message-refused', 'failed', 'closed'],
  started: ['delivered', 'routed', 'message-refused', 'failed', 'closed'],
  delivered: ['delivered', 'routed', 'message-refused', 'failed', 'closed'],
  routed: ['opened', 'message-refused', 'failed', 'closed'],
  opened: OPEN_TO,
  'message-sent': OPEN_TO,
  'message-received': OPEN_TO,
  'message-refused': ['started', 'delivered', 'routed', 'opened', ...OPEN_TO, 'failed'],
  failed: ['delivered', 'message-refused'],
  closed: ['message-refused'],
}
