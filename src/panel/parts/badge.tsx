import type { ReactNode } from 'react'
import { TONE_SIGNS, type Tone } from './tone.ts'

/** A word with a shape and a colour. */
export function Badge({
  tone,
  children,
  title,
}: {
  readonly tone: Tone
  readonly children: ReactNode
  readonly title?: string | undefined
}) {
  return (
    <span className={`part-badge part-tone-${tone}`} title={title}>
      {TONE_SIGNS[tone] !== '' && (
        <span className="part-badge-shape" aria-hidden="true">
          {TONE_SIGNS[tone]}
        </span>
      )}
      {children}
    </span>
  )
}
