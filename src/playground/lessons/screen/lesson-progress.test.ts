import { expect, it } from 'vitest'
import { notFound as lesson } from '../content/not-found.ts'
import type { Question } from '../schema/lesson-schema.ts'
import { advance, predict, predictionsOf, readProgress, saveProgress } from './lesson-progress.ts'

it('progress outlives the page, and going back to an earlier step loses nothing', () => {
  const items = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  })
  saveProgress(advance(advance({}, 'queue', 5, true), 'queue', 1, false), storage)
  expect(readProgress(storage)).toEqual({ queue: { step: 5, done: true } })
})

it('predictions are kept with the progress, null among them, and what answers no question of the lesson is left out', () => {
  const kept = (progress: object) => readProgress(() => ({ getItem: () => JSON.stringify(progress) }))
  const choice = lesson.questions[0] as Extract<Question, { kind: 'choice' }>
  const questions: Question[] = [
    { ...choice, options: [...choice.options, { value: null, label: choice.ask }] },
    { kind: 'order', ask: choice.ask, cards: ['a', 'b'], of: choice.of, answer: ['b', 'a'] },
    { kind: 'number', ask: choice.ask, unit: choice.ask, of: choice.of, answer: 1 },
  ]
  const asked = { ...lesson, questions }
  const predicted = predict(advance({}, lesson.id, 3, false), lesson.id, [null, ['b', 'a'], undefined])
  expect(kept(predicted)).toEqual(predicted)
  expect(predicted[lesson.id]?.step).toBe(3)
  expect(predictionsOf(kept(predicted), asked)).toEqual([null, ['b', 'a'], undefined])
  expect(predictionsOf(predict({}, lesson.id, ['no such', ['b', 'c'], '2']), asked)).toEqual([undefined, undefined, undefined])
  expect(predictionsOf(advance(predicted, lesson.id, 5, true), asked)).toEqual([null, ['b', 'a'], undefined])
  expect(predictionsOf({}, lesson)).toEqual([undefined])
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
