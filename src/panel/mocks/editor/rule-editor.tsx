import { Check, ChevronLeft, Undo2, X } from 'lucide-react'
import { useLayoutEffect, useState } from 'react'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { Switch } from '../../parts/switch.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { focusIn } from '../../store/switch-side.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { hasRules, RULE_HEAD } from '../rules/mocks-keys.ts'
import { changeRules, mocksOf } from '../rules/mocks-state.ts'
import { ReloadButton } from '../rules/reload-button.tsx'
import { replaceRule, standing } from '../rules/rule-changes.ts'
import { AnswersEditor } from './answers-editor.tsx'
import styles from './editor.css?inline'
import { fitsRule } from './fits-rule.ts'
import { MatchEditor } from './match-editor.tsx'
import { SamplesContext, useSamples } from './samples.ts'

addStyles(styles)

export interface RuleEditorProps {
  readonly rule: MockRule
  readonly onClose: () => void
}

/** Everything about one rule: which calls it answers, and with what. Each change holds at once. */
export function RuleEditor({ rule, onClose }: RuleEditorProps) {
  const words = useWords(mocksViewWords)
  const { source, store, layout, frame } = useInspector()
  const state = useSourceState(source)
  const [refused, setRefused] = useState(false)
  useLayoutEffect(() => {
    if (mocksOf(store).getState().toEditor && !hasRules(frame.current)) focusIn(frame.current, RULE_HEAD)
    mocksOf(store).setState({ toEditor: false })
  }, [store, frame])
  const rules = state?.rules ?? []
  const samples = useSamples(({ taskId }) => fitsRule(source, taskId, rule.id))
  const readOnly = !source.send
  const coded = state?.rulesAsCoded?.find(({ id }) => id === rule.id)
  const differs = standing(rule, state?.rulesAsCoded) === 'changed'
  const change = async (next: MockRule) => setRefused(!(await changeRules({ source, store }, replaceRule(rules, next))).ok)
  return (
    <section className="rule-editor" aria-label={words.editorOf(rule.name)}>
      <header className="rule-head">
        {layout === 'sheet' && (
          <button type="button" className="part-icon-button" aria-label={words.back} title={words.back} onClick={onClose}>
            <ChevronLeft size={16} aria-hidden="true" />
          </button>
        )}
        <DraftInput
          value={rule.name}
          label={words.name}
          className="part-input rule-head-name"
          readOnly={readOnly}
          onCommit={(name) => void change({ ...rule, name })}
        />
        <Switch
          checked={rule.enabled}
          label={words.enable(rule.name)}
          disabled={readOnly}
          onChange={(enabled) => void change({ ...rule, enabled })}
        />
        <span className="answer-rest" />
        {differs && coded && (
          <>
            <span className="rule-differs">
              <span className="rule-dot" aria-hidden="true" />
              {words.changed}
            </span>
            {!readOnly && (
              <button type="button" className="part-button" data-kind="quiet" onClick={() => void change(coded)}>
                <Undo2 size={13} aria-hidden="true" />
                {words.reset}
              </button>
            )}
          </>
        )}
        {layout !== 'sheet' && (
          <button type="button" className="part-icon-button" aria-label={words.back} title={words.back} onClick={onClose}>
            <X size={15} aria-hidden="true" />
          </button>
        )}
      </header>
      <MatchEditor rule={rule} readOnly={readOnly} onChange={change} />
      <SamplesContext value={samples}>
        <AnswersEditor rule={rule} base={coded} readOnly={readOnly} onChange={change} />
      </SamplesContext>
      {!readOnly && (
        <footer className="rule-foot">
          {refused ? (
            <span className="rule-refused" role="alert">
              {words.refused}
            </span>
          ) : (
            <span className="rule-saved">
              <Check size={13} aria-hidden="true" />
              <b>{words.saved}</b> {words.savedHint}
            </span>
          )}
          <span className="answer-rest" />
          <ReloadButton />
        </footer>
      )}
    </section>
  )
}
