import type { PanelKey } from '../../store/inspector-context.ts'
import { focusIn, SWITCH_SIDE } from '../../store/switch-side.ts'
import { mocksOf } from './mocks-state.ts'

/** The first control of the editor. */
export const RULE_HEAD = '.rule-head :is(button, input)'

/** Whether the list of rules is there; in a narrow panel an open editor takes its place. */
export function hasRules(frame: HTMLElement | null): boolean {
  return Boolean(frame?.querySelector('.rule-list'))
}

/** Keys of the whole panel while it shows the rules. */
export const MOCKS_KEYS: readonly PanelKey[] = [
  {
    ...SWITCH_SIDE,
    act({ store, frame }, target) {
      if (!target.closest('.rule-editor')) return focusIn(frame.current, RULE_HEAD)
      const closes = !hasRules(frame.current)
      mocksOf(store).setState(({ opened }) => ({ toRow: opened, ...(closes && { opened: undefined }) }))
      return true
    },
  },
]
