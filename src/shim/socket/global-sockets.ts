import { callbacksOf } from '../../contract/wx/callbacks-of.ts'
import type { WxSockets } from '../../contract/wx/wx-socket.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import type { CallContext } from '../context/call-context.ts'
import { callBackOrPromise, type Outcome } from '../context/small-call.ts'
import { connectSocket } from './connect-socket.ts'
import { OPEN } from './live-socket.ts'
import type { SocketFamily } from './socket-family.ts'
import type { NewsKind, SocketNews } from './socket-listeners.ts'
import { readMessage } from './socket-message.ts'
import { failed, optionsOf, outcomeOf, readClosing, wrongData } from './socket-task.ts'

/** WS-10. */
const NOT_CONNECTED = 'WebSocket is not connected'

/**
 * The socket methods of `wx`: connectSocket, and the older global functions, which act on the first open or connecting socket only
 * (WS-13).
 */
export function createSocketMethods(family: SocketFamily, context: CallContext): WxSockets {
  const { environment, throwLater } = context
  const answer = (option: unknown, outcome: Outcome) =>
    callBackOrPromise(callbacksOf(option), outcome, throwLater, isLibSince(environment.settings().lib, '2.10.2'))
  const listen =
    <Kind extends NewsKind>(kind: Kind) =>
    (listener: (result: SocketNews[Kind]) => void) => {
      if (typeof listener === 'function') Object.assign(family.listeners, { [kind]: listener })
    }

  return {
    connectSocket: (option) => connectSocket(option, family, context),
    onSocketOpen: listen('Open'),
    onSocketMessage: listen('Message'),
    onSocketError: listen('Error'),
    onSocketClose: listen('Close'),
    sendSocketMessage: (option) =>
      answer(
        option,
        outcomeOf('sendSocketMessage', () => send(option)),
      ),
    closeSocket: (option) =>
      answer(
        option,
        outcomeOf('closeSocket', () => close(option)),
      ),
  }

  function send(option: unknown): Outcome {
    const { data } = optionsOf(option)
    const message = readMessage(data)
    if (message === undefined) return failed(`sendSocketMessage:fail ${wrongData(data)}`)
    const refusal = `sendSocketMessage:fail ${NOT_CONNECTED}`
    return family.first()?.send(message, 'app', refusal) ? { done: { errMsg: 'sendSocketMessage:ok' } } : failed(refusal)
  }

  /** WS-9: closes the first socket only, and only if it is open; the others are closed by their tasks. */
  function close(option: unknown): Outcome {
    const reading = readClosing(option)
    if ('fault' in reading) return failed(`closeSocket:fail ${reading.fault}`)
    const socket = family.first()
    if (socket?.state !== OPEN) return failed(`closeSocket:fail ${nothingToClose()}`)
    socket.close('app', reading.code, reading.reason)
    return { done: { errMsg: 'closeSocket:ok' } }
  }

  function nothingToClose(): string {
    const { platform } = environment.settings()
    return platform === 'devtools' || platform === 'pc' ? NOT_CONNECTED : 'wcwss taskID not exist'
  }
}
