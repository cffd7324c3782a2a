import type { TaskSnapshot } from './task-snapshot.ts'

/** Above this many, every second chunk mark goes, and again at twice as many chunks: a bar is a few hundred pixels wide. */
const CHUNK_MARKS_KEPT = 256

/** The marks of a task with one more chunk or message, thinned evenly. */
export function addChunkMark(task: TaskSnapshot, at: number): readonly number[] {
  const stride = 2 ** Math.max(0, Math.ceil(Math.log2((task.chunks + 1) / CHUNK_MARKS_KEPT)))
  if (task.chunks % stride !== 0) return task.chunkMarks
  const marks = task.chunkMarks.length < CHUNK_MARKS_KEPT ? task.chunkMarks : task.chunkMarks.filter((_, place) => place % 2 === 0)
  return [...marks, at]
}
