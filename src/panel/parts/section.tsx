import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  /** A count or a hint beside the title. */
  readonly note?: ReactNode
  /** Buttons at the far end of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a tab. */
export function Section({ title, note, actions, children }: SectionProps) {
  return (
    <section className="part-section">
      <header className="part-section-head">
        <h3>{title}</h3>
        {note !== undefined && <span className="part-section-note">{note}</span>}
        {actions !== undefined && <span className="part-section-actions">{actions}</span>}
      </header>
      {children}
    </section>
  )
}
