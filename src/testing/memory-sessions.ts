import { MAX_UNLOAD_PIECE_BYTES, type PieceKey, type SessionChange, type SessionNote, type SessionStore } from '../session/session-store.ts'

interface MemorySession {
  readonly pieces: Map<string, { readonly key: PieceKey; readonly text: string }>
  note?: SessionNote
}

/** A session store that a test can inspect, fill and break. It outlives every page. */
export interface MemorySessions extends SessionStore {
  readonly stored: Map<string, MemorySession>
  /** Every call rejects with it. */
  error?: Error | undefined
  /** Every call waits for it. */
  blocked?: Promise<void> | undefined
  /** Bytes of pieces above which a write rejects with a `QuotaExceededError`. */
  quota: number
  /** Whether `writeOnUnload` gets through. */
  writesOnUnload: boolean
  /** Replaces the value of each piece that is read. */
  replaceValue?: ((value: unknown, key: PieceKey) => unknown) | undefined
}

export function createMemorySessions(): MemorySessions {
  const sorted = (id: string) =>
    [...(sessions.stored.get(id)?.pieces.values() ?? [])].sort(({ key: a }, { key: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
  const ready = async () => {
    await sessions.blocked
    if (sessions.error) throw sessions.error
  }
  const apply = (id: string, { dropped, note, pieces }: SessionChange) => {
    const kept = new Map([...(sessions.stored.get(id)?.pieces ?? [])].filter(([, { key }]) => !dropped.includes(key[0])))
    for (const { events, key } of pieces) kept.set(key.join(), { key, text: JSON.stringify(events) })
    const bytes = [...kept.values()].reduce((sum, { key }) => sum + key[2], 0)
    if (bytes > sessions.quota) throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
    sessions.stored.set(id, { pieces: kept, note })
  }
  const sessions: MemorySessions = {
    stored: new Map(),
    quota: Number.POSITIVE_INFINITY,
    writesOnUnload: true,
    exists: async () => sessions.stored.size > 0,
    async list(id) {
      await ready()
      return { keys: sorted(id).map(({ key }) => key), note: sessions.stored.get(id)?.note }
    },
    async read(id, from, to) {
      await ready()
      const all = sorted(id)
      const indexOf = (wanted: PieceKey) => all.findIndex(({ key }) => key.join() === wanted.join())
      return all.slice(indexOf(from), indexOf(to) + 1).map(({ key, text }) => {
        const value: unknown = JSON.parse(text)
        return sessions.replaceValue ? sessions.replaceValue(value, key) : value
      })
    },
    async write(id, change) {
      await ready()
      apply(id, change)
    },
    writeOnUnload(id, change) {
      if (!sessions.writesOnUnload || sessions.error || sessions.blocked) return
      apply(id, { ...change, pieces: change.pieces.filter(({ key }) => key[2] <= MAX_UNLOAD_PIECE_BYTES) })
    },
    async forget(id) {
      await ready()
      sessions.stored.delete(id)
    },
    async sessions() {
      await ready()
      return [...sessions.stored].map(([id, { note }]) => ({ id, usedAt: note?.usedAt ?? Number.NaN }))
    },
    close: () => {},
  }
  return sessions
}
