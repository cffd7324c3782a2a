import { OctagonX } from 'lucide-react'
import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { useInspector } from '../store/inspector-context.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import { useRowTabStop } from './row-tab-stop.ts'
import { splitUrl } from './url-parts.ts'

/** Ends a running call from its row. */
export function AbortButton({ task }: { readonly task: TaskSnapshot }) {
  const words = useWords(listWords)
  const { source, announce } = useInspector()
  const tabStop = useRowTabStop()
  if (!source.send || task.api === 'page') return null
  const { name } = splitUrl(task.url)
  return (
    <button
      type="button"
      className="row-button"
      tabIndex={tabStop}
      aria-label={words.abortRow(name)}
      aria-keyshortcuts="a"
      title={`${words.abort} (A)`}
      onClick={(event) => {
        event.stopPropagation()
        source.send?.({ type: 'abort', taskId: task.taskId })
        announce(words.didAbort(name))
      }}
    >
      <OctagonX size={13} aria-hidden="true" />
    </button>
  )
}
