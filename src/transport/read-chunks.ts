import { discardable } from '../contract/discard-chunks.ts'
import { TransportFailure } from '../contract/transport.ts'

/** Says why a body broke off, after how many bytes of it, and what was thrown. */
type Broken = (received: number, cause: unknown) => TransportFailure

/**
 * The pieces of a body as they come. An abort stops the stream, whether or not anybody has begun to read.
 * `broken` says why a stream broke off by itself after so many bytes.
 */
export function readChunks(body: ReadableStream<Uint8Array> | null, signal: AbortSignal, broken: Broken): AsyncIterable<Uint8Array> {
  if (!body) return NO_CHUNKS
  const reader = body.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  const letGo = () => {
    signal.removeEventListener('abort', cancel)
    // After its last piece a body has nothing left to cancel.
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
