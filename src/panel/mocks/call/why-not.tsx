import { useContext, useState } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Section } from '../../parts/section.tsx'
import { InspectorContext, useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { WhyCall } from '../plain/editors.ts'

/** For a call that no rule took although there are some: why. */
export function WhyNot(props: { readonly snapshot: TaskSnapshot }) {
  return useContext(InspectorContext) ? <InPanel key={props.snapshot.taskId} {...props} /> : null
}

function InPanel({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(mockWords)
  const { source } = useInspector()
  const count = useSourceState(source)?.rules?.length ?? 0
  const [asked, setAsked] = useState(false)
  // One that was never sent on was held against no rule.
  const { by, importedFrom, ruleName } = snapshot
  if (count === 0 || !source.explainMatch || by === undefined || ruleName !== undefined || importedFrom !== undefined) return null
  return (
    <Section
      title={words.noRuleTook}
      actions={
        <button type="button" className="part-button" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {words.why}
        </button>
      }
    >
      {asked && <WhyCall snapshot={snapshot} />}
    </Section>
  )
}
