import type { ComponentProps } from 'react'
import { eventWords } from '../../words/event-words.ts'
import { useWords } from '../../words/words.ts'
import { lazySection } from '../task/lazy-section.tsx'
import type { RulesSection } from './rules-section.tsx'

// The sentences of all rules weigh more than any tab, and nobody reads them before a task is open.
const LazyRules = lazySection(async () => (await import('./rules-section.tsx')).RulesSection)

/** The rules that applied at one event, as soon as their words are there. */
export const LateEventRules = lazySection(async () => (await import('./rules-section.tsx')).EventRules)

/** The rules that applied to a task, likewise. */
export function LateRulesSection(props: Omit<ComponentProps<typeof RulesSection>, 'names'>) {
  return <LazyRules {...props} names={useWords(eventWords)} />
}
