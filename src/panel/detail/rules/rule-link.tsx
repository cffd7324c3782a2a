import { useCardButton } from '../../parts/dialog/use-card-button.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { splitAtRules } from '../../words/explain/rule-names.ts'

// What all rules say and where each comes from weighs more than any tab.
const RuleCard = lazyComponent(async () => (await import('./rule-card.tsx')).RuleCard)

/** The name of a rule, which opens what it says, where that stands and how sure it is. */
export function RuleLink({ name }: { readonly name: string }) {
  const { open, buttonProps, cardProps } = useCardButton()
  return (
    <>
      <button {...buttonProps} className="part-link detail-rule">
        {name}
      </button>
      {open && <RuleCard {...cardProps} name={name} />}
    </>
  )
}

/** A text in which the names of rules lead to what they say. */
export function RuleText({ text }: { readonly text: string }) {
  return splitAtRules(text).map((part, place) =>
    // Every second part is the name of a rule.
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by nothing but its place
    place % 2 === 1 ? <RuleLink key={place} name={part} /> : part,
  )
}
