import type { BodySnapshot } from './body-snapshot.ts'
import type { ListenerCall, Stamp } from './event-stamp.ts'
import type { Timing } from './profile.ts'

/** What happens to a socket, besides what happens to every task. */
export type SocketEvent = Opened | MessageSent | MessageReceived | MessageRefused | Closed

/** A place for a listener: of the task, or of the older global family. */
export type SocketListener =
  | 'onOpen'
  | 'onMessage'
  | 'onError'
  | 'onClose'
  | 'wx.onSocketOpen'
  | 'wx.onSocketMessage'
  | 'wx.onSocketError'
  | 'wx.onSocketClose'

/** A listener of the task, or the one of the global family, ran. */
export interface SocketListenerCall extends ListenerCall {
  readonly listener: SocketListener
}

/** As what a message went over the wire. */
export type MessageForm = 'text' | 'binary'

/** The handshake is done. Comes after the listeners ran, stamped with the moment before, as all events with listeners do. */
export interface Opened extends Stamp {
  readonly type: 'opened'
  /** What the server answered; from a real server a page learns no more than the sub-protocol. */
  readonly header: Readonly<Record<string, string>>
  /** The sub-protocol that the server chose; '' for none. */
  readonly protocol: string
  readonly timing?: Timing
  readonly listeners: readonly SocketListenerCall[]
}

/** A message left. */
export interface MessageSent extends Stamp {
  readonly type: 'message-sent'
  readonly form: MessageForm
  readonly body: BodySnapshot
  /** The app, or a person at the panel. */
  readonly by: 'app' | 'panel'
}

/** A message came. */
export interface MessageReceived extends Stamp {
  readonly type: 'message-received'
  readonly form: MessageForm
  readonly body: BodySnapshot
  readonly listeners: readonly SocketListenerCall[]
}

/** The app called `send` while the socket was not open: nothing was sent, and nothing is kept for later (WS-6). */
export interface MessageRefused extends Stamp {
  readonly type: 'message-refused'
  readonly form: MessageForm
  readonly body: BodySnapshot
  /** What `fail` got. */
  readonly errMsg: string
}

/** Who ended a socket. `network`: the connection broke. `background`: the app was hidden for 5 s (BG-3). `page`: the page was closed or reloaded, and no listener heard of it. */
export type ClosedBy = 'app' | 'server' | 'network' | 'background' | 'panel' | 'page'

/** The end of a socket that opened, or that was given up before it did. */
export interface Closed extends Stamp {
  readonly type: 'closed'
  readonly by: ClosedBy
  /** What onClose was told. */
  readonly code: number
  readonly reason: string
  /** What onError was told before, where the connection broke. */
  readonly errMsg?: string
  readonly listeners: readonly SocketListenerCall[]
}

type SocketStreamType = SocketEvent['type'] | 'created' | 'checked' | 'started' | 'routed' | 'delivered' | 'failed'

const OPEN_TO = ['message-sent', 'message-received', 'message-refused', 'closed'] as const

/**
 * Which event of a socket may follow which. Its callbacks say no more than that the call was taken (WS-2), so they come early;
 * an attempt to send may be refused at any time, even after the end.
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
