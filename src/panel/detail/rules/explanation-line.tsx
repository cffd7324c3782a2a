import { useContext } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { explainWords } from '../../words/explain/explain-words.ts'
import { explain, type Topics } from '../../words/explain/explanations.ts'
import { LanguageContext, useWords } from '../../words/words.ts'
import { sureText, wxRuleWords } from '../../words/wx-rule-words.ts'
import { PageLink } from './rule-card.tsx'
import { RuleText } from './rule-link.tsx'
import styles from './rules.css?inline'

addStyles(styles)

interface ExplanationLineProps<Kind extends keyof Topics> {
  readonly kind: Kind
  readonly name: Topics[Kind]
}

/** What something means, how sure that is, and the public page to read on. */
export function ExplanationLine<Kind extends keyof Topics>({ kind, name }: ExplanationLineProps<Kind>) {
  const words = useWords(explainWords)
  const rules = useWords(wxRuleWords)
  const { text, page, sure } = explain(kind, name, useContext(LanguageContext))
  return (
    <p className="explanation">
      <RuleText text={text} />
      {(sure || page) && (
        <span className="explanation-source">
          {sure && <span title={words.sure}>{sureText(sure, rules)}</span>}
          {page && <PageLink page={page} />}
        </span>
      )}
    </p>
  )
}
