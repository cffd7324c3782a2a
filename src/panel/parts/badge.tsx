import type { ReactNode } from 'react'

export type Tone = 'ok' | 'redirect' | 'client-error' | 'server-error' | 'failed' | 'aborted' | 'pending' | 'mocked' | 'plain'

/** Not every reader tells the colours apart, so each tone has a shape too. */
const SHAPES: Readonly<Record<Tone, string>> = {
  ok: '●',
  redirect: '◐',
  'client-error': '▲',
  'server-error': '■',
  failed: '✕',
  aborted: '⊘',
  pending: '○',
  mocked: '◆',
  plain: '',
}

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
      {SHAPES[tone] !== '' && (
        <span className="part-badge-shape" aria-hidden="true">
          {SHAPES[tone]}
        </span>
      )}
      {children}
    </span>
  )
}
