import type { InspectorContent, PanelKeys } from '../store/inspector-context.ts'
import { focusDetails, focusFilter, focusList } from './focus-places.ts'

/** From the list to the details and back. */
function toggleSide({ store, frame }: InspectorContent, target: HTMLElement): boolean {
  const inDetails = target.closest('.details') !== null
  const { opened } = store.getState()
  return inDetails || opened === undefined ? focusList(frame.current) : focusDetails(frame.current)
}

/** Keys of the whole panel while it shows the requests. */
export const REQUEST_KEYS: PanelKeys = {
  F6: toggleSide,
  'Shift+F6': toggleSide,
  'Ctrl+[': toggleSide,
  'Ctrl+]': toggleSide,
  '/': ({ frame }, target) => !isTyping(target) && focusFilter(frame.current),
  Escape: ({ store, frame }) => {
    if (store.getState().opened === undefined) return false
    store.actions.close()
    return focusList(frame.current)
  },
}

function isTyping(target: HTMLElement): boolean {
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
