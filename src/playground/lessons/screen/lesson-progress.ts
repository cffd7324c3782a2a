import * as v from 'valibot'
import { isSame } from '../run/read-recording.ts'
import { type Lesson, type Question, type ReadValue, ValueSchema } from '../schema/lesson-schema.ts'

const KEY = 'wx-request-inspector/page/lessons'

const ProgressSchema = v.record(
  v.string(),
  v.object({
    step: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
    done: v.boolean(),
    predicted: v.optional(v.record(v.string(), ValueSchema)),
  }),
)

/**
 * How far a person came in each lesson, by its id: the furthest step, whether the goal was reached, and what was predicted, by the place
 * of the question. A prediction may be null; where there is none, its place is missing.
 */
export type Progress = Readonly<v.InferOutput<typeof ProgressSchema>>

/** Keeps progress beyond the page; where storage is blocked or full, until the page is closed. */
export function readProgress(storage: () => Pick<Storage, 'getItem'>): Progress {
  try {
    const read = v.safeParse(ProgressSchema, JSON.parse(storage().getItem(KEY) ?? '{}'))
    return read.success ? read.output : {}
  } catch {
    return {}
  }
}

export function saveProgress(progress: Progress, storage: () => Pick<Storage, 'setItem'>): void {
  try {
    storage().setItem(KEY, JSON.stringify(progress))
  } catch {
    // It holds until the page is closed.
  }
}

/** With a step that was reached. What was reached before is not lost. */
export function advance(progress: Progress, id: string, step: number, done: boolean): Progress {
  const before = progress[id] ?? { step: 1, done: false }
  return { ...progress, [id]: { ...before, step: Math.max(before.step, step), done: before.done || done } }
}

/** With what a person predicts in a lesson, by question. */
export function predict(progress: Progress, id: string, predictions: readonly ReadValue[]): Progress {
  const before = progress[id] ?? { step: 1, done: false }
  const predicted = Object.fromEntries(predictions.flatMap((prediction, nth) => (prediction === undefined ? [] : [[nth, prediction]])))
  return { ...progress, [id]: { ...before, predicted } }
}

/** What was predicted in a lesson. The stored text may be of another version of it: what is no answer to its question is left out. */
export function predictionsOf(progress: Progress, { id, questions }: Lesson): readonly ReadValue[] {
  return questions.map((question, nth) => {
    const prediction = progress[id]?.predicted?.[nth]
    return prediction !== undefined && isAnswerTo(question, prediction) ? prediction : undefined
  })
}

function isAnswerTo(question: Question, prediction: ReadValue): boolean {
  if (question.kind === 'number') return typeof prediction === 'number'
  if (question.kind === 'choice') return question.options.some(({ value }) => isSame(value, prediction))
  return Array.isArray(prediction) && isSame(prediction.toSorted(), question.cards.toSorted())
}
