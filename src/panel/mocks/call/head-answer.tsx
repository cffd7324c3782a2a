import { useContext } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { InspectorContext, useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { useMocks } from '../rules/mocks-state.ts'

const HeadFields = lazyComponent(async () => (await import('./head-fields.tsx')).HeadFields, { meanwhile: 'nothing' })

/** What the next call gets for a status, and when. Not there for a call without a response, nor where the source takes no rules. */
export function HeadAnswer(props: { readonly snapshot: TaskSnapshot }) {
  return useContext(InspectorContext) ? <InPanel {...props} /> : null
}

function InPanel({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const { source } = useInspector()
  // The form has the same fields.
  const editing = useMocks((state) => state.editing === snapshot.taskId)
  const known = useSourceState(source)?.rules !== undefined
  if (!known || !source.send || editing || snapshot.socket || snapshot.statusCode === undefined || snapshot.marks.ended === undefined)
    return null
  return <HeadFields snapshot={snapshot} />
}
