import type { Closed, MessageReceived, MessageRefused, Opened, SocketListenerCall } from '../../contract/event/socket-event.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import type { WxRuleId } from './wx-rules.ts'

/** The rules shown by the opening of a socket. */
export function* rulesOfOpening({ listeners }: Opened, { environment: { lib, platform } }: TaskSnapshot): Iterable<WxRuleId> {
  if (listeners.length > 0) yield 'WS-4'
  if (platform === 'devtools' || platform === 'pc') yield 'PROF-6'
  else if (isLibSince(lib, '2.10.4')) yield 'PROF-5'
  yield* rulesOfListeners(listeners)
}

/** The rules shown by a received message. */
export function* rulesOfMessage({ listeners }: MessageReceived): Iterable<WxRuleId> {
  if (listeners.length > 0) yield 'WS-5'
  yield* rulesOfListeners(listeners)
}

/** The rules shown by a message that was not sent. */
export function* rulesOfRefusal({ errMsg }: MessageRefused): Iterable<WxRuleId> {
  yield errMsg.startsWith('sendSocketMessage') ? 'WS-10' : 'WS-6'
}

/** The rules shown by the end of a socket. */
export function* rulesOfClosing({ by, errMsg, listeners }: Closed): Iterable<WxRuleId> {
  if (by === 'page') return
  if (by === 'background') yield* ['BG-1', 'BG-3'] as const
  if (errMsg !== undefined) yield 'WS-8'
  yield 'WS-7'
  yield* rulesOfListeners(listeners)
}

/** The global functions have one listener of each kind, which is called for the first socket only. */
export function* rulesOfListeners(calls: readonly SocketListenerCall[]): Iterable<WxRuleId> {
  if (calls.some(({ listener }) => listener.startsWith('wx.'))) yield 'WS-13'
  if (calls.some(({ listener }, index) => listener === calls[index - 1]?.listener)) yield 'TASK-9'
}
