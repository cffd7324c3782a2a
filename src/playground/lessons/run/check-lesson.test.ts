import { expect, it } from 'vitest'
import { notFound } from '../content/not-found.ts'
import { checkLesson } from './check-lesson.ts'

it('tells where a lesson says what its run does not show', async () => {
  const [question] = notFound.questions
  const [miss, ...others] = notFound.vary.options
  const broken = {
    ...notFound,
    questions: [{ ...question, answer: 'fail' } as never],
    claims: [...notFound.claims, { of: { read: 'count', type: 'failed' }, operator: 'is', value: 7 } as const],
    vary: { ...notFound.vary, options: [{ ...miss!, hint: undefined as never, code: [{ from: 'not there', to: '' }] }, ...others] },
  }
  expect(await checkLesson(broken)).toEqual([
    { path: `claims.${notFound.claims.length}`, why: 'claim', found: 0 },
    { path: 'questions.0.answer', why: 'answer', found: 'success' },
    { path: 'vary.options.0.code.0.from', why: 'code' },
    { path: 'vary.options.0.hint', why: 'hint' },
  ])
})

it('tells of code that does not run, of the lesson and of its changes, before what comes of it', async () => {
  const [miss, ...others] = notFound.vary.options
  const thrown = await checkLesson({ ...notFound, code: 'wx.request({' })
  expect(thrown[0]).toEqual({ path: 'code', why: 'throws', found: expect.stringMatching(/^SyntaxError: /) })
  const changed = { ...miss!, code: [{ from: 'const task', to: 'let task = nothing\nconst other' }] }
  expect(await checkLesson({ ...notFound, vary: { ...notFound.vary, options: [changed, ...others] } })).toContainEqual({
    path: 'vary.options.0.code',
    why: 'throws',
    found: 'ReferenceError: nothing is not defined',
  })
})

it('tells of rules and settings that cannot be used, each at its path', async () => {
  const [first, ...others] = notFound.vary.options
  const rules = [{ ...notFound.scenario.rules[0]!, when: 5 as never }]
  expect(await checkLesson({ ...notFound, scenario: { rules } })).toEqual([
    { path: 'scenario.rules[0].when', why: 'scenario', found: 'must be an object, not 5' },
  ])
  const warped = { ...first!, scenario: { settings: { conditions: { preset: 'warp' as never } } } }
  expect(await checkLesson({ ...notFound, vary: { ...notFound.vary, options: [warped, ...others] } })).toEqual([
    { path: 'vary.options.0.scenario.conditions.preset', why: 'scenario', found: expect.any(String) },
  ])
})

it('tells of a goal that every change reaches, or none, or that is reached before', async () => {
  const check = (value: string) => [{ of: { read: 'heard', call: 1, nth: 1 } as const, operator: 'is' as const, value }]
  const ways = async (value: string) =>
    (await checkLesson({ ...notFound, vary: { ...notFound.vary, check: check(value) } })).map(({ path, why }) => [path, why])
  expect(await ways('nothing')).toContainEqual(['vary.options', 'never-reached'])
  expect(await ways('success')).toContainEqual(['vary.check', 'reached-before'])
})
