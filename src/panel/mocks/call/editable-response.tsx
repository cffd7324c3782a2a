import { Pencil } from 'lucide-react'
import { type ReactNode, useContext } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { InspectorContext } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { ResponseEditor } from '../plain/editors.ts'
import { mocksOf, useMocks } from '../rules/mocks-state.ts'

interface EditableResponseProps {
  readonly snapshot: TaskSnapshot
  readonly children: ReactNode
}

/** A response as it is shown, or, once that was asked for, as it is edited. */
export function EditableResponse(props: EditableResponseProps) {
  return useContext(InspectorContext) ? <InPanel {...props} /> : props.children
}

function InPanel({ snapshot, children }: EditableResponseProps) {
  const editing = useMocks((state) => state.editing === snapshot.taskId)
  return editing ? <ResponseEditor snapshot={snapshot} /> : children
}

/** Opens the editor of a response. Not there where the source takes no rules. */
export function EditButton({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const content = useContext(InspectorContext)
  return content ? <EditIn snapshot={snapshot} content={content} /> : null
}

type Content = NonNullable<Parameters<typeof InspectorContext.Provider>[0]['value']>

function EditIn({ snapshot, content: { source, store } }: { readonly snapshot: TaskSnapshot; readonly content: Content }) {
  const words = useWords(mockWords)
  const known = useSourceState(source)?.rules !== undefined
  if (!known || !source.send || snapshot.socket) return null
  return (
    <button
      type="button"
      className="part-button"
      aria-pressed="false"
      title={words.editHint}
      onClick={() => mocksOf(store).setState({ editing: snapshot.taskId })}
    >
      <Pencil size={13} aria-hidden="true" />
      {words.edit}
    </button>
  )
}
