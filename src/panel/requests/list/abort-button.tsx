import { OctagonX } from 'lucide-react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSingleKey } from '../../store/single-keys.ts'
import { listWords } from '../../words/list-words.ts'
import { taskWords } from '../../words/task-words.ts'
import { useWords } from '../../words/words.ts'
import { rowButton } from './row-button.ts'

/** Ends a running call from its row. */
export function AbortButton({ task, atCursor }: { readonly task: TaskSnapshot; readonly atCursor: boolean }) {
  const words = useWords(listWords)
  const tasks = useWords(taskWords)
  const { source, announce } = useInspector()
  const key = useSingleKey('A')
  if (!source.send || task.api === 'page') return null
  const { name } = splitUrl(task.url)
  return (
    <button
      {...rowButton(atCursor)}
      type="button"
      className="row-button"
      aria-label={task.socket ? words.closeSocketRow(name) : words.abortRow(name)}
      aria-keyshortcuts={key}
      title={`${task.socket ? tasks.closeSocket : tasks.abort}${key ? ` (${key})` : ''}`}
      onClick={(event) => {
        event.stopPropagation()
        source.send?.({ type: 'abort', taskId: task.taskId })
        announce(task.socket ? words.didClose(name) : words.didAbort(name))
      }}
    >
      <OctagonX size={13} aria-hidden="true" />
    </button>
  )
}
