import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { checkHeld } from './check-held.ts'
import type { FileEntry } from './file-tree.ts'
import type { KeptFiles } from './kept-files.ts'

interface Schema extends DBSchema {
  files: { key: [appid: string, key: string]; value: FileEntry }
}

/**
 * Keeps files in IndexedDB, which works on insecure origins too, where OPFS does not. A file is put under its name in
 * one transaction: a killed page leaves the old file or the new one, never a half (nor anything to clean up).
 */
export function keepInIndexedDb(name = 'wx-request-inspector/files'): KeptFiles {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  const open = () => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade: (database) => void database.createObjectStore('files'),
      // A newer version in another tab must not wait for this one.
      blocking: (_current, _blocked, event) => {
        opening = undefined
        ;(event.target as IDBDatabase).close()
      },
      // The person deleted the data of the site, or the browser gave up: what comes next asks anew.
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
      // Put any earlier, a private window would keep the name of a file whose bytes died with the page.
      await Promise.all(changes.map(({ entry }) => (entry?.kind === 'file' ? checkHeld(entry.blob) : undefined)))
      const database = await open()
      if (timedOut.aborted) return
      const transaction = database.transaction('files', 'readwrite')
      const giveUp = () => transaction.abort()
      timedOut.addEventListener('abort', giveUp)
      const asked = changes.map(({ key, entry }) =>
        entry ? transaction.store.put(entry, [appid, key]) : transaction.store.delete([appid, key]),
      )
      // When it is aborted each request only says so; the reason is the transaction's.
      const [done] = await Promise.allSettled([transaction.done, ...asked])
      timedOut.removeEventListener('abort', giveUp)
      if (done.status === 'rejected') throw done.reason
    },
    close: () => void opening?.then((database) => database.close()).catch(() => {}),
  }
}
