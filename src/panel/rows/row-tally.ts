import { hasFailed, isHttpError } from '../../recorder/tasks/outcome.ts'
import { durationOf } from './column-values.ts'
import { Percentiles } from './percentiles.ts'
import { type TaskRow, thrownBy } from './task-row.ts'

/** The rows of the list in a few numbers. */
export interface Summary {
  readonly shown: number
  /** Bytes of all answers. */
  readonly bytes: number
  readonly failed: number
  /** Answered with 4xx or 5xx. */
  readonly httpErrors: number
  /** Calls of which a callback or a listener threw. */
  readonly threw: number
  readonly running: number
  /** ms; half of the answered calls, and 95 of a hundred, took no longer. Absent while none was answered. */
  readonly p50?: number
  readonly p95?: number
}

/** Sums up rows as they come, move on and go, so that no sum ever walks over all of them. */
export class RowTally {
  #shown = 0
  #bytes = 0
  #failed = 0
  #httpErrors = 0
  /** Callbacks run after the end of their call, so these are told apart from what it ended with. */
  readonly #threw = new Set<string>()
  #times = new Percentiles()
  /** Rows that may still change, with the bytes counted for them so far. What a finished row counts for is read from the row itself. */
  readonly #open = new Map<string, number>()

  reset(): void {
    this.#shown = 0
    this.#bytes = 0
    this.#failed = 0
    this.#httpErrors = 0
    this.#threw.clear()
    this.#times = new Percentiles()
    this.#open.clear()
  }

  enter(task: TaskRow): void {
    this.#shown += 1
    this.#bytes += task.receivedBytes
    this.#noteThrow(task)
    if (task.marks.ended === undefined) this.#open.set(task.taskId, task.receivedBytes)
    else this.#finish(task)
  }

  /** A row that is shown became what `task` says. */
  move(task: TaskRow): void {
    this.#noteThrow(task)
    const before = this.#open.get(task.taskId)
    if (before === undefined) return
    this.#bytes += task.receivedBytes - before
    if (task.marks.ended === undefined) this.#open.set(task.taskId, task.receivedBytes)
    else {
      this.#open.delete(task.taskId)
      this.#finish(task)
    }
  }

  /** A row goes; `task` may already say more than was counted. */
  leave(task: TaskRow): void {
    this.#shown -= 1
    this.#threw.delete(task.taskId)
    const before = this.#open.get(task.taskId)
    if (before !== undefined) {
      this.#open.delete(task.taskId)
      this.#bytes -= before
      return
    }
    this.#bytes -= task.receivedBytes
    if (hasFailed(task)) this.#failed -= 1
    if (isHttpError(task)) this.#httpErrors -= 1
    const took = durationOf(task)
    if (took !== undefined && isAnswer(task)) this.#times.remove(took)
  }

  sum(): Summary {
    const p50 = this.#times.at(0.5)
    const p95 = this.#times.at(0.95)
    return {
      shown: this.#shown,
      bytes: this.#bytes,
      failed: this.#failed,
      httpErrors: this.#httpErrors,
      threw: this.#threw.size,
      running: this.#open.size,
      ...(p50 !== undefined && { p50 }),
      ...(p95 !== undefined && { p95 }),
    }
  }

  #noteThrow(task: TaskRow): void {
    if (thrownBy(task).length > 0) this.#threw.add(task.taskId)
  }

  #finish(task: TaskRow): void {
    if (hasFailed(task)) this.#failed += 1
    if (isHttpError(task)) this.#httpErrors += 1
    const took = durationOf(task)
    if (took !== undefined && isAnswer(task)) this.#times.add(took)
  }
}

/** How long a socket was open says nothing of how fast anything is. */
function isAnswer(task: TaskRow): boolean {
  return !task.error && !task.socket
}
