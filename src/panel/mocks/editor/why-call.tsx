import { useMemo } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../../parts/format.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { hiddenRules } from '../rules/hidden-by.ts'
import { changeRules, mocksOf } from '../rules/mocks-state.ts'
import { type NearRule, nearestRules } from '../rules/nearest-rules.ts'
import { replaceRule } from '../rules/rule-changes.ts'
import { ClauseTable } from './clause-table.tsx'
import styles from './editor.css?inline'

addStyles(styles)

/** Rules that are shown; the others are only counted. */
const MOST_SHOWN = 3

/** Why no rule took a call: the nearest ones, clause by clause. */
export function WhyCall({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(mocksViewWords)
  const { source } = useInspector()
  const rules = useSourceState(source)?.rules ?? []
  const hidden = useMemo(() => hiddenRules(rules), [rules])
  const near = useMemo(
    () => nearestRules(rules, source.explainMatch?.(snapshot.taskId) ?? [], snapshot.url),
    [rules, source, snapshot.taskId, snapshot.url],
  )
  const others = near.length - MOST_SHOWN
  return (
    <section className="why-panel why-rules" aria-label={words.why}>
      {near.slice(0, MOST_SHOWN).map((each) => (
        <NearRuleSection key={each.rule.id} near={each} hiddenBy={hidden.get(each.rule.id)?.name} />
      ))}
      {near.length === 0 && <p className="part-note">{words.noNearRule}</p>}
      {others > 0 && <p className="part-note">{words.otherRules(formatCount(others))}</p>}
    </section>
  )
}

function NearRuleSection({ near: { rule, verdict, lacks }, hiddenBy }: { readonly near: NearRule; readonly hiddenBy: string | undefined }) {
  const words = useWords(mocksViewWords)
  const { source, store } = useInspector()
  return (
    <div className="why-rule">
      <div className="why-rule-head">
        <strong>{rule.name}</strong>
        <span className="why-address">{`${[rule.when.method ?? []].flat().join(' ')} ${rule.when.url}`}</span>
        <span className="why-lacks">{words.lacks(formatCount(lacks))}</span>
        {!rule.enabled && (
          <button
            type="button"
            className="part-button"
            onClick={() => {
              const rules = source.state?.().rules
              if (rules) void changeRules({ source, store }, replaceRule(rules, { ...rule, enabled: true }))
            }}
          >
            {words.turnOn}
          </button>
        )}
        <button
          type="button"
          className="part-link"
          onClick={() => {
            mocksOf(store).setState({ opened: rule.id })
            store.actions.show({ view: 'mocks' })
          }}
        >
          {words.openRule}
        </button>
      </div>
      {hiddenBy !== undefined && <p className="why-hidden">{words.hiddenBy(hiddenBy)}</p>}
      <ClauseTable rule={rule} clauses={verdict.clauses} />
    </div>
  )
}
