import { createClock, nextTask } from '../clock.ts'

/** How long work is parted, so that the page goes on drawing. */
export interface RestOptions {
  /** Ends the work; `rest` then rejects with the reason. */
  readonly signal?: AbortSignal
  /** Called between two slices; resolves when the page had its turn. Default: the next task of the page. */
  readonly pause?: () => Promise<void>
  /** ms, by which slices are measured. Default: the clock of the page. */
  readonly now?: () => number
}

/** ms. What is done in one go, so that no frame of the page is late. */
const SLICE = 8

/** Begins a slice. What it returns is awaited between small pieces of work, and pauses once the slice is over. */
export function createRest({ pause = nextTask, now = createClock().now, signal }: RestOptions): () => Promise<void> {
  let began = now()
  return async () => {
    if (now() - began < SLICE) return
    await pause()
    signal?.throwIfAborted()
    began = now()
  }
}
