/** Frees a body that nobody will read. */
export function discardChunks(chunks: AsyncIterable<Uint8Array>): void {
  chunks[Symbol.asyncIterator]()
    .return?.()
    .catch(() => {})
}

/**
 * Chunks that can be discarded before anybody reads them: for a generator that has not started, not even its `finally` runs. `letGo` may
 * be called more than once.
 */
export function discardable(pieces: AsyncGenerator<Uint8Array>, letGo: () => void): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => pieces.next(),
      return: () => {
        letGo()
        return pieces.return(undefined)
      },
    }),
  }
}
