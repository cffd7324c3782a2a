import type { PanelSource } from '../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../parts/format.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import type { exchangeWords } from '../words/exchange-words.ts'

/** The page's own calls are not ours to make. */
export function canResend({ api }: Pick<TaskSnapshot, 'api'>): boolean {
  return api !== 'page'
}

/** Whether its request can be written anew: that of an upload or a socket is more than a form can hold. */
export function isEditable({ api }: Pick<TaskSnapshot, 'api'>): boolean {
  return api === 'request' || api === 'page'
}

/** Makes calls again, in their order, and says what came of it. */
export async function resendTasks(
  { source, store }: { readonly source: PanelSource; readonly store: InspectorStore },
  taskIds: readonly string[],
  words: (typeof exchangeWords)['zh'],
): Promise<void> {
  if (!source.send || taskIds.length === 0) return
  let count = 0
  for (const taskId of taskIds) {
    const outcome = await source.send({ type: 'resend', taskId })
    if (outcome.ok) count += 1
  }
  store.actions.setSnackbar({ text: count === 0 ? words.notResent : words.resent(formatCount(count)) })
}
