import type { TaskSnapshot } from './task-snapshot.ts'

/** With more marks than this, every second one is removed, and again at twice as many chunks: a bar is a few hundred pixels wide. */
const CHUNK_MARKS_KEPT = 256

/** The chunk marks of a task with one more, thinned out evenly. `at` is in ms on the session clock. */
export function addChunkMark(task: TaskSnapshot, at: number): readonly number[] {
  const stride = 2 ** Math.max(0, Math.ceil(Math.log2((task.chunks + 1) / CHUNK_MARKS_KEPT)))
  if (task.chunks % stride !== 0) return task.chunkMarks
  const marks = task.chunkMarks.length < CHUNK_MARKS_KEPT ? task.chunkMarks : task.chunkMarks.filter((_, place) => place % 2 === 0)
  return [...marks, at]
}
