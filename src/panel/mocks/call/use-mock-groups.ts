import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { MenuGroup } from '../../parts/menu/menu-items.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { mocksOf } from '../rules/mocks-state.ts'

/** In the order in which they are offered; the same names as in `mocks/`, which is loaded with the first of them. */
const VARIANTS = ['recorded', 'empty', 'not-found', 'server-error', 'slow', 'timeout', 'offline', 'unauthorized'] as const
/** What a call can get that had no response. */
const WITHOUT_RESPONSE: ReadonlySet<string> = new Set(['not-found', 'server-error', 'timeout', 'offline', 'unauthorized'])

const OF_SOCKETS: ReadonlySet<string> = new Set(['recorded', 'server-error', 'timeout', 'offline', 'unauthorized'])

/** What calls can be mocked with; empty where the source takes no rules. */
export function useMockGroups(tasks: readonly TaskSnapshot[]): readonly MenuGroup[] {
  const words = useWords(mockWords)
  const { source, store, announce } = useInspector()
  const known = useSourceState(source)?.rules !== undefined
  const [only] = tasks.length === 1 ? tasks : []
  if (!known || !source.send || tasks.length === 0) return []
  const sockets = tasks.filter(({ socket }) => socket).length
  if (sockets > 0 && sockets < tasks.length) return []
  const answered = tasks.every(({ statusCode }) => statusCode !== undefined)
  const edit = only &&
    sockets === 0 && {
      id: 'edit',
      items: [{ id: 'edit', label: words.editMenu, onSelect: () => editResponse(store, only.taskId) }],
    }
  return [
    ...(edit ? [edit] : []),
    {
      id: 'answers',
      items: VARIANTS.filter((variant) => (sockets > 0 ? OF_SOCKETS.has(variant) : answered || WITHOUT_RESPONSE.has(variant))).map(
        (variant) => ({
          id: variant,
          label: words.answers[variant],
          onSelect: async () => {
            const { callOf, mockTasks } = await import('../rules/mock-act.ts')
            if (await mockTasks({ source, store }, tasks, variant, words.answers))
              announce(words.next(callOf(tasks.at(-1) as TaskSnapshot), words.answers[variant]))
          },
        }),
      ),
    },
  ]
}

/** Opens the response of a task as a form. */
function editResponse(store: Parameters<typeof mocksOf>[0], taskId: string): void {
  mocksOf(store).setState({ editing: taskId })
  store.actions.show({ taskId, tab: 'response' })
}
