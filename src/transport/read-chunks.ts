import { discardable } from '../contract/discard-chunks.ts'
import { TransportFailure } from '../contract/transport.ts'

/** Makes the error for a body that broke off: the bytes received so far, and what was thrown. */
type Broken = (received: number, cause: unknown) => TransportFailure

/**
 * The chunks of a body as they arrive. Aborting `signal` cancels the stream, even if nobody has started to read. `broken` makes the error
 * for a stream that breaks off.
 */
export function readChunks(body: ReadableStream<Uint8Array> | null, signal: AbortSignal, broken: Broken): AsyncIterable<Uint8Array> {
  if (!body) return NO_CHUNKS
  const reader = body.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  const letGo = () => {
    signal.removeEventListener('abort', cancel)
    // After its last chunk a body has nothing to cancel.
    cancel()
  }
  return discardable(readPieces(reader, signal, broken, letGo), letGo)
}

async function* readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
  broken: Broken,
  letGo: () => void,
): AsyncGenerator<Uint8Array> {
  let received = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (signal.aborted) throw new TransportFailure('ERR_ABORTED')
      if (done) break
      received += value.byteLength
      yield value
    }
  } catch (cause) {
    if (cause instanceof TransportFailure) throw cause
    if (signal.aborted) throw new TransportFailure('ERR_ABORTED', undefined, { cause })
    throw broken(received, cause)
  } finally {
    letGo()
  }
}

const NO_CHUNKS: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
}
