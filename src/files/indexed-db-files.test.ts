import { expect, it } from 'vitest'
import { abortListeners } from '../testing/abort-listeners.ts'
import { catchUncaught } from '../testing/catch-uncaught.ts'
import { finish, keepInIndexedDb } from './indexed-db-files.ts'

/** A Blob whose bytes the browser has no room for: it says so to those who read them. */
class UnheldBlob extends Blob {
  override slice(): Blob {
    return Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('no room', 'NotReadableError')) })
  }
}

it('stores a file under its name only once the browser holds its bytes: else a killed page would leave a name without a file', async () => {
  const changes = [{ key: 'user/film', entry: { kind: 'file', blob: new UnheldBlob(['a film']), modifiedAt: 0 } }] as const
  // There is no IndexedDB in Node: had the database been opened before, that is what would fail here.
  const writing = keepInIndexedDb().write('wx0000000000000000', changes, new AbortController().signal)
  await expect(writing).rejects.toMatchObject({ fault: { kind: 'storage-limit' } })
})

/** A transaction that fails when it is aborted, or refuses to be, as one that is being committed does. */
function setUpTransaction({ committing = false } = {}) {
  let complete = () => {}
  let fail = (_reason: unknown) => {}
  const done = new Promise<void>((resolve, reject) => {
    complete = resolve
    fail = reject
  })
  const aborted = new DOMException('aborted', 'AbortError')
  const timer = new AbortController()
  const abort = () => {
    if (committing) throw new DOMException('It is being committed.', 'InvalidStateError')
    fail(aborted)
  }
  return { aborted, complete: () => complete(), timer, finished: finish({ abort, done }, [done], timer.signal) }
}

it('aborts a transaction that takes too long, and says why nothing was stored', async () => {
  const { aborted, finished, timer } = setUpTransaction()
  timer.abort()
  await expect(finished).rejects.toBe(aborted)
  expect(abortListeners(timer.signal)).toBe(0)
})

it('waits for a transaction that is being committed when the time is over: it cannot be aborted, and stores what it was given', async () => {
  const { complete, finished, timer } = setUpTransaction({ committing: true })
  expect(await catchUncaught(() => timer.abort())).toEqual([])
  complete()
  await expect(finished).resolves.toBeUndefined()
})
