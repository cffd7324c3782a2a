import { TransportFailure } from '../../../contract/transport.ts'

/** For a handler that threw instead of answering. */
export function handlerThrew(cause: unknown): TransportFailure {
  return new TransportFailure('ERR_FAILED', 'handler-threw', { cause })
}

/** For a mocked body that broke off. */
export function brokenByHandler(_received: number, cause: unknown): TransportFailure {
  return new TransportFailure('ERR_INCOMPLETE_CHUNKED_ENCODING', 'mocked', { cause })
}
