import type { Clock } from '../../contract/clock.ts'
import type { SocketListener, SocketListenerCall } from '../../contract/event/socket-event.ts'
import type { ThrowLater } from '../../contract/throw-later.ts'
import type { SocketCloseResult, SocketErrorResult, SocketMessageResult, SocketOpenResult } from '../../contract/wx/wx-socket.ts'
import { callApp } from '../context/deliver.ts'

/** The argument of each kind of listener. */
export interface SocketNews {
  readonly Open: SocketOpenResult
  readonly Message: SocketMessageResult
  readonly Error: SocketErrorResult
  readonly Close: SocketCloseResult
}

export type NewsKind = keyof SocketNews

/** The listeners of one task: each kind in the order they were added, each function once. */
export type TaskListeners = { readonly [Kind in NewsKind]: Set<(result: SocketNews[Kind]) => void> }

/** The global functions have one listener of each kind (WS-13). */
export type GlobalListeners = { [Kind in NewsKind]?: (result: SocketNews[Kind]) => void }

export function noListeners(): TaskListeners {
  return { Open: new Set(), Message: new Set(), Error: new Set(), Close: new Set() }
}

/** Calls the task's own listeners, then the global one, each with the argument that a phone would pass. */
export function notifyListeners<Kind extends NewsKind>(
  kind: Kind,
  news: SocketNews[Kind],
  own: TaskListeners,
  global: GlobalListeners | undefined,
  clock: Clock,
  throwLater: ThrowLater,
): readonly SocketListenerCall[] {
  const calls: SocketListenerCall[] = []
  for (const listener of [...own[kind]]) calls.push({ listener: `on${kind}`, ...callApp(listener, news, clock, throwLater) })
  const one = global?.[kind]
  if (one) calls.push({ listener: GLOBAL_NAME[kind], ...callApp(one, globalNews(kind, news), clock, throwLater) })
  return calls
}

const GLOBAL_NAME: Readonly<Record<NewsKind, SocketListener>> = {
  Open: 'wx.onSocketOpen',
  Message: 'wx.onSocketMessage',
  Error: 'wx.onSocketError',
  Close: 'wx.onSocketClose',
}

/** WS-13: the argument of onSocketOpen has no profile. */
function globalNews<Kind extends NewsKind>(kind: Kind, news: SocketNews[Kind]): SocketNews[Kind] {
  if (kind !== 'Open') return news
  const { header } = news as SocketOpenResult
  return { header } as SocketNews[Kind]
}
