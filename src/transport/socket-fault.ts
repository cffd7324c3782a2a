import { type OutgoingSocket, TransportFailure } from '../contract/transport.ts'
import { isPortBlocked } from './blocked-ports.ts'

/** A token of RFC 9110, which a sub-protocol has to be. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** Why no WebSocket can be made of this, in the words of Chromium; `undefined` when one can. What cannot be made, no rule may open either. */
export function socketFault({ url, protocols }: Pick<OutgoingSocket, 'url' | 'protocols'>): TransportFailure | undefined {
  if (isPortBlocked(url)) return new TransportFailure('ERR_UNSAFE_PORT', 'blocked-port')
  const illegal = protocols.find((name) => !TOKEN.test(name))
  if (illegal !== undefined) return refusedSocket(`The subprotocol '${illegal}' is invalid.`)
  const repeated = protocols.find((name, index) => protocols.indexOf(name) !== index)
  return repeated === undefined ? undefined : refusedSocket(`The subprotocol '${repeated}' is duplicated.`)
}

/** `message` is what `new WebSocket` throws, with or without the words that Chromium puts before it. */
export function refusedSocket(message: string): TransportFailure {
  return new TransportFailure('ERR_FAILED', 'socket-refused', { cause: message.replace(/^Failed to construct 'WebSocket': /, '') })
}
