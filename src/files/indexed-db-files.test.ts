import { expect, it } from 'vitest'
import { keepInIndexedDb } from './indexed-db-files.ts'

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
