import { marksOf } from '../../recorder/phases.ts'
import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { formatDuration } from '../parts/format.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'

/** The timeline of one task in words. Its picture is drawn over the cell, on the one canvas of all rows. */
export function TimelineText({ task }: { readonly task: TaskSnapshot }) {
  const words = useWords(listWords)
  const marks = marksOf(task)
  const parts = [words.starts(formatDuration(task.marks.created))]
  if (task.check?.verdict === 'refused') parts.push(words.notSent)
  if (marks.headersReceived !== undefined) parts.push(words.headersAt(formatDuration(marks.headersReceived)))
  if (!marks.end) parts.push(words.stillRunning)
  else parts.push({ succeeded: words.ends, failed: words.failsAt, aborted: words.abortedAt }[marks.end.how](formatDuration(marks.end.at)))
  const text = parts.join(', ')
  return <span className="timeline" role="img" aria-label={text} title={text} />
}
