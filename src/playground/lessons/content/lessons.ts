import type { Lesson, LessonPart } from '../schema/lesson-schema.ts'
import { abort } from './abort.ts'
import { badJson } from './bad-json.ts'
import { callbackOrder } from './callback-order.ts'
import { notFound } from './not-found.ts'
import { queue } from './queue.ts'
import { timeout } from './timeout.ts'

/** The path: its parts in order. */
export const PARTS: readonly LessonPart[] = ['results', 'data', 'domains', 'flow']

/** All lessons, in the order of the path. */
export const LESSONS: readonly Lesson[] = [notFound, callbackOrder, timeout, badJson, queue, abort].sort(
  (one, other) => PARTS.indexOf(one.part) - PARTS.indexOf(other.part),
)
