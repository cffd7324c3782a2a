import type { KeyboardEvent } from 'react'
import type { InspectorContent, PanelKeys } from '../store/inspector-context.ts'

function toggleRecording({ source }: InspectorContent): boolean {
  const recording = source.state?.().recording
  if (recording === undefined || !source.send) return false
  source.send({ type: 'set-recording', recording: !recording })
  return true
}

function clear({ source }: InspectorContent): boolean {
  source.send?.({ type: 'clear' })
  return source.send !== undefined
}

/** Keys of the panel whatever view it shows. */
const PANEL_KEYS: PanelKeys = { 'Ctrl+e': toggleRecording, 'Meta+e': toggleRecording, 'Ctrl+l': clear, 'Meta+k': clear }

/** Keys are heard only while the focus is inside the panel, so the page around keeps its own. */
export function handlePanelKey(event: KeyboardEvent, viewKeys: PanelKeys | undefined, content: InspectorContent): void {
  if (event.defaultPrevented) return
  const name = keyNameOf(event)
  const act = viewKeys?.[name] ?? PANEL_KEYS[name]
  if (!act?.(content, event.target as HTMLElement)) return
  event.preventDefault()
  event.stopPropagation()
}

function keyNameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const marks = [event.ctrlKey && 'Ctrl', event.metaKey && 'Meta', event.altKey && 'Alt', event.shiftKey && event.key.length > 1 && 'Shift']
  return [...marks.filter(Boolean), key].join('+')
}
