import type { TaskError } from '../../contract/task-error.ts'
import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'

/** How a task stands, as one of the few looks that a row can have. Each has its own shape, so that colour is never alone. */
export type OutcomeTone = 'info' | 'ok' | 'redirect' | 'client-error' | 'server-error' | 'failed' | 'aborted' | 'pending'

export interface Outcome {
  readonly tone: OutcomeTone
  readonly statusCode?: number
  readonly error?: TaskError
}

export const TONE_SHAPES: Readonly<Record<OutcomeTone, string>> = {
  info: '◦',
  ok: '●',
  redirect: '↪',
  'client-error': '▲',
  'server-error': '■',
  failed: '✕',
  aborted: '⊘',
  pending: '○',
}

/** The look of a task: an answer by its status, else how it failed, else that it still runs. */
export function outcomeOf(task: TaskSnapshot): Outcome {
  if (task.error) return { tone: task.error.kind === 'aborted' ? 'aborted' : 'failed', error: task.error }
  const status = task.statusCode
  if (task.marks.ended === undefined) return { tone: 'pending', ...(status !== undefined && { statusCode: status }) }
  return status === undefined ? { tone: 'info' } : { tone: toneOf(status), statusCode: status }
}

function toneOf(status: number): OutcomeTone {
  if (status >= 500) return 'server-error'
  if (status >= 400) return 'client-error'
  if (status >= 300) return 'redirect'
  return status >= 200 ? 'ok' : 'info'
}

/** Whether a task counts among the failed ones: no answer came, and nobody called it off. */
export function hasFailed(task: TaskSnapshot): boolean {
  return task.error !== undefined && task.error.kind !== 'aborted'
}
