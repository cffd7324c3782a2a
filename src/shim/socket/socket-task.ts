import { messageOf } from '../../contract/describe.ts'
import type { ThrowLater } from '../../contract/throw-later.ts'
import { callbacksOf } from '../../contract/wx/callbacks-of.ts'
import type { SocketTask } from '../../contract/wx/wx-socket.ts'
import { typeName } from '../../wechat/check-parameters.ts'
import { addTo } from '../context/listener-set.ts'
import { callBack, type Outcome } from '../context/small-call.ts'
import { CLOSED, CLOSING, CONNECTING, type LiveSocket, OPEN } from './live-socket.ts'
import { readMessage } from './socket-message.ts'

/** The SocketTask that connectSocket returns: a plain object whose methods work unbound (WS-1, WS-12). */
export function createSocketTask(socket: LiveSocket, throwLater: ThrowLater): SocketTask {
  const { listeners } = socket
  return {
    send: (option) =>
      callBack(
        callbacksOf(option),
        outcomeOf('SocketTask.send', () => sendOn(socket, option)),
        throwLater,
      ),
    close: (option) =>
      callBack(
        callbacksOf(option),
        outcomeOf('SocketTask.close', () => closeOn(socket, option)),
        throwLater,
      ),
    onOpen: addTo(listeners.Open),
    onClose: addTo(listeners.Close),
    onError: addTo(listeners.Error),
    onMessage: addTo(listeners.Message),
    get readyState() {
      return socket.state
    },
    CONNECTING,
    OPEN,
    CLOSING,
    CLOSED,
  }
}

/** C-6: several spellings exist; this is the one observed on phones. */
const NOT_OPEN = 'SocketTask.send:fail SocketTask.readyState is not OPEN'

function sendOn(socket: LiveSocket, option: unknown): Outcome {
  const { data } = optionsOf(option)
  const message = readMessage(data)
  if (message === undefined) return failed(`SocketTask.send:fail ${wrongData(data)}`)
  return socket.send(message, 'app', NOT_OPEN) ? { done: { errMsg: 'sendSocketMessage:ok' } } : failed(NOT_OPEN)
}

function closeOn(socket: LiveSocket, option: unknown): Outcome {
  const reading = readClosing(option)
  if ('fault' in reading) return failed(`SocketTask.close:fail ${reading.fault}`)
  if (socket.state === CLOSED) return failed('SocketTask.close:fail SocketTask.readyState is CLOSED')
  socket.close('app', reading.code, reading.reason)
  return { done: { errMsg: 'closeSocket:ok' } }
}

/** WS-15. */
export function wrongData(data: unknown): string {
  return `parameter error: parameter.data should be String or ArrayBuffer instead of ${typeName(data)};`
}

const utf8 = new TextEncoder()
const LONGEST_REASON = 123

/**
 * The arguments of `close`. A code that is not a number is ignored; one that a page may not use is an error (WS-16), and so is a reason
 * that is too long (WS-7).
 */
export function readClosing(option: unknown): { readonly code: number; readonly reason: string } | { readonly fault: string } {
  const given = optionsOf(option)
  const code = typeof given['code'] === 'number' && Number.isFinite(given['code']) ? given['code'] : 1000
  const reason = typeof given['reason'] === 'string' ? given['reason'] : ''
  if (code !== 1000 && !(Number.isInteger(code) && code >= 3000 && code <= 4999)) {
    return { fault: `The code must be either 1000, or between 3000 and 4999. ${code} is neither.` }
  }
  if (utf8.encode(reason).byteLength > LONGEST_REASON) return { fault: `The reason must not be longer than ${LONGEST_REASON} UTF-8 bytes.` }
  return { code, reason }
}

/** Runs a call and returns its outcome. Options that throw when they are read count as parameters of a wrong type. */
export function outcomeOf(api: string, work: () => Outcome): Outcome {
  try {
    return work()
  } catch (thrown) {
    return failed(`${api}:fail parameter error: ${messageOf(thrown)}`)
  }
}

export function failed(errMsg: string): Outcome {
  return { failed: { errMsg } }
}

export function optionsOf(option: unknown): Readonly<Record<string, unknown>> {
  return Object(option) as Readonly<Record<string, unknown>>
}
