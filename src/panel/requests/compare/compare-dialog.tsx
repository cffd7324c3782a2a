import { useMemo, useRef } from 'react'
import { compareCalls } from '../../../exchange/compare/compare-calls.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { formatCount } from '../../parts/format.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { useWords } from '../../words/words.ts'
import { ComparedParts } from './compared-parts.tsx'

/** What differs between two calls, part by part. */
export function CompareDialog({ taskIds: [one, other] }: { readonly taskIds: readonly [string, string] }) {
  const { compare: words } = useWords(rowMenuWords)
  const { source, store } = useInspector()
  const dialog = useRef<HTMLDialogElement>(null)
  const parts = useMemo(() => compareCalls(source.events(one), source.events(other)) ?? [], [source, one, other])
  const { tasks } = store.getState()
  const numbers = [one, other].map((id) => formatCount(tasks.task(id)?.number ?? 0)) as [string, string]
  const title = words.title(...numbers)
  return (
    <Dialog dialog={dialog} className="compare" title={title} closeLabel={words.close} onClose={() => store.actions.compare(undefined)}>
      <ComparedParts parts={parts} heads={[`#${numbers[0]}`, `#${numbers[1]}`]} />
    </Dialog>
  )
}
