import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import type { CallProblem } from '../client/shop-client.ts'
import { useShop } from '../client/shop-context.ts'

/** Says why there is nothing to show, in people's words first and in the call's own below, and offers to try again. */
export function ProblemNote({ problem, onRetry }: { problem: CallProblem; onRetry(): void }) {
  const words = useWords(shopWords)
  const { say } = useShop()
  const offline = /DISCONNECTED|network|interrupted/i.test(problem.errMsg)
  const title =
    (problem.message && say(problem.message)) ||
    (problem.statusCode !== undefined && words.problem.server(problem.statusCode)) ||
    (offline ? words.problem.offline : words.problem.failed)
  return (
    <div className="problem" role="alert">
      <svg viewBox="0 0 96 72" width="96" height="72" aria-hidden="true">
        <ellipse cx="48" cy="64" rx="34" ry="4" fill="currentColor" opacity="0.1" />
        <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
          <path d="M24 30h44c0 20-9 31-16 32H40c-7-1-16-12-16-32z" />
          <path d="M68 34c14-3 14 15-3 15" />
          <path d="M50 30l-5 9 7 5-5 9" />
        </g>
      </svg>
      <p className="problem-title">{title}</p>
      <p className="problem-reason">{problem.errMsg}</p>
      <button type="button" className="button is-quiet" onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  )
}
