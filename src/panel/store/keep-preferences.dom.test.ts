// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { createInspectorStore } from './inspector-store.ts'
import { keepPreferences } from './keep-preferences.ts'
import { PREFERENCES_KEY, readPreferences } from './saved-settings.ts'

const storage = () => localStorage

afterEach(() => localStorage.clear())

it('keeps what a person chose, and not how the host set the panel', () => {
  const store = createInspectorStore({}, { language: 'en', theme: 'auto' })
  const stop = keepPreferences(storage, store)
  store.actions.setHostLook({ theme: 'light' })
  store.actions.setPreferences({ axis: 'own' })
  expect(store.getState().preferences).toMatchObject({ language: 'en', theme: 'light', axis: 'own' })
  stop()
  expect(readPreferences(storage).chosen).toEqual({ axis: 'own' })
})

it('saves what waits when the page goes, and no more once it was stopped', () => {
  const store = createInspectorStore()
  const stop = keepPreferences(storage, store)
  store.actions.setPreferences({ listShare: 0.3 })
  dispatchEvent(new Event('pagehide'))
  expect(readPreferences(storage).chosen).toEqual({ listShare: 0.3 })
  stop()
  store.actions.setPreferences({ listShare: 0.4 })
  dispatchEvent(new Event('pagehide'))
  expect(readPreferences(storage).chosen).toEqual({ listShare: 0.3 })
})

it('takes away every listener that it has put on the page', () => {
  const added = vi.spyOn(globalThis, 'addEventListener')
  const removed = vi.spyOn(globalThis, 'removeEventListener')
  keepPreferences(storage, createInspectorStore())()
  expect(added.mock.calls.length).toBeGreaterThan(0)
  expect(removed.mock.calls).toEqual(added.mock.calls)
  vi.restoreAllMocks()
})

it('follows what is chosen in another tab', () => {
  const store = createInspectorStore({}, { theme: 'light' })
  const stop = keepPreferences(storage, store)
  localStorage.setItem(PREFERENCES_KEY, JSON.stringify({ version: 2, theme: 'dark' }))
  dispatchEvent(Object.assign(new Event('storage'), { key: PREFERENCES_KEY }))
  expect(store.getState().preferences.theme).toBe('dark')
  stop()
})
