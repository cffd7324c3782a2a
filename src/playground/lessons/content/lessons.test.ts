import { describe, expect, it } from 'vitest'
import documented from '../../../../docs/wechat.md?raw'
import { holds, isSame, readRecording, wasPredicted } from '../run/read-recording.ts'
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

  it('shows on the real shim what its text claims', async () => {
    const recording = await runLesson(lesson)
    const broken = lesson.claims.filter((claim) => !holds(recording, claim))
    expect(broken.map((claim) => ({ claim, found: readRecording(recording, claim.of) }))).toEqual([])
  })

  it('offers a right prediction and a wrong one for each question', async () => {
    const recording = await runLesson(lesson)
    for (const question of lesson.questions) {
      expect(readRecording(recording, question.of)).toEqual(question.answer)
      expect(wasPredicted(recording, question, question.answer)).toBe(true)
      if (question.kind === 'choice') expect(question.options.filter(({ value }) => isSame(value, question.answer))).toHaveLength(1)
      if (question.kind === 'order') {
        expect([...question.cards].sort()).toEqual([...question.answer].sort())
        expect(question.cards).not.toEqual(question.answer)
      }
    }
  })

  it('has a goal that one change reaches and another misses, with a hint', async () => {
    const reached = []
    for (const variation of lesson.vary.options) {
      for (const { from } of variation.code ?? []) expect(lesson.code).toContain(from)
      const recording = await runLesson(lesson, { variation })
      expect(recording.code).toBe(codeOf(lesson, variation))
      const isReached = lesson.vary.check.every((check) => holds(recording, check))
      if (!isReached) expect(variation.hint, `${variation.label.en} misses the goal`).toBeDefined()
      reached.push(isReached)
    }
    expect(reached).toContain(true)
    expect(reached).toContain(false)
    const asWritten = await runLesson(lesson)
    expect(lesson.vary.check.every((check) => holds(asWritten, check))).toBe(false)
  })
})
