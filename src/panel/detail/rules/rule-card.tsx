import { ExternalLink } from 'lucide-react'
import { type RefObject, useContext } from 'react'
import { WX_PAGES, type WxPage, type WxPageKey } from '../../../wechat/facts/wx-pages.ts'
import { factsOfRule, isWxRule } from '../../../wechat/facts/wx-rule-facts.ts'
import { PopupCard } from '../../parts/dialog/popup-card.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { explainWords } from '../../words/explain/explain-words.ts'
import { sentenceOfRule } from '../../words/explain/sentence-of-rule.ts'
import { LanguageContext, useWords } from '../../words/words.ts'
import { sureText, wxRuleWords } from '../../words/wx-rule-words.ts'
import styles from './rules.css?inline'

addStyles(styles)

interface RuleCardProps {
  readonly name: string
  readonly anchor: RefObject<HTMLElement | null>
  /** By a key, the focus goes back to where it was opened. */
  readonly onClose: (byKey: boolean) => void
}

/** What a rule says, where that stands, and how sure it is. In the top layer, so that no pane clips it. */
export function RuleCard({ name, anchor, onClose }: RuleCardProps) {
  const words = useWords(explainWords)
  const rules = useWords(wxRuleWords)
  const language = useContext(LanguageContext)
  const facts = isWxRule(name) ? factsOfRule(name) : undefined
  return (
    <PopupCard
      anchor={anchor}
      className="rule-card"
      label={words.card(name)}
      title={<code>{name}</code>}
      closeLabel={words.close}
      onClose={onClose}
    >
      <p>{sentenceOfRule(name, language)}</p>
      {facts && (
        <dl className="rule-card-facts">
          <dt>{words.sure}</dt>
          <dd>{sureText(facts.sure, rules)}</dd>
          <dt>{words.source}</dt>
          <dd>{facts.pages.length === 0 ? words.noPage : facts.pages.map((page) => <PageLink key={page} page={page} />)}</dd>
        </dl>
      )}
    </PopupCard>
  )
}

/** A public page, opened beside this one; of logs there is none. */
export function PageLink({ page }: { readonly page: WxPageKey }) {
  const words = useWords(explainWords)
  const { name, url }: WxPage = WX_PAGES[page]
  if (url === undefined) return <span>{words.noPage}</span>
  return (
    <a className="part-link rule-page" href={url} target="_blank" rel="noopener noreferrer">
      {name}
      <ExternalLink size={11} aria-hidden="true" />
    </a>
  )
}
