import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { ResponseAnswer } from '../rules/answer-body.ts'
import { DelayField, StatusField } from '../rules/answer-fields.tsx'
import { useEditedResponse } from '../rules/use-edited-response.ts'

/** Status and delay of the response that the next call like this one gets. A change makes or changes a rule, and leaves all else as it was recorded. */
export function HeadFields({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const { edited, recorded, change } = useEditedResponse(snapshot)
  const shown = edited ?? briefOf(snapshot)
  const put = ({ status, delay }: ResponseAnswer) =>
    change({ ...(edited ?? recorded()), ...(status !== undefined && { status }), ...(delay !== undefined && { delay }) })
  return (
    <span className="head-fields">
      <StatusField answer={shown} onChange={put} />
      <DelayField answer={shown} onChange={put} />
    </span>
  )
}

/** What the fields show of a response, without its body. */
function briefOf({ by, marks, statusCode = 200 }: TaskSnapshot): ResponseAnswer {
  const took = by === 'fetch' && marks.started !== undefined && marks.headersReceived !== undefined
  return {
    kind: 'response',
    status: Math.max(200, statusCode),
    delay: took ? Math.round((marks.headersReceived ?? 0) - (marks.started ?? 0)) : 0,
  }
}
