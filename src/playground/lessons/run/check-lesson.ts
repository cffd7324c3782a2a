import { isInspectorError } from '../../../contract/inspector-error.ts'
import type { Lesson, Variation } from '../schema/lesson-schema.ts'
import { holds, isSame, readRecording, wasPredicted } from './read-recording.ts'
import type { Recording } from './recording.ts'
import { runLesson } from './run-lesson.ts'

/** What is wrong with a well-formed lesson: what it says is not what its run shows. `found` is what the run shows. */
export interface BrokenPromise {
  /** As that of a fault: `claims.0`. */
  readonly path: string
  readonly why:
    | 'scenario'
    | 'throws'
    | 'claim'
    | 'answer'
    | 'options'
    | 'cards'
    | 'code'
    | 'hint'
    | 'never-reached'
    | 'always-reached'
    | 'reached-before'
  readonly found?: unknown
}

/** Runs a lesson as it stands and with each of its changes, and holds it to all that it says. Runs its code. */
export async function checkLesson(lesson: Lesson): Promise<readonly BrokenPromise[]> {
  const broken: BrokenPromise[] = []
  const run = async (path: string, variation?: Variation): Promise<Recording | undefined> => {
    try {
      return await runLesson(lesson, variation && { variation })
    } catch (cause) {
      // Rules or settings with which nothing can be run.
      if (!isInspectorError(cause)) throw cause
      for (const issue of cause.issues) broken.push({ path: `${path}.${issue.path}`, why: 'scenario', found: issue.message })
      return undefined
    }
  }
  const asWritten = await run('scenario')
  if (!asWritten) return broken
  // First: much else may only come of it.
  if (asWritten.threw !== undefined) broken.push({ path: 'code', why: 'throws', found: asWritten.threw })
  for (const [nth, claim] of lesson.claims.entries()) {
    if (!holds(asWritten, claim)) broken.push({ path: `claims.${nth}`, why: 'claim', found: readRecording(asWritten, claim.of) })
  }
  for (const [nth, question] of lesson.questions.entries()) {
    const path = `questions.${nth}`
    const found = readRecording(asWritten, question.of)
    // An answer `null` stands for what is not there.
    if (!isSame(found, question.answer) || !wasPredicted(asWritten, question, question.answer)) {
      broken.push({ path: `${path}.answer`, why: 'answer', found })
    }
    if (question.kind === 'choice' && question.options.filter(({ value }) => isSame(value, question.answer)).length !== 1) {
      broken.push({ path: `${path}.options`, why: 'options' })
    }
    const isShuffled = question.kind !== 'order' || isSame([...question.cards].sort(), [...question.answer].sort())
    if (!isShuffled || (question.kind === 'order' && isSame(question.cards, question.answer))) {
      broken.push({ path: `${path}.cards`, why: 'cards' })
    }
  }
  let reachedBySome = false
  let missedBySome = false
  for (const [nth, variation] of lesson.vary.options.entries()) {
    const path = `vary.options.${nth}`
    for (const [piece, { from }] of (variation.code ?? []).entries()) {
      if (!lesson.code.includes(from)) broken.push({ path: `${path}.code.${piece}.from`, why: 'code' })
    }
    const recording = await run(`${path}.scenario`, variation)
    if (!recording) continue
    if (recording.threw !== undefined && variation.code) broken.push({ path: `${path}.code`, why: 'throws', found: recording.threw })
    const isReached = lesson.vary.check.every((check) => holds(recording, check))
    if (isReached) reachedBySome = true
    else {
      missedBySome = true
      if (!variation.hint) broken.push({ path: `${path}.hint`, why: 'hint' })
    }
  }
  if (broken.some(({ why }) => why === 'scenario')) return broken
  if (!reachedBySome) broken.push({ path: 'vary.options', why: 'never-reached' })
  if (!missedBySome) broken.push({ path: 'vary.options', why: 'always-reached' })
  if (lesson.vary.check.every((check) => holds(asWritten, check))) broken.push({ path: 'vary.check', why: 'reached-before' })
  return broken
}
