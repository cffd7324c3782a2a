import { withoutQuery } from '../../../contract/event/without-query.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import type { MenuItem } from '../../parts/menu/menu-items.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { holdWords } from '../../words/hold-words.ts'
import { useWords } from '../../words/words.ts'

/** What can be done about holding some calls of the list; nothing for a source that holds none. */
export function useHoldItems(tasks: readonly TaskSnapshot[]): readonly MenuItem[] {
  const words = useWords(holdWords)
  const { announce, source } = useInspector()
  const hold = useSourceState(source)?.hold
  if (!hold || !source.send) return []
  const { send } = source
  const isHeld = (task: TaskSnapshot) => hold.calls.some(({ taskId }) => taskId === task.taskId)
  const held = tasks.filter(isHeld)
  const running = tasks.filter((task) => !isHeld(task) && task.marks.ended === undefined && canBeHeld(task))
  const [only] = tasks.length === 1 ? tasks : []
  const address = only && URL.canParse(only.url) ? withoutQuery(only.url) : ''
  const items: MenuItem[] = []
  if (held.length > 0) {
    for (const act of ['resume', 'step'] as const) {
      items.push({
        id: act,
        label: words[act],
        shortcut: act === 'resume' ? 'F8' : 'F9',
        onSelect: () => {
          for (const { taskId } of held) void send({ type: act, taskId })
          announce(words.didResume)
        },
      })
    }
  }
  if (running.length > 0) {
    items.push({
      id: 'hold',
      label: words.holdThis,
      onSelect: () => {
        for (const { taskId } of running) void send({ type: 'hold-task', taskId })
      },
    })
  }
  if (only && canBeHeld(only) && address !== '') {
    const { api, method } = only
    items.push({
      id: 'hold-like',
      label: words.holdLike,
      onSelect: () => {
        const match = { ...(api !== 'page' && { api }), method, url: patternOf(address) }
        void send({ type: 'hold', what: { match, at: ['send', 'headers'] } })
        announce(words.didHoldLike(address))
      },
    })
  }
  return items
}

/** Calls of the page are not ours, and a socket has no gates. */
function canBeHeld({ api }: TaskSnapshot): boolean {
  return api !== 'page' && api !== 'connectSocket'
}

/** A URL as a pattern that means only itself. */
function patternOf(address: string): string {
  return /[:*?+(){}]/.test(address.replace(/^https?:\/\//i, '').replace(/:\d+/, ''))
    ? `/^${address.replace(/[\\/.*+?^${}()|[\]]/g, '\\$&')}$/`
    : address
}
