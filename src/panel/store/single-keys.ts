import { useInspectorState } from './inspector-context.ts'
import type { InspectorState } from './inspector-store.ts'

/** Whether a key is one character, with Shift or without: whoever speaks to a computer says such by chance (WCAG 2.1.4). */
function isSingleKey(name: string): boolean {
  return name.replace(/^Shift\+/, '').length === 1
}

/** Whether a key is heard: single keys can be turned off. */
export function isHeard(name: string, { preferences }: Pick<InspectorState, 'preferences'>): boolean {
  return preferences.singleKeys || !isSingleKey(name)
}

/** A single key to tell of a button or an item; `undefined` while such keys are off. */
export function useSingleKey(key: string): string | undefined {
  return useInspectorState(({ preferences }) => preferences.singleKeys) ? key : undefined
}
