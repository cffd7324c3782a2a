import { heldAt } from '../../../recorder/tasks/holds.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Badge } from '../../parts/badge.tsx'
import { toneOf } from '../../rows/task-tone.ts'
import { failureWords } from '../../words/failure-words.ts'
import { holdWords } from '../../words/hold-words.ts'
import { taskWords } from '../../words/task-words.ts'
import { useWords } from '../../words/words.ts'

/** How a task stands: its status, why it failed and its errno, or the word for its state. */
export function TaskStatus({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(taskWords)
  const failures = useWords(failureWords)
  const { error, statusCode, state } = snapshot
  const held = heldAt(snapshot)
  const holds = useWords(holdWords)
  const word = held ? holds.held(holds.gate[held.gate]) : error ? failures.kind[error.kind].what : words.state[state]
  const text = error
    ? [word, error.errno]
    : state === 'succeeded'
      ? [statusCode ?? word]
      : [statusCode, word, snapshot.socket?.closure?.code]
  return (
    <Badge tone={toneOf(snapshot)} title={word}>
      {text.filter((part) => part !== undefined).join(' ')}
    </Badge>
  )
}
