import type { NetworkHint } from '../contract/event/task-error.ts'
import { type Transport, TransportFailure } from '../contract/transport.ts'

/** Ends a chain of transports that must not reach the network: takes every call and fails it with `hint`. */
export function createRefuseTransport(hint: NetworkHint): Transport {
  return {
    async send() {
      const answer = Promise.reject(new TransportFailure('ERR_FAILED', hint))
      // A failed call is data: without a handler it would be an unhandled rejection.
      answer.catch(() => {})
      return { by: 'mock', answer }
    },
    async connect() {
      const connection = Promise.reject(new TransportFailure('ERR_FAILED', hint))
      connection.catch(() => {})
      return { by: 'mock', connection }
    },
  }
}
