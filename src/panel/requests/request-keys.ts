import { isTyping } from '../parts/is-typing.ts'
import type { InspectorContent, PanelKey } from '../store/inspector-context.ts'
import { SWITCH_SIDE } from '../store/switch-side.ts'
import { focusDetails, focusFilter, focusList } from './focus-places.ts'

/** From the list to the details and back. */
function toggleSide({ store, frame }: InspectorContent, target: HTMLElement): boolean {
  const inDetails = target.closest('.details') !== null
  const { opened } = store.getState()
  return inDetails || opened === undefined ? focusList(frame.current) : focusDetails(frame.current)
}

/** Keys of the whole panel while it shows the requests. */
export const REQUEST_KEYS: readonly PanelKey[] = [
  { keys: ['/'], does: 'filter', act: ({ frame }, target) => !isTyping(target) && focusFilter(frame.current) },
  { ...SWITCH_SIDE, act: toggleSide },
  {
    keys: ['Escape'],
    does: 'closeDetails',
    act({ store, frame }) {
      if (store.getState().opened === undefined) return false
      store.actions.close()
      return focusList(frame.current)
    },
  },
]
