import type { CallEnvironment } from '../contract/event/platform.ts'
import type { FailReason } from '../contract/event/task-error.ts'
import type { SocketEnd } from '../contract/transport.ts'

/** PLAT-4: phones have an engine of their own, the tool speaks as its browser does. PC is not known and gets the words of phones. */
const isTool = ({ platform }: CallEnvironment): boolean => platform === 'devtools'

/** All that the tool says of a connection that failed (docs/wechat.md, section 4). */
const TOOL_TEXT = '未完成的操作'

/** The errMsg that onError gets when a socket does not open (WS-8). */
export function socketErrorText(reason: FailReason, environment: CallEnvironment): string {
  switch (reason.kind) {
    case 'refused-domain':
      return 'createSocketTask:fail url not in domain list'
    case 'too-many-sockets':
      return `createSocketTask:fail wcwss taskID=${reason.taskNumber} exceed max concurrent count`
    case 'interrupted':
      return 'connectSocket:fail interrupted'
    case 'no-cellular':
      return 'createSocketTask:fail cellular network is unavailable'
    case 'timed-out':
      return isTool(environment) ? 'connectSocket:fail timeout' : openFailed(9, 'Timer Expired')
    case 'handshake-refused':
      return isTool(environment) ? TOOL_TEXT : openFailed(20, 'Invalid HTTP status.')
    case 'network':
      return isTool(environment) ? TOOL_TEXT : isTls(reason.name) ? openFailed(8, 'TLS handshake failed') : openFailed(2, BROKEN)
    case 'old-tls':
      return isTool(environment) ? TOOL_TEXT : openFailed(8, 'TLS handshake failed')
    default:
      return 'createSocketTask:fail internal error'
  }
}

const BROKEN = 'Underlying Transport Error'

/** 2, 9 and 20 were seen; 8 is the number that the same library of the engine has for its TLS text. */
function openFailed(code: number, msg: string): string {
  return `exception onOpen fail code:${code}, msg:${msg}`
}

const isTls = (name: string): boolean => /CERT|SSL|TLS/.test(name)

/** The errMsg that onError gets when an open connection breaks. */
export function brokenText(environment: CallEnvironment): string {
  return isTool(environment) ? TOOL_TEXT : BROKEN
}

/** WS-7: phones put a text where the closing side gave none. */
export function closeReason({ code, reason }: Pick<SocketEnd, 'code' | 'reason'>, environment: CallEnvironment): string {
  if (reason !== '' || isTool(environment)) return reason
  return code === 1000 ? 'normal closure' : code === 1006 ? 'abnormal closure' : ''
}
