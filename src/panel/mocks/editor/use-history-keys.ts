import type { KeyboardEvent } from 'react'
import { useInspector } from '../../store/inspector-context.ts'
import { stepRules } from '../rules/mocks-state.ts'

/** Ctrl+Z and Ctrl+Shift+Z over all changes of rules; within a field that is being typed in they are the browser's. */
export function useHistoryKeys(): (event: KeyboardEvent) => void {
  const { source, store } = useInspector()
  return (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
    const field = event.target as HTMLInputElement
    if (field.dataset?.['draft'] !== undefined) return
    event.preventDefault()
    event.stopPropagation()
    void stepRules({ source, store }, event.shiftKey ? 'redo' : 'undo')
  }
}
