import { heldAt } from '../../../recorder/tasks/holds.ts'
import { marksOf } from '../../../recorder/tasks/phases.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatDuration } from '../../parts/format.ts'
import type { listWords } from '../../words/list-words.ts'

/** The timeline of one task in words, for those who cannot see its picture. */
export function timelineText(task: TaskSnapshot, words: (typeof listWords)['zh']): string {
  const { created, headersReceived } = task.marks
  const { end } = marksOf(task)
  const parts = [words.starts(formatDuration(created))]
  // Nobody was ever given it: refused, wrong from the start, or ended in line.
  if (end && task.by === undefined) parts.push(words.notSent)
  if (headersReceived !== undefined) parts.push(words.headersAt(formatDuration(headersReceived)))
  const held = (task.holds ?? []).reduce((sum, { from, to = from }) => sum + to - from, 0)
  if (held > 0) parts.push(words.heldFor(formatDuration(held)))
  if (heldAt(task)) parts.push(words.heldNow)
  if (!end) parts.push(words.stillRunning)
  else if (task.error?.kind === 'page-closed' || task.socket?.closure?.by === 'page') parts.push(words.pageClosedAt(formatDuration(end.at)))
  else parts.push({ succeeded: words.ends, failed: words.failsAt, aborted: words.abortedAt }[end.how](formatDuration(end.at)))
  return parts.join(', ')
}
