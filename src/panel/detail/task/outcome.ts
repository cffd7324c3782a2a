import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'

/** Whether a task may still change. */
export function isPending(snapshot: TaskSnapshot): boolean {
  return snapshot.state !== 'succeeded' && snapshot.state !== 'failed' && snapshot.state !== 'closed'
}

/** Moment of the end, or `now` for a task that still runs; ms since it was created. */
export function elapsedOf(snapshot: TaskSnapshot, now: number): number {
  return (snapshot.marks.ended ?? Math.max(now, snapshot.marks.created)) - snapshot.marks.created
}
