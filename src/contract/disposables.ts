/** Everything that one owner has started and must end. */
export interface Disposables {
  /** Adds a function that ends something. If the list is already disposed of, it is called at once. */
  add(dispose: () => void | Promise<void>): void
  /** True from the first call of `dispose` on. */
  readonly disposed: boolean
  /**
   * Ends everything, the last first, even if one part fails. What can end synchronously has ended when this returns; the promise waits for
   * the rest, and rejects with the first error. A second call returns the same promise.
   */
  dispose(): Promise<void>
}

/** Creates an empty list. */
export function createDisposables(): Disposables {
  const ends: (() => void | Promise<void>)[] = []
  let disposing: Promise<void> | undefined
  const endAll = async (): Promise<void> => {
    // Each starts without waiting for the previous one, so that slow ones do not keep the others alive.
    const ended = await Promise.allSettled(
      ends
        .splice(0)
        .reverse()
        .map(async (end) => end()),
    )
    const failed = ended.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
  }
  return {
    add(dispose) {
      if (disposing) void dispose()
      else ends.push(dispose)
    },
    get disposed() {
      return disposing !== undefined
    },
    dispose() {
      disposing ??= endAll()
      return disposing
    },
  }
}
