import { nearestRank } from '../../exchange/report/nearest-rank.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { formatCount, formatDuration } from '../parts/format.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { requestWords } from '../words/exchange/request-words.ts'
import { failureWords } from '../words/failure-words.ts'
import { useWords } from '../words/words.ts'

interface RunSummaryProps {
  readonly taskIds: readonly string[]
  /** A request is about to be shown. */
  readonly onShow: () => void
}

/** How the calls of one run ended, and how long they took. */
export function RunSummary({ taskIds, onShow }: RunSummaryProps) {
  const words = useWords(requestWords)
  const failures = useWords(failureWords)
  const { store } = useInspector()
  // Tasks change in place.
  useInspectorState((state) => state.version)
  const { tasks } = store.getState()
  const found = taskIds.flatMap((id) => tasks.task(id) ?? [])
  const ended = found.filter(({ marks }) => marks.ended !== undefined)
  const outcomes = new Map<string, number[]>()
  for (const task of ended) {
    const outcome = task.error ? failures.kind[task.error.kind].what : String(task.statusCode ?? '–')
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), tookOf(task)])
  }
  for (const times of outcomes.values()) times.sort((one, other) => one - other)
  const [first] = taskIds
  return (
    <section className="run-summary" aria-label={words.summary(formatCount(taskIds.length))}>
      <p role="status">{words.sending(formatCount(ended.length), formatCount(taskIds.length))}</p>
      {outcomes.size > 0 && (
        <table>
          <thead>
            <tr>
              {[words.outcome, words.count, words.fastest, words.median, words.p95, words.slowest].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...outcomes].map(([outcome, times]) => (
              <tr key={outcome}>
                <th scope="row">{outcome}</th>
                <td>{formatCount(times.length)}</td>
                {[0, 0.5, 0.95, 1].map((share) => (
                  <td key={share}>{formatDuration(nearestRank(times, share) ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {first !== undefined && taskIds.length === 1 && (
        <button
          type="button"
          className="part-link"
          onClick={() => {
            onShow()
            store.actions.show({ taskId: first })
          }}
        >
          {words.showTask}
        </button>
      )}
    </section>
  )
}

function tookOf({ marks }: TaskSnapshot): number {
  return (marks.ended ?? marks.created) - marks.created
}
