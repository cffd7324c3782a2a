import type { KeyboardEvent } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { InspectorStore } from '../store/inspector-store.ts'

interface FrameKeysContext {
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly focusList: () => void
  readonly focusDetails: () => void
  readonly focusFilter: () => void
}

/** Keys of the whole panel. They are heard only while the focus is inside, so the page around keeps its own. */
export function handleFrameKey(event: KeyboardEvent, { source, store, focusList, focusDetails, focusFilter }: FrameKeysContext): void {
  const { opened, view } = store.getState()
  const target = event.target as HTMLElement
  const inDetails = target.closest('.details') !== null
  const toggleSide = () => (inDetails || opened === undefined ? focusList() : focusDetails())
  const act = (): boolean => {
    switch (keyNameOf(event)) {
      case 'Ctrl+e':
      case 'Meta+e': {
        const recording = source.state?.().recording
        if (recording === undefined || !source.send) return false
        source.send({ type: 'set-recording', recording: !recording })
        return true
      }
      case 'Ctrl+l':
      case 'Meta+k':
        source.send?.({ type: 'clear' })
        return source.send !== undefined
      case 'F6':
      case 'Shift+F6':
      case 'Ctrl+[':
      case 'Ctrl+]':
        if (view !== 'requests') return false
        toggleSide()
        return true
      case '/':
        if (isTyping(target) || view !== 'requests') return false
        focusFilter()
        return true
      case 'Escape':
        if (opened === undefined || view !== 'requests') return false
        store.actions.close()
        focusList()
        return true
      default:
        return false
    }
  }
  if (event.defaultPrevented || !act()) return
  event.preventDefault()
  event.stopPropagation()
}

function keyNameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const marks = [event.ctrlKey && 'Ctrl', event.metaKey && 'Meta', event.altKey && 'Alt', event.shiftKey && event.key.length > 1 && 'Shift']
  return [...marks.filter(Boolean), key].join('+')
}

function isTyping(target: HTMLElement): boolean {
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
