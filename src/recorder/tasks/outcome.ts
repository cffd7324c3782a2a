import type { ClosedBy } from '../../contract/event/socket-event.ts'
import { type TaskError, wasCutShort } from '../../contract/event/task-error.ts'

/** What tells how a task came out; snapshots and rows of the list have it. */
interface Outcome {
  readonly error?: Pick<TaskError, 'kind'> | undefined
  readonly socket?: { readonly closure?: { readonly by: ClosedBy } } | undefined
  readonly marks: { readonly ended?: number }
  readonly statusCode?: number | undefined
}

/** Whether a task counts among the failed ones: no answer came or its connection broke, and nobody called it off. */
export function hasFailed({ error, socket }: Outcome): boolean {
  return error ? !wasCutShort(error) : socket?.closure?.by === 'network'
}

/** Whether a task ended with a response of 4xx or 5xx. */
export function isHttpError({ error, marks, statusCode = 0 }: Outcome): boolean {
  return !error && marks.ended !== undefined && statusCode >= 400
}
