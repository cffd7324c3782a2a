import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react'
import { detailWords } from '../words/detail-words.ts'
import { eventWords } from '../words/event-words.ts'
import { useWords } from '../words/words.ts'
import { TabBoundary } from './tab-boundary.tsx'

// The sentences of all rules weigh more than any tab, and nobody reads them before a task is open.
const RulesSection = lazy(async () => ({ default: (await import('./rules-section.tsx')).RulesSection }))
const EventRules = lazy(async () => ({ default: (await import('./rules-section.tsx')).EventRules }))

/** The rules that applied to a task, as soon as their words are there. */
export function LateRulesSection(props: Omit<ComponentProps<typeof RulesSection>, 'names'>) {
  const names = useWords(eventWords).type
  return (
    <Late>
      <RulesSection {...props} names={names} />
    </Late>
  )
}

/** The rules that applied at one event, likewise. */
export function LateEventRules(props: ComponentProps<typeof EventRules>) {
  return (
    <Late>
      <EventRules {...props} />
    </Late>
  )
}

function Late({ children }: { readonly children: ReactNode }) {
  const words = useWords(detailWords)
  return (
    <TabBoundary message={words.tabBroke}>
      <Suspense>{children}</Suspense>
    </TabBoundary>
  )
}
