import { expect, it } from 'vitest'
import { keepLesson, readKeptLesson } from './kept-lesson.ts'

it('a lesson that is being made outlives its page, and one from a file stays as little trusted as it was', () => {
  const items = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  })
  for (const isAllowed of [true, false]) {
    keepLesson({ text: '{ "id": ', isAllowed }, storage)
    expect(readKeptLesson(storage)).toEqual({ text: '{ "id": ', isAllowed })
  }
})

it('what is stored but is no lesson counts for nothing, and so does storage that is blocked', () => {
  const none = { text: '', isAllowed: true }
  for (const stored of [null, 'no JSON', '7', '{"text":7}']) expect(readKeptLesson(() => ({ getItem: () => stored }))).toEqual(none)
  expect(readKeptLesson(() => ({ getItem: () => '{"text":"{}"}' }))).toEqual({ text: '{}', isAllowed: false })
  const blocked = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  expect(readKeptLesson(blocked)).toEqual(none)
  keepLesson(none, blocked)
})
