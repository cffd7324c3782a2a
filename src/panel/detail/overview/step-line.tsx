import type { EventMarks, TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatDuration, formatExactDuration } from '../../parts/format.ts'
import { toneOf } from '../../rows/task-tone.ts'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { isPending } from '../task/outcome.ts'

const STEPS: readonly (keyof EventMarks)[] = ['created', 'checked', 'queued', 'started', 'routed', 'headersReceived', 'firstChunk', 'ended']

/** A socket never waits in line, and has messages where others have a body. */
const SOCKET_STEPS: readonly (keyof EventMarks)[] = ['created', 'checked', 'started', 'routed', 'headersReceived', 'ended']

/** The steps of a task from left to right, each with the time since it was created; what it did not pass through has a dash. */
export function StepLine({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(detailWords)
  const { marks } = snapshot
  const steps = snapshot.socket ? SOCKET_STEPS : STEPS
  const names = snapshot.socket ? { ...words.overview.step, ...words.overview.socketStep } : words.overview.step
  const last = steps.findLastIndex((step) => marks[step] !== undefined)
  return (
    <ol className="detail-steps" aria-label={words.overview.steps}>
      {steps.map((step, index) => {
        const at = marks[step]
        const reached = at !== undefined
        const state = reached ? (step === 'ended' ? toneOf(snapshot) : 'done') : index > last && isPending(snapshot) ? 'ahead' : 'skipped'
        return (
          <li key={step} className="detail-step" data-state={state}>
            <span className="detail-step-name">{names[step]}</span>
            <span className="detail-step-at" title={reached ? formatExactDuration(at - marks.created) : words.overview.stepSkipped}>
              {reached ? formatDuration(at - marks.created) : '–'}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
