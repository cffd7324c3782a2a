import type { KeyLine } from '../store/inspector-context.ts'

/** Keys that are heard while the focus is in the details. */
export const FIND_KEYS: readonly string[] = ['Ctrl+f', 'Meta+f']

export const DETAIL_KEYS: readonly KeyLine[] = [
  { keys: FIND_KEYS, does: 'find' },
  { keys: ['Enter'], does: 'nextMatch' },
  { keys: ['Shift+Enter'], does: 'previousMatch' },
]
