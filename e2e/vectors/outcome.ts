import type { TaskEvent } from '../../src/contract/event/task-event.ts'
import type { Vector } from './vector.ts'

/** What came of a vector. */
export interface Outcome {
  readonly vector: Vector
  readonly status: 'passed' | 'failed' | 'skipped'
  /** What differs from the expectation, one line each. */
  readonly problems: readonly string[]
  /** What was recorded of its tasks. */
  readonly events: readonly TaskEvent[]
}
