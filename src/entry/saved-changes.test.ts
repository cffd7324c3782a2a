import { expect, it } from 'vitest'
import { type ChangeStorage, SavedChanges } from './saved-changes.ts'

function createStorage(): ChangeStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

it('gives back after a reload what was changed, list by list', () => {
  const storage = createStorage()
  const changes = new SavedChanges(() => storage)
  changes.add({ urlCheck: false, domains: { request: ['https://a.example.com'] } })
  expect(changes.add({ domains: { socket: ['wss://b.example.com'] } })).toBe('saved')
  expect(new SavedChanges(() => storage).read().patch).toEqual({
    urlCheck: false,
    domains: { request: ['https://a.example.com'], socket: ['wss://b.example.com'] },
  })
})

it('says that storage is full and keeps working', () => {
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  const storage = {
    ...createStorage(),
    setItem: () => {
      throw full
    },
  }
  const changes = new SavedChanges(() => storage)
  expect(changes.add({ urlCheck: false })).toBe('storage-full')
})

it('says that storage is blocked when even touching it throws', () => {
  const changes = new SavedChanges(() => {
    throw new Error('denied')
  })
  expect(changes.read()).toEqual({ blocked: true })
  expect(changes.add({ urlCheck: false })).toBe('storage-blocked')
})

it('hands broken text on as null, so that it is told and not trusted', () => {
  const storage = createStorage()
  new SavedChanges(() => storage).add({})
  for (const key of storage.items.keys()) storage.items.set(key, '{not json')
  expect(new SavedChanges(() => storage).read()).toEqual({ patch: null, blocked: false })
})
