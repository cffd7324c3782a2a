import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import type { Issue } from '../../../contract/inspector-error.ts'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { Missing } from '../../parts/lazy-component.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { changeRules } from '../rules/mocks-state.ts'
import { replaceRule } from '../rules/rule-changes.ts'
import { PlainEditor } from './plain-editor.tsx'
import { plainWords } from './plain-words.ts'

interface PlainRuleProps extends Missing {
  readonly rule: MockRule
  readonly onClose: () => void
}

/** A rule as JSON, where there is no editor. Its id stays. */
export function PlainRule({ rule, onClose, ...note }: PlainRuleProps) {
  const words = useWords(plainWords)
  const { back } = useWords(mocksViewWords)
  const { source, store } = useInspector()
  const rules = useSourceState(source)?.rules ?? []
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const { id, ...rest } = rule
  const change = async (text: string) => {
    const index = rules.findIndex((each) => each.id === id)
    const outcome = await changeRules({ source, store }, replaceRule(rules, { ...JSON.parse(text), id } as MockRule))
    setIssues(outcome.ok ? [] : outcome.issues.map(({ path, message }) => ({ path: path.replace(`rules[${index}].`, ''), message })))
  }
  return (
    <section className="plain-editor" aria-label={words.rule(rule.name)}>
      <header className="plain-head">
        <button type="button" className="part-icon-button" aria-label={back} title={back} onClick={onClose}>
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <strong>{rule.name}</strong>
      </header>
      <PlainEditor
        {...note}
        label={words.rule(rule.name)}
        text={JSON.stringify(rest, null, 2)}
        readOnly={!source.send}
        issues={issues}
        onChange={(text) => void change(text)}
      />
    </section>
  )
}
