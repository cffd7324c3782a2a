import type { failureWords } from '../words/failure-words.ts'
import type { listWords } from '../words/list-words.ts'
import type { taskWords } from '../words/task-words.ts'
import type { RowError, TaskRow } from './task-row.ts'
import { toneOf } from './task-tone.ts'

/** The words that a status is made of. */
export interface StatusWords {
  readonly words: (typeof listWords)['zh']
  readonly tasks: (typeof taskWords)['zh']
  readonly failures: (typeof failureWords)['zh']
}

/** Status, or how it failed, or how far it has come: the number and the word. */
export function statusText(task: TaskRow, words: StatusWords): string {
  const code = task.error ? failureCode(task.error) : isMoving(task) ? undefined : task.statusCode
  return [code, statusWord(task, words), task.socket?.closure?.code].filter(Boolean).join(' ')
}

/** Whether the bytes of a transfer are on their way: not any more while an upload waits for its answer. */
export function isMoving({ progress, marks }: TaskRow): boolean {
  return progress !== undefined && marks.ended === undefined && (progress.direction === 'received' || progress.loaded !== progress.expected)
}

function statusWord(task: TaskRow, { words, tasks, failures }: StatusWords): string {
  const { error, progress, state } = task
  if (error) return failures.kind[error.kind].what
  if (progress && isMoving(task)) return words.transfer[progress.direction]
  return toneOf(task) === 'pending' || state === 'closed' ? tasks.state[state] : ''
}

/** What a failed call shows in the list before its words: errno where there is one, the net error where that says more. */
function failureCode({ errno, name }: RowError): string | undefined {
  return errno === undefined ? name : String(errno)
}
