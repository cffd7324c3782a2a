import type { Clock } from '../../contract/clock.ts'
import type { SocketListener, SocketListenerCall } from '../../contract/event/socket-event.ts'
import type { ThrowLater } from '../../contract/throw-later.ts'
import type { SocketCloseResult, SocketErrorResult, SocketMessageResult, SocketOpenResult } from '../../contract/wx/wx-socket.ts'
import { callApp } from '../context/deliver.ts'

/** What each kind of listener is told. */
export interface SocketNews {
  readonly Open: SocketOpenResult
  readonly Message: SocketMessageResult
  readonly Error: SocketErrorResult
  readonly Close: SocketCloseResult
}

export type NewsKind = keyof SocketNews

/** The listeners of one task, each kind in the order in which they were added, the same function once. */
export type TaskListeners = { readonly [Kind in NewsKind]: Set<(result: SocketNews[Kind]) => void> }

/** The global family has one place for each kind (WS-13). */
export type GlobalListeners = { [Kind in NewsKind]?: (result: SocketNews[Kind]) => void }

export function noListeners(): TaskListeners {
  return { Open: new Set(), Message: new Set(), Error: new Set(), Close: new Set() }
}

/** Tells the task's own listeners, then the global one; each gets what it would get on a phone. */
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

/** WS-13: onSocketOpen has no profile. */
function globalNews<Kind extends NewsKind>(kind: Kind, news: SocketNews[Kind]): SocketNews[Kind] {
  if (kind !== 'Open') return news
  const { header } = news as SocketOpenResult
  return { header } as SocketNews[Kind]
}
