import { discardable } from '../contract/discard-chunks.ts'
import type { NetworkHint } from '../contract/event/task-error.ts'
import { TransportFailure } from '../contract/transport.ts'

/**
 * The pieces of a body as they come. An abort stops the stream, whether or not anybody has begun to read.
 * `hint` explains a stream that breaks off by itself.
 */
export function readChunks(body: ReadableStream<Uint8Array> | null, signal: AbortSignal, hint: NetworkHint): AsyncIterable<Uint8Array> {
  if (!body) return NO_CHUNKS
  const reader = body.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  const letGo = () => {
    signal.removeEventListener('abort', cancel)
    // After its last piece a body has nothing left to cancel.
    cancel()
  }
  return discardable(readPieces(reader, signal, hint, letGo), letGo)
}

async function* readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
  hint: NetworkHint,
  letGo: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (signal.aborted) throw new TransportFailure('ERR_ABORTED')
      if (done) break
      yield value
    }
  } catch (cause) {
    if (cause instanceof TransportFailure) throw cause
    if (signal.aborted) throw new TransportFailure('ERR_ABORTED', undefined, { cause })
    throw new TransportFailure('ERR_INCOMPLETE_CHUNKED_ENCODING', hint, { cause })
  } finally {
    letGo()
  }
}

const NO_CHUNKS: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
}
