import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../../parts/format.ts'
import type { MenuItem } from '../../parts/menu/menu-items.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'

/** Has the addresses of calls refused from now on; nothing where the source takes no rules. */
export function useBlockItems(tasks: readonly TaskSnapshot[]): readonly MenuItem[] {
  const words = useWords(mockWords)
  const { source, store, announce } = useInspector()
  const known = useSourceState(source)?.rules !== undefined
  const last = tasks.at(-1)
  if (!known || !source.send || !last) return []
  return [
    {
      id: 'block',
      label: words.block(formatCount(tasks.length)),
      onSelect: async () => {
        const { blockTasks } = await import('../rules/mock-act.ts')
        if (await blockTasks({ source, store }, tasks, words.blocked)) announce(words.next(splitUrl(last.url).path || '/', words.blocked))
      },
    },
  ]
}
