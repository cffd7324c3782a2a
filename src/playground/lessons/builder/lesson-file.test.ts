import { expect, it } from 'vitest'
import { notFound } from '../content/not-found.ts'
import { allCodeOf, readLesson } from './lesson-file.ts'

it('reads what was saved', () => {
  expect(readLesson(JSON.stringify(notFound))).toEqual({ lesson: notFound })
})

it('says where a text is no JSON, and where a lesson is not well formed', () => {
  expect(readLesson('{\n  "id": "a",\n  oops\n}')).toEqual({ faults: [{ path: '3:3', message: expect.any(String) }] })
  const { title, ...rest } = notFound
  expect(readLesson(JSON.stringify({ ...rest, title: { zh: title.zh }, minutes: 0 }))).toEqual({
    faults: [
      { path: 'minutes', message: expect.any(String) },
      { path: 'title.en', message: expect.any(String) },
    ],
  })
  expect(readLesson(JSON.stringify({ ...notFound, version: 2, code: undefined }))).toEqual({
    faults: [
      { path: 'code', message: 'is missing: it must be there' },
      { path: 'version', message: 'is not a known key: take it out, or correct its spelling' },
    ],
  })
  expect(readLesson(' '.repeat(1_000_001))).toHaveProperty('faults')
})

it('takes no link that is a script', () => {
  const why = { ...notFound.why, source: 'javascript:alert(1)' }
  expect(readLesson(JSON.stringify({ ...notFound, why }))).toEqual({ faults: [{ path: 'why.source', message: expect.any(String) }] })
})

it('shows the code of the changes with that of the lesson', () => {
  expect(
    allCodeOf({ ...notFound, vary: { ...notFound.vary, options: [{ label: notFound.title, code: [{ from: 'a', to: 'steal()' }] }] } }),
  ).toContain('steal()')
})
