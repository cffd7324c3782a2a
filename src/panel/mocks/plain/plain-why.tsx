import type { Missing } from '../../parts/lazy-component.tsx'
import { useWords } from '../../words/words.ts'
import { PlainNote } from './plain-note.tsx'
import { plainWords } from './plain-words.ts'

/** Stands where an editor would tell why a rule did not take a call. */
export function PlainWhy({ fault, onRetry }: Missing) {
  return (
    <PlainNote fault={fault} onRetry={onRetry}>
      {useWords(plainWords).noWhy}
    </PlainNote>
  )
}
