import type { ClosedBy } from '../../contract/event/socket-event.ts'
import { wasCutShort } from '../../contract/event/task-error.ts'
import type { Tone } from '../parts/tone.ts'
import type { TaskRow } from './task-row.ts'

/** A socket that was closed by either side did what it should. */
const CLOSED_TONES: Readonly<Record<ClosedBy, Tone>> = {
  app: 'ok',
  server: 'ok',
  panel: 'aborted',
  background: 'aborted',
  page: 'aborted',
  network: 'failed',
}

/** The tone of a task: how it failed or was closed, else that it still runs, else its status. */
export function toneOf(task: TaskRow): Tone {
  if (task.error) return wasCutShort(task.error) ? 'aborted' : 'failed'
  const closedBy = task.socket?.closure?.by
  if (closedBy) return CLOSED_TONES[closedBy]
  if (task.marks.ended === undefined) return 'pending'
  return task.statusCode === undefined ? 'info' : toneOfStatus(task.statusCode)
}

/** The tone of an HTTP status. */
export function toneOfStatus(statusCode: number): Tone {
  if (statusCode >= 500) return 'server-error'
  if (statusCode >= 400) return 'client-error'
  if (statusCode >= 300) return 'redirect'
  return statusCode >= 200 ? 'ok' : 'info'
}
