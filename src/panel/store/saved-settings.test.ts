import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PREFERENCES, type PanelPreferences, readPreferences, writePreferences } from './saved-settings.ts'

function createStorage(text: string | null = null) {
  const saved = new Map<string, string>()
  return { getItem: (key: string) => saved.get(key) ?? text, setItem: (key: string, value: string) => void saved.set(key, value) }
}

describe('preferences of the panel', () => {
  it('come back as they were saved', () => {
    const storage = createStorage()
    const preferences: PanelPreferences = {
      language: 'en',
      theme: 'dark',
      columns: { url: true, kind: false, 'header-X-Trace': true },
      widths: { name: 300 },
      axis: 'own',
      groupBy: 'host',
      lanes: true,
      listShare: 0.3,
      explained: true,
      singleKeys: false,
      announceNew: true,
      filters: { wx0: [{ name: 'Errors', query: 'status:>=400' }] },
    }
    expect(writePreferences(() => storage, preferences)).toBeUndefined()
    expect(readPreferences(() => storage)).toEqual({ chosen: preferences })
  })

  it('are the defaults on a first visit, without a word about it', () => {
    expect(readPreferences(() => createStorage())).toEqual({ chosen: {} })
  })

  it('lose only the field that is wrong', () => {
    const text = JSON.stringify({
      version: 1,
      language: 'en',
      theme: 'pink',
      columns: { 'header-a b': true },
      widths: { name: -3 },
      listShare: 7,
      explained: 1,
      filters: { wx0: [{ name: 'Errors' }] },
    })
    expect(readPreferences(() => createStorage(text))).toEqual({
      chosen: { language: 'en' },
      trouble: 'saved-settings-invalid',
    })
  })

  it('of version 1 are those that differ from the default, since it kept all', () => {
    const text = JSON.stringify({ version: 1, ...DEFAULT_PREFERENCES, axis: 'own' })
    expect(readPreferences(() => createStorage(text))).toEqual({ chosen: { axis: 'own' } })
  })

  it('of two tabs both stay', () => {
    const storage = createStorage()
    writePreferences(() => storage, { axis: 'own' })
    writePreferences(() => storage, { theme: 'dark' })
    expect(readPreferences(() => storage).chosen).toEqual({ axis: 'own', theme: 'dark' })
  })

  it('stay in memory where the page may not have storage', () => {
    const blocked = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    expect(readPreferences(blocked)).toEqual({ chosen: {}, trouble: 'storage-blocked' })
    expect(writePreferences(blocked, DEFAULT_PREFERENCES)).toBe('storage-blocked')
  })

  it('say so when the storage is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(writePreferences(() => full, DEFAULT_PREFERENCES)).toBe('storage-full')
  })

  it('survive whatever text is found in their place', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((value) => JSON.stringify(value)),
        ),
        (text) => {
          const { chosen } = readPreferences(() => createStorage(text))
          expect(Object.keys(DEFAULT_PREFERENCES)).toEqual(expect.arrayContaining(Object.keys(chosen)))
        },
      ),
    )
  })
})
