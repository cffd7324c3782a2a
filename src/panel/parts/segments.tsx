import type { ReactNode } from 'react'

interface SegmentsProps<Id extends string> {
  /** Names the group. */
  readonly label: string
  readonly items: readonly { readonly id: Id; readonly label: string; readonly icon?: ReactNode }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/** A choice of one among a few ways of showing the same thing. */
export function Segments<Id extends string>({ label, items, selected, onSelect }: SegmentsProps<Id>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders that a toolbar has no room for
    <div className="part-segments" role="group" aria-label={label}>
      {items.map((item) => (
        <button key={item.id} type="button" className="part-segment" aria-pressed={item.id === selected} onClick={() => onSelect(item.id)}>
          {item.icon}
          <span className="part-segment-label">{item.label}</span>
        </button>
      ))}
    </div>
  )
}
