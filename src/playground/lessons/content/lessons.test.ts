import { describe, expect, it } from 'vitest'
import documented from '../../../../docs/wechat.md?raw'
import { checkLesson } from '../run/check-lesson.ts'
import { codeOf, runLesson } from '../run/run-lesson.ts'
import { findFaults } from '../schema/lesson-schema.ts'
import { LESSONS } from './lessons.ts'

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (_, lesson) => {
  it('is a well-formed file, and its rules are in docs/wechat.md, as sure as they are there', () => {
    expect(findFaults(lesson)).toEqual([])
    const lines = documented.split('\n')
    const surenessOf = (id: string) => lines.find((line) => line.startsWith(`| ${id} |`))?.match(/ ([DOI/]+) \|$/)?.[1]
    expect(lesson.why.rules.filter(({ id, sure }) => !surenessOf(id)?.split('/').includes(sure))).toEqual([])
  })

  it('shows on the real shim what its text claims, and has right and wrong predictions, a goal to reach and one to miss', async () => {
    expect(await checkLesson(lesson)).toEqual([])
  })

  it('runs the code that it shows', async () => {
    for (const variation of [undefined, ...lesson.vary.options]) {
      const recording = await runLesson(lesson, variation && { variation })
      expect(recording.code).toBe(codeOf(lesson, variation))
    }
  })
})
