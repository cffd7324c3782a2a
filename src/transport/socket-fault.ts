import { type OutgoingSocket, TransportFailure } from '../contract/transport.ts'
import { isPortBlocked } from './blocked-ports.ts'

/** The `token` of RFC 9110. A subprotocol must be one. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/**
 * Why `new WebSocket` would refuse these arguments, in Chromium's words; `undefined` if it would not. Rules must not open such a socket
 * either.
 */
export function socketFault({ url, protocols }: Pick<OutgoingSocket, 'url' | 'protocols'>): TransportFailure | undefined {
  if (isPortBlocked(url)) return new TransportFailure('ERR_UNSAFE_PORT', 'blocked-port')
  const illegal = protocols.find((name) => !TOKEN.test(name))
  if (illegal !== undefined) return refusedSocket(`The subprotocol '${illegal}' is invalid.`)
  const repeated = protocols.find((name, index) => protocols.indexOf(name) !== index)
  return repeated === undefined ? undefined : refusedSocket(`The subprotocol '${repeated}' is duplicated.`)
}

/** The failure for what `new WebSocket` threw. Chromium's prefix of the message is removed. */
export function refusedSocket(message: string): TransportFailure {
  return new TransportFailure('ERR_FAILED', 'socket-refused', { cause: message.replace(/^Failed to construct 'WebSocket': /, '') })
}
