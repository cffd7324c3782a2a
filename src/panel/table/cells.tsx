import { createContext, useContext } from 'react'
import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { formatDuration, formatExactMoment, formatMoment } from '../parts/format.ts'
import { useInspector } from '../store/inspector-context.ts'
import { LiveTime } from '../waterfall/live-time.tsx'
import { failureWords } from '../words/failure-words.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import { AbortButton } from './abort-button.tsx'
import { AllowButton } from './allow-button.tsx'
import { durationOf } from './column-values.ts'
import { failureCode } from './failure-code.ts'
import { outcomeOf, TONE_SHAPES } from './outcome.ts'
import { readable, splitUrl } from './url-parts.ts'

/** The host of most calls, which rows need not name. */
export const MajorityHostContext = createContext('')

/** The last segment first, the query dimmed; the host only where it is not the one of most calls. */
export function NameCell({ task }: { readonly task: TaskSnapshot }) {
  const majority = useContext(MajorityHostContext)
  const { name, query, host, path } = splitUrl(task.url)
  const folder = path.slice(0, path.length - name.length)
  const place = host !== majority && host !== '' ? host : folder.length > 1 ? folder : ''
  return (
    <span className="list-name">
      <span className="list-name-main">{readable(name)}</span>
      {query && <span className="list-name-query">{readable(query)}</span>}
      {place && <span className="list-name-place">{place}</span>}
    </span>
  )
}

/** Status, or how it failed: shape, number and word, so that nothing hangs on colour. */
export function StatusCell({ task }: { readonly task: TaskSnapshot }) {
  const words = useWords(listWords)
  const failures = useWords(failureWords)
  const { tone, statusCode, error } = outcomeOf(task)
  const word = error
    ? error.kind === 'aborted'
      ? words.aborted
      : failures.kind[error.kind].what
    : tone === 'pending'
      ? words.state[task.state]
      : ''
  return (
    <span className="list-status" data-tone={tone} data-shape={TONE_SHAPES[tone]}>
      <span className="list-status-text">{[error ? failureCode(error) : statusCode, word].filter(Boolean).join(' ')}</span>
      {tone === 'pending' && <AbortButton task={task} />}
    </span>
  )
}

/** The rule, the network, or, for a refused call, what would let it pass. */
export function AnsweredByCell({ task }: { readonly task: TaskSnapshot }) {
  const words = useWords(listWords)
  if (task.check?.verdict === 'refused') return <AllowButton check={task.check} />
  if (task.by === 'mock') return <span className="list-rule">{task.ruleName || words.unnamedRule}</span>
  return task.by === undefined ? words.nobody : task.by === 'relay' ? words.relay : words.network
}

export function TimeCell({ task }: { readonly task: TaskSnapshot }) {
  const took = durationOf(task)
  return took === undefined ? <LiveTime since={task.marks.created} /> : formatDuration(took)
}

export function StartedCell({ task }: { readonly task: TaskSnapshot }) {
  const { source } = useInspector()
  const epoch = source.startedAt + task.marks.created
  return <span title={formatExactMoment(epoch)}>{formatMoment(epoch)}</span>
}

export function YesNoCell({ value }: { readonly value: boolean | undefined }) {
  const words = useWords(listWords)
  return value === undefined ? '' : value ? words.yes : words.no
}
