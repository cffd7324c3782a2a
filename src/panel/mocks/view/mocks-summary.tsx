import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { formatCount } from '../../parts/format.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'

/** How many rules there are, and what they did. */
export function MocksSummary({ rules }: { readonly rules: readonly MockRule[] }) {
  const words = useWords(mocksViewWords)
  const hits = Object.values(useSourceState(useInspector().source)?.ruleHits ?? {})
  const sum = hits.reduce((total, { hits: count }) => total + count, 0)
  return (
    <p className="mocks-summary">
      <span>{words.total(formatCount(rules.length), formatCount(rules.filter(({ enabled }) => enabled).length))}</span>
      <span>{words.hitTotal(formatCount(sum))}</span>
    </p>
  )
}
