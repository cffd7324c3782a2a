import type { ReplayCursor } from '../../recorder/replay/replay-cursor.ts'
import { clipText, formatCount } from '../parts/format.ts'
import { readable, splitUrl } from '../rows/url-parts.ts'
import { useInspector } from '../store/inspector-context.ts'
import type { TabId } from '../words/tab-words.ts'

const LONGEST_NAME = 40

interface CallLinkProps {
  readonly cursor: ReplayCursor
  readonly taskId: string
  /** At which its details open. Default: the one that was shown last. */
  readonly tab?: TabId
}

/** The number and the name of a call; opens its details. */
export function CallLink({ cursor, taskId, tab }: CallLinkProps) {
  const { store } = useInspector()
  const task = cursor.task(taskId)
  if (!task) return null
  return (
    <button
      type="button"
      className="replay-call"
      title={clipText(task.url)}
      onClick={() => store.actions.show({ view: 'requests', taskId, ...(tab && { tab }) })}
    >
      <span className="replay-number">#{formatCount(task.number)}</span> {clipText(readable(splitUrl(task.url).name), LONGEST_NAME)}
    </button>
  )
}
