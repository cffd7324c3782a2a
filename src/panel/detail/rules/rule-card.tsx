import { ExternalLink, X } from 'lucide-react'
import { type RefObject, useContext, useLayoutEffect, useRef } from 'react'
import { WX_PAGES, type WxPage, type WxPageKey } from '../../../wechat/facts/wx-pages.ts'
import { factsOfRule, isWxRule } from '../../../wechat/facts/wx-rule-facts.ts'
import { placeBelow } from '../../parts/menu/place-popup.ts'
import { viewOf } from '../../parts/view-of.ts'
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
  const card = useRef<HTMLDivElement>(null)
  const latestClose = useRef(onClose)
  latestClose.current = onClose
  useLayoutEffect(() => {
    const element = card.current
    const around = anchor.current
    if (!element || !around) return undefined
    const view = viewOf(element)
    element.showPopover()
    const place = () => {
      const room = { width: element.ownerDocument.documentElement.clientWidth, height: view.innerHeight }
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const { left, top } = placeBelow(around.getBoundingClientRect(), size, room)
      element.style.left = `${left}px`
      element.style.top = `${top}px`
    }
    place()
    element.focus({ preventScroll: true })
    const leave = (event: Event) => {
      const path = event.composedPath()
      // A press on its button is a click that closes it.
      if (!path.includes(element) && !path.includes(around)) latestClose.current(false)
    }
    view.addEventListener('pointerdown', leave, true)
    view.addEventListener('resize', place)
    // It goes along with what scrolls beneath it.
    const root = around.getRootNode()
    root.addEventListener('scroll', place, true)
    return () => {
      view.removeEventListener('pointerdown', leave, true)
      view.removeEventListener('resize', place)
      root.removeEventListener('scroll', place, true)
    }
  }, [anchor])
  const facts = isWxRule(name) ? factsOfRule(name) : undefined
  return (
    <div
      ref={card}
      popover="manual"
      className="part-popup rule-card"
      role="dialog"
      aria-label={words.card(name)}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose(true)
      }}
      onBlur={(event) => {
        const to = event.relatedTarget
        if (to && to !== anchor.current && !event.currentTarget.contains(to)) onClose(false)
      }}
    >
      <header className="rule-card-head">
        <code>{name}</code>
        <button type="button" className="part-icon-button" aria-label={words.close} title={words.close} onClick={() => onClose(true)}>
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      <p>{sentenceOfRule(name, language)}</p>
      {facts && (
        <dl className="rule-card-facts">
          <dt>{words.sure}</dt>
          <dd>{sureText(facts.sure, rules)}</dd>
          <dt>{words.source}</dt>
          <dd>{facts.pages.length === 0 ? words.noPage : facts.pages.map((page) => <PageLink key={page} page={page} />)}</dd>
        </dl>
      )}
    </div>
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
