import type { ClipboardEvent } from 'react'
import { isTyping } from '../parts/is-typing.ts'
import type { InspectorContent } from '../store/inspector-context.ts'

/** Whether a text looks like a request that can be made of it: a cURL command, or an entry of a HAR file. */
export function isRequestText(text: string): boolean {
  return /^\s*\$?\s*curl(?:\.exe)?\s/i.test(text) || (/^\s*\{/.test(text) && /"request"\s*:\s*\{/.test(text))
}

/** A request that is pasted into the panel, outside of its fields, is opened to be sent. */
export function handlePaste(event: ClipboardEvent, { source, store }: InspectorContent): void {
  if (event.defaultPrevented || isTyping(event.target as HTMLElement) || !source.send) return
  const pasted = event.clipboardData.getData('text/plain')
  if (!isRequestText(pasted)) return
  event.preventDefault()
  store.actions.setDialog({ kind: 'request', pasted })
}
