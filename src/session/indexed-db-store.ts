import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import {
  MAX_UNLOAD_PIECE_BYTES,
  type Piece,
  type PieceKey,
  type SessionChange,
  type SessionNote,
  type SessionStore,
} from './session-store.ts'

interface Schema extends DBSchema {
  pieces: { key: [id: string, ...PieceKey]; value: unknown }
  notes: { key: string; value: SessionNote }
}

type WriteTransaction = IDBPTransaction<Schema, ['pieces', 'notes'], 'readwrite'>

const STORES = ['pieces', 'notes'] as const

/** Sessions in IndexedDB. Unlike sessionStorage it has room for bodies, does not block the page, and keeps what a crashed tab has written. */
export function createIndexedDbStore(name = 'wx-request-inspector/sessions'): SessionStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  let connection: IDBPDatabase<Schema> | undefined

  const disconnect = () => {
    opening = undefined
    connection = undefined
  }
  const connect = () => {
    const asked = openDB<Schema>(name, 1, {
      upgrade: (database) => {
        database.createObjectStore('pieces')
        database.createObjectStore('notes')
      },
      // Another tab opens a newer version, which must not wait for this one.
      blocking: (_current, _blocked, event) => {
        disconnect()
        ;(event.target as IDBDatabase).close()
      },
      // The data of the site was deleted, or the browser closed the database: the next call opens it again.
      terminated: disconnect,
    })
    asked.then(
      (database) => {
        if (opening === asked) connection = database
      },
      () => {
        if (opening === asked) disconnect()
      },
    )
    return asked
  }
  const open = () => {
    opening ??= connect()
    return opening
  }
  // Relaxed: a write survives a crash of the page and the browser, but maybe not a power cut.
  const begin = (database: IDBPDatabase<Schema>): WriteTransaction => database.transaction(STORES, 'readwrite', { durability: 'relaxed' })

  return {
    async exists() {
      const known = await indexedDB.databases?.()
      // Not every browser can list them.
      return known === undefined || known.some((found) => found.name === name)
    },
    async list(id) {
      const transaction = (await open()).transaction(STORES)
      const [keys, note] = await Promise.all([
        transaction.objectStore('pieces').getAllKeys(rangeOf(id)),
        transaction.objectStore('notes').get(id),
      ])
      return { keys: keys.map(([, ...key]) => key), note }
    },
    read: async (id, from, to) => (await open()).getAll('pieces', IDBKeyRange.bound([id, ...from], [id, ...to])),
    async write(id, change) {
      const transaction = begin(await open())
      const requests = apply(transaction, id, change)
      // After an abort each request only says so; the transaction has the reason.
      const [done] = await Promise.allSettled([transaction.done, ...requests])
      if (done.status === 'rejected') throw done.reason
    },
    writeOnUnload(id, change) {
      if (!connection) return
      const isSmall = ({ key }: Piece) => key[2] <= MAX_UNLOAD_PIECE_BYTES
      const small = { ...change, pieces: change.pieces.filter(isSmall) }
      // In transactions of their own: one that fails must not undo the others.
      const large = change.pieces.filter((piece) => !isSmall(piece)).map((piece) => ({ ...change, pieces: [piece], dropped: [] }))
      try {
        for (const part of [small, ...large]) {
          const transaction = begin(connection)
          for (const request of [transaction.done, ...apply(transaction, id, part)]) request.catch(() => {})
          transaction.commit()
        }
      } catch {
        // The connection was closed meanwhile.
      }
    },
    async forget(id) {
      const transaction = begin(await open())
      await Promise.all([
        transaction.objectStore('pieces').delete(rangeOf(id)),
        transaction.objectStore('notes').delete(id),
        transaction.done,
      ])
    },
    async sessions() {
      const transaction = (await open()).transaction('notes')
      const [ids, notes] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
      return ids.map((id, nth) => ({ id, usedAt: Number(Object(notes[nth]).usedAt) }))
    },
    close() {
      const closing = opening
      disconnect()
      void closing?.then((database) => database.close()).catch(() => {})
    },
  }
}

function apply(transaction: WriteTransaction, id: string, { dropped, note, pieces }: SessionChange): Promise<unknown>[] {
  const store = transaction.objectStore('pieces')
  return [
    ...dropped.map((task) => store.delete(IDBKeyRange.bound([id, task], [id, task, []]))),
    ...pieces.map(({ events, key }) => store.put(events, [id, ...key])),
    transaction.objectStore('notes').put(note, id),
  ]
}

/** All keys of a session: in IndexedDB an array sorts after every number. */
function rangeOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []])
}
