import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import type { Tone } from '../parts/badge.tsx'

/** Whether a task may still change. */
export function isPending(snapshot: TaskSnapshot): boolean {
  return snapshot.state !== 'succeeded' && snapshot.state !== 'failed'
}

/** The tone of a task: by its status once there is one, by its end when there is none. */
export function toneOf(snapshot: TaskSnapshot): Tone {
  if (snapshot.error) return snapshot.error.kind === 'aborted' ? 'aborted' : 'failed'
  return snapshot.statusCode === undefined ? 'pending' : toneOfStatus(snapshot.statusCode)
}

export function toneOfStatus(statusCode: number): Tone {
  if (statusCode >= 500) return 'server-error'
  if (statusCode >= 400) return 'client-error'
  if (statusCode >= 300) return 'redirect'
  return statusCode >= 200 ? 'ok' : 'pending'
}

/** Moment of the end, or `now` for a task that still runs; ms since it was created. */
export function elapsedOf(snapshot: TaskSnapshot, now: number): number {
  return (snapshot.marks.ended ?? Math.max(now, snapshot.marks.created)) - snapshot.marks.created
}
