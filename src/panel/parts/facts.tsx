import type { ReactNode } from 'react'

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Short facts, two to a line where there is room. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl className="part-facts">
      {items.map((item) => (
        <div key={item.name} className="part-fact">
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
