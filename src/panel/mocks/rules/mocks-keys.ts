import type { PanelKey } from '../../store/inspector-context.ts'
import { focusIn, SWITCH_SIDE } from '../../store/switch-side.ts'
import { mocksOf } from './mocks-state.ts'

/** The first control of the editor. */
export const RULE_HEAD = '.rule-head :is(button, input)'

/** Whether the list of rules is in sight; in a narrow panel an open editor takes its place. */
export function seesRules(frame: HTMLElement | null): boolean {
  return frame?.querySelector('.rule-list')?.checkVisibility() ?? false
}

/** Keys of the whole panel while it shows the rules. */
export const MOCKS_KEYS: readonly PanelKey[] = [
  {
    ...SWITCH_SIDE,
    act({ store, frame }, target) {
      if (!target.closest('.rule-editor')) return focusIn(frame.current, RULE_HEAD)
      const closes = !seesRules(frame.current)
      mocksOf(store).setState(({ opened }) => ({ toRow: opened, ...(closes && { opened: undefined }) }))
      return true
    },
  },
]
