import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import { checkHeld } from './check-held.ts'
import type { FileEntry } from './file-tree.ts'
import type { KeptFiles } from './kept-files.ts'

interface Schema extends DBSchema {
  files: { key: [appid: string, key: string]; value: FileEntry }
}

/**
 * Stores files in IndexedDB, which works on insecure origins too, where OPFS does not. A file is written in one transaction:
 * a killed page leaves the old file or the new one, never half of it.
 */
export function keepInIndexedDb(name = 'wx-request-inspector/files'): KeptFiles {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  const open = () => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade: (database) => void database.createObjectStore('files'),
      // Another tab opens a newer version, which must not wait for this one.
      blocking: (_current, _blocked, event) => {
        opening = undefined
        ;(event.target as IDBDatabase).close()
      },
      // The data of the site was deleted, or the browser closed the database: the next call opens it again.
      terminated: () => {
        opening = undefined
      },
    })
    return opening
  }
  return {
    async load() {
      const transaction = (await open()).transaction('files')
      const [keys, entries] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
      return keys.map(([appid, key], nth) => ({ appid, key, entry: entries[nth]! }))
    },
    async write(appid, changes, timedOut) {
      // Stored any earlier, a private window would have the name of a file whose bytes were lost with the page.
      await Promise.all(changes.map(({ entry }) => (entry?.kind === 'file' ? checkHeld(entry.blob) : undefined)))
      const database = await open()
      if (timedOut.aborted) return
      const transaction = database.transaction('files', 'readwrite')
      const asked = changes.map(({ key, entry }) =>
        entry ? transaction.store.put(entry, [appid, key]) : transaction.store.delete([appid, key]),
      )
      await finish(transaction, asked, timedOut)
    },
    close: () => void opening?.then((database) => database.close()).catch(() => {}),
  }
}

/** Waits until a transaction is done, and aborts it when that takes too long. Rejects when nothing of it was stored. */
export async function finish(
  transaction: Pick<IDBPTransaction, 'abort' | 'done'>,
  requests: readonly Promise<unknown>[],
  timedOut: AbortSignal,
): Promise<void> {
  const giveUp = () => {
    try {
      transaction.abort()
    } catch {
      // It is being committed: what was to be stored is.
    }
  }
  timedOut.addEventListener('abort', giveUp)
  // After an abort each request only says so; the transaction has the reason.
  const [done] = await Promise.allSettled([transaction.done, ...requests])
  timedOut.removeEventListener('abort', giveUp)
  if (done.status === 'rejected') throw done.reason
}
