import type { Clock } from '../contract/clock.ts'

/** ms. IndexedDB can wait for ever, for example while another tab holds a version change open. */
export const STORAGE_TIMEOUTS = { read: 5_000, write: 30_000 }

/** The storage did not answer in time. */
export class StorageTimeout extends Error {
  override readonly name = 'StorageTimeout' as const
}

/** Settles like `answer`, or rejects with StorageTimeout after `timeout` ms. */
export async function withTimeout<Value>(answer: Promise<Value>, clock: Clock, timeout: number): Promise<Value> {
  const settled = new AbortController()
  const late = clock.sleep(timeout, settled.signal).then(() => {
    throw new StorageTimeout()
  })
  late.catch(() => {})
  try {
    return await Promise.race([answer, late])
  } finally {
    settled.abort()
  }
}
