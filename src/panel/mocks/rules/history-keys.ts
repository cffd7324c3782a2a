import type { KeyboardEvent } from 'react'
import { isTyping } from '../../parts/is-typing.ts'
import type { InspectorContent } from '../../store/inspector-context.ts'
import { stepMocks } from './mocks-state.ts'

/**
 * Ctrl+Z and Ctrl+Shift+Z over all changes of rules and scenarios, wherever in the panel the focus is. Within a field that holds nothing of a
 * rule, or in which something was typed since, they are the browser's.
 */
export function handleHistoryKey(
  event: KeyboardEvent,
  { source, store, announce }: InspectorContent,
  words: { readonly undone: string; readonly redone: string },
): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return
  const target = event.target as HTMLElement
  const ofRule = target.closest('.rule-editor, .response-editor') !== null
  if (isTyping(target) && (!ofRule || target.dataset['draft'] !== undefined || (target as HTMLInputElement).type === 'search')) return
  event.preventDefault()
  event.stopPropagation()
  const way = event.shiftKey ? 'redo' : 'undo'
  void stepMocks({ source, store }, way).then((stepped) => stepped && announce(way === 'undo' ? words.undone : words.redone))
}
