import { heldAt } from '../../recorder/tasks/holds.ts'
import { formatCount } from '../parts/format.ts'
import type { failureWords } from '../words/failure-words.ts'
import type { rowWords } from '../words/row-words.ts'
import type { taskWords } from '../words/task-words.ts'
import { type RowError, type TaskRow, thrownBy } from './task-row.ts'
import { toneOf } from './task-tone.ts'

/** What a status is put into words with. */
export interface StatusWords {
  readonly tasks: (typeof taskWords)['zh']
  readonly failures: (typeof failureWords)['zh']
  readonly row: (typeof rowWords)['zh']
}

/** One of the things that a status says, such as `200` and `success threw`; `wrong` where it is what went wrong though the call did not fail. */
export interface StatusPart {
  readonly text: string
  readonly look: 'main' | 'dim' | 'wrong'
}

/** Numbers up to this could be read as an HTTP status. */
const LAST_HTTP_STATUS = 999

/** All that is to be told of how a call stands, most important first: its status or failure, then what threw, then how much came. */
export function statusParts(task: TaskRow, words: StatusWords): readonly StatusPart[] {
  const parts: StatusPart[] = [{ text: mainPart(task, words), look: 'main' }]
  const detail = detailOf(task, words)
  if (detail !== undefined) parts.push({ text: detail, look: 'main' })
  for (const name of thrownBy(task)) parts.push({ text: words.row.threw(name), look: 'wrong' })
  if (task.given['enableChunked'] === true && task.chunks > 0) parts.push({ text: words.row.chunks(formatCount(task.chunks)), look: 'dim' })
  return parts
}

/** The same as one text. */
export function statusText(task: TaskRow, words: StatusWords): string {
  return statusParts(task, words)
    .map(({ text }) => text)
    .join(' · ')
}

/** The status or failure, with the redirects before it: `302 → 200`. */
function mainPart(task: TaskRow, { tasks, failures, row }: StatusWords): string {
  const { error, redirects, state, statusCode } = task
  const held = heldAt(task)
  if (error) return failures.kind[error.kind].what
  if (held) return row.held(row.gate[held.gate])
  if (isMoving(task)) return row.moving[task.progress?.direction ?? 'received']
  if (statusCode === undefined) return tasks.state[state]
  return [...redirects.map((hop) => hop.statusCode), statusCode].join(' → ')
}

function detailOf(task: TaskRow, { tasks, row }: StatusWords): string | undefined {
  const { error, socket, state, statusCode } = task
  if (error) return codeOf(error, row)
  if (heldAt(task) || isMoving(task) || statusCode === undefined) return undefined
  if (state === 'closed') return `${tasks.state.closed} ${socket?.closure?.code ?? ''}`.trim()
  return toneOf(task) === 'pending' ? tasks.state[state] : undefined
}

/** The errno where there is one, the net error where that says more. */
function codeOf(error: RowError, row: StatusWords['row']): string | undefined {
  const { errno } = error
  if (errno !== undefined) return errno <= LAST_HTTP_STATUS ? row.errno(String(errno)) : String(errno)
  return error.name
}

/** Whether the bytes of a transfer are on their way: not any more while an upload waits for its answer. */
export function isMoving({ progress, marks }: TaskRow): boolean {
  return progress !== undefined && marks.ended === undefined && (progress.direction === 'received' || progress.loaded !== progress.expected)
}
