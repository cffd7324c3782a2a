import type { EventMarks, TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { formatDuration, formatExactDuration } from '../parts/format.ts'
import { detailWords } from '../words/detail-words.ts'
import { useWords } from '../words/words.ts'
import { isPending, toneOf } from './outcome.ts'

const STEPS: readonly (keyof EventMarks)[] = ['created', 'checked', 'queued', 'started', 'routed', 'headersReceived', 'firstChunk', 'ended']

/** The steps of a task from left to right, each with the time since it was created; what it did not pass through has a dash. */
export function StepLine({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(detailWords)
  const { marks } = snapshot
  const last = STEPS.findLastIndex((step) => marks[step] !== undefined)
  return (
    <ol className="detail-steps" aria-label={words.overview.steps}>
      {STEPS.map((step, index) => {
        const at = marks[step]
        const reached = at !== undefined
        const state = reached ? (step === 'ended' ? toneOf(snapshot) : 'done') : index > last && isPending(snapshot) ? 'ahead' : 'skipped'
        return (
          <li key={step} className="detail-step" data-state={state}>
            <span className="detail-step-name">{words.overview.step[step]}</span>
            <span className="detail-step-at" title={reached ? formatExactDuration(at - marks.created) : words.overview.stepSkipped}>
              {reached ? formatDuration(at - marks.created) : '–'}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
