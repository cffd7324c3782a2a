import { expect, it } from 'vitest'
import { advance, readProgress, saveProgress } from './lesson-progress.ts'

it('progress outlives the page, and going back to an earlier step loses nothing', () => {
  const items = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  })
  saveProgress(advance(advance({}, 'queue', 5, true), 'queue', 1, false), storage)
  expect(readProgress(storage)).toEqual({ queue: { step: 5, done: true } })
})

it('what is stored but is no progress counts for nothing, and so does storage that is blocked', () => {
  expect(readProgress(() => ({ getItem: () => '{"queue":{"step":9}}' }))).toEqual({})
  expect(readProgress(() => ({ getItem: () => 'no JSON' }))).toEqual({})
  const blocked = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  expect(readProgress(blocked)).toEqual({})
  saveProgress({}, blocked)
})
