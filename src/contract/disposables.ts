/** Everything that one owner has started and has to end again. */
export interface Disposables {
  /** Takes over how to end something. When all has ended already, it is ended at once. */
  add(dispose: () => void | Promise<void>): void
  /** True from the first call of `dispose` on. */
  readonly disposed: boolean
  /**
   * Ends all of it, the last one first, even where one of them fails. What can end at once has ended when this returns; the
   * promise waits for the rest, and rejects with what failed first. Called again, it gives the same promise.
   */
  dispose(): Promise<void>
}

/** An empty list. */
export function createDisposables(): Disposables {
  const ends: (() => void | Promise<void>)[] = []
  let disposing: Promise<void> | undefined
  const endAll = async (): Promise<void> => {
    // Each starts without waiting for the one before: what takes time must not keep the others alive.
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
