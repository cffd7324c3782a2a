import type { PanelKey } from '../../store/inspector-context.ts'
import { focusIn, SWITCH_SIDE } from '../../store/switch-side.ts'
import { mocksOf } from './mocks-state.ts'

/** Keys of the whole panel while it shows the rules. */
export const MOCKS_KEYS: readonly PanelKey[] = [
  {
    ...SWITCH_SIDE,
    act({ store, frame, layout }, target) {
      if (!target.closest('.rule-editor')) return focusIn(frame.current, '.rule-head :is(button, input)')
      // A narrow view shows one of the two.
      mocksOf(store).setState(({ opened }) => ({ toRow: opened, ...(layout === 'sheet' && { opened: undefined }) }))
      return true
    },
  },
]
