import { expect, it } from 'vitest'
import { RememberedSize } from './remembered-size.ts'

function createStorage() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

it('a size outlives the page until it is taken back', () => {
  const storage = createStorage()
  const visit = () => new RememberedSize('preview-width', () => storage)
  expect(visit().read()).toBeUndefined()
  visit().save(420)
  expect(visit().read()).toBe(420)
  visit().save(undefined)
  expect(visit().read()).toBeUndefined()
})

it('what is no length is none, and blocked storage is no trouble', () => {
  const storage = createStorage()
  storage.setItem('wx-request-inspector/page/preview-width', 'wide')
  expect(new RememberedSize('preview-width', () => storage).read()).toBeUndefined()
  const blocked = new RememberedSize('preview-width', () => {
    throw new Error('blocked')
  })
  blocked.save(1)
  expect(blocked.read()).toBeUndefined()
})
